import MTLLinting

/// Two marks of punctuation where one should stand: “at home,, he said”.
struct DoubledMark: Rule {
  let info = RuleInfo(
    id: "punctuation/doubled", category: .punctuation, precedence: .mechanical,
    summary: "Two marks of punctuation stand where one should.",
    explanation:
      "A clause of the source was dropped between its commas, or segments were joined. Ellipses and abbreviations are left alone.",
    bad: ["He was [home,,] he said. => home,", "They came [late,.] => late."],
    good: ["He waited... and left.", "Acme Inc., a firm, grew.", "Go to ../docs for more."])
  let trigger = Trigger.features(.doubledMark)

  private static let message = "two marks stand where one should"

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count) where tokens.kind(i) == .punctuation && tokens.isGlued(i) && block.isWord(i - 1) {
      if block.firstByte(i) == UInt8(ascii: "."), block.length(i) == 2 {
        guard i + 1 >= tokens.count || !tokens.isGlued(i + 1), !block.lexeme(i - 1).contains(.abbreviation), block.length(i - 1) > 2 else {
          continue
        }
        // Two full stops may be the beginning of three.
        guard !block.hasMarkup(i - 1..<i + 1) else { continue }
        report(Finding(i - 1..<i + 1, Self.message, repairs: [.suggested(block.text(i - 1) + ".")]))
      } else if i + 1 < tokens.count, tokens.kind(i + 1) == .punctuation, block.length(i) == 1, block.length(i + 1) == 1 {
        guard
          i + 2 >= tokens.count || !tokens.isGlued(i + 2)
            || tokens.kind(i + 2) == .punctuation && !block.isMark(i + 2, ".") && !block.isMark(i + 2, ",")
        else { continue }
        switch (block.firstByte(i), block.firstByte(i + 1)) {
        case (UInt8(ascii: ","), UInt8(ascii: ",")): tell(i - 1..<i + 2, ",", block, report)
        case (UInt8(ascii: ","), UInt8(ascii: ".")): tell(i - 1..<i + 2, ".", block, report)
        case (UInt8(ascii: ";"), UInt8(ascii: ",")), (UInt8(ascii: ","), UInt8(ascii: ";")): tell(i - 1..<i + 2, ";", block, report)
        default: break
        }
      }
    }
  }

  private func tell(_ place: Range<Int>, _ mark: String, _ block: Block, _ report: (Finding) -> Void) {
    guard !block.hasMarkup(place) else { return }
    report(Finding(place, Self.message, repairs: [.safe(block.text(place.lowerBound) + mark)]))
  }
}
