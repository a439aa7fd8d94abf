import MTLLinting

/// A function word with a capital in mid-sentence: “it rained, And nobody came”.
struct AfterComma: Rule {
  let info = RuleInfo(
    id: "casing/after-comma", category: .capitalization, precedence: .mechanical,
    summary: "A function word has a capital after a comma.",
    explanation: "Segments are translated one by one, and each gets a capital. Titles and quoted speech are left alone.",
    bad: ["It rained all day, [And] nobody came to the fair. => and", "The mayor, [Which] we met before, was kind. => which"],
    good: ["It rained, and nobody came.", "The film, And Then There Were None, is old.", "“Well,” he said, “And then?”"])
  let trigger = Trigger.features(.capitalFunctionWord)

  private static let words = WordSet("and but which who because while when that with or where as")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard !block.kind.isHeading else { return }
    let tokens = block.tokens
    for i in 2..<max(2, tokens.count) where tokens.shape(i) == .capitalised && block.isMark(i - 1, ",") && Self.words.contains(block, i) {
      guard !tokens.isGlued(i), block.isLowerWord(i - 2), i + 3 < tokens.count, !block.isInsideQuotation(i) else { continue }
      guard (i + 1..<min(i + 5, tokens.count)).allSatisfy({ !block.isCapitalWord($0) }), block.isLowerWord(i + 1) else { continue }
      report(Finding(i..<i + 1, "the sentence goes on with a small letter", repairs: [.suggested(block.text(i).lowercased())]))
    }
  }
}
