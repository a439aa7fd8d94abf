import MTLLinting

/// A name behind a prefix, written small: “anti-kremlin”.
struct HyphenProper: Rule {
  let info = RuleInfo(
    id: "casing/hyphen-proper", category: .capitalization, precedence: .mechanical,
    summary: "A name behind a prefix has a small letter.",
    explanation: "Languages that write “anti-kremlin” as one small word pass the small letter on. English keeps the name’s capital.",
    over: ["casing/lowercase-proper"],
    bad: ["Several [anti-kremlin] groups met abroad. => anti-Kremlin", "He leads a [pro-beijing] party. => pro-Beijing"],
    good: ["It was a pro-democracy march.", "She wrote anti-war songs in post-Soviet Riga."])
  let trigger = Trigger.features(.hyphen)

  private static let prefixes = WordSet("anti pro non pre post ex mid trans pan neo un")
  private static let seats = WordSet("kremlin brexit kyiv maidan")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 2..<max(2, tokens.count) where tokens.flags(i - 1).contains(.hyphen) && Self.prefixes.contains(block, i - 2) {
      guard tokens.isGlued(i), tokens.isGlued(i - 1), block.isLowerWord(i), block.length(i) > 3 else { continue }
      guard isName(i, block, context), !context.dictionary.contains(tokens.hash(i)), !block.touchesCode(i) else { continue }
      let name = CaseKeeping.capitalised(block.text(i))
      report(Finding(i - 2..<i + 1, "“\(name)” keeps its capital behind a prefix", repairs: [.suggested(block.text(i - 2..<i) + name)]))
    }
  }

  private func isName(_ i: Int, _ block: Block, _ context: Context) -> Bool {
    if Self.seats.contains(block, i) { return true }
    guard block.lexeme(i).isProperOnly else { return false }
    return ["country-name", "capital-city", "world-city", "polity-seat", "continent"].contains {
      context.list($0)?.contains(block.tokens.hash(i)) ?? false
    }
  }
}
