import MTLLinting

/// Two sentences without a space between them: “it rained.They went home”.
struct MissingSpace: Rule {
  let info = RuleInfo(
    id: "punctuation/missing-space", category: .punctuation, precedence: .mechanical,
    summary: "A space is missing between two sentences.",
    explanation:
      "Languages such as Chinese have no space there, and segments are joined without one. Addresses, file names and code are left alone.",
    bad: ["It rained all [morning.They] went home early. => morning. They", "Nobody was [injured.The] road is closed. => injured. The"],
    good: ["See example.Com for more.", "It rained. They went home.", "Call System.The in code."])
  let trigger = Trigger.features(.gluedAfterStop)

  private static let openers = WordSet(
    "the they he she it we this these there in but and when after if you at as for on a according however i")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 3..<max(3, tokens.count - 1) where tokens.shape(i) == .capitalised && tokens.isGlued(i) && Self.openers.contains(block, i) {
      guard block.isMark(i - 1, ".") || block.isMark(i - 1, "?") || block.isMark(i - 1, "!"), tokens.isGlued(i - 1) else { continue }
      guard block.isLowerWord(i - 2), block.length(i - 2) > 2, block.lexeme(i - 2).contains(.lower), block.isWord(i - 3),
        !tokens.isGlued(i - 2)
      else { continue }
      guard block.isWord(i + 1), !tokens.isGlued(i + 1), !block.hasMarkup(i - 2..<i + 1) else { continue }
      report(
        Finding(i - 2..<i + 1, "a space is missing between two sentences", repairs: [.safe(block.text(i - 2..<i) + " " + block.text(i))]))
    }
  }
}
