import MTLLinting

/// The English of old Bibles in a text that is none: “and it came to pass”, “unto the river”.
struct Archaic: DocumentRule {
  let info = RuleInfo(
    id: "register/archaic", category: .mistranslation, precedence: .lexicon,
    summary: "Words of an old Bible stand in running text.",
    explanation: """
      For many languages the Bible is most of what there is to learn from, and a model that has lost its source falls back to it. Quoted \
      words are left alone, as is a document that has but one such word.
      """,
    bad: [
      "And it [came to pass] that the bus was late. The driver brought us unto the market.",
      "The minister [hath] said so, and he gave the prize unto her.",
    ],
    good: ["“Thou shalt not kill,” she read. “He came unto us.”", "He asked thee once.", "It came to a vote and the bill passed."])
  let trigger = Trigger.features(.archaic)

  private static let words = WordSet("unto thou thee thy hath shalt saith spake begat doth thine")
  private static let (came, to, pass) = (WordHash("came").value, WordHash("to").value, WordHash("pass").value)
  private static let fewest = 2
  private static let wordsToEach = 2000

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    let hashes = block.tokens.hashes
    for i in 0..<block.tokens.count {
      var range = i..<i + 1
      if i > 1, hashes[i] == Self.pass, hashes[i - 1] == Self.to, hashes[i - 2] == Self.came {
        range = i - 2..<i + 1
      } else {
        guard block.tokens.shape(i) != .caps, Self.words.contains(block, i) else { continue }
      }
      guard !block.isInsideQuotation(i), !block.touchesCode(i), !block.isHyphenated(i) else { continue }
      facts.note(key: hashes[i], block.sourceRange(range), text: block.text(range), in: block)
    }
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    guard facts.all.count >= Self.fewest, facts.all.count * Self.wordsToEach >= words else { return }
    for fact in facts.all { report(Finding(.bytes(fact.range), "“\(facts.text(of: fact))” belongs to an old Bible")) }
  }
}
