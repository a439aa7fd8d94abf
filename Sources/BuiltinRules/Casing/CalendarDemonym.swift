import MTLLinting

/// A weekday, a month or a people, written small: “on monday”, “the french minister”.
struct CalendarDemonym: Rule {
  let info = RuleInfo(
    id: "casing/calendar-demonym", category: .capitalization, precedence: .mechanical,
    summary: "A weekday, month or nationality has a small letter.",
    explanation: """
      Most languages write these small, and models carry that over. Words that are also something else (“march”, “polish”, “china”) are \
      left alone, as are compounds such as “french fries” and code. Editors let one demonym in six stand, so its capital is a suggestion.
      """,
    over: ["casing/lowercase-proper", "casing/hyphen-proper"],
    bad: ["The council meets on [monday] morning. => Monday", "An [icelandic] choir sang in the square. => Icelandic"],
    good: ["They march in may and polish the china.", "Open monday.com in a browser.", "The council meets on Monday."])
  let trigger = Trigger.features(.properInLowerCase)

  private static let neverNames = WordSet("roman gothic scotch dutch manila arabic mosaic mercury")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    var lists: [WordList]?
    for i in 0..<block.tokens.count where block.isLowerWord(i) && block.lexeme(i).isProperOnly {
      if lists == nil { lists = ["weekday", "month-safe", "demonym"].compactMap(context.list) }
      guard let list = lists?.firstIndex(where: { $0.contains(block.tokens.hash(i)) }), !Self.neverNames.contains(block, i) else {
        continue
      }
      guard !block.touchesCode(i), !context.dictionary.contains(block.tokens.hash(i)) else { continue }
      let capital = CaseKeeping.capitalised(block.text(i))
      report(Finding(i..<i + 1, "“\(capital)” has a capital in English", repairs: [list < 2 ? .safe(capital) : .suggested(capital)]))
    }
  }
}
