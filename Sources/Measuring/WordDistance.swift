/// A sentence as words and marks, to be compared with another by edit distance.
///
/// Case counts, and so does whether a word or mark follows the one before without a space.
struct WordDistance {
  /// Hashes of words and marks.
  let words: [UInt64]

  init(_ text: String) {
    var words: [UInt64] = []
    var isInWord = false
    var isGlued = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isInWord = false
        isGlued = false
        continue
      }
      let isPartOfWord = Self.isPartOfWord(scalar)
      if !(isInWord && isPartOfWord) { words.append(isGlued ? 0x9E37_79B9_7F4A_7C15 : 0xCBF2_9CE4_8422_2325) }
      words[words.count - 1] = (words[words.count - 1] ^ UInt64(scalar.value)) &* 0x100_0000_01B3
      isInWord = isPartOfWord
      isGlued = true
    }
    self.words = words
  }

  /// How many words must be put in, taken out or exchanged to make one sentence of the other.
  func distance(to other: WordDistance) -> Int {
    var a = words[...]
    var b = other.words[...]
    while let first = a.first, first == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let last = a.last, last == b.last {
      a.removeLast()
      b.removeLast()
    }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var row = Array(0...b.count)
    for (i, word) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, otherWord) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = word == otherWord ? diagonal : min(diagonal, above, row[j]) + 1
        diagonal = above
      }
    }
    return row[b.count]
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark: true
    default: scalar.properties.isAlphabetic || scalar == "'" || scalar == "’"
    }
  }
}
