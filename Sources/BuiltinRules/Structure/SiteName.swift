import MTLLinting

/// The name of a site behind the headline: “Volcano wakes up - BeritaKita.com”.
struct SiteName: Rule {
  let info = RuleInfo(
    id: "structure/site-name", severity: .hint, category: .addition, precedence: .mechanical,
    summary: "The headline ends in the name of the site.",
    explanation: """
      A page’s title element is its headline and the name of the site, parted by a dash. Only the first line is looked at, and only a name \
      with a domain or a word for a paper, a channel or a portal.
      """,
    bad: [
      "Volcano in the north wakes up again[ - BeritaLama.com]\\n\\nThe people have left, the mayor said. => ",
      "Ferry service will begin on Monday[ – Island Online]\\n\\nThe ferry is new, the mayor said. => ",
    ],
    good: [
      "mtool - a linter for the shell\\n\\nIt reads files.", "The ferry will sail on Monday – island mayor\\n\\nThe ferry is new.",
      "Watch the game live - online\\n\\nIt is free.",
    ])
  let trigger = Trigger.features(.opening)

  private static let words = WordSet("online portal news media tv radio")
  private static let longest = 4
  private static let shortestHeadline = 4

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    guard block.index == 0, tokens.count > Self.shortestHeadline + 1, tokens.count <= 30, !block.isContinuation else { return }
    for dash in stride(from: tokens.count - 2, through: max(Self.shortestHeadline, tokens.count - 1 - Self.longest), by: -1)
    where tokens.kind(dash) == .punctuation && !tokens.isGlued(dash) && !tokens.isGlued(dash + 1)
      && ["-", "–", "—"].contains(block.scalar(dash))
    {
      guard isSite(dash + 1..<tokens.count, block), !block.hasMarkup(dash - 1..<tokens.count), tokens.words > Self.shortestHeadline else {
        return
      }
      let place = block.sourceGap(before: dash).lowerBound..<block.sourceRange(dash..<tokens.count).upperBound
      report(Finding(.bytes(place), "the name of the site is no part of the headline", repairs: [.suggested("")]))
      return
    }
  }

  private func isSite(_ range: Range<Int>, _ block: Block) -> Bool {
    let last = range.upperBound - 1
    if block.tokens.kind(last) == .opaque || isDomain(last, block) { return range.count <= 3 }
    guard range.allSatisfy({ block.isCapitalWord($0) || block.hasMark($0, "-") || block.tokens.kind($0) == .alphanumeric }) else {
      return false
    }
    if range.count == 1 { return block.tokens.kind(last) == .alphanumeric && block.text(last).filter(\.isUppercase).count > 1 }
    return Self.words.contains(block, last)
  }

  /// Whether a name with a domain of letters ends here: “Berita.com”.
  private func isDomain(_ i: Int, _ block: Block) -> Bool {
    i > 1 && block.isLowerWord(i) && block.tokens.isGlued(i) && block.isMark(i - 1, ".") && block.tokens.isGlued(i - 1)
  }
}
