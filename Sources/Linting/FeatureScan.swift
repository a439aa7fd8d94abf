/// Finds the features of a block in a few passes over its token columns, each with so little state that it runs in registers.
struct FeatureScan {
  /// For each slot the running number of the last word pair that fell into it: repeats are found without looking back.
  private var lastPair = [UInt32](repeating: 0, count: 256)
  private var base: UInt32 = 1 << 8

  /// How far back a pair of words counts as a repeat, in tokens.
  static let nearDistance = 12

  /// The features of a block, its number of words, and the rules whose trigger words stand in it.
  mutating func scan(_ block: Block, words triggerWords: WordFilter) -> (features: BlockFeatures, words: Int, triggered: UInt64) {
    let tokens = block.tokens
    let (flags, words) = tokens.summary
    var features = BlockFeatures(flags)
    features.formUnion(Self.lexicalFeatures(tokens))
    features.formUnion(repeats(tokens))
    if block.kind.isHeading { features.insert(.heading) }
    return (features, words, triggerWords.triggered(by: tokens))
  }

  private static func lexicalFeatures(_ tokens: Tokens) -> BlockFeatures {
    let lowerFacts = Lexeme.lower.rawValue | Lexeme.newswire.rawValue
    var unknown = 0
    var unknownLower = 0
    var capitalFunctionWord = 0
    let functionWord = Lexeme.functionWord.rawValue
    let sentenceStart = TokenFlags.sentenceStart.rawValue
    var lowerProper = 0
    var capitalised: UInt32 = 0
    for i in 0..<tokens.count where tokens.kind(i) == .word {
      let lexeme = tokens.lexemes[i]
      unknown |= lexeme == 0 ? 1 : 0
      if tokens.shape(i) == .lower {
        if lexeme & lowerFacts == 0 {
          if lexeme == 0 { unknownLower = 1 } else { lowerProper = 1 }
        }
      } else {
        capitalised |= lexeme
        if lexeme & functionWord != 0, tokens.flags(i).rawValue & sentenceStart == 0, tokens.ends[i] - tokens.starts[i] > 1 {
          capitalFunctionWord = 1
        }
      }
    }
    var features: BlockFeatures = []
    if unknown != 0 { features.insert(.unknownWord) }
    if capitalFunctionWord != 0 { features.insert(.capitalFunctionWord) }
    if tokens.count > 0, tokens.kind(0) == .word, tokens.shape(0) == .lower { features.insert(.lowerStart) }
    if unknownLower != 0 { features.insert(.unknownLowerWord) }
    if lowerProper != 0 { features.insert(.properInLowerCase) }
    if Lexeme(rawValue: capitalised).isAny(.given) { features.insert(.givenName) }
    return features
  }

  private mutating func repeats(_ tokens: Tokens) -> BlockFeatures {
    let counter = base
    var adjacent = false
    var alternate = false
    var near = false
    let functionWord = Lexeme.functionWord.rawValue
    lastPair.withUnsafeMutableBufferPointer { lastPair in
      // SAFETY: the table has 256 slots.
      let table = lastPair.baseAddress.unsafelyUnwrapped
      var previous: UInt64 = 0
      var beforePrevious: UInt64 = 0
      for i in 0..<tokens.count {
        let hash = tokens.hashes[i]
        if tokens.kind(i).rawValue <= TokenKind.alphanumeric.rawValue {
          if hash == previous { adjacent = true }
          if hash == beforePrevious, tokens.lexemes[i] & functionWord == 0 { alternate = true }
          let slot = Int(truncatingIfNeeded: (previous ^ hash &* 3) & 0xFF)
          let number = counter &+ UInt32(truncatingIfNeeded: i)
          let distance = Int(number &- table[slot])
          table[slot] = number
          // The slot may have been another pair's, and pairs of function words repeat in good prose.
          if distance <= Self.nearDistance, distance < i, tokens.hashes[i - distance] == hash, tokens.hashes[i - distance - 1] == previous,
            tokens.lexemes[i] & functionWord == 0 || tokens.lexemes[i - 1] & functionWord == 0
          {
            near = true
          }
        }
        beforePrevious = previous
        previous = hash
      }
    }
    base = base &+ UInt32(tokens.count + Self.nearDistance + 1)
    if base > UInt32.max / 2 { self = FeatureScan() }
    var features: BlockFeatures = []
    if adjacent { features.insert(.adjacentRepeat) }
    if alternate { features.insert(.alternateRepeat) }
    if near { features.insert(.nearRepeat) }
    return features
  }
}

/// A few hundred trigger words, each with the rules that wait for it, in an open-addressing table that stays in the first-level cache.
struct WordFilter: Sendable {
  private var keys: [UInt64] = []
  private var rules: [UInt64] = []

  /// - Parameter words: a word and the bits of its rules.
  init(_ words: [(word: String, rules: UInt64)]) {
    guard !words.isEmpty else { return }
    var size = 64
    while size < words.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    rules = Array(repeating: 0, count: size)
    for (word, bits) in words {
      let hash = WordHash(word).value
      var slot = Self.home(hash, size)
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (size - 1) }
      keys[slot] = hash
      rules[slot] |= bits
    }
  }

  /// The rules that wait for some word among the tokens.
  func triggered(by tokens: Tokens) -> UInt64 {
    guard !keys.isEmpty else { return 0 }
    var triggered: UInt64 = 0
    let size = keys.count
    keys.withUnsafeBufferPointer { keys in
      // SAFETY: slots stay below the size of the table, a power of two.
      let table = keys.baseAddress.unsafelyUnwrapped
      for i in 0..<tokens.count {
        let hash = tokens.hashes[i]
        var slot = Self.home(hash, size)
        while table[slot] != 0 {
          if table[slot] == hash {
            triggered |= rules[slot]
            break
          }
          slot = (slot &+ 1) & (size &- 1)
        }
      }
    }
    return triggered
  }

  @inline(__always)
  private static func home(_ hash: UInt64, _ size: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 25) & (size &- 1) }
}
