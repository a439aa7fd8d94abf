import MTLLinting

/// A quotation that is closed without having been opened, or opened again before it was closed.
struct OpenQuotation: Rule {
  let info = RuleInfo(
    id: "structure/open-quotation", category: .punctuation, tier: .strict, precedence: .mechanical,
    summary: "A quotation mark has no partner.",
    explanation: """
      One of a pair is lost when a sentence is rebuilt. A quotation that goes on in the next paragraph is not closed in this one, so only \
      closing marks without an opening one, and a second opening mark, are reported. People forget them as well, hence the strict tier.
      """,
    bad: ["We are ready for [talks”], he said, and left the room.", "He said “we are ready and [“we] are able” to the crowd."],
    good: ["“We are ready,” he said.", "“We are ready. We will wait.", "A 6” nail."])
  let trigger = Trigger.features(.quotationMark)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    var isOpen = block.isContinuation
    for i in 0..<tokens.count where tokens.kind(i) == .punctuation {
      switch block.scalar(i) {
      case "“", "„":
        if isOpen, i + 1 < tokens.count, i > 0, !block.isContinuation {
          report(Finding(i..<i + 2, "a quotation is opened again before it is closed"))
        }
        isOpen = true
      case "”":
        if !isOpen, i > 0, tokens.isGlued(i), tokens.kind(i - 1) != .number {
          report(Finding(i - 1..<i + 1, "a quotation is closed that was not opened"))
        }
        isOpen = false
      case "\"": return
      default: break
      }
    }
  }
}
