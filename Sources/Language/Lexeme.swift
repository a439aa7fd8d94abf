/// What the lexicon knows of a word, whatever its case: 28 bits, 0 for an unknown word.
///
/// The high bit of each byte is clear, so that a lexeme stands in a blob as it is.
public struct Lexeme: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  @inline(__always) public init(rawValue: UInt32) { self.rawValue = rawValue }

  // The low four bits are the grade.

  /// Written in lower case: `table`, `polish`.
  public static let lower = Lexeme(rawValue: 1 << 4)
  /// Written with a capital: `Paris`, `Polish`.
  public static let capitalised = Lexeme(rawValue: 1 << 5)
  /// Written in capitals: `NATO`.
  public static let caps = Lexeme(rawValue: 1 << 6)
  /// Written some other way: `iPhone`, `McDonald`; `Lexicon.spelling` says how.
  public static let mixed = Lexeme(rawValue: 1 << 8)
  /// An abbreviation, after which a full stop ends no sentence.
  public static let abbreviation = Lexeme(rawValue: 1 << 9)
  /// A short form of wire copy: `mln`, `pct`.
  public static let newswire = Lexeme(rawValue: 1 << 10)
  public static let surname = Lexeme(rawValue: 1 << 11)
  public static let place = Lexeme(rawValue: 1 << 12)
  public static let givenMale = Lexeme(rawValue: 1 << 13)
  public static let givenFemale = Lexeme(rawValue: 1 << 14)
  /// A given name that is an everyday word as well: `Will`, `Grace`.
  public static let givenAmbiguous = Lexeme(rawValue: 1 << 16)
  public static let determiner = Lexeme(rawValue: 1 << 17)
  public static let preposition = Lexeme(rawValue: 1 << 18)
  public static let pronoun = Lexeme(rawValue: 1 << 19)
  public static let conjunction = Lexeme(rawValue: 1 << 20)
  public static let auxiliary = Lexeme(rawValue: 1 << 21)

  /// An irregular past or past participle: `went`, `driven`.
  public static let irregularPast = Lexeme(rawValue: 1 << 22)
  /// An irregular plural: `children`, `data`.
  public static let irregularPlural = Lexeme(rawValue: 1 << 24)

  public static let given: Lexeme = [.givenMale, .givenFemale]
  public static let functionWord: Lexeme = [.determiner, .preposition, .pronoun, .conjunction, .auxiliary]

  /// How common the word is: 1 (the thousand commonest) to 9 (in large dictionaries only), after SCOWL's sizes 10 to 80;
  /// 10 for names and words from other lists; 0 for an unknown word.
  @inline(__always) public var grade: Int { Int(rawValue & 0xF) }

  /// Whether no list has the word.
  @inline(__always) public var isUnknown: Bool { rawValue == 0 }

  /// Whether any of these facts holds.
  @inline(__always) public func isAny(_ facts: Lexeme) -> Bool { rawValue & facts.rawValue != 0 }

  /// Known, and never in lower case: a proper name.
  @inline(__always) public var isProperOnly: Bool { rawValue != 0 && rawValue & (Lexeme.lower.rawValue | Lexeme.newswire.rawValue) == 0 }

  /// SCOWL's size to grade.
  static func grade(ofSize size: Int) -> Int { [10: 1, 20: 2, 35: 3, 40: 4, 50: 5, 55: 6, 60: 7, 70: 8, 80: 9][size] ?? 10 }
  static let ungraded = 10
}
