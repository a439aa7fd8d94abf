import MTLLinting

/// A word and itself: “institutional and institutional reforms”.
struct SameAndSame: Rule {
  let info = RuleInfo(
    id: "repetition/x-and-x", category: .mistranslation, precedence: .mechanical,
    summary: "The same word stands on both sides of “and” or “or”.",
    explanation: """
      Where the source lists two near synonyms, a small model knows one word for both. Which other word was meant cannot be told from the \
      translation. Emphasis (“over and over”, “years and years”, “better and better”) is left alone.
      """,
    bad: ["The ministry promised [equipment and equipment] for every school.", "It is a matter of [health or health]."],
    good: [
      "They talked for years and years.", "She grew better and better.", "Ministers discussed health and health care.", "He ran and ran.",
    ])
  let trigger = Trigger.features(.alternateRepeat)

  private static let junctions = WordSet("and or")
  private static let between = WordSet("between from there difference")
  private static let allowed = WordSet(
    """
    again more over on up by years miles hours days weeks months thousands hundreds millions billions lots tons loads heaps pages rows piles round
    around through so out such half neck side time less one two three ages decades centuries wave layers generations bottles buckets dozens acres
    bits chunks yards inches metres meters kilometres stacks fewer longer trying waiting talking working growing running going walking pulling pushing digging looking
    """)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count - 1) where tokens.hashes[i - 1] == tokens.hashes[i + 1] && Self.junctions.contains(block, i) {
      guard block.isContentWord(i - 1), block.isLowerWord(i + 1), block.isLowerWord(i), block.length(i + 1) > 3 else { continue }
      guard tokens.shape(i - 1) == .lower, !Self.allowed.contains(block, i + 1), !block.isHyphenated(i - 1), !block.isHyphenated(i + 1)
      else { continue }
      guard isMistake(i, block), !block.isInsideQuotation(i) else { continue }
      report(Finding(i - 1..<i + 2, "“\(block.text(i + 1))” is coordinated with itself"))
    }
  }

  private func isMistake(_ i: Int, _ block: Block) -> Bool {
    let word = block.text(i + 1)
    // Comparatives and verbs are repeated for emphasis.
    if word.hasSuffix("er") || word.hasSuffix("ed") || block.lexeme(i + 1).isAny(.irregularPast) { return false }
    if Self.between.contains(block, i - 2) { return false }
    if block.hasMark(i + 2, "-"), block.tokens.isGlued(i + 2) { return false }
    if i + 2 < block.tokens.count, block.tokens.kind(i + 2) != .word, block.tokens.kind(i + 2) != .punctuation { return false }
    guard block.isContentWord(i + 2) else {
      return isNominal(i - 2, block) || i + 2 >= block.tokens.count || !block.isWord(i + 2)
        || ["ment", "tion", "sion", "ness", "ity", "ance", "ence", "ism", "ship", "als", "ies"].contains(where: word.hasSuffix)
    }
    return ["al", "ic", "ive", "ous"].contains { word.hasSuffix($0) } && word.utf8.count > 7
  }

  /// Whether the word before shows that a noun follows: a determiner, a preposition or an adjective’s place.
  private func isNominal(_ i: Int, _ block: Block) -> Bool { block.isWord(i) && block.lexeme(i).isAny([.determiner, .preposition]) }
}
