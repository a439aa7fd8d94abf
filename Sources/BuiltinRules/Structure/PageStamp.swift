import MTLLinting

/// A line of the page that is held together by bars or arrows: “HOME » SPORT » NEWS”, “Desk, Vilnius | 10:42 | Comments (37)”.
struct PageStamp: Rule {
  let info = RuleInfo(
    id: "structure/page-stamp", severity: .hint, category: .addition, precedence: .fact,
    summary: "A line of bars or arrows belongs to the page around the text.",
    explanation: """
      The path to a page, its section and the stamp with newsroom, time and comments are translated along with the text when a page is copied \
      whole. Lines in which a bar parts anything else, such as tables and titles, are left alone.
      """,
    bad: [
      "[HOME » SPORT » NEWS] => ", "[Home › Local news › Ferries] => ", "[Newsroom 13.07.2019 | 09:41] => ",
      "[BNS, Vilnius | 10:42 | Comments (37)] => ", "[LATEST NEWS | SPORT] => ",
      "[#ferry #island2024] => ", "[Island today » Domestic » Policy] => ", "[Author: Editorial | Reading: 2 min. | 14 okt 2022] => ",
      "[Lajme / Sport / Superliga ]SHKODËR - The cup is back. => ",
    ],
    good: [
      "Tea | 3 cups | 10:42", "NEWS | SHIPS COLLIDE IN FOG", "The ferry is late | The Island Post",
      "Click File » Save as » Text, and wait.",
      "Settings » Network » Proxy", "Sport / News / Weather is what they read.",
    ])
  let trigger = Trigger.features([.otherMark, .quotationMark])

  private static let homes = WordSet("home homepage main start index frontpage")
  /// Sections of a paper, which menus of programs have not.
  private static let sections = WordSet(
    """
    news sport sports politics policy economy society culture opinion domestic local regional crime lifestyle health entertainment superliga
    football weather
    """)
  /// What a segment of a stamp begins with, before a colon.
  private static let labels = WordSet("reading author")
  private static let counters = WordSet("comments comment discussion reactions")
  private static let pictures = WordSet("photo photos foto image video")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard block.tokens.count > 2, !block.isContinuation else { return }
    if block.tokens.count > 8, block.isMark(1, "/") { checkStart(block, report) }
    guard block.tokens.count <= Block.longestPageLine else { return }
    if isPath(block) || isStamp(block) || isTags(block) || isTimestamp(block) || block.hasMark(2, "/") && isInitials(block)
      || block.hasMark(1, "/") && isInitials(block)
    {
      report(block.pageLine)
    }
  }

  /// A path at the start of the text’s first line: “News / Sport / Football TIRANA -”.
  private func checkStart(_ block: Block, _ report: (Finding) -> Void) {
    let tokens = block.tokens
    var end = 1
    while end + 1 < tokens.count, block.isCapitalWord(end - 1), block.isMark(end, "/"), !tokens.isGlued(end), !tokens.isGlued(end + 1) {
      end += 2
    }
    guard end >= 5, block.isCapitalWord(end - 1), tokens.shape(end) == .caps, block.isWord(end), block.length(end) > 3 else { return }
    guard (0..<end).contains(where: { Self.sections.contains(block, $0) }), !block.hasMarkup(0..<end + 1) else { return }
    let place = block.sourceRange(0..<end).lowerBound..<block.sourceRange(end..<end + 1).lowerBound
    report(Finding(.bytes(place), "this path belongs to the page, not to the text", repairs: [.suggested("")]))
  }

  /// Nothing but tags: “#flood #rescue2024”.
  private func isTags(_ block: Block) -> Bool {
    guard block.isMark(0, "#"), block.tokens.count >= 4, block.tokens.count % 2 == 0 else { return false }
    return (0..<block.tokens.count).allSatisfy {
      $0 % 2 == 0 ? block.isMark($0, "#") : block.tokens.isGlued($0) && block.tokens.kind($0) != .punctuation && block.length($0) > 3
    }
  }

  /// The newsroom’s initials, which nobody could speak: “(kw/ mp)”; or in capitals in the last line: “BD/AR/MH”.
  private func isInitials(_ block: Block) -> Bool {
    let isBracketed = block.isMark(0, "(")
    let parts = isBracketed ? 1..<block.tokens.count - 1 : 0..<block.tokens.count
    guard parts.count % 2 == 1, parts.count >= (isBracketed ? 3 : 5), isBracketed ? block.hasMark(parts.upperBound, ")") : isLastLine(block)
    else { return false }
    return parts.allSatisfy {
      if ($0 - parts.lowerBound) % 2 == 1 { return block.isMark($0, "/") }
      guard block.isWord($0), (2...3).contains(block.length($0)) else { return false }
      return isBracketed
        ? block.tokens.shape($0) == .lower && !block.bytes(of: $0).contains(where: Self.vowels.contains) : block.tokens.shape($0) == .caps
    }
  }

  private static let vowels = Set("aeiouy".utf8)

  private func isLastLine(_ block: Block) -> Bool {
    let end = block.sourceRange(0..<block.tokens.count).upperBound
    return block.source.bytes[end...].allSatisfy { $0 <= 0x20 }
  }

  /// A day and a time, and nothing else, right under the headline: “12/08/2023 06:15 PM”.
  private func isTimestamp(_ block: Block) -> Bool {
    guard (1...3).contains(block.index), block.tokens.count >= 8, block.tokens.kind(0) == .number, block.isMark(1, "/") else {
      return false
    }
    return Self.halves.contains(block, block.tokens.count - 1)
      && (0..<block.tokens.count - 1).allSatisfy { block.tokens.kind($0) == .number || block.isMark($0, "/") || block.isMark($0, ":") }
  }

  private static let halves = WordSet("am pm")

  /// Names with arrows between them, the first of which is the home page’s.
  private func isPath(_ block: Block) -> Bool {
    guard Self.homes.contains(block, 0) && block.isPathArrow(1) || isSectioned(block) else { return false }
    let arrows = (1..<block.tokens.count).filter(block.isPathArrow)
    return arrows.count > 1 && arrows.allSatisfy { $0 + 1 < block.tokens.count && block.tokens.shape($0 + 1) != .lower }
  }

  /// Whether a block holds nothing but names of three words at most, the last arrow stands before a section’s, and no sentence ends.
  private func isSectioned(_ block: Block) -> Bool {
    guard (1...3).contains(where: block.isPathArrow) else { return false }
    var length = 0
    for i in 0..<block.tokens.count {
      length = block.isPathArrow(i) ? 0 : length + 1
      guard length <= 3, length == 0 || block.isWord(i) else { return false }
    }
    return (1..<block.tokens.count).contains { block.isPathArrow($0) && Self.sections.contains(block, $0 + 1) }
  }

  /// Segments with bars between them, one of which counts comments, credits a picture or tells the time; or the newsroom’s sections in capitals.
  private func isStamp(_ block: Block) -> Bool {
    let bars = (1..<block.tokens.count - 1).filter { block.isMark($0, "|") }
    guard let first = bars.first, let last = bars.last, !block.isMark(0, "|") else { return false }
    if bars.contains(where: { Self.counters.contains(block, $0 + 1) && isCount($0 + 2, block) }) { return true }
    if ([-1] + bars).count(where: { Self.labels.contains(block, $0 + 1) && block.hasMark($0 + 2, ":") }) > 1 { return true }
    if bars.contains(where: { Self.pictures.contains(block, $0 + 1) && block.hasMark($0 + 2, ":") }) { return true }
    if block.tokens.kind(first - 1) == .number, block.length(first - 1) >= 8 { return isTime(last + 1, block) }
    return block.text(first - 1) == "NEWS" && first <= 2 && (first + 1..<block.tokens.count).allSatisfy { isPart($0, of: block) }
  }

  /// Whether token `i` may be part of a section’s name of one word in capitals: “SCI-TECH”.
  private func isPart(_ i: Int, of block: Block) -> Bool {
    if block.isMark(i, "|") { return true }
    guard block.isMark(i, "-") || block.tokens.shape(i) == .caps && block.isWord(i) else { return false }
    return block.isMark(i - 1, "|") || block.tokens.isGlued(i)
  }

  /// Whether the block ends with a number in brackets here.
  private func isCount(_ i: Int, _ block: Block) -> Bool {
    i + 3 == block.tokens.count && block.isMark(i, "(") && block.tokens.kind(i + 1) == .number && block.isMark(i + 2, ")")
  }

  /// Whether the block ends with a time of day here: one number, or two with a colon.
  private func isTime(_ i: Int, _ block: Block) -> Bool {
    guard block.tokens.kind(i) == .number else { return false }
    return i + 1 == block.tokens.count || i + 3 == block.tokens.count && block.isMark(i + 1, ":") && block.tokens.kind(i + 2) == .number
  }
}
