import MTLLinting

/// Two to eight words said twice in a row, with a comma, “and” or “of” between them at most: “on duty on duty”.
struct RepeatedPhrase: Rule {
  let info = RuleInfo(
    id: "repetition/phrase", severity: .error, category: .duplication, precedence: .mechanical,
    summary: "A phrase is said twice in a row.",
    explanation: """
      Decoders fall back to what they have just written. Emphasis that English forms this way (“again and again and again”, “step by step \
      by step”), quoted speech and figures are left alone.
      """,
    over: ["repetition/doubled-word", "repetition/doubled-function-word", "repetition/x-of-x", "repetition/x-and-x"],
    bad: [
      "The nurses were [on duty on duty] all night. => on duty",
      "Prices rose in [the eastern provinces, the eastern provinces] and the capital. => the eastern provinces",
    ],
    good: [
      "It happened again and again and again.", "They moved step by step by step.", "“Thank you, thank you,” she said.",
      "Whoever is late is late for good.",
    ])
  let trigger = Trigger.features(.phraseRepeat)

  static let longest = 8
  private static let emphatic = WordSet(
    "again more less further deeper higher faster better louder bigger longer very so step day week year time bit pct percent")
  private static let relatives = WordSet("who whoever what whatever which whichever that where")
  private static let separators = WordSet("and of")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    var next = 0
    for i in 0..<block.tokens.count where i >= next {
      guard block.isWord(i), let found = RepeatedPhrase.at(i, block) else { continue }
      next = found.range.upperBound
      guard isMistake(i, found, block) else { continue }
      let phrase = block.text(i..<i + found.count)
      // Between two equal phrases “and” stands for a near synonym that is lost: taking one out loses it for good.
      let isPair = block.isWord(i + found.count) && found.range.count > 2 * found.count && block.text(i + found.count) == "and"
      report(Finding(found.range, "“\(phrase)” is said twice", repairs: isPair ? [] : [.suggested(phrase)]))
    }
  }

  /// The phrase that begins at token `i` and is said again right after: its number of tokens, and the range of both.
  static func at(_ i: Int, _ block: Block) -> (count: Int, range: Range<Int>)? {
    let hashes = block.tokens.hashes
    let end = block.tokens.count
    let hash = hashes[i]
    for distance in 2...longest + 1 {
      guard i + distance < end else { return nil }
      guard hashes[i + distance] == hash else { continue }
      if distance <= longest, i + distance * 2 <= end, block.isSame(i, i + distance, distance) { return (distance, i..<i + 2 * distance) }
      let count = distance - 1
      if count >= 2, i + distance + count <= end, isSeparator(i + count, block), block.isSame(i, i + distance, count) {
        return (count, i..<i + distance + count)
      }
    }
    return nil
  }

  private static func isSeparator(_ i: Int, _ block: Block) -> Bool {
    block.isMark(i, ",") || block.isMark(i, ";") || separators.contains(block, i)
  }

  private func isMistake(_ i: Int, _ found: (count: Int, range: Range<Int>), _ block: Block) -> Bool {
    let tokens = block.tokens
    var content = 0
    for k in found.range {
      if k > i, block.startsSentence(k) { return false }
      guard k < i + found.count else { continue }
      if tokens.kind(k) == .number || tokens.kind(k) == .opaque || Self.emphatic.contains(block, k) { return false }
      if tokens.kind(k) == .punctuation, !block.isMark(k, "-"), !block.isMark(k, ",") { return false }
      if block.isContentWord(k) { content += 1 }
    }
    let second = found.range.upperBound - found.count
    guard content > 0, block.isWord(i + found.count - 1) || tokens.kind(i + found.count - 1) == .clitic else { return false }
    // “from house to house to”, “side by side by”: a pair that is set.
    if second == i + found.count, found.count == 2, block.isContentWord(i), !block.isContentWord(i + 1) { return false }
    // “We know, we know”, “it rains, and rains, and”: emphasis.
    if second > i + found.count, block.lexeme(i).isAny(.pronoun) { return false }
    if found.count <= 3, block.isMark(i + 1, ",") { return false }
    // “the husband and the husband’s brother”, “real estate and real estate agents”: the second goes on.
    if second > i + found.count, !block.endsNounPhrase(before: found.range.upperBound) || block.isMark(second - 1, ";") { return false }
    if found.range.upperBound < block.tokens.count, tokens.kind(found.range.upperBound) == .clitic { return false }
    // “New York, New York”: a city and its state.
    if second > i + found.count, (i..<i + found.count).allSatisfy({ block.isCapitalWord($0) }) { return false }
    // “He who is late is late for good”: the first belongs to what “who” begins.
    if second == i + found.count, block.lexeme(i).isAny(.auxiliary),
      (max(0, i - 5)..<i).contains(where: { Self.relatives.contains(block, $0) })
    {
      return false
    }
    // “What goes, what goes.”: a saying that is nothing but the phrase.
    if second > i + found.count, block.startsSentence(i), endsSentence(found.range.upperBound, block) { return false }
    // The second is the first half of a compound or of another name.
    if block.hasMark(found.range.upperBound, "-"), tokens.isGlued(found.range.upperBound) { return false }
    return !block.isInsideQuotation(i)
  }

  /// Whether nothing but a mark stands before the next sentence.
  private func endsSentence(_ i: Int, _ block: Block) -> Bool {
    block.startsSentence(i) || block.tokens.kind(i) == .punctuation && block.startsSentence(i + 1)
  }
}
