import MTLLinting

/// A title before a name in small letters: “king ranjit”, “lake mashu”.
struct NameAfterTitle: Rule {
  let info = RuleInfo(
    id: "casing/name-after-title", category: .capitalization, precedence: .name,
    summary: "A name after a title has a small letter.",
    explanation: """
      Names that the model spells out piece by piece come without a capital, mostly in translations from scripts that have none. Words \
      that are listed or derived from listed ones are left alone.
      """,
    over: ["casing/lowercase-proper", "spelling/unknown-word", "spelling/near-miss"],
    bad: [
      "The fort was built by king [ranjitsen]. => Ranjitsen", "Boats cross [lake mashukaru] in summer. => Lake Mashukaru",
    ],
    good: ["The fort was built by King Ranjit.", "The queen danced.", "A lake steamer burned."])
  let trigger = Trigger.features([.unknownLowerWord, .properInLowerCase])

  private static let titles = WordSet(
    """
    king queen prince princess lake mount goddess god lord sultan emperor saint sheikh guru sri shri swami maharaja president mr mrs dr
    """)

  /// What is a part of the name itself.
  private static let parts = WordSet("lake mount mr mrs dr saint")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count) where block.isLowerWord(i) && Self.titles.contains(block, i - 1) {
      guard !tokens.isGlued(i), !block.startsSentence(i), block.length(i) > 3, !block.isHyphenated(i), !block.touchesCode(i) else {
        continue
      }
      let lexeme = block.lexeme(i)
      guard lexeme.isProperOnly && lexeme.isAny([.surname, .given, .place]) || context.isUnknown(block, i) else { continue }
      guard !context.dictionary.contains(tokens.hash(i)) else { continue }
      let name = CaseKeeping.capitalised(block.text(i))
      if block.isLowerWord(i - 1), Self.parts.contains(block, i - 1) {
        let title = CaseKeeping.capitalised(block.text(i - 1))
        report(
          Finding(i - 1..<i + 1, "a name begins with a capital, and so does what belongs to it", repairs: [.suggested("\(title) \(name)")]))
      } else {
        report(Finding(i..<i + 1, "a name begins with a capital", repairs: [.suggested(name)]))
      }
    }
  }
}
