import MTLProse

/// Kinds of tokens, coarse enough for a set of them to fit into a cell: what may stand beside the word a pattern is filed under is
/// told from most of what does.
///
/// A word in lower case falls into one of twelve buckets by its hash, any other word into one of four, a mark into one of eight.
struct TokenBuckets: OptionSet, Hashable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  static let lowerWords = TokenBuckets(rawValue: 0xFFF)
  static let capitalWords = TokenBuckets(rawValue: 0xF << 12)
  static let numbers = TokenBuckets(rawValue: 1 << 16)
  static let alphanumerics = TokenBuckets(rawValue: 1 << 17)
  static let clitics = TokenBuckets(rawValue: 1 << 18)
  static let opaque = TokenBuckets(rawValue: 1 << 19)
  static let marks = TokenBuckets(rawValue: 0xFF << 20)
  static let words: TokenBuckets = [.lowerWords, .capitalWords]
  static let all = TokenBuckets(rawValue: 0xFFF_FFFF)
  /// What stands before the first word of a sentence: nothing of it.
  static let sentenceStart: TokenBuckets = []

  @inline(__always) static func lower(_ hash: UInt64) -> TokenBuckets {
    TokenBuckets(rawValue: 1 << lowerBit(hash))
  }
  @inline(__always) static func capital(_ hash: UInt64) -> TokenBuckets {
    TokenBuckets(rawValue: 1 << (12 + UInt32(truncatingIfNeeded: hash & 3)))
  }
  @inline(__always) static func mark(_ hash: UInt64) -> TokenBuckets {
    TokenBuckets(rawValue: 1 << (20 + UInt32(truncatingIfNeeded: hash & 7)))
  }

  /// The bucket of token `i`.
  init(of i: Int, in tokens: Tokens) {
    switch tokens.kind(i) {
    case .word: self = tokens.shape(i) == .lower ? .lower(tokens.hashes[i]) : .capital(tokens.hashes[i])
    case .clitic: self = .clitics
    case .number: self = .numbers
    case .alphanumeric: self = .alphanumerics
    case .punctuation: self = .mark(tokens.hashes[i])
    case .opaque: self = .opaque
    }
  }

  /// A set as a blob writes it, seven bits to a byte, so that it is asked without being decoded.
  @inline(__always)
  static func written(_ place: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt32.self))
  }

  /// What a written set must hold for token `i` to be in it: its bucket; all where there is no such token.
  @inline(__always)
  static func demanded(by i: Int, in block: UnsafePointer<Block>) -> UInt32 {
    guard i >= 0, i < block.pointee.tokens.count else { return writtenAll }
    // Most tokens are words in lower case.
    return block.pointee.tokens.isLowerWord(i)
      ? written(bit: lowerBit(block.pointee.tokens.hashes[i])) : writtenBucket(of: i, in: block)
  }

  /// The set of all as it is written.
  private static let writtenAll: UInt32 = 0x7F7F_7F7F

  @inline(never)
  private static func writtenBucket(of i: Int, in block: UnsafePointer<Block>) -> UInt32 {
    written(bit: UInt32(truncatingIfNeeded: TokenBuckets(of: i, in: block.pointee.tokens).rawValue.trailingZeroBitCount))
  }

  /// Bit `n` of a set as it is written; a byte has seven.
  @inline(__always)
  private static func written(bit n: UInt32) -> UInt32 { 1 &<< (n &+ (n &* 37) &>> 8) }

  @inline(__always)
  private static func lowerBit(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: (hash & 0xFFFF) &* 12 &>> 16) }
}

extension Tokens {
  /// Whether a token is the first of its sentence.
  @inline(__always)
  func isSentenceStart(_ i: Int) -> Bool { i < count && (i == 0 || flags(i).contains(.sentenceStart)) }

  /// Whether a mark stands before a token: then a sentence may begin there as well.
  @inline(__always)
  func followsMark(_ i: Int) -> Bool { i > 0 && i < count && kind(i - 1) == .punctuation }
}

extension Block {
  /// Whether a sentence begins at token `i`, or before the opening marks in front of it.
  func isSentenceStart(_ i: Int) -> Bool {
    var k = i
    while k < tokens.count, k > 0, !tokens.flags(k).contains(.sentenceStart) {
      guard tokens.kind(k - 1) == .punctuation, ["“", "\"", "«", "‘", "(", "'"].contains(scalar(k - 1)) else { return false }
      k -= 1
    }
    return k < tokens.count
  }
}
