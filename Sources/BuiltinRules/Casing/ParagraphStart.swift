import MTLLinting

/// A paragraph of news that begins small: “civil defense will hold a meeting on Friday.”
struct ParagraphStart: Rule {
  let info = RuleInfo(
    id: "casing/paragraph-start", severity: .hint, category: .capitalization, precedence: .mechanical,
    summary: "A paragraph begins with a small letter.",
    explanation: """
      What stood before the sentence was cut off, or the source has no capitals. Only whole paragraphs that speak of people and public life \
      are looked at; what goes on after a formula or a list begins with another kind of word.
      """,
    over: ["casing/lowercase-proper"],
    bad: [
      "It rained all night.\\n\\n[civil] defence will hold a meeting with the mayor and the police on Friday morning. => Civil",
      "It rained all night.\\n\\n[the] minister said that the road to the north would be closed for a week. => The",
    ],
    good: [
      "It rained all night.\\n\\nwhere the minister said that the road would be closed for a week.",
      "It rained all night.\\n\\nreturns the value of the key in the table if there is one in it.", "the minister said so",
    ])
  let trigger = Trigger.features(.lowerStart)

  private static let news = WordSet("said police minister ministry government mayor president percent hospital parliament villagers")
  private static let openers = WordSet("the a an he she they it this these in on according after two three four")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    guard block.index > 0, block.isInArticle, block.kind == .paragraph, !block.isContinuation, tokens.words >= 10, block.isLowerWord(0)
    else {
      return
    }
    guard block.isMark(tokens.count - 1, ".") || block.scalar(tokens.count - 1) == "”", !tokens.isGlued(1) || block.hasMark(1, ",") else {
      return
    }
    let lexeme = block.lexeme(0)
    guard Self.openers.contains(block, 0) || lexeme.contains(.lower) && !lexeme.isAny(.functionWord) && block.length(0) > 3 else { return }
    guard (0..<tokens.count).contains(where: { Self.news.contains(block, $0) }), !block.touchesCode(0) else { return }
    report(Finding(0..<1, "a paragraph begins with a capital", repairs: [.suggested(CaseKeeping.capitalised(block.text(0)))]))
  }
}
