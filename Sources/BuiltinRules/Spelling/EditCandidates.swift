import MTLLinting

/// The words one edit away from a misspelt one.
enum EditCandidates {
  /// Lower-case words of the lexicon that one letter added, left out, changed or swapped with its neighbour makes of `word`.
  ///
  /// - Parameters:
  ///   - word: in lower case; letters above ASCII are kept.
  ///   - grade: how common a candidate must be (see `Lexeme.grade`).
  static func near(_ word: String, _ lexicon: Lexicon, grade: Int) -> [String] {
    let bytes = Array(word.utf8)
    var found: [String] = []
    func consider(_ candidate: [UInt8]) {
      let lexeme = candidate.withUnsafeBufferPointer { lexicon[WordHash($0)] }
      guard lexeme.contains(.lower), lexeme.grade <= grade else { return }
      let text = String(decoding: candidate, as: UTF8.self)
      if !found.contains(text) { found.append(text) }
    }
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return [] }
    for i in 0...bytes.count {
      if i < bytes.count {
        consider(Array(bytes[..<i] + bytes[(i + 1)...]))
        if i + 1 < bytes.count, bytes[i] != bytes[i + 1] {
          var swapped = bytes
          swapped.swapAt(i, i + 1)
          consider(swapped)
        }
      }
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        if i < bytes.count, bytes[i] != letter {
          var changed = bytes
          changed[i] = letter
          consider(changed)
        }
        consider(Array(bytes[..<i] + [letter] + bytes[i...]))
      }
    }
    return found
  }

  /// Whether a slip of the finger makes `word` of an English one: one letter too many, missing, wrong or swapped, or a missing space.
  static func isNearWord(_ word: String, _ lexicon: Lexicon) -> Bool {
    let bytes = Array(word.utf8)
    func isWord(_ bytes: some Collection<UInt8>) -> Bool {
      let lexeme = bytes.withContiguousStorageIfAvailable { lexicon[WordHash($0)] } ?? Lexeme(rawValue: 0)
      return lexeme.contains(.lower) && lexeme.grade <= commonest
    }
    for i in 3..<max(3, bytes.count - 2) where isWord(bytes[..<i]) && isWord(bytes[i...]) { return true }
    var changed = bytes
    for i in bytes.indices {
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        changed[i] = letter
        if isWord(changed) { return true }
      }
      changed[i] = bytes[i]
      if i > 0 {
        changed.swapAt(i - 1, i)
        if isWord(changed) { return true }
        changed.swapAt(i - 1, i)
      }
    }
    for i in bytes.indices {
      var shorter = bytes
      shorter.remove(at: i)
      if isWord(shorter) { return true }
    }
    for i in 0...bytes.count {
      var longer = bytes
      longer.insert(0, at: i)
      for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
        longer[i] = letter
        if isWord(longer) { return true }
      }
    }
    return false
  }

  /// The rarest grade that counts as an English word there.
  private static let commonest = 7
}

extension Block {
  /// Whether token `i` is a lower-case word of ASCII letters that no list has, and stands alone as prose.
  func isUnlistedWord(_ i: Int, shortest: Int) -> Bool {
    guard tokens.lexemes[i] == 0, tokens.kind(i) == .word, tokens.shape(i) == .lower, length(i) >= shortest else { return false }
    return !tokens.flags(i).contains(.nonASCII) && !isHyphenated(i) && !touchesCode(i)
      && !bytes(of: i).contains { $0 == 0x27 || $0 == 0x2E }
  }
}
