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
    TokenBuckets(rawValue: 1 << UInt32(truncatingIfNeeded: (hash & 0xFFFF) &* 12 &>> 16))
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

  /// Whether what stands before token `i` may be in the set. What begins a sentence is looked for only where one begins.
  @inline(__always)
  static func allowsBefore(_ buckets: Int, _ i: Int, in tokens: Tokens) -> Bool {
    buckets == Int(sentenceStart.rawValue) || allow(buckets, i - 1, in: tokens)
  }

  /// Whether token `i` exists and is in the set; a set of all asks for nothing.
  @inline(__always)
  static func allow(_ buckets: Int, _ i: Int, in tokens: Tokens) -> Bool {
    if buckets == Int(all.rawValue) { return true }
    return i >= 0 && i < tokens.count && UInt32(truncatingIfNeeded: buckets) & TokenBuckets(of: i, in: tokens).rawValue != 0
  }
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
