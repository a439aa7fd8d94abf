/// Finds the features of a block that the tokeniser and the lexicon do not tell.
struct FeatureScan {
  /// For each slot the running number of the last word pair that fell into it: repeats are found without looking back.
  private var lastPair = [UInt32](repeating: 0, count: slots)
  private var base: UInt32 = 1 << 8
  private static let slots = 1024

  /// How far back a pair of words counts as a repeat, in tokens.
  private static let nearDistance = 12

  mutating func features(of block: Block) -> BlockFeatures {
    let tokens = block.tokens
    var features = BlockFeatures(tokens.flags)
    features.formUnion(repeats(tokens))
    if !tokens.unknownWords.isEmpty { features.insert(.unknownWord) }
    if tokens.wordFacts.contains(.unknownLower) { features.insert(.unknownLowerWord) }
    if tokens.wordFacts.contains(.lowerProper) { features.insert(.properInLowerCase) }
    if tokens.wordFacts.contains(.capitalFunctionWord) { features.insert(.capitalFunctionWord) }
    if tokens.wordFacts.contains(.givenName) { features.insert(.givenName) }
    if tokens.kind(0) == .word, tokens.shape(0) == .lower { features.insert(.lowerStart) }
    if block.kind.isHeading { features.insert(.heading) }
    return features
  }

  private mutating func repeats(_ tokens: Tokens) -> BlockFeatures {
    let counter = base
    var found: UInt32 = 0
    // What the rare cases need: the last repeat, and how many pairs in a row came back at its distance.
    var run = PairRun()
    lastPair.withUnsafeMutableBufferPointer { lastPair in
      // SAFETY: slots are taken modulo the size of the table.
      let table = lastPair.baseAddress.unsafelyUnwrapped
      var previous: UInt64 = 0
      var beforePrevious: UInt64 = 0
      for i in 0..<tokens.count {
        let hash = tokens.hashes[i]
        let slot = Int(truncatingIfNeeded: (previous ^ hash &* 3) & UInt64(Self.slots - 1))
        let number = counter &+ UInt32(truncatingIfNeeded: i)
        let distance = Int(number &- table[slot])
        table[slot] = number
        if hash == previous, tokens.isAnyWord(i) { found |= BlockFeatures.adjacentRepeat.rawValue }
        if hash == beforePrevious, tokens.isAnyWord(i), tokens.isContent(i) || !tokens.isAnyWord(i - 1) { found |= BlockFeatures.alternateRepeat.rawValue }
        if distance <= Self.nearDistance, distance < i { found |= run.take(i, distance, tokens) }
        beforePrevious = previous
        previous = hash
      }
    }
    base = base &+ UInt32(tokens.count + Self.nearDistance + 1)
    if base > UInt32.max / 2 { self = FeatureScan() }
    return BlockFeatures(rawValue: found)
  }
}

/// Pairs of words that stood a few tokens before as well, as long as they follow one another at one distance.
private struct PairRun {
  private var last = 0
  private var distance = 0
  private var count = 0
  private var hasContent = false

  /// The features that a pair which ends at token `i` and may have stood `distance` tokens before makes.
  mutating func take(_ i: Int, _ distance: Int, _ tokens: Tokens) -> UInt32 {
    // The slot may have been another pair's.
    guard tokens.hashes[i - distance] == tokens.hashes[i], tokens.hashes[i - distance - 1] == tokens.hashes[i - 1] else { return 0 }
    if i != last + 1 || distance != self.distance { (count, hasContent) = (0, false) }
    (last, self.distance, count) = (i, distance, count + 1)
    // Pairs of function words repeat in good prose.
    if tokens.isContent(i) || tokens.isContent(i - 1) { hasContent = true }
    return hasContent && count >= distance - 2 ? BlockFeatures.phraseRepeat.rawValue : 0
  }
}

extension Tokens {
  /// Whether a token is a word, of letters or of letters and digits.
  fileprivate func isAnyWord(_ i: Int) -> Bool { kind(i).rawValue <= TokenKind.alphanumeric.rawValue }

  /// Whether a token is such a word and no function word.
  fileprivate func isContent(_ i: Int) -> Bool { isAnyWord(i) && lexemes[i] & Lexeme.functionWord.rawValue == 0 }
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
