import MTLLinting

/// A line of the page around the text: “About the author”, “Source link”.
struct Furniture: Rule {
  let info = RuleInfo(
    id: "structure/furniture", severity: .hint, category: .addition, precedence: .fact,
    summary: "A line belongs to the page around the text.",
    explanation: "Bylines of aggregators, teasers and forms are translated along with the text when a page is copied whole.",
    bad: [
      "The bridge is open again, the mayor said.\n\n[About the author] => ",
      "[Read also: Ten bridges you must see] => ",
    ],
    good: ["She read a book about the author.", "Source links are listed at the end of each chapter."])
  let trigger = Trigger.features(.short)

  /// What such a line begins with.
  private static let openings = WordSet(
    """
    about written source read share related see please leave subscribe translated this advertisement posted published click you
    previous sign comments photo join follow tags report original automatically the home save view show your loading also system
    continue download
    """)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard block.tokens.count > 0, Self.openings.contains(block, 0) else { return }
    guard block.tokens.count <= BlockFeatures.shortBlock, !block.isContinuation else { return }
    guard isLine(block, context) || isOpening(block, context) else { return }
    let repairs: [Finding.Repair] = block.lineForDeletion.map { [.suggested("", at: .bytes($0))] } ?? []
    report(Finding(.tokens(0..<block.tokens.count), "this line belongs to the page, not to the text", repairs: repairs))
  }

  /// Whether the block is nothing but such a line.
  private func isLine(_ block: Block, _ context: Context) -> Bool {
    guard let count = context.list("furniture-line")?.match(at: 0, in: block)?.count else { return false }
    return (count..<block.tokens.count).allSatisfy { block.tokens.kind($0) == .punctuation }
  }

  /// Whether the block begins as such lines do, with a colon or a name behind.
  private func isOpening(_ block: Block, _ context: Context) -> Bool {
    guard let count = context.list("furniture-opening")?.match(at: 0, in: block)?.count, count < block.tokens.count else { return false }
    if block.isMark(count, ":") { return true }
    return block.tokens.count <= count + 4 && !block.tokens.isGlued(count) && block.tokens.kind(block.tokens.count - 1) != .punctuation
      && context.list("furniture-byline")?.match(at: 0, in: block) != nil
  }
}
