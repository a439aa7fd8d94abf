/// What a block holds, as one bit each: found in one pass over its tokens, so that most rules need not look at most blocks.
public struct BlockFeatures: OptionSet, Sendable {
  public let rawValue: UInt32
  @inline(__always) public init(rawValue: UInt32) { self.rawValue = rawValue }

  // The low half are the flags of tokens.

  /// A word with an upper-case letter after its first letter.
  public static let innerCapital = BlockFeatures(.innerCapital)
  /// A number, or letters and digits together.
  public static let number = BlockFeatures(.number)
  /// `’s`.
  public static let clitic = BlockFeatures(.clitic)
  /// A double quotation mark, straight or curly, or a guillemet.
  public static let quotationMark = BlockFeatures(.quotationMark)
  /// A letter or mark above ASCII other than quotation marks, apostrophes and dashes.
  public static let nonASCII = BlockFeatures(.nonASCII)
  /// A hyphen between two words.
  public static let hyphen = BlockFeatures(.hyphen)
  /// A mark of punctuation that is not a full stop, comma, quotation mark or hyphen.
  public static let otherMark = BlockFeatures(.otherMark)
  /// A space before a closing mark.
  public static let oddSpacing = BlockFeatures(.oddSpacing)
  /// A mark glued to a comma or semicolon, or two full stops.
  public static let doubledMark = BlockFeatures(.doubledMark)
  /// A word in lower case after what may be the end of a sentence and a space.
  public static let lowerAfterStop = BlockFeatures(.lowerAfterStop)
  /// Something glued to what may be the end of a sentence.
  public static let gluedAfterStop = BlockFeatures(.gluedAfterStop)
  /// A mark other than a full stop, comma, apostrophe or hyphen with no space on either side.
  public static let tightMark = BlockFeatures(.tightMark)

  /// A word and the same word right after it.
  public static let adjacentRepeat = BlockFeatures(rawValue: 1 << 16)
  /// A word that is no function word, and the same word two tokens on: `X of X`; or any word with a mark between.
  public static let alternateRepeat = BlockFeatures(rawValue: 1 << 17)
  /// A phrase of two words or more, not all function words, said twice in a row or with one token between.
  public static let phraseRepeat = BlockFeatures(rawValue: 1 << 18)
  /// A word of letters that no list has.
  public static let unknownWord = BlockFeatures(rawValue: 1 << 19)
  /// A lower-case word that the lexicon has with a capital only.
  public static let properInLowerCase = BlockFeatures(rawValue: 1 << 20)
  /// A given name.
  public static let givenName = BlockFeatures(rawValue: 1 << 21)
  /// A word of old Bibles, or one that they have in set phrases.
  public static let archaic = BlockFeatures(rawValue: 1 << 28)
  /// A word in lower case that no list has.
  public static let unknownLowerWord = BlockFeatures(rawValue: 1 << 23)
  /// A function word of two letters or more with a capital that does not begin its sentence.
  public static let capitalFunctionWord = BlockFeatures(rawValue: 1 << 24)
  /// A word in lower case at the start of the block.
  public static let lowerStart = BlockFeatures(rawValue: 1 << 25)
  /// One of the first few blocks of its document.
  public static let opening = BlockFeatures(rawValue: 1 << 26)
  /// A few tokens only: what may be a line of the page around the text.
  public static let short = BlockFeatures(rawValue: 1 << 27)
  /// How many blocks count as the first, and how many tokens as few.
  public static let openingBlocks = 8
  public static let shortBlock = 14
  /// A heading.
  public static let heading = BlockFeatures(rawValue: 1 << 22)

  @inline(__always) init(_ flags: TokenFlags) { rawValue = UInt32(flags.rawValue) }
}

/// What must stand in a block before a rule is asked about it: any of some features.
///
/// A trigger may let a block through in which there is nothing to find; it never holds one back.
public struct Trigger: Sendable {
  public var features: BlockFeatures = []
  public var isAlways = false

  public static let always = Trigger(isAlways: true)
  public static func features(_ features: BlockFeatures) -> Trigger { Trigger(features: features) }
}
