import MTLLinting

/// Two sentences without a full stop between them: “we thought about it At this moment”.
struct MissingStop: Rule {
  let info = RuleInfo(
    id: "punctuation/missing-stop", category: .punctuation, precedence: .mechanical,
    summary: "A full stop is missing between two sentences.",
    explanation: "Subtitles and segments are joined without a mark. Quoted words and words next to others with a capital may be titles.",
    bad: [
      "We thought about the [plan At] this moment he came in. => plan. At",
      "The rain [stopped They] went out to see the garden. => stopped. They",
    ],
    good: ["She read the novel At the Bay again.", "The rain stopped. They went out."])
  let trigger = Trigger.features(.capitalFunctionWord)

  private static let openers = WordSet("they he she it we this these there when after if at however but")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard !block.kind.isHeading else { return }
    let tokens = block.tokens
    for i in 3..<max(3, tokens.count - 4) where tokens.shape(i) == .capitalised && Self.openers.contains(block, i) {
      guard !tokens.isGlued(i), !block.startsSentence(i), block.isLowerWord(i - 1), block.isContentWord(i - 1), block.isLowerWord(i - 2)
      else { continue }
      guard (i + 1..<i + 4).allSatisfy({ !block.isCapitalWord($0) }), block.isLowerWord(i + 1), !block.isInsideQuotation(i) else {
        continue
      }
      report(
        Finding(
          i - 1..<i + 1, "a full stop is missing between two sentences", repairs: [.suggested(block.text(i - 1) + ". " + block.text(i))]))
    }
  }
}
