import MTLLinting

/// A capital in the possessive ending: “Agency'S”.
struct PossessiveCapital: Rule {
  let info = RuleInfo(
    id: "casing/possessive-capital", category: .capitalization, precedence: .mechanical,
    summary: "The possessive ending has a capital S.",
    explanation: "Pipelines that restore capitals word by word take the ending for a word.",
    bad: ["The [Agency'S] report is due in spring. => Agency's", "Most of South [Africa’S] mines reopened. => Africa’s"],
    good: ["The Agency’s report is due.", "THE AGENCY’S REPORT IS DUE", "McDONALD'S opened a branch."])
  let trigger = Trigger.features(.clitic)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count) where tokens.kind(i) == .clitic && tokens.shape(i) == .caps {
      guard block.isWord(i - 1), tokens.shape(i - 1) == .lower || tokens.shape(i - 1) == .capitalised, block.length(i - 1) > 1 else {
        continue
      }
      guard !(block.isWord(i + 1) && tokens.shape(i + 1) == .caps) else { continue }
      report(Finding(i - 1..<i + 1, "the possessive ending is small", repairs: [.suggested(block.text(i - 1..<i + 1).dropLast() + "s")]))
    }
  }
}
