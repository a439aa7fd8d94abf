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
    ],
    good: [
      "Tea | 3 cups | 10:42", "NEWS | SHIPS COLLIDE IN FOG", "The ferry is late | The Island Post",
      "Click File » Save as » Text, and wait.",
    ])
  let trigger = Trigger.features([.otherMark, .quotationMark])

  private static let homes = WordSet("home homepage main start index frontpage")
  private static let counters = WordSet("comments comment discussion reactions")
  private static let pictures = WordSet("photo photos foto image video")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard block.tokens.count > 2, block.tokens.count <= Block.longestPageLine, !block.isContinuation else { return }
    if isPath(block) || isStamp(block) { report(block.pageLine) }
  }

  /// Names with arrows between them, the first of which is the home page’s.
  private func isPath(_ block: Block) -> Bool {
    guard Self.homes.contains(block, 0), block.isPathArrow(1) else { return false }
    let arrows = (1..<block.tokens.count).filter(block.isPathArrow)
    return arrows.count > 1 && arrows.allSatisfy { $0 + 1 < block.tokens.count && block.tokens.shape($0 + 1) != .lower }
  }

  /// Segments with bars between them, one of which counts comments, credits a picture or tells the time; or the newsroom’s sections in capitals.
  private func isStamp(_ block: Block) -> Bool {
    let bars = (1..<block.tokens.count - 1).filter { block.isMark($0, "|") }
    guard let first = bars.first, let last = bars.last, !block.isMark(0, "|") else { return false }
    if bars.contains(where: { Self.counters.contains(block, $0 + 1) && isCount($0 + 2, block) }) { return true }
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
