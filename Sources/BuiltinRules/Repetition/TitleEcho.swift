import MTLLinting

/// A title said twice around its other half: “General Secretary General”.
struct TitleEcho: Rule {
  let info = RuleInfo(
    id: "repetition/title-echo", severity: .error, category: .duplication, precedence: .name,
    summary: "A title is said twice around its other half.",
    explanation: "A compound title is rendered in the source’s order and in English order at once.",
    over: ["repetition/phrase"],
    bad: [
      "The [General Secretary General] opened the summit. => Secretary General",
      "The case reached the [Attorney General Attorney]. => Attorney General",
    ],
    good: ["The Secretary General met General Petrov.", "Foreign Minister Prime Minister Odhiambo is not."])
  let trigger = Trigger.features(.alternateRepeat)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    var titles: WordList?
    for i in 0..<max(0, tokens.count - 2) where tokens.hashes[i] == tokens.hashes[i + 2] {
      guard (i..<i + 3).allSatisfy({ block.isCapitalWord($0) && !tokens.isGlued($0) || $0 == i && block.isCapitalWord($0) }) else {
        continue
      }
      guard tokens.hashes[i] != tokens.hashes[i + 1], !block.startsSentence(i + 1), !block.startsSentence(i + 2) else { continue }
      if titles == nil { titles = context.list("title") }
      guard let titles else { return }
      let isLast = titles.match(at: i + 1, in: block)?.count == 2
      guard isLast || titles.match(at: i, in: block)?.count == 2 else { continue }
      if i > 0, let before = titles.match(at: i - 1, in: block), before.count == 2 { continue }
      let title = block.text(isLast ? i + 1..<i + 3 : i..<i + 2)
      report(Finding(i..<i + 3, "“\(title)” is said twice around itself", repairs: [.suggested(title)]))
    }
  }
}
