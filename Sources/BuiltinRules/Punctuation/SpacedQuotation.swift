import MTLLinting

/// A space inside of a curly quotation mark: “ like this, ”.
struct SpacedQuotation: Rule {
  let info = RuleInfo(
    id: "punctuation/spaced-quotation", severity: .hint, category: .punctuation, precedence: .mechanical,
    summary: "A space stands inside of a quotation mark.",
    explanation: """
      Marks are cut off from words before translation and not always put back. Only curly marks are looked at, which say whether they open or \
      close, in blocks in which each opening one has a partner.
      """,
    bad: ["[“ It] has been a dream,” he said. => “It", "“We cannot take it lightly[, ”] said the nurse. => ,”"],
    good: ["“It has been a dream,” he said.", "The marks “ and ” are a pair.", "It is full of dust. “ Berg, its owner, agrees."])
  let trigger = Trigger.features(.quotationMark)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    var opened: Int?
    for i in 0..<tokens.count where tokens.flags(i).contains(.quotationMark) && block.firstByte(i) >= 0x80 {
      switch block.scalar(i) {
      case "“":
        // German and Czech close with this mark: what comes later opens.
        opened = i
      case "”":
        if let start = opened { tell(start, i, block, report) }
        opened = nil
      default: break
      }
    }
  }

  private func tell(_ start: Int, _ end: Int, _ block: Block, _ report: (Finding) -> Void) {
    guard end > start + 2 else { return }
    let tokens = block.tokens
    if tokens.kind(start + 1) == .word, !tokens.isGlued(start + 1), start == 0 || !tokens.isGlued(start),
      !block.hasMarkup(start..<start + 2)
    {
      report(
        Finding(start..<start + 2, "a space stands behind the opening mark", repairs: [.suggested("“" + block.text(start + 1))]))
    }
    let mark = end - 1
    if tokens.kind(mark) == .punctuation, !tokens.isGlued(end), tokens.isGlued(mark), [",", ".", "!", "?"].contains(block.scalar(mark)),
      block.length(mark) == 1, end + 1 == tokens.count || !tokens.isGlued(end + 1), !block.hasMarkup(mark..<end + 1)
    {
      report(Finding(mark..<end + 1, "a space stands before the closing mark", repairs: [.suggested(block.text(mark) + "”")]))
    }
  }
}
