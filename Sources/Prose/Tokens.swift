/// What a token is.
public enum TokenKind: UInt8, Sendable {
  /// Letters, with apostrophes inside (`don’t`, `O’Brien`), or dotted letters (`U.S.`). Parts of a hyphenated word are words of their own.
  case word
  /// `’s` after a word.
  case clitic
  /// Digits with separators inside: `1,000.5`.
  case number
  /// Letters and digits together: `21st`, `G7`.
  case alphanumeric
  /// One punctuation mark or symbol; `...` and `--` are one token each.
  case punctuation
  /// Something that is not prose but stands in its place: code, an image, a URL.
  case opaque
}

/// How a word is cased.
public enum TokenShape: UInt8, Sendable {
  /// No upper-case letter (or no letter at all).
  case lower
  /// The first letter alone is upper case; `A` and `I` too.
  case capitalised
  /// Two letters or more, all upper case.
  case caps
  /// Anything else: `iPhone`, `McDonald`.
  case mixed
}

/// Facts about a token that one bit each holds.
public struct TokenFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  @inlinable @inline(__always) public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The first token of a sentence.
  @inlinable public static var sentenceStart: TokenFlags { TokenFlags(rawValue: 1) }
  /// Holds a letter or mark above ASCII other than an apostrophe, a quotation mark or a dash.
  @inlinable public static var nonASCII: TokenFlags { TokenFlags(rawValue: 1 << 1) }
  /// Holds a letter of another script than Latin.
  @inlinable public static var nonLatin: TokenFlags { TokenFlags(rawValue: 1 << 2) }
  /// A word with a capital after its first letter that is not all in capitals.
  @inlinable public static var innerCapital: TokenFlags { TokenFlags(rawValue: 1 << 3) }
  /// A number, or letters and digits together.
  @inlinable public static var number: TokenFlags { TokenFlags(rawValue: 1 << 4) }
  /// `’s`.
  @inlinable public static var clitic: TokenFlags { TokenFlags(rawValue: 1 << 5) }
  /// A double or single quotation mark, straight or curly, or a guillemet.
  @inlinable public static var quotationMark: TokenFlags { TokenFlags(rawValue: 1 << 6) }
  /// A hyphen glued to what stands before it.
  @inlinable public static var hyphen: TokenFlags { TokenFlags(rawValue: 1 << 7) }
  /// A mark that is not a full stop, comma, quotation mark or glued hyphen; and several full stops or hyphens.
  @inlinable public static var otherMark: TokenFlags { TokenFlags(rawValue: 1 << 8) }
  /// A closing mark with a space before it.
  @inlinable public static var oddSpacing: TokenFlags { TokenFlags(rawValue: 1 << 9) }
  /// A mark glued to a comma or semicolon, or two full stops.
  @inlinable public static var doubledMark: TokenFlags { TokenFlags(rawValue: 1 << 10) }
  /// A word in lower case after what may be the end of a sentence and a space.
  @inlinable public static var lowerAfterStop: TokenFlags { TokenFlags(rawValue: 1 << 11) }
  /// Glued to what may be the end of a sentence.
  @inlinable public static var gluedAfterStop: TokenFlags { TokenFlags(rawValue: 1 << 12) }
  /// A mark other than a full stop, comma, apostrophe or hyphen with no space on either side.
  @inlinable public static var tightMark: TokenFlags { TokenFlags(rawValue: 1 << 13) }
}

/// The tokens of one block, as columns. A view: valid while the rule that was handed it runs.
///
/// Offsets here are offsets in the block's *reading* (see `Block`); ask the block for places in the file.
public struct Tokens {
  public let count: Int
  // SAFETY: all columns hold `count` initialised values and outlive the view; see `TokenBuffer`.
  /// Where tokens begin: the low half of each span.
  public let starts: SpanColumn
  /// Where tokens end: the high half.
  public let ends: SpanColumn
  public let hashes: UnsafePointer<UInt64>
  /// Four bytes a token: kind, shape, flags.
  let traits: UnsafeRawPointer
  /// What the lexicon knows of each word, as the raw value of its entry; 0 where it knows none.
  public let lexemes: UnsafePointer<UInt32>
  /// Four bits of each token that whoever compiled rules has put into the lexicon. Readable for eight more bytes.
  public let marks: UnsafePointer<UInt8>

  @inline(__always) public func kind(_ i: Int) -> TokenKind { traits.load(fromByteOffset: i &* 4, as: TokenKind.self) }
  @inline(__always) public func shape(_ i: Int) -> TokenShape { traits.load(fromByteOffset: i &* 4 &+ 1, as: TokenShape.self) }
  @inline(__always) public func flags(_ i: Int) -> TokenFlags {
    TokenFlags(rawValue: traits.load(fromByteOffset: i &* 4 &+ 2, as: UInt16.self))
  }
  /// Whether a token is a word of letters, all in lower case: most tokens are.
  @inline(__always) public func isLowerWord(_ i: Int) -> Bool { traits.load(fromByteOffset: i &* 4, as: UInt16.self) == 0 }
  @inline(__always) public func hash(_ i: Int) -> WordHash { WordHash(value: hashes[i]) }

  /// The flags of all tokens together.
  public let flags: TokenFlags
  /// How many tokens are words, of letters or of letters and digits.
  public let words: Int
  /// The tokens that begin a sentence, in order.
  public let sentenceStarts: UnsafeBufferPointer<UInt16>
  /// Numbers, and words with digits, in order.
  public let numbers: UnsafeBufferPointer<UInt16>
  /// Words of letters that the lexicon does not know, in order.
  public let unknownWords: UnsafeBufferPointer<UInt16>
  /// What the lexicon says of the words together; see `Lexicon.intern`.
  public let wordFacts: WordFacts

  /// Whether nothing, not even a space, stands between this token and the one before.
  @inline(__always) public func isGlued(_ i: Int) -> Bool { i > 0 && starts[i] == ends[i - 1] }
}

/// One end of the tokens’ spans, which stand side by side.
public struct SpanColumn {
  // SAFETY: as `Tokens`.
  @usableFromInline let base: UnsafePointer<UInt32>

  init(_ base: UnsafePointer<UInt32>) { self.base = base }

  @inlinable @inline(__always) public subscript(_ i: Int) -> UInt32 { base[i &* 2] }
}

/// What the words of a block are, one bit each for “some word is”.
public struct WordFacts: OptionSet, Sendable {
  public let rawValue: UInt8
  @inlinable @inline(__always) public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Unknown, and in lower case.
  @inlinable public static var unknownLower: WordFacts { WordFacts(rawValue: 1) }
  /// In lower case where the lexicon has it with a capital only.
  @inlinable public static var lowerProper: WordFacts { WordFacts(rawValue: 2) }
  /// A function word of two letters or more with a capital that does not begin its sentence.
  @inlinable public static var capitalFunctionWord: WordFacts { WordFacts(rawValue: 4) }
  /// A given name with a capital.
  @inlinable public static var givenName: WordFacts { WordFacts(rawValue: 8) }
  /// A word of old Bibles.
  @inlinable public static var archaic: WordFacts { WordFacts(rawValue: 16) }
}

/// The columns that tokens are written into, reused from block to block.
final class TokenBuffer {
  /// A block is cut at this many tokens, so that memory is bounded whatever the input.
  static let capacity = 4096

  // SAFETY: allocated once with `capacity` slots each and freed in `deinit`; the tokeniser never writes past `capacity`.
  /// Start in the low half, end in the high half.
  let spans = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  let hashes = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
  /// From the low end: kind, shape, flags.
  let traits = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  let lexemes = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  /// Read in groups of eight.
  let marks = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 8)
  let sentences = UnsafeMutablePointer<UInt16>.allocate(capacity: capacity)
  let numbers = UnsafeMutablePointer<UInt16>.allocate(capacity: capacity)
  let unknownWords = UnsafeMutablePointer<UInt16>.allocate(capacity: capacity)

  init() { marks.initialize(repeating: 0, count: Self.capacity + 8) }

  deinit {
    spans.deallocate()
    hashes.deallocate()
    traits.deallocate()
    lexemes.deallocate()
    marks.deallocate()
    sentences.deallocate()
    numbers.deallocate()
    unknownWords.deallocate()
  }

  func view(_ run: Tokeniser.Run, unknownWords unknown: Int = 0, facts: WordFacts = []) -> Tokens {
    // SAFETY: both columns are little-endian as every platform of Swift is; each span is two numbers of 32 bits.
    let halves = UnsafeRawPointer(spans).assumingMemoryBound(to: UInt32.self)
    return Tokens(
      count: run.count, starts: SpanColumn(halves), ends: SpanColumn(halves + 1), hashes: hashes, traits: UnsafeRawPointer(traits),
      lexemes: lexemes, marks: marks, flags: run.flags, words: run.words,
      sentenceStarts: UnsafeBufferPointer(start: sentences, count: run.sentences),
      numbers: UnsafeBufferPointer(start: numbers, count: run.numbers),
      unknownWords: UnsafeBufferPointer(start: unknownWords, count: unknown), wordFacts: facts)
  }
}

extension TokenShape {
  /// The shape of a word given as well-formed UTF-8; what is not a letter does not count.
  public init(ofWord bytes: some Collection<UInt8>) {
    var uppers = 0
    var letters = 0
    var firstIsUpper = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      guard value < 0x80 ? Scalars.classes[Int(value)] == Scalars.Class.letter.rawValue : Scalars.classify(value) == .letter else {
        continue
      }
      let isUpper = Scalars.fold(value) != value
      if letters == 0 { firstIsUpper = isUpper }
      letters += 1
      if isUpper { uppers += 1 }
    }
    self = uppers == 0 ? .lower : uppers == 1 && firstIsUpper ? .capitalised : uppers == letters ? .caps : .mixed
  }
}
