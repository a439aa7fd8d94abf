import MTLLinting

/// A space before a mark that stands close to its word: “Monday , he said”.
struct SpaceBefore: Rule {
  let info = RuleInfo(
    id: "punctuation/space-before", severity: .hint, category: .punctuation, precedence: .mechanical,
    summary: "A space stands before a mark of punctuation.",
    explanation:
      "Marks are cut off from words before translation and not always put back. Ellipses, decimals, emoticons and code are left alone.",
    bad: ["On [Monday ,] he was back. => Monday,", "Nobody was [hurt .] => hurt."],
    good: ["On Monday, he was back.", "He waited . . . and left.", "It costs .50 in all :-)"])
  let trigger = Trigger.features(.oddSpacing)

  private static let marks = Set(",.;!?)".utf8)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count) where tokens.kind(i) == .punctuation && !tokens.isGlued(i) && Self.marks.contains(block.firstByte(i))
    {
      guard block.length(i) == 1, isPlain(i - 1, block), i + 1 >= tokens.count || !tokens.isGlued(i + 1) || isClosing(i + 1, block) else {
        continue
      }
      guard !isMarkAgain(i + 1, block), !isMarkAgain(i - 1, block), !block.hasMarkup(i - 1..<i + 1) else { continue }
      if block.isMark(i, ")"), !hasOpening(i, block) { continue }
      let word = block.text(i - 1)
      report(Finding(i - 1..<i + 1, "a space stands before “\(block.text(i))”", repairs: [.safe(word + block.text(i))]))
    }
  }

  private func isPlain(_ i: Int, _ block: Block) -> Bool {
    block.tokens.kind(i) == .word || block.tokens.kind(i) == .number || block.tokens.kind(i) == .clitic
      || block.tokens.kind(i) == .alphanumeric
  }

  private func isClosing(_ i: Int, _ block: Block) -> Bool { ["\"", "”", "’", "'", ")"].contains(block.scalar(i)) }

  private func isMarkAgain(_ i: Int, _ block: Block) -> Bool {
    i >= 0 && i < block.tokens.count && block.tokens.kind(i) == .punctuation && Self.marks.contains(block.firstByte(i))
      && !block.isMark(i, ")")
  }

  /// Whether the bracket was opened: else it may be an emoticon’s.
  private func hasOpening(_ i: Int, _ block: Block) -> Bool { (0..<i).contains { block.isMark($0, "(") } }
}
