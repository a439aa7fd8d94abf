import MTLLinting

/// A sentence that begins small: “The rain stopped. they went out.”
struct SentenceStart: Rule {
  let info = RuleInfo(
    id: "casing/sentence-start", category: .capitalization, precedence: .mechanical,
    summary: "A sentence begins with a small letter.",
    explanation: "Sentences are cut or put together after translation. Abbreviations, code and lists are left alone.",
    bad: [
      "The rain stopped. [they] went out again. => They", "Nobody was hurt in the accident. [however], the road is closed. => However",
    ],
    good: ["It cost 5 cts. the dozen.", "See sec. three of the act.", "Open example.com and wait."])
  let trigger = Trigger.features(.lowerAfterStop)

  private static let days = WordSet("monday tuesday wednesday thursday friday saturday sunday")
  private static let openers = WordSet(
    "the they he she it we this these there however but in when after although our his their according at on if moreover therefore also then"
  )

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 4..<max(4, tokens.count)
    where tokens.kind(i - 1) == .punctuation && block.isLowerWord(i) && block.isMark(i - 1, ".") && Self.openers.contains(block, i) {
      guard !tokens.isGlued(i), tokens.isGlued(i - 1), isPlainEnd(i - 2, block, context), i + 1 < tokens.count,
        !tokens.isGlued(i + 1) || !block.isMark(i + 1, ".")
      else { continue }
      report(Finding(i..<i + 1, "a sentence begins with a capital", repairs: [.suggested(CaseKeeping.capitalised(block.text(i)))]))
    }
  }

  /// Whether a word before a full stop is an everyday one that no abbreviation looks like, in a sentence of some length.
  private func isPlainEnd(_ i: Int, _ block: Block, _ context: Context) -> Bool {
    // “on Friday. they went”
    if Self.days.contains(block, i), block.isCapitalWord(i), block.isWord(i - 1) { return true }
    guard block.isLowerWord(i), block.length(i) > 4, block.lexeme(i).contains(.lower), !block.lexeme(i).isAny([.abbreviation, .newswire])
    else {
      return false
    }
    return block.lexeme(i).grade <= 5 && block.isWord(i - 1) && !context.language.abbreviations.contains(block.tokens.hashes[i])
  }
}
