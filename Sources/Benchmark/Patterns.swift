import MTLint

/// Declarative patterns of random words, to see what many of them cost.
struct Patterns {
  private var random: SplitMix64
  private let words: [String]

  /// - Parameter words: what patterns are made of.
  init(of words: [String], seed: UInt64 = 1) {
    self.words = words
    random = SplitMix64(state: seed)
  }

  /// A file of phrases, each of two or three words with context or a choice now and then, as phrases that people write have.
  mutating func file(count: Int) -> RuleFile {
    var text = ""
    for i in 0..<count {
      if i % 500 == 0 { text += "phrases generated-\(i / 500)\n" }
      text += "  \(pattern(i)) => \(word()) | id: \(word())\n"
    }
    return RuleFile(path: "generated.rules", family: "generated", text: text)
  }

  private mutating func pattern(_ i: Int) -> String {
    switch i % 4 {
    case 0: "[\(word()) \(word())]"
    case 1: "\(word()) [\(word()) \(word())]"
    case 2: "[(\(word())|\(word())) \(word())]"
    default: "[~\(word()) \(word())]"
    }
  }

  private mutating func word() -> String { words[Int(truncatingIfNeeded: random.next() >> 33) % words.count] }
}

/// Numbers that look random and are the same in each run (Steele, Lea and Flood 2014).
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
