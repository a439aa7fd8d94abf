/// All rules there are, coded and declarative, built in and brought along, with the language they look things up in.
public struct RuleCatalogue: Sendable {
  public let language: Language
  /// Compiled rule files: the built-in ones first.
  public let ruleSets: [RuleSet]
  public let rules: [any Rule]
  public let documentRules: [any DocumentRule]

  public init(language: Language, ruleSets: [RuleSet], rules: [any Rule], documentRules: [any DocumentRule]) {
    self.language = language
    self.ruleSets = ruleSets
    self.rules = rules
    self.documentRules = documentRules
  }

  /// What the rules say of themselves, but for the examples and explanations of the declarative ones, ordered by id. Cheap to ask.
  public var headers: [RuleInfo] {
    let declared = ruleSets.flatMap { set in (0..<set.ruleCount).map { set.header(ofRule: $0) } }
    return (rules.map(\.info) + documentRules.map(\.info) + declared + Suppressions.infos).sorted { $0.id < $1.id }
  }

  /// What the rules say of themselves, examples included, ordered by id.
  public var infos: [RuleInfo] {
    let declared = ruleSets.flatMap { set in (0..<set.ruleCount).map { set.info(ofRule: $0) } }
    return (rules.map(\.info) + documentRules.map(\.info) + declared + Suppressions.infos).sorted { $0.id < $1.id }
  }
}
