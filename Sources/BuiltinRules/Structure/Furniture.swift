import MTLLinting

/// A line of the page around the text: “About the author”, “Source link”.
struct Furniture: Rule {
  let info = RuleInfo(
    id: "structure/furniture", severity: .hint, category: .addition, precedence: .fact,
    summary: "A line belongs to the page around the text.",
    explanation: "Bylines of aggregators, teasers and forms are translated along with the text when a page is copied whole.",
    over: ["structure/page-slav", "structure/error-invitation", "structure/error-report"],
    bad: [
      "The bridge is open again, the mayor said.\n\n[About the author] => ",
      "[Read also: Ten bridges you must see] => ", "[&nbsp;Read more: The bridge reopens] => ",
      "[Did you enjoy this report? Send it to a friend!] => ",
    ],
    good: [
      "Did you enjoy this report? The minister did not.", "She read a book about the author.",
      "Source links are listed at the end of each chapter.",
    ])
  let trigger = Trigger.features([.short, .otherMark])

  /// What such a line begins with.
  private static let openings = WordSet(
    """
    about written source read share related see please leave subscribe translated this advertisement posted published click you
    previous sign comments photo join follow tags report original automatically the home save view show your loading also system
    did liked found noticed spotted seen have
    continue download இதையும் читайте यह ये lisez lire lee lea leia baca lesen leggi čtěte czytaj διαβάστε đọc xem pročitajte läs les læs lue
    skaitykite прочетете আরও اقرأ إقرأ بخوانید
    """)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard block.tokens.count > 0, block.tokens.count <= Block.longestPageLine, !block.isContinuation else { return }
    let start = afterLeakedSpace(block)
    guard start > 0 || block.tokens.count <= BlockFeatures.shortBlock || isHeadline(block) else { return }
    guard Self.openings.contains(block, start),
      isLine(from: start, block, context) || isOpening(at: start, block, context) || isQuestion(at: start, block, context)
    else { return }
    report(block.pageLine)
  }

  /// Whether a longer block goes on, behind an opening of two words and a colon, as headlines do and lists do not.
  private func isHeadline(_ block: Block) -> Bool { block.isMark(2, ":") && Self.headlines.contains(block, 3) }

  private static let headlines = WordSet(
    "this that these here how what why who when where the a he she they it we i you after before in at no not is are has have did does")

  /// Whether the block is nothing but such a line.
  private func isLine(from start: Int, _ block: Block, _ context: Context) -> Bool {
    guard let count = context.list("furniture-line")?.match(at: start, in: block)?.count else { return false }
    return (start + count..<block.tokens.count).allSatisfy { block.tokens.kind($0) == .punctuation }
  }

  /// Whether the block begins as such lines do, with a colon or a name behind.
  private func isOpening(at start: Int, _ block: Block, _ context: Context) -> Bool {
    guard let count = context.list("furniture-opening")?.match(at: start, in: block)?.count, start + count < block.tokens.count else {
      return false
    }
    let end = start + count
    if block.isMark(end, ":") { return true }
    return block.tokens.count <= end + 4 && !block.tokens.isGlued(end) && block.tokens.kind(block.tokens.count - 1) != .punctuation
      && context.list("furniture-byline")?.match(at: start, in: block) != nil
  }

  /// Whether the block asks how readers like the page, and then bids them do something.
  private func isQuestion(at start: Int, _ block: Block, _ context: Context) -> Bool {
    guard let count = context.list("furniture-question")?.match(at: start, in: block)?.count else { return false }
    let request = start + count + 1
    return request < block.tokens.count && block.isMark(request - 1, "?") && Self.requests.contains(block, request)
  }

  private static let requests = WordSet(
    "share tell send let write mark select highlight press click rate leave support subscribe follow recommend forward report mail inform")

  /// The first token behind a space that leaked as its entity, `&nbsp;`.
  private func afterLeakedSpace(_ block: Block) -> Int {
    guard block.isMark(0, "&"), block.tokens.count > 3, block.isMark(2, ";"), block.text(1) == "nbsp" else { return 0 }
    return 3
  }
}
