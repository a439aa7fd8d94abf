import MTLLinting

/// What the findings in a document say of it as a whole: how much is wrong, what made it, and what to do with it.
///
/// The thresholds come from documents of about 450 words, see `Rules/VERDICT.md`: 97 in 100 of those that people wrote or translated
/// have fewer than three findings in a thousand words.
public struct Verdict: Hashable, Sendable {
  /// What it takes to make the text publishable.
  public enum Effort: String, Sendable, CaseIterable {
    /// Nothing, or what any copy-editor finds in passing.
    case leave
    /// Repairs at single places.
    case lightEdit = "light edit"
    /// Every sentence against the source.
    case fullPostEdit = "full post-edit"
    /// Repairing would take longer than translating anew.
    case retranslate
  }

  /// How the text came about.
  public enum Origin: String, Sendable, CaseIterable {
    /// Translated by a machine, from one language.
    case direct
    /// English that went into another language and back, or through a third one.
    case roundTrip = "round-trip"
    /// Words exchanged for synonyms.
    case spun
  }

  /// How many findings are of one family.
  public struct FamilyCount: Hashable, Sendable {
    public let family: String
    public let count: Int
  }

  /// Words of prose.
  public let words: Int
  /// Number of findings of each family, the most frequent first; of equals the first by name.
  public let families: [FamilyCount]
  public let effort: Effort
  /// Nil where too little was found to tell.
  public let origin: Origin?
  /// ISO 639-1, where the expressions that were found agree on one source language.
  public let language: String?

  public init(_ result: LintResult) {
    words = result.words
    var counts: [String: Int] = [:]
    for diagnostic in result.diagnostics { counts[Self.family(diagnostic), default: 0] += 1 }
    families = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { FamilyCount(family: $0.key, count: $0.value) }
    let garbles = result.diagnostics.filter { !Self.mechanical.contains(Self.family($0)) }
    effort = Self.effort(findings: result.diagnostics.count, garbles: garbles.count, words: result.words)
    let language = SourceLanguage.likeliest(of: garbles)
    origin = effort == .leave ? nil : Self.origin(of: garbles, isFromOneLanguage: language != nil)
    self.language = origin == .direct || origin == .roundTrip ? language : nil
  }

  public var findings: Int { families.reduce(0) { $0 + $1.count } }

  /// Tenths of findings in a thousand words.
  public func rate(_ count: Int) -> Int { words == 0 ? 0 : (count * 20_000 / words + 1) / 2 }

  /// Tenths as a decimal.
  static func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  // MARK: Effort

  /// Families of what is quickly put right, however often it occurs.
  private static let mechanical: Set<String> = ["punctuation", "casing", "markup", "structure", "number", "date", "mtlint"]

  private static func effort(findings: Int, garbles: Int, words: Int) -> Effort {
    // One finding is no pattern, whatever the length.
    guard findings >= 2, findings * 1000 >= 3 * words else { return .leave }
    if garbles >= 5, garbles * 1000 >= 40 * words { return .retranslate }
    if garbles >= 3, garbles * 1000 >= 10 * words { return .fullPostEdit }
    return .lightEdit
  }

  // MARK: Origin

  private static func origin(of garbles: [Diagnostic], isFromOneLanguage: Bool) -> Origin? {
    guard distinct(garbles) >= 2 else { return nil }
    let spun = garbles.filter { family($0) == "tortured" }
    if distinct(spun) >= 2, spun.count * 3 >= garbles.count { return .spun }
    // What a second translation does to what the first one wrote: pronouns of states, clauses, order, years.
    let twice = garbles.filter { ["pronoun", "clause", "order"].contains(family($0)) }
    if distinct(twice) >= 3, Set(twice.map(family)).count >= 2, twice.count * 10 >= garbles.count { return .roundTrip }
    let translated = garbles.filter { ["calque", "residue", "clause", "order", "name", "pronoun"].contains(family($0)) }
    return isFromOneLanguage || distinct(translated) >= 2 ? .direct : nil
  }

  /// Number of different texts.
  private static func distinct(_ diagnostics: [Diagnostic]) -> Int { Set(diagnostics.map(\.text)).count }

  private static func family(_ diagnostic: Diagnostic) -> String { String(diagnostic.rule.prefix { $0 != "/" }) }
}

/// The language that a text was translated from, as far as its word-for-word renderings tell.
enum SourceLanguage {
  /// Two thirds of at least three different expressions that point somewhere point there, and no other language comes near.
  static func likeliest(of diagnostics: [Diagnostic]) -> String? {
    var seen: Set<String> = []
    var votes: [String: Int] = [:]
    for diagnostic in diagnostics where !diagnostic.languages.isEmpty && seen.insert(diagnostic.text).inserted {
      for language in Set(diagnostic.languages) { votes[language, default: 0] += 1 }
    }
    let ranking = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranking.first, first.value >= 3, first.value * 3 >= seen.count * 2 else { return nil }
    if ranking.count > 1, ranking[1].value * 3 > first.value * 2 { return nil }
    return first.key
  }
}
