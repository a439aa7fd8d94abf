import MTLLinting

/// An article, preposition or the like, written twice in a row: “the the”.
struct DoubledFunctionWord: Rule {
  let info = RuleInfo(
    id: "repetition/doubled-function-word", severity: .error, category: .duplication, precedence: .mechanical,
    summary: "A function word is written twice in a row.",
    explanation: """
      One of the two is always too many, whoever wrote them, so it can be removed unasked. Pairs that English allows (“that that”, \
      “log in in time”) and names such as “The The” are left alone.
      """,
    bad: ["They waited for [the the] bus. => the", "A letter [from from] the ministry arrived. => from"],
    good: [
      "What it is is a mistake.", "He moved in in May.", "I know that that is true.", "The The played in Leeds.",
      "It was valued at at least five million.",
    ])
  let trigger = Trigger.features(.adjacentRepeat)

  private static let doubled = WordSet(
    """
    the a an of to and by with from at or but into than his its their our my these those be were are have has will would could should if
    because we they he she i my as which while whose about against between during through upon
    """)
  private static let approximations = WordSet("at by to")
  private static let quantities = WordSet("least most best worst first last")
  /// May end a verb before a phrase of their own.
  private static let particles = WordSet("in on for")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count) where tokens.hashes[i] == tokens.hashes[i - 1] {
      guard block.isWord(i), block.isWord(i - 1), !tokens.isGlued(i), !block.startsSentence(i) else { continue }
      guard tokens.shape(i) == tokens.shape(i - 1) ? isPlain(i, block) : isStart(i, block) else { continue }
      guard !isTriple(i, block), !block.isHyphenated(i), !block.isHyphenated(i - 1) else { continue }
      guard Self.doubled.contains(block, i) || Self.particles.contains(block, i) && !isVerbal(i - 2, block) else { continue }
      // “put at at least five million”
      if Self.quantities.contains(block, i + 1), Self.approximations.contains(block, i) { continue }
      let word = block.text(i - 1)
      report(Finding(i - 1..<i + 1, "“\(word)” is written twice", repairs: [.safe(word)]))
    }
  }

  private func isPlain(_ i: Int, _ block: Block) -> Bool {
    block.tokens.shape(i) == .lower
      || block.tokens.shape(i) == .capitalised && block.firstByte(i) == UInt8(ascii: "I") && block.length(i) == 1
  }

  private func isStart(_ i: Int, _ block: Block) -> Bool {
    block.tokens.shape(i) == .lower && block.tokens.shape(i - 1) == .capitalised && CaseKeeping.beginsSentence(i - 1, in: block)
  }

  private func isTriple(_ i: Int, _ block: Block) -> Bool {
    let hashes = block.tokens.hashes
    return i > 1 && hashes[i - 2] == hashes[i] || i + 1 < block.tokens.count && hashes[i + 1] == hashes[i]
  }

  /// Whether the word before the pair may be a verb that takes the first of the two with it.
  private func isVerbal(_ i: Int, _ block: Block) -> Bool { block.isContentWord(i) && block.lexeme(i).contains(.lower) }
}
