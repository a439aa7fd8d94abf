/// A coded rule that was selected, with what its findings share.
///
/// A class with a method to override, since asking a rule about a block then copies neither the rule nor a closure.
class ActiveRule: @unchecked Sendable {
  // SAFETY: immutable, and so are its subclasses.
  final let stamp: RuleStamp

  fileprivate init(_ stamp: RuleStamp) { self.stamp = stamp }

  func check(_ block: Block, _ context: Context, _ report: (Finding) -> Void) {}

  static func make(_ rule: any Rule, _ info: RuleInfo, _ selection: RuleSelection) -> ActiveRule {
    func box(_ rule: some Rule) -> ActiveRule { RuleBox(rule, RuleStamp(info, selection)) }
    return box(rule)
  }
}

private final class RuleBox<R: Rule>: ActiveRule, @unchecked Sendable {
  private let rule: R

  init(_ rule: R, _ stamp: RuleStamp) {
    self.rule = rule
    super.init(stamp)
  }

  override func check(_ block: Block, _ context: Context, _ report: (Finding) -> Void) { rule.check(block, in: context, report: report) }
}

/// A rule about whole documents that was selected, with what its findings share.
class ActiveDocumentRule: @unchecked Sendable {
  // SAFETY: as `ActiveRule`.
  final let stamp: RuleStamp

  fileprivate init(_ stamp: RuleStamp) { self.stamp = stamp }

  func gather(_ block: Block, _ context: Context, _ facts: inout DocumentFacts) {}
  func judge(_ facts: DocumentFacts, words: Int, _ context: Context, _ report: (Finding) -> Void) {}

  static func make(_ rule: any DocumentRule, _ info: RuleInfo, _ selection: RuleSelection) -> ActiveDocumentRule {
    func box(_ rule: some DocumentRule) -> ActiveDocumentRule { DocumentRuleBox(rule, RuleStamp(info, selection)) }
    return box(rule)
  }
}

private final class DocumentRuleBox<R: DocumentRule>: ActiveDocumentRule, @unchecked Sendable {
  private let rule: R

  init(_ rule: R, _ stamp: RuleStamp) {
    self.rule = rule
    super.init(stamp)
  }

  override func gather(_ block: Block, _ context: Context, _ facts: inout DocumentFacts) {
    rule.gather(block, in: context, into: &facts)
  }

  override func judge(_ facts: DocumentFacts, words: Int, _ context: Context, _ report: (Finding) -> Void) {
    rule.judge(facts, words: words, in: context, report: report)
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
