import MTLLinting

/// The brackets of a wiki link that nobody took out: `[[`.
struct WikiLink: Rule {
  let info = RuleInfo(
    id: "markup/wiki-link", category: .markup, tier: .strict, precedence: .mechanical,
    summary: "The brackets of a wiki link stand in the text.",
    explanation: """
      Texts that were taken from a wiki keep pieces of its links. Translators keep them as well when they stand in the source, and put them \
      back where the machine lost them: hence the strict tier.
      """,
    bad: ["The river ends in the [\\[\\[]Great Bay\\]\\] near the town.", "He was born in [\\[\\[]Port Moss, a village."],
    good: ["The river ends in the [Great] Bay.", "The list [1] is long [2]."])
  let trigger = Trigger.features(.otherMark)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in 1..<max(1, block.tokens.count) where block.isMark(i, "[") && block.isMark(i - 1, "[") && block.tokens.isGlued(i) {
      report(Finding(i - 1..<i + 1, "wiki markup stands in the text"))
    }
  }
}
