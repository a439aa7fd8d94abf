import MTLLinting

/// A proper name in small letters: “in patna”.
struct LowercaseProper: DocumentRule {
  let info = RuleInfo(
    id: "casing/lowercase-proper", category: .capitalization, precedence: .lexicon,
    summary: "A proper name has a small letter.",
    explanation: """
      Scripts without capitals, and cheap restoring of capitals, leave names small. Countries and great cities are reported wherever they \
      stand; other names only where the document has several, since one may be a term (“bluetooth”).
      """,
    bad: ["The train from [delhi] was late. => Delhi", "Traders in [pakistan] sold more rice. => Pakistan"],
    good: ["They polished the china in turkey red.", "The train from Delhi was late."])
  let trigger = Trigger.features(.properInLowerCase)

  /// Names of other kinds that one document must have, and how many words may stand to each: human news has one in 40,000.
  private static let fewest = 3
  private static let wordsToEach = 400
  private static let isWellKnown = 1

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    var lists: [WordList]?
    for i in 0..<block.tokens.count where block.isLowerWord(i) && block.lexeme(i).isProperOnly {
      guard block.length(i) > 3, !block.touchesCode(i), !block.isHyphenated(i), !context.dictionary.contains(block.tokens.hash(i)) else {
        continue
      }
      if lists == nil { lists = ["country-name", "capital-city", "world-city", "continent"].compactMap(context.list) }
      let isKnown = isPlace(i, block) || lists?.contains { $0.contains(block.tokens.hash(i)) } ?? false
      guard isKnown || block.lexeme(i).isAny([.place, .given, .surname]) || block.lexeme(i).grade <= 7 else { continue }
      let word = block.text(i)
      guard !word.hasSuffix(".") else { continue }
      facts.note(
        key: block.tokens.hashes[i], block.sourceRange(i..<i + 1), text: word, value: isKnown ? Self.isWellKnown : 0, in: block)
    }
  }

  private static let placeWords = WordSet("in near from")

  /// Whether a place stands where one would: “in sindh, they said”.
  private func isPlace(_ i: Int, _ block: Block) -> Bool {
    block.isInArticle && block.lexeme(i).isAny(.place) && Self.placeWords.contains(block, i - 1) && block.hasMark(i + 1, ",")
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    let different = Set(facts.all.map(\.key)).count
    let isHabit = different >= Self.fewest && different * Self.wordsToEach >= words
    for fact in facts.all {
      let capital = context.language.lexicon.spelling(of: WordHash(value: fact.key)) ?? CaseKeeping.capitalised(facts.text(of: fact))
      report(
        Finding(
          .bytes(fact.range), "“\(capital)” is a name", repairs: [.suggested(capital)],
          waitsForGarbles: !isHabit && fact.value != Self.isWellKnown))
    }
  }
}
