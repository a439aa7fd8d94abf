import MTLLinting

/// A space between thousands in a document that elsewhere has the comma: “1 859 euros”.
struct SpacedThousands: DocumentRule {
  let info = RuleInfo(
    id: "number/spaced-thousands", severity: .hint, category: .localeNumber, precedence: .mechanical,
    summary: "Thousands are parted by a space in one place and by a comma in another.",
    explanation: """
      Most of Europe puts a space between thousands, and some English publishers do. A document that has both, or a decimal comma as well, \
      has them from its source. Tables, and numbers that stand beside others, are left alone.
      """,
    over: ["number/space-thousands"],
    bad: [
      "The hall holds [16 970] people, and 2,300 more stand outside. => 16,970",
      "Prices rose by 4,5 percent. A cow now costs [1 250] euros at the fair. => 1,250",
    ],
    good: [
      "The hall holds 16 970 people.", "In 2010 250 people came, and 2,300 more later.", "The codes 16 970 18 221 are for 2,300 doors.",
    ])
  let trigger = Trigger.features(.number)

  private static let spaced = 0
  /// Evidence that a space is not the document’s own convention.
  private static let otherwise = 1

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    guard block.isInArticle else { return }
    var hasEvidence = false
    var next = 0
    for i in block.tokens.numbers.lazy.map(Int.init) where i >= next && block.tokens.kind(i) == .number {
      if block.length(i) > 2, Self.hasComma(block.bytes(of: i)) {
        if !hasEvidence { facts.note(key: 0, block.sourceRange(i..<i + 1), value: Self.otherwise, in: block) }
        hasEvidence = true
      } else if isOrdinal(i, block) {
        if !hasEvidence { facts.note(key: 0, block.sourceRange(i..<i + 1), value: Self.otherwise, in: block) }
        hasEvidence = true
      } else if let end = groups(from: i, block) {
        next = end
        facts.note(key: 0, block.sourceRange(i..<end), text: block.text(i..<end), value: Self.spaced, in: block)
      }
    }
  }

  /// Whether digits are parted by a comma, before three of them or before the decimals.
  private static func hasComma(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.dropFirst().dropLast().contains(UInt8(ascii: ","))
  }

  /// “the 23. round”: an ordinal of languages that part thousands with a space.
  private func isOrdinal(_ i: Int, _ block: Block) -> Bool {
    i > 0 && block.hasMark(i + 1, ".") && block.tokens.isGlued(i + 1) && block.isLowerWord(i + 2) && !block.tokens.isGlued(i + 2)
      && block.isLowerWord(i - 1) && block.length(i) <= 2 && Self.ordered.contains(block, i + 2)
  }

  private static let ordered = WordSet(
    "minute minutes round wheel place season floor century edition hour january february april june july august september october november december"
  )

  /// Where a number that is parted by single spaces ends, if it counts what the next word says.
  private func groups(from i: Int, _ block: Block) -> Int? {
    guard block.length(i) <= 3, block.firstByte(i) != UInt8(ascii: "0"), isDigits(i, block), !isAfterNumberOrName(i, block) else {
      return nil
    }
    var end = i + 1
    while end < block.tokens.count, block.length(end) == 3, isDigits(end, block),
      block.tokens.starts[end] - block.tokens.ends[end - 1] <= 3,
      block.text(end - 1..<end + 1).unicodeScalars.count { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" } == 1
    {
      end += 1
    }
    guard end > i + 1, end - i <= 4, block.isLowerWord(end), !block.tokens.isGlued(end), !block.hasMarkup(i..<end) else { return nil }
    // “36 100 kilowatt transmitters”: two numbers.
    return block.text(end).hasSuffix("s") || Self.counted.contains(block, end) ? end : nil
  }

  /// What is counted and ends in another letter.
  private static let counted = WordSet(
    "people euro men women children kronor kroner lei leva forint yen yuan won baht lira hryvnia sheep cattle")

  private func isDigits(_ i: Int, _ block: Block) -> Bool {
    block.tokens.kind(i) == .number && block.bytes(of: i).allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether what stands before may belong to the number, or have a number of its own: “Boeing 747 400 passengers”.
  private func isAfterNumberOrName(_ i: Int, _ block: Block) -> Bool {
    guard i > 0 else { return false }
    if block.tokens.kind(i - 1) == .punctuation { return block.tokens.isGlued(i) || block.hasMark(i - 1, "|") }
    return block.tokens.kind(i - 1) != .word || block.isCapitalWord(i - 1) && !block.startsSentence(i - 1)
      || Self.numbered.contains(block, i - 1)
  }

  private static let numbered = WordSet(
    "page pages chapter line lines no number numbers row rows column columns code codes channel room tel phone")

  /// Whole millions and tenths of them in words: “2.3 million”.
  private func millions(_ grouped: String) -> [String] {
    guard grouped.hasSuffix("00,000"), let value = Int(grouped.filter { $0 != "," }), value >= 1_000_000, value < 1_000_000_000 else {
      return []
    }
    let tenths = value / 100_000
    return [tenths % 10 == 0 ? "\(tenths / 10) million" : "\(tenths / 10).\(tenths % 10) million"]
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    guard facts.all.contains(where: { $0.value == Self.otherwise }) else { return }
    for fact in facts.all where fact.value == Self.spaced {
      let grouped = String(facts.text(of: fact).unicodeScalars.map { $0.isASCII && $0 != " " ? Character($0) : "," })
      report(
        Finding(
          .bytes(fact.range), "English parts thousands with a comma here: “\(grouped)”",
          repairs: (millions(grouped) + [grouped]).map { .suggested($0) }))
    }
  }
}
