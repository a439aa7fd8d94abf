import MTLLinting

/// A quotation that opens with one kind of mark and closes with another: “temperature".
struct MixedQuotePair: Rule {
  let info = RuleInfo(
    id: "punctuation/mixed-quote-pair", severity: .hint, category: .punctuation, precedence: .mechanical,
    summary: "A quotation opens curly and closes straight, or the other way round.",
    explanation: "Quotation marks are translated one by one. Only blocks with exactly two of them are looked at.",
    bad: ["They measured the “[temperature\"] of the room. => temperature”", "He called it a \"small [step”] for the town. => step\""],
    good: ["They measured the “temperature” of the room.", "A 12\" pipe and a 10\" pipe."])
  let trigger = Trigger.features(.quotationMark)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    guard hasBothKinds(block) else { return }
    var marks: [Int] = []
    for i in 0..<tokens.count where tokens.flags(i).contains(.quotationMark) && Self.isMark(block.scalar(i)) {
      marks.append(i)
      if marks.count > 2 { return }
    }
    guard marks.count == 2, marks[1] > marks[0] + 1, tokens.isGlued(marks[1]), tokens.kind(marks[1] - 1) != .number else { return }
    let place = marks[1] - 1..<marks[1] + 1
    switch (block.scalar(marks[0]), block.scalar(marks[1])) {
    case ("“", "\""): tell(place, "”", block, report)
    case ("\"", "”"): tell(place, "\"", block, report)
    default: break
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "“" || scalar == "”" }

  private func hasBothKinds(_ block: Block) -> Bool {
    var straight = false
    var curly = false
    for i in 0..<block.tokens.count where block.tokens.flags(i).contains(.quotationMark) {
      if block.firstByte(i) == UInt8(ascii: "\"") { straight = true } else { curly = true }
    }
    return straight && curly
  }

  private func tell(_ place: Range<Int>, _ mark: String, _ block: Block, _ report: (Finding) -> Void) {
    report(
      Finding(
        place, "the quotation closes with another mark than it opens with", repairs: [.suggested(block.text(place.lowerBound) + mark)]))
  }
}
