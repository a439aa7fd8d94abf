/// Finds the features of a block that the tokeniser and the lexicon do not tell.
struct FeatureScan {
  /// For each slot the running number of the last word pair that fell into it: repeats are found without looking back.
  private var lastPair = [UInt32](repeating: 0, count: slots)
  private var base: UInt32 = 1 << 8
  /// The tokens that may repeat something.
  private var suspects: [UInt16] = []
  private static let slots = 1024

  /// How far back a pair of words counts as a repeat, in tokens.
  static let nearDistance = 12

  mutating func features(of block: Block) -> BlockFeatures {
    let tokens = block.tokens
    var features = BlockFeatures(tokens.flags)
    features.formUnion(repeats(tokens))
    if !tokens.unknownWords.isEmpty { features.insert(.unknownWord) }
    if tokens.wordFacts.contains(.unknownLower) { features.insert(.unknownLowerWord) }
    if tokens.wordFacts.contains(.lowerProper) { features.insert(.properInLowerCase) }
    if tokens.wordFacts.contains(.capitalFunctionWord) { features.insert(.capitalFunctionWord) }
    if tokens.wordFacts.contains(.givenName) { features.insert(.givenName) }
    if tokens.wordFacts.contains(.archaic) { features.insert(.archaic) }
    if tokens.kind(0) == .word, tokens.shape(0) == .lower { features.insert(.lowerStart) }
    if block.kind.isHeading { features.insert(.heading) }
    if block.index < BlockFeatures.openingBlocks { features.insert(.opening) }
    if tokens.count <= BlockFeatures.shortBlock { features.insert(.short) }
    return features
  }

  private mutating func repeats(_ tokens: Tokens) -> BlockFeatures {
    var found: UInt32 = 0
    var run = PairRun()
    for k in 0..<candidates(tokens) {
      let i = Int(suspects[k])
      if i > 0, tokens.hashes[i] == tokens.hashes[i - 1], tokens.isAnyWord(i) { found |= BlockFeatures.adjacentRepeat.rawValue }
      if i > 1, tokens.hashes[i] == tokens.hashes[i - 2], tokens.isAnyWord(i), tokens.isContent(i) || !tokens.isAnyWord(i - 1) {
        found |= BlockFeatures.alternateRepeat.rawValue
      }
      found |= run.take(i, tokens)
    }
    return BlockFeatures(rawValue: found)
  }

  /// Notes the tokens that may repeat something; tells how many.
  private mutating func candidates(_ tokens: Tokens) -> Int {
    if suspects.count <= tokens.count { suspects = [UInt16](repeating: 0, count: 2 * tokens.count + 1) }
    let counter = base
    base = base &+ UInt32(tokens.count + Self.nearDistance + 1)
    if base > UInt32.max / 2 {
      base = 1 << 8
      lastPair = [UInt32](repeating: 0, count: Self.slots)
    }
    let (count, hashes) = (tokens.count, tokens.hashes)
    return lastPair.withUnsafeMutableBufferPointer { lastPair in
      suspects.withUnsafeMutableBufferPointer { suspects in
        // SAFETY: slots are taken modulo the size of the table, and there is a suspect more than there are tokens.
        let (table, noted) = (lastPair.baseAddress.unsafelyUnwrapped, suspects.baseAddress.unsafelyUnwrapped)
        var found = 0
        var previous: UInt64 = 0
        var beforePrevious: UInt64 = 0
        var number = counter
        for i in 0..<count {
          let hash = hashes[i]
          let slot = Int(truncatingIfNeeded: (previous ^ hash &* 3) & UInt64(Self.slots &- 1))
          let distance = number &- table[slot]
          table[slot] = number
          number &+= 1
          if distance <= UInt32(Self.nearDistance) || hash == previous || hash == beforePrevious {
            noted[found] = UInt16(truncatingIfNeeded: i)
            found &+= 1
          }
          beforePrevious = previous
          previous = hash
        }
        return found
      }
    }
  }
}

/// Pairs of words that stood a few tokens before as well, as long as they follow one another at one distance.
private struct PairRun {
  private var last = 0
  private var distance = 0
  private var count = 0
  private var hasContent = false

  /// The features that the pair which ends at token `i` makes if it stood a few tokens before.
  mutating func take(_ i: Int, _ tokens: Tokens) -> UInt32 {
    let hashes = tokens.hashes
    let reach = min(FeatureScan.nearDistance, i - 1)
    guard reach >= 1, let distance = (1...reach).first(where: { hashes[i - $0] == hashes[i] && hashes[i - $0 - 1] == hashes[i - 1] }) else {
      return 0
    }
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
