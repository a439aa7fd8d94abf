/// A coded rule that was selected, with what its findings share.
///
/// A class that holds the rule’s method rather than the rule, so that asking it about a block copies nothing.
final class ActiveRule: Sendable {
  let check: @Sendable (_ block: Block, _ context: Context, _ report: (Finding) -> Void) -> Void
  let stamp: RuleStamp

  init(_ rule: any Rule, _ info: RuleInfo, _ selection: RuleSelection) {
    func method(of rule: some Rule) -> @Sendable (Block, Context, (Finding) -> Void) -> Void {
      { rule.check($0, in: $1, report: $2) }
    }
    check = method(of: rule)
    stamp = RuleStamp(info, selection)
  }
}

/// A rule about whole documents that was selected, with what its findings share.
final class ActiveDocumentRule: Sendable {
  let gather: @Sendable (_ block: Block, _ context: Context, _ fact: (DocumentFact) -> Void) -> Void
  let judge: @Sendable (_ facts: [DocumentFact], _ words: Int, _ context: Context, _ report: (Finding) -> Void) -> Void
  let stamp: RuleStamp

  init(_ rule: any DocumentRule, _ info: RuleInfo, _ selection: RuleSelection) {
    func gather(of rule: some DocumentRule) -> @Sendable (Block, Context, (DocumentFact) -> Void) -> Void {
      { rule.gather($0, in: $1, fact: $2) }
    }
    func judge(of rule: some DocumentRule) -> @Sendable ([DocumentFact], Int, Context, (Finding) -> Void) -> Void {
      { rule.judge($0, words: $1, in: $2, report: $3) }
    }
    self.gather = gather(of: rule)
    self.judge = judge(of: rule)
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
