import MTLProse

/// Words that no list has but that any reader takes for English: `reprioritised`, `anti-inflationary`’s second half, `bunker-like` glued.
struct Derivation: Sendable {
  static let files: Set<String> = ["prefixes.txt", "suffixes.txt"]

  private let prefixes: [String]
  private let suffixes: [(suffix: String, removed: String, restored: String)]

  init(files: [String: String]) {
    prefixes = LanguageText.rows(files["prefixes.txt"]).map { $0[0] }.sorted { $0.count > $1.count }
    suffixes = LanguageText.rows(files["suffixes.txt"])
      .map { ($0[0], $0.count > 1 ? $0[1] : "", $0.count > 2 ? $0[2] : "") }
      .sorted { $0.0.count > $1.0.count }
  }

  /// Whether a lower-case word comes from known words by at most two affixes or an inflection.
  ///
  /// - Parameter isWord: whether the lexicon has a lower-case word that is common enough to derive from.
  func isDerivable(_ word: String, isWord: (String) -> Bool) -> Bool { isDerivable(word, depth: 2, isWord) }

  private func isDerivable(_ word: String, depth: Int, _ isWord: (String) -> Bool) -> Bool {
    func known(_ stem: String) -> Bool {
      stem.utf8.count >= 3 && (isWord(stem) || depth > 1 && isDerivable(stem, depth: depth - 1, isWord))
    }
    for stem in Self.inflectionStems(word) where stem.utf8.count >= 3 && isWord(stem) { return true }
    for prefix in prefixes where word.hasPrefix(prefix) && known(String(word.dropFirst(prefix.count))) { return true }
    for (suffix, removed, restored) in suffixes where word.hasSuffix(suffix) {
      let base = word.dropLast(suffix.count)
      guard base.hasSuffix(removed) else { continue }
      if known(base.dropLast(removed.count) + restored) { return true }
    }
    return false
  }

  private static func inflectionStems(_ word: String) -> [String] {
    var stems: [String] = []
    func add(_ suffix: String, _ ending: String) { if word.hasSuffix(suffix) { stems.append(word.dropLast(suffix.count) + ending) } }
    add("s", "")
    add("es", "")
    add("ies", "y")
    add("ed", "")
    add("ed", "e")
    add("ied", "y")
    add("ing", "")
    add("ing", "e")
    return stems
  }
}
