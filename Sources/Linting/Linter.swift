/// Finds what is wrong with texts: a catalogue of rules, of which some were selected.
///
/// Shared by all threads; each thread lints with a session of its own.
public final class Linter: Sendable {
  let language: Language
  let dictionary: ProjectDictionary
  let context: Context
  let rules: [ActiveRule]
  let documentRules: [ActiveDocumentRule]
  /// Of `rules`, then of `documentRules`.
  let triggers: [Trigger]
  let ruleSets: [ActiveRuleSet]
  let resolver: OverlapResolver
  /// Whether what waits for a garbled document is told of any: in the strict tier.
  let takesAllForGarbled: Bool
  /// Whether rules are held against examples, a sentence each, which tells nothing of a document.
  let readsExamples: Bool

  /// - Parameter dictionary: words and phrases of the project that rules on unknown words and names leave alone.
  public convenience init(_ catalogue: RuleCatalogue, selection: RuleSelection = RuleSelection(), dictionary: [String] = []) {
    self.init(catalogue, selection, dictionary, readsExamples: false)
  }

  init(_ catalogue: RuleCatalogue, _ selection: RuleSelection, _ dictionary: [String], readsExamples: Bool) {
    language = catalogue.language
    self.dictionary = ProjectDictionary(dictionary)
    let sets = catalogue.ruleSets
    let lists = sets.flatMap { set in set.listNames.enumerated().map { ($1, set.list(number: $0)) } }
    takesAllForGarbled = selection.tier == .strict
    self.readsExamples = readsExamples
    context = Context(
      language: language, dictionary: self.dictionary, from: selection.from, ruleSets: sets, lists: Dictionary(lists) { $1 })
    let rules = catalogue.rules.map { ($0, $0.info) }.filter { selection.includes($0.1) }
    let documentRules = catalogue.documentRules.map { ($0, $0.info) }.filter { selection.includes($0.1) }
    self.rules = rules.map { ActiveRule.make($0.0, $0.1, selection) }
    self.documentRules = documentRules.map { ActiveDocumentRule.make($0.0, $0.1, selection) }
    triggers = rules.map(\.0.trigger) + documentRules.map(\.0.trigger)
    precondition(triggers.count <= 64, "each coded rule has a bit")
    ruleSets = catalogue.ruleSets.map { ActiveRuleSet($0, selection) }
    resolver = OverlapResolver(
      ruleSets.flatMap(\.over) + (rules.map(\.1) + documentRules.map(\.1)).filter { !$0.over.isEmpty }.map { ($0.id, $0.over) })
  }

  /// Buffers for linting one file after another on one thread.
  public func makeSession() -> LintSession { LintSession(self) }

  /// Lints one text. For many, make a session and use it again.
  public func lint(_ source: Source, as format: DocumentFormat = .text) -> LintResult { makeSession().lint(source, as: format) }

  /// The ids of the rules that run.
  public var activeRules: Set<String> { Set(rules.map(\.stamp.id) + documentRules.map(\.stamp.id) + ruleSets.flatMap(\.activeIDs)) }
}
