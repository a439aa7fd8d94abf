/// What a block holds, as one bit each: found in one pass over its tokens, so that most rules need not look at most blocks.
public struct BlockFeatures: OptionSet, Sendable {
  public let rawValue: UInt32
  @inline(__always) public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A word and the same word right after it.
  public static let adjacentRepeat = BlockFeatures(rawValue: 1)
  /// A word of letters that no list has.
  public static let unknownWord = BlockFeatures(rawValue: 1 << 1)
  /// A lower-case word that the lexicon has with a capital only.
  public static let properInLowerCase = BlockFeatures(rawValue: 1 << 2)
  /// A number, or letters and digits together.
  public static let number = BlockFeatures(rawValue: 1 << 3)
  /// A single or double quotation mark, straight or curly, or a guillemet.
  public static let quotationMark = BlockFeatures(rawValue: 1 << 4)
  /// `’s`.
  public static let clitic = BlockFeatures(rawValue: 1 << 5)
  /// A letter or mark above ASCII other than quotation marks, apostrophes and dashes.
  public static let nonASCII = BlockFeatures(rawValue: 1 << 6)
  /// A hyphen between two words.
  public static let hyphen = BlockFeatures(rawValue: 1 << 7)
  /// A mark of punctuation that is not a full stop, comma, quotation mark or hyphen.
  public static let otherMark = BlockFeatures(rawValue: 1 << 8)
  /// A given name.
  public static let givenName = BlockFeatures(rawValue: 1 << 9)
  /// A word with an upper-case letter after its first letter.
  public static let innerCapital = BlockFeatures(rawValue: 1 << 10)
  /// A space before a mark, or none after one, where English wants it otherwise.
  public static let oddSpacing = BlockFeatures(rawValue: 1 << 11)
  /// A pair of words that (as far as a small table can tell) stood within the last twelve tokens.
  public static let nearRepeat = BlockFeatures(rawValue: 1 << 12)
  /// A heading.
  public static let heading = BlockFeatures(rawValue: 1 << 13)
  /// A word and the same word two tokens on: `X of X`.
  public static let alternateRepeat = BlockFeatures(rawValue: 1 << 14)
}

/// What must stand in a block before a rule is asked about it: any of some features, or any of some words.
///
/// A trigger may let a block through in which there is nothing to find; it never holds one back.
public struct Trigger: Sendable {
  public var features: BlockFeatures = []
  public var isAlways = false
  /// Words, in any case.
  public var words: [String] = []

  public static let always = Trigger(isAlways: true)
  public static func features(_ features: BlockFeatures) -> Trigger { Trigger(features: features) }
  public static func words(_ words: String...) -> Trigger { Trigger(words: words) }
}
