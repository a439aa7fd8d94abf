import MTLLinting

/// A quotation mark or bracket without the space that English wants beside it: `Maltese"Valetta"`.
struct GluedQuoteParen: Rule {
  let info = RuleInfo(
    id: "punctuation/glued-quote-paren", category: .punctuation, precedence: .mechanical,
    summary: "A space is missing beside a quotation mark or bracket.",
    explanation:
      "Chinese and Japanese write quotations without spaces, and models pass that on. Plurals in brackets, formulas and code are left alone.",
    bad: [
      "The boat is [called“Hope] of the Sea” in the register. => called “Hope",
      "The [ministry(Health] and Sport) has agreed to the plan. => ministry (Health",
    ],
    good: ["The boat is called “Hope of the Sea”.", "Bring your child(ren) and form(s).", "Compute sin(x) and log(2)."])
  let trigger = Trigger.features(.tightMark)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    var straight = 0
    var arePairs: Bool?
    for i in 0..<tokens.count where tokens.kind(i) == .punctuation {
      let scalar = block.scalar(i)
      if scalar == "\"" { straight += 1 }
      guard i > 0, i + 1 < tokens.count, tokens.isGlued(i), tokens.isGlued(i + 1), isProse(i - 1, block), isProse(i + 1, block) else {
        continue
      }
      switch scalar {
      case "“": tell(i, opens: true, block, report)
      case "”": tell(i, opens: false, block, report)
      case "(" where block.length(i - 1) > 3 && block.length(i + 1) > 4 && !block.touchesCode(i - 1) && isWordy(i + 1, block):
        tell(i, opens: true, block, report)
      case ")" where block.length(i - 1) > 3 && block.length(i + 1) > 2 && block.isLowerWord(i + 1) && isSpacedBracket(i, block):
        tell(i, opens: false, block, report)
      case "\"":
        if arePairs == nil { arePairs = areStraightPairs(block) }
        if arePairs == true { tell(i, opens: straight % 2 == 1, block, report) }
      default: break
      }
    }
  }

  /// Whether straight marks open and close by turns, and each touches what it encloses.
  private func areStraightPairs(_ block: Block) -> Bool {
    var opens = true
    for i in 0..<block.tokens.count where block.isMark(i, "\"") {
      guard opens ? i + 1 < block.tokens.count && block.tokens.isGlued(i + 1) : block.tokens.isGlued(i) else { return false }
      opens.toggle()
    }
    return opens
  }

  private func tell(_ i: Int, opens: Bool, _ block: Block, _ report: (Finding) -> Void) {
    let place = i - 1..<i + 2
    guard !block.hasMarkup(place) else { return }
    let text = opens ? block.text(i - 1) + " " + block.text(i..<i + 2) : block.text(i - 1..<i + 1) + " " + block.text(i + 1)
    report(Finding(place, "a space is missing beside “\(block.text(i))”", repairs: [.safe(text)]))
  }

  private func isProse(_ i: Int, _ block: Block) -> Bool { block.tokens.kind(i) == .word && block.length(i) > 1 }

  /// Whether what a bracket holds goes on with a space, or is no ending that is added to the word before it.
  private func isWordy(_ i: Int, _ block: Block) -> Bool {
    block.isCapitalWord(i) || i + 1 < block.tokens.count && !block.tokens.isGlued(i + 1)
  }

  /// Whether the bracket that closes here was opened after a space.
  private func isSpacedBracket(_ i: Int, _ block: Block) -> Bool {
    for k in stride(from: i - 1, through: 0, by: -1) where block.isMark(k, "(") { return !block.tokens.isGlued(k) }
    return false
  }
}
