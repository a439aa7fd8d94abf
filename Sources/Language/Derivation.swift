import MTLProse

/// Words that no list has but that any reader takes for English: `reprioritised`, `anti-inflationary`’s second half, `bunker-like` glued.
struct Derivation: Sendable {
  static let files: Set<String> = ["prefixes.txt", "suffixes.txt"]

  private typealias Bytes = ArraySlice<UInt8>

  private struct Suffix {
    let text: [UInt8]
    /// What must stand before the suffix, and what the stem has instead of it.
    let removed: [UInt8]
    let restored: [UInt8]
  }

  /// By first byte, longer ones first.
  private let prefixes: [UInt8: [[UInt8]]]
  /// By last byte, longer ones first.
  private let suffixes: [UInt8: [Suffix]]

  /// Endings of inflected forms, and what the base has instead.
  private static let inflections: [(ending: [UInt8], restored: [UInt8])] = [
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  init(files: [String: String]) {
    let prefixes = LanguageText.rows(files["prefixes.txt"]).map { Array($0[0].utf8) }.filter { !$0.isEmpty }
    self.prefixes = Dictionary(grouping: prefixes.sorted { $0.count > $1.count }) { $0[0] }
    let suffixes = LanguageText.rows(files["suffixes.txt"]).filter { !$0[0].isEmpty }.map { row in
      Suffix(
        text: Array(row[0].utf8), removed: row.count > 1 ? Array(row[1].utf8) : [], restored: row.count > 2 ? Array(row[2].utf8) : [])
    }
    self.suffixes = Dictionary(grouping: suffixes.sorted { $0.text.count > $1.text.count }) { $0.text[$0.text.count - 1] }
  }

  /// Whether a lower-case word comes from known words by at most two affixes or an inflection.
  ///
  /// - Parameter isWord: whether the lexicon has a lower-case word that is common enough to derive from.
  func isDerivable(_ word: String, isWord: (WordHash) -> Bool) -> Bool {
    isDerivable(Array(word.utf8)[...], depth: 2) { stem in stem.withUnsafeBufferPointer { isWord(WordHash($0)) } }
  }

  private func isDerivable(_ word: Bytes, depth: Int, _ isWord: (Bytes) -> Bool) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    func isKnown(_ stem: Bytes) -> Bool {
      stem.count >= 3 && (isWord(stem) || depth > 1 && isDerivable(stem, depth: depth - 1, isWord))
    }
    for (ending, restored) in Self.inflections where Self.ends(word, with: ending) && word.count - ending.count + restored.count >= 3 {
      if isWord(word.dropLast(ending.count) + restored) { return true }
    }
    for prefix in prefixes[first] ?? [] where word.starts(with: prefix) && isKnown(word.dropFirst(prefix.count)) { return true }
    for suffix in suffixes[last] ?? [] where Self.ends(word, with: suffix.text) {
      let base = word.dropLast(suffix.text.count)
      guard Self.ends(base, with: suffix.removed) else { continue }
      if isKnown(base.dropLast(suffix.removed.count) + suffix.restored) { return true }
    }
    return false
  }

  private static func ends(_ word: Bytes, with ending: [UInt8]) -> Bool {
    guard word.count >= ending.count else { return false }
    var i = word.endIndex - ending.count
    for byte in ending {
      if word[i] != byte { return false }
      i += 1
    }
    return true
  }
}
