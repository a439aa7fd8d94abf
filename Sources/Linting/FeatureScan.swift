/// Finds the features of a block in one pass over its token columns.
struct FeatureScan {
  /// For each slot the running number of the last word pair that fell into it: repeats are found without looking back.
  private var lastPair = [UInt32](repeating: 0, count: 256)
  private var base: UInt32 = 1 << 8

  /// How far back a pair of words counts as a repeat, in tokens.
  static let nearDistance = 12

  /// The features of a block and its number of words.
  mutating func scan(_ block: Block, words triggerWords: WordFilter) -> (features: BlockFeatures, words: Int, triggered: UInt64) {
    let tokens = block.tokens
    var bits: UInt32 = block.kind.isHeading ? BlockFeatures.heading.rawValue : 0
    var triggered: UInt64 = 0
    var words = 0
    var previous: UInt64 = 0
    var beforePrevious: UInt64 = 0
    let counter = base
    lastPair.withUnsafeMutableBufferPointer { lastPair in
      for i in 0..<tokens.count {
        let hash = tokens.hashes[i]
        switch tokens.kind(i) {
        case .word:
          words += 1
          bits |= Self.wordFeatures(Lexeme(rawValue: tokens.lexemes[i]), tokens.shape(i), tokens.flags(i))
          if hash == previous { bits |= BlockFeatures.adjacentRepeat.rawValue }
          if hash == beforePrevious { bits |= BlockFeatures.alternateRepeat.rawValue }
          let slot = Int((previous ^ hash &* 3) & 0xFF)
          if counter &+ UInt32(truncatingIfNeeded: i) &- lastPair[slot] <= UInt32(Self.nearDistance) {
            bits |= BlockFeatures.nearRepeat.rawValue
          }
          lastPair[slot] = counter &+ UInt32(truncatingIfNeeded: i)
          triggered |= triggerWords.rules(hash)
        case .clitic: bits |= BlockFeatures.clitic.rawValue
        case .number: bits |= BlockFeatures.number.rawValue
        case .alphanumeric:
          words += 1
          bits |= BlockFeatures.number.rawValue
          if hash == previous { bits |= BlockFeatures.adjacentRepeat.rawValue }
        case .punctuation: bits |= Self.markFeatures(block, i)
        case .opaque: break
        }
        beforePrevious = previous
        previous = hash
      }
    }
    base = base &+ UInt32(tokens.count + Self.nearDistance + 1)
    if base > UInt32.max / 2 { self = FeatureScan() }
    return (BlockFeatures(rawValue: bits), words, triggered)
  }

  @inline(__always)
  private static func wordFeatures(_ lexeme: Lexeme, _ shape: TokenShape, _ flags: TokenFlags) -> UInt32 {
    var bits: UInt32 = 0
    if lexeme.isUnknown {
      bits |= BlockFeatures.unknownWord.rawValue
    } else if shape == .lower, lexeme.isProperOnly {
      bits |= BlockFeatures.properInLowerCase.rawValue
    }
    if lexeme.isAny(.given), shape != .lower { bits |= BlockFeatures.givenName.rawValue }
    if shape == .mixed { bits |= BlockFeatures.innerCapital.rawValue }
    if flags.contains(.nonASCII) { bits |= BlockFeatures.nonASCII.rawValue }
    return bits
  }

  @inline(__always)
  private static func markFeatures(_ block: Block, _ i: Int) -> UInt32 {
    let tokens = block.tokens
    var bits: UInt32 = 0
    switch block.firstByte(i) {
    case 0x2E, 0x2C: bits = tokens.ends[i] - tokens.starts[i] > 1 ? BlockFeatures.otherMark.rawValue : 0
    case 0x22: bits = BlockFeatures.quotationMark.rawValue
    case 0x2D: bits = tokens.isGlued(i) ? BlockFeatures.hyphen.rawValue : BlockFeatures.otherMark.rawValue
    case 0x27: break
    case 0xE2: bits = BlockFeatures.quotationMark.rawValue | BlockFeatures.otherMark.rawValue
    case 0x80...: bits = BlockFeatures.nonASCII.rawValue | BlockFeatures.quotationMark.rawValue
    default: bits = BlockFeatures.otherMark.rawValue
    }
    if !tokens.isGlued(i), i > 0 {
      switch block.firstByte(i) {
      case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x29: bits |= BlockFeatures.oddSpacing.rawValue
      default: break
      }
    }
    return bits
  }
}

/// A few hundred trigger words, each with the rules that wait for it, behind a small table that stays in the first-level cache.
struct WordFilter: Sendable {
  private var filter: [UInt64]
  private var rules: [UInt64: UInt64] = [:]

  /// - Parameter words: a word and the bits of its rules.
  init(_ words: [(word: String, rules: UInt64)]) {
    filter = [UInt64](repeating: 0, count: 64)
    for (word, bits) in words {
      let hash = WordHash(word).value
      rules[hash, default: 0] |= bits
      filter[Int(hash >> 8 & 63)] |= 1 << (hash >> 16 & 63)
    }
  }

  @inline(__always)
  func rules(_ hash: UInt64) -> UInt64 {
    guard filter[Int(hash >> 8 & 63)] >> (hash >> 16 & 63) & 1 == 1 else { return 0 }
    return rules[hash] ?? 0
  }
}
