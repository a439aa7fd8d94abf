/// What the lexicon knows of a word, whatever its case: 0 for an unknown word.
///
/// The high bit of each byte is clear, so that a lexeme stands in a blob as it is.
public struct Lexeme: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable @inline(__always) public init(rawValue: UInt32) { self.rawValue = rawValue }

  // The low four bits are the grade. The highest five are none of its own (see `Lexicon`).

  /// Written in lower case: `table`, `polish`.
  @inlinable public static var lower: Lexeme { Lexeme(rawValue: 1 << 4) }
  /// Written with a capital: `Paris`, `Polish`.
  @inlinable public static var capitalised: Lexeme { Lexeme(rawValue: 1 << 5) }
  /// Written in capitals: `NATO`.
  @inlinable public static var caps: Lexeme { Lexeme(rawValue: 1 << 6) }
  /// Written some other way: `iPhone`, `McDonald`; `Lexicon.spelling` says how.
  @inlinable public static var mixed: Lexeme { Lexeme(rawValue: 1 << 8) }
  /// An abbreviation, after which a full stop ends no sentence.
  @inlinable public static var abbreviation: Lexeme { Lexeme(rawValue: 1 << 9) }
  /// A short form of wire copy: `mln`, `pct`.
  @inlinable public static var newswire: Lexeme { Lexeme(rawValue: 1 << 10) }
  @inlinable public static var surname: Lexeme { Lexeme(rawValue: 1 << 11) }
  @inlinable public static var place: Lexeme { Lexeme(rawValue: 1 << 12) }
  @inlinable public static var givenMale: Lexeme { Lexeme(rawValue: 1 << 13) }
  @inlinable public static var givenFemale: Lexeme { Lexeme(rawValue: 1 << 14) }
  /// A given name that is an everyday word as well: `Will`, `Grace`.
  @inlinable public static var givenAmbiguous: Lexeme { Lexeme(rawValue: 1 << 16) }
  @inlinable public static var determiner: Lexeme { Lexeme(rawValue: 1 << 17) }
  @inlinable public static var preposition: Lexeme { Lexeme(rawValue: 1 << 18) }
  @inlinable public static var pronoun: Lexeme { Lexeme(rawValue: 1 << 19) }
  @inlinable public static var conjunction: Lexeme { Lexeme(rawValue: 1 << 20) }
  @inlinable public static var auxiliary: Lexeme { Lexeme(rawValue: 1 << 21) }

  /// An irregular past or past participle: `went`, `driven`.
  @inlinable public static var irregularPast: Lexeme { Lexeme(rawValue: 1 << 22) }
  /// An irregular plural: `children`, `data`.
  @inlinable public static var irregularPlural: Lexeme { Lexeme(rawValue: 1 << 24) }
  /// A word of old Bibles: `unto`, `hath`; or one that they have in set phrases.
  @inlinable public static var archaic: Lexeme { Lexeme(rawValue: 1 << 25) }

  @inlinable public static var given: Lexeme { [.givenMale, .givenFemale] }
  @inlinable public static var functionWord: Lexeme { [.determiner, .preposition, .pronoun, .conjunction, .auxiliary] }

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
