/// What a rule is about; the first part of every rule id.
public enum Family: String, Sendable, CaseIterable {
  case repetition, spelling, casing, residue, number, date, name, pronoun, order, clause, calque, tortured, punctuation, markup, structure,
    register
}

/// The error category of a finding, after the Multidimensional Quality Metrics (MQM) core typology.
public struct Category: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let mistranslation = Category(rawValue: "accuracy/mistranslation")
  public static let untranslated = Category(rawValue: "accuracy/untranslated")
  public static let addition = Category(rawValue: "accuracy/addition")
  public static let omission = Category(rawValue: "accuracy/omission")
  public static let duplication = Category(rawValue: "fluency/duplication")
  public static let spelling = Category(rawValue: "fluency/spelling")
  public static let capitalization = Category(rawValue: "fluency/spelling/capitalization")
  public static let grammar = Category(rawValue: "fluency/grammar")
  public static let wordOrder = Category(rawValue: "fluency/grammar/word-order")
  public static let agreement = Category(rawValue: "fluency/grammar/agreement")
  public static let punctuation = Category(rawValue: "fluency/punctuation")
  public static let inconsistency = Category(rawValue: "fluency/inconsistency")
  public static let markup = Category(rawValue: "design/markup")
  public static let terminology = Category(rawValue: "terminology")
  public static let unidiomatic = Category(rawValue: "style/unidiomatic")
  public static let register = Category(rawValue: "style/register")
  public static let localeNumber = Category(rawValue: "locale-convention/number")
  public static let localeDate = Category(rawValue: "locale-convention/date")
  public static let localePunctuation = Category(rawValue: "locale-convention/punctuation")

  static let all: [Category] = [
    .mistranslation, .untranslated, .addition, .omission, .duplication, .spelling, .capitalization, .grammar, .wordOrder, .agreement,
    .punctuation, .inconsistency, .markup, .terminology, .unidiomatic, .register, .localeNumber, .localeDate, .localePunctuation,
  ]
}

/// A sentence that shows what a rule finds: the reported part in brackets, and after `=>` the first repair.
///
/// The notation is the rule language’s: `"They met in [the capital of Kenya Nairobi]. => the Kenyan capital, Nairobi,"`.
public struct Example: Sendable, Hashable, ExpressibleByStringLiteral {
  /// In the notation of the rule language. Read when it is asked for: a run that lints needs no examples.
  private let notation: String

  /// The text with `[…]` around what is reported; `\[` is a literal bracket, `\n` a line break in the rule language.
  public var marked: String { parts.marked }
  /// What the first fix puts there; nil where the rule offers none or the example does not say.
  public var repair: String? { parts.repair }

  public init(marked: String, repair: String?) { notation = repair.map { "\(marked)\(Self.arrow)\($0)" } ?? marked }

  public init(stringLiteral value: String) { notation = value }

  private static let arrow = " => "

  private var parts: (marked: String, repair: String?) {
    // An example of a deletion ends with the arrow.
    let text = notation.hasSuffix(" =>") ? notation + " " : notation
    let parts = text.split(separator: Self.arrow, maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
  }
}

/// What there is to say about a rule, whether it is coded or declarative.
public struct RuleInfo: Sendable {
  /// `family/name`.
  public let id: String
  public let severity: Severity
  public let category: Category
  public let tier: Tier
  public let precedence: Precedence
  /// One line: what is wrong where the rule fires.
  public let summary: String
  /// Why machine translation produces it, and what the rule leaves alone.
  public let explanation: String
  /// Source languages (ISO 639-1) whose translations show it; empty for all.
  public let from: [String]
  /// Ids of rules that give way to this one where both find the same place.
  public let over: [String]
  public let bad: [Example]
  public let good: [String]

  public init(
    id: String, severity: Severity = .warning, category: Category, tier: Tier = .default, precedence: Precedence = .pattern,
    summary: String,
    explanation: String = "", from: [String] = [], over: [String] = [], bad: [Example], good: [String]
  ) {
    self.id = id
    self.severity = severity
    self.category = category
    self.tier = tier
    self.precedence = precedence
    self.summary = summary
    self.explanation = explanation
    self.from = from
    self.over = over
    self.bad = bad
    self.good = good
  }

  /// The part of the id before the slash.
  public var family: String { String(id.prefix { $0 != "/" }) }
}
