/// A coded rule that was selected, with what its findings share. A class: it is handed around for each block.
final class ActiveRule<R: Sendable>: Sendable {
  let rule: R
  let stamp: RuleStamp

  init(_ rule: R, _ info: RuleInfo, _ selection: RuleSelection) {
    self.rule = rule
    stamp = RuleStamp(info, selection)
  }
}

/// What all findings of a rule have in common.
struct RuleStamp: Sendable {
  let id: String
  let severity: Severity
  let category: Category
  let precedence: Precedence

  init(_ info: RuleInfo, _ selection: RuleSelection) {
    id = info.id
    severity = selection.severity(of: info)
    category = info.category
    precedence = info.precedence
  }
}

/// A rule set of which some rules were selected.
final class ActiveRuleSet: Sendable {
  let rules: ActiveRules
  /// By rule number.
  let stamps: [RuleStamp]
  /// Ids that each rule takes precedence over.
  let over: [(id: String, over: [String])]

  init(_ set: RuleSet, _ selection: RuleSelection) {
    let headers = (0..<set.ruleCount).map { set.header(ofRule: $0) }
    rules = ActiveRules(set: set, isActive: headers.map(selection.includes), from: selection.from)
    stamps = headers.map { RuleStamp($0, selection) }
    over = headers.filter { !$0.over.isEmpty }.map { ($0.id, $0.over) }
  }

  var activeIDs: [String] { zip(stamps, rules.isActive).filter(\.1).map(\.0.id) }
}
