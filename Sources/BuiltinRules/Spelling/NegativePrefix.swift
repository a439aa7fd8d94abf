import MTLLinting

/// A negation that English forms otherwise: “unclared” for “undeclared”, “unpersonal” for “impersonal”.
struct NegativePrefix: Rule {
  let info = RuleInfo(
    id: "spelling/negative-prefix", category: .spelling, precedence: .lexicon,
    summary: "A negative prefix stands on the wrong word or stem.",
    explanation: """
      The model translates the negation and the stem apart and joins them. Reported only where another prefix, or the stem’s own one in \
      between, gives a common English word and what stands there is in no list.
      """,
    over: ["spelling/unknown-word", "spelling/near-miss"],
    bad: ["They were [unclared] officers of the service. => undeclared", "His style was [unpersonal] and dry. => impersonal"],
    good: ["They were undeclared officers.", "An unphotogenic dog won.", "The unlit path was unpaved."])
  let trigger = Trigger.features(.unknownWord)

  private static let prefixes = ["un", "in", "im", "ir", "il", "dis", "non"]
  private static let inner = ["de", "re", "a", "con", "ex"]

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.unknownWords where block.length(i) >= 7 {
      guard block.tokens.shape(i) != .caps, !block.isHyphenated(i), !block.touchesCode(i) else { continue }
      let first = block.firstByte(i) | 0x20
      guard first == UInt8(ascii: "u") || first == UInt8(ascii: "i") || first == UInt8(ascii: "d") || first == UInt8(ascii: "n") else {
        continue
      }
      let word = block.text(i).lowercased()
      guard !context.dictionary.contains(block.tokens.hash(i)), let repaired = repaired(word, context) else { continue }
      let cased = block.tokens.shape(i) == .capitalised ? CaseKeeping.capitalised(repaired) : repaired
      report(Finding(i..<i + 1, "English says “\(repaired)”", repairs: [.suggested(cased)]))
    }
  }

  private func repaired(_ word: String, _ context: Context) -> String? {
    let lexicon = context.language.lexicon
    func isCommon(_ word: String, _ grade: Int) -> Bool {
      let lexeme = lexicon[word]
      return lexeme.contains(.lower) && lexeme.grade <= grade
    }
    guard let prefix = Self.prefixes.first(where: word.hasPrefix) else { return nil }
    let stem = String(word.dropFirst(prefix.count))
    if isCommon(stem, 5) {
      let others = Self.prefixes.filter { $0 != prefix }.map { $0 + stem }.filter { isCommon($0, 4) }
      return others.count == 1 ? others[0] : nil
    }
    guard stem.utf8.count >= 5, lexicon[stem].isUnknown, context.language.isUnknown(word) else { return nil }
    let inserted = Self.inner.map { prefix + $0 + stem }.filter { isCommon($0, 7) }
    return inserted.count == 1 ? inserted[0] : nil
  }
}
