import MTLLinting

/// The headline again among the first lines, with or without the name of a site.
struct RepeatedHeadline: DocumentRule {
  let info = RuleInfo(
    id: "structure/repeated-headline", category: .duplication, precedence: .fact,
    summary: "The headline stands there again.",
    explanation: """
      A page’s title, its heading and its teaser are translated together with the text, often with the site’s name behind the first. \
      Which quotation marks or apostrophes stand there makes no difference.
      """,
    bad: [
      "Council votes on a new bridge\n\n[Council votes on a new bridge]\nThe bridge is to open in May, the mayor said. => ",
      "A late frost ruins the harvest – Valley Post\n\n[A late frost ruins the harvest]\n\nFarmers fear the worst, they said. => ",
    ],
    good: [
      "Council votes on a new bridge\n\nThe council voted on Monday.",
      "Rain\n\nRain\n\nThe poem has eleven lines about the weather.",
    ])
  let trigger = Trigger.features(.opening)

  private static let shortest = 4
  private static let longest = 40
  /// A site’s name has at most this many tokens.
  private static let longestSite = 5
  /// What a fact says: all of a line, or a line without the name behind it.
  private static let whole = 0
  private static let withoutSite = 1

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    guard block.index < BlockFeatures.openingBlocks, block.tokens.count <= Self.longest, block.tokens.count >= Self.shortest else { return }
    let range = block.sourceRange(0..<block.tokens.count)
    // A page’s title element and its heading are one line each to a person, and in markup share no line with anything else.
    guard let line = block.lineForDeletion else { return }
    // The text names what the fix deletes, so that judging needs no look at the file.
    let text = "\(line.lowerBound) \(line.upperBound)"
    facts.note(key: key(0..<block.tokens.count, block), range, text: text, value: Self.whole, in: block)
    if let end = siteName(block) {
      facts.note(key: key(0..<end, block), range, text: text, value: Self.withoutSite, in: block)
    }
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    var seen: Set<UInt64> = []
    var reported: Set<Int32> = []
    for fact in facts.all.sorted(by: { ($0.block, $0.value) < ($1.block, $1.value) }) {
      if seen.insert(fact.key).inserted || reported.contains(fact.block) { continue }
      if facts.all.contains(where: { $0.block == fact.block && $0.key == fact.key && $0.value < fact.value }) { continue }
      reported.insert(fact.block)
      let line = facts.text(of: fact).split(separator: " ").compactMap { Int($0) }
      report(Finding(.bytes(fact.range), "the headline stands there again", repairs: [.suggested("", at: .bytes(line[0]..<line[1]))]))
    }
  }

  /// What two lines share that say the same: their words in order, without a full stop at the end.
  private func key(_ range: Range<Int>, _ block: Block) -> UInt64 {
    var hash: UInt64 = 0
    for i in range where block.tokens.kind(i) != .punctuation {
      hash = (hash &+ block.tokens.hashes[i]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  /// Where the dash or bar before a site’s name stands.
  private func siteName(_ block: Block) -> Int? {
    let count = block.tokens.count
    for i in stride(from: count - 2, to: max(Self.shortest - 1, count - 2 - Self.longestSite), by: -1)
    where block.tokens.kind(i) == .punctuation && !block.tokens.isGlued(i) && !block.tokens.isGlued(i + 1) {
      if ["-", "–", "—", "|", "·", "»"].contains(block.scalar(i)) { return i }
    }
    return nil
  }
}
