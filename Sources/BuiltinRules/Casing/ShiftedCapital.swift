import MTLLinting

/// A sentence whose capital stands on its second word: “the Journalists were”.
struct ShiftedCapital: Rule {
  let info = RuleInfo(
    id: "casing/shifted-capital", category: .capitalization, precedence: .mechanical,
    summary: "The sentence’s capital stands on its second word.",
    explanation: """
      The source has no article, the translation puts one in front and leaves the capital where it was. Only blocks that begin so are \
      looked at, and only second words that are never names.
      """,
    bad: [
      "[the Journalists] were kept outside for an hour by the guards. => The journalists",
      "[so Far] nobody has been charged with the theft of the statue. => So far",
    ],
    good: ["the Guardian said so on Monday in a long article.", "The journalists were kept outside.", "a Day to Remember"])
  let trigger = Trigger.features(.lowerStart)

  private static let openers = WordSet("the a an so this these those all some many our their his its most")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    guard !block.isContinuation, !block.kind.isHeading, tokens.count >= 8, block.isLowerWord(0), Self.openers.contains(block, 0) else {
      return
    }
    let lexeme = block.lexeme(1)
    guard block.isWord(1), tokens.shape(1) == .capitalised, !tokens.isGlued(1), lexeme.contains(.lower), block.isLowerWord(2) else {
      return
    }
    guard !lexeme.isAny([.capitalised, .surname, .place, .givenMale, .givenFemale, .givenAmbiguous]), !block.isTitleCased else { return }
    guard !(2..<min(tokens.count, 8)).contains(where: { block.isCapitalWord($0) }) else { return }
    report(
      Finding(
        0..<2, "the capital belongs on the first word",
        repairs: [.suggested(CaseKeeping.capitalised(block.text(0)) + " " + block.text(1).lowercased())]))
  }
}
