import MTLLinting

/// An auxiliary with a capital after a name: “Pogba Had been”.
struct CapitalAuxiliary: Rule {
  let info = RuleInfo(
    id: "casing/capital-auxiliary", category: .capitalization, precedence: .mechanical,
    summary: "An auxiliary verb has a capital after a name.",
    explanation: "The verb is taken for the next part of the name. Headings and titles are left alone.",
    bad: ["The striker Okafor [Had] been injured since May. => had", "Minister Lindgren [Was] not told about it. => was"],
    good: ["Will Has a Plan: the Musical", "The film What Was Lost opened in May.", "Okafor had been injured."])
  let trigger = Trigger.features(.capitalFunctionWord)

  private static let auxiliaries = WordSet("had has was were have is are")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard !block.kind.isHeading else { return }
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count) where tokens.shape(i) == .capitalised && Self.auxiliaries.contains(block, i) {
      guard block.isCapitalWord(i - 1), !block.lexeme(i - 1).isAny(.functionWord), !block.text(i - 1).hasSuffix("."), !tokens.isGlued(i),
        !block.startsSentence(i)
      else { continue }
      guard block.isLowerWord(i + 1), !block.lexeme(i + 1).isAny(.preposition), !block.isInsideQuotation(i), isProse(i, block) else {
        continue
      }
      report(Finding(i..<i + 1, "“\(block.text(i))” is no part of the name", repairs: [.suggested(block.text(i).lowercased())]))
    }
  }

  /// Whether the sentence goes on in small letters, and long enough to be no title.
  private func isProse(_ i: Int, _ block: Block) -> Bool {
    let end = min(i + 7, block.tokens.count)
    guard end - i >= 5 else { return false }
    return (i + 1..<end).filter { block.isCapitalWord($0) }.count <= 1
  }
}
