import MTLLinting

/// The same words three times or more in a row: “of the state of the state of the state”.
struct Loop: Rule {
  let info = RuleInfo(
    id: "repetition/loop", severity: .error, category: .addition, precedence: .mechanical,
    summary: "The same words stand three times or more in a row.",
    explanation: """
      A decoder that has lost the end of its source goes round in circles. Interjections, emphasis (“very, very, very”), quoted speech and \
      figures are left alone.
      """,
    over: [
      "repetition/phrase", "repetition/doubled-word", "repetition/doubled-function-word", "repetition/x-of-x", "repetition/x-and-x",
    ],
    bad: [
      "He was minister [of the state of the state of the state] until May. => of the state",
      "The festival has [dance, dance, dance, dance] every evening. => dance",
      "They came to hear [songs, songs and songs] in the square.",
    ],
    good: ["It was a very, very, very long walk.", "Ha ha ha, they laughed.", "“Never, never, never,” he said."])
  let trigger = Trigger.features([.phraseRepeat, .adjacentRepeat, .alternateRepeat])

  private static let junctions = WordSet("and or")
  private static let allowed = WordSet(
    """
    very so no yes ha la na bye again more ever never far too really many long blah on over up down and hip knock tick beep
    bang boom location education growth faster higher go run
    """)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let hashes = block.tokens.hashes
    let count = block.tokens.count
    var next = 0
    var i = 0
    while i + 2 < count {
      defer { i += 1 }
      guard i >= next, block.isWord(i) else { continue }
      if let end = listEnd(i, block) {
        next = end
        report(Finding(i..<end, "“\(block.text(i))” is listed again and again"))
        continue
      }
      for distance in 1...RepeatedPhrase.longest {
        guard i + 2 * distance < count else { break }
        guard hashes[i] == hashes[i + distance], hashes[i] == hashes[i + 2 * distance] else { continue }
        var end = i + 1
        while end + distance < count, hashes[end] == hashes[end + distance] { end += 1 }
        end += distance
        guard let unit = unit(i, distance, end, block) else { continue }
        next = i + (end - i) / distance * distance
        if (end - i) % distance >= unit { next += unit }
        guard isMistake(i..<next, unit, block) else { break }
        report(Finding(i..<next, "“\(block.text(i..<i + unit))” goes round in circles", repairs: [.suggested(block.text(i..<i + unit))]))
        break
      }
    }
  }

  /// Where a list ends that begins at token `i` and names the same thing three times: “songs, songs and songs”.
  private func listEnd(_ i: Int, _ block: Block) -> Int? {
    let (hashes, count) = (block.tokens.hashes, block.tokens.count)
    guard i + 4 < count, hashes[i] == hashes[i + 2], block.isMark(i + 1, ","), block.isLowerWord(i), block.isContentWord(i) else {
      return nil
    }
    let junction = block.isMark(i + 3, ",") ? i + 4 : i + 3
    guard junction + 1 < count, Self.junctions.contains(block, junction), hashes[junction + 1] == hashes[i], block.length(i) > 3 else {
      return nil
    }
    guard !Self.allowed.contains(block, i), block.endsNounPhrase(before: junction + 2), !block.isHyphenated(i) else { return nil }
    return block.isInsideQuotation(i) ? nil : junction + 2
  }

  /// How many tokens are repeated, without the mark between one time and the next; nil if there are fewer than three.
  private func unit(_ i: Int, _ distance: Int, _ end: Int, _ block: Block) -> Int? {
    let last = i + distance - 1
    let unit = distance > 1 && (block.isMark(last, ",") || block.isMark(last, ";")) ? distance - 1 : distance
    return end - i >= 2 * distance + unit ? unit : nil
  }

  private func isMistake(_ range: Range<Int>, _ unit: Int, _ block: Block) -> Bool {
    var letters = 0
    for k in range {
      if k > range.lowerBound, block.startsSentence(k) { return false }
      guard k < range.lowerBound + unit else { continue }
      guard block.isWord(k) || block.tokens.kind(k) == .clitic || block.hasMark(k, "-") || block.hasMark(k, ",") else { return false }
      if Self.allowed.contains(block, k), unit < 3 { return false }
      if block.isWord(k) { letters += block.length(k) }
    }
    guard letters > 2 else { return false }
    // “Sing Sing Sing” may be a title.
    if unit == 1, range.count < 5, block.tokens.shape(range.lowerBound + 1) != .lower { return false }
    // Three times with commas is what people write for emphasis.
    if unit == 1, range.count == 5 { return false }
    return !block.isInsideQuotation(range.lowerBound)
  }
}
