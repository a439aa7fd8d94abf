import MTLLinting

/// A word of the source that stands alone among English ones: “the former regidora for planning”.
struct LoneForeignWord: DocumentRule {
  let info = RuleInfo(
    id: "residue/lone-word", severity: .hint, category: .untranslated, precedence: .lexicon,
    summary: "A word in a news text is no English word, and like none.",
    explanation: """
      What a model cannot translate it copies, and names it does not know it writes small. Human news has one such word in thirty thousand. \
      Only paragraphs are looked at that speak of people and public life; words that come again and again are terms, and left alone, as are \
      slips of the pen, compounds, quoted words and those that are explained in brackets.
      """,
    over: ["spelling/near-miss"],
    bad: [
      """
      The police said that the thief had hidden the hens under a [pelurstik] in the yard. The farmer told the court that he had looked for them \
      all night, and that his wife had found them at last, in good health, when the sun came up over the hill. The judge sent the thief to prison \
      for a month, and gave the farmer his hens back, all nine of them.
      """,
      """
      The minister said on Monday that the road to [abashiri] would be closed all winter. It is the only road to the town, and the people who live \
      there will have to take the boat, which sails twice a week when the sea is calm, and not at all when it is not. The mayor told the paper that \
      nobody had asked him about it before. => Abashiri
      """,
    ],
    good: [
      "The police said that the thief had hidden the hens under a pelurstik.",
      """
      The minister said on Monday that the road would be closed all winter. It is the only road to the town, and the people who live there will \
      have to take the boat, which sails twice a week when the sea is calm, and not at all when it is not. The mayor told the paper that nobody \
      had asked him about the pelurstik (a kind of sledge) that he had lent the village.
      """,
    ])
  let trigger = Trigger.features(.unknownLowerWord)

  private static let placeWords = WordSet("in from to near at")
  private static let shortest = 4
  private static let isNameLike = 1
  private static let shortestDocument = 60
  /// A word that comes so often is a term.
  private static let fewestOfATerm = 3
  /// With more different ones than this, `spelling/unknown-word` knows better.
  private static let wordsToEach = 30
  private static let longestParagraph = 160
  private static let wordsToEachInBlock = 8

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    // More would be another language.
    guard block.isInArticle, block.tokens.words <= Self.longestParagraph,
      block.tokens.unknownWords.count * Self.wordsToEachInBlock <= block.tokens.words
    else { return }
    var isNews: Bool?
    for i in block.unknownWords where block.isUnlistedWord(i, shortest: Self.shortest) && !block.startsSentence(i) {
      if isNews == nil { isNews = block.kind == .paragraph && block.speaksOfPublicLife }
      guard isNews == true, context.isUnknown(block, i), isForeign(i, block, context.language) else { continue }
      facts.note(
        key: block.tokens.hashes[i], block.sourceRange(i..<i + 1), text: block.text(i),
        value: isNamed(i, block) ? Self.isNameLike : 0, in: block)
    }
  }

  private func isForeign(_ i: Int, _ block: Block, _ language: Language) -> Bool {
    guard i > 0, i + 1 < block.tokens.count, !block.isInsideQuotation(i), !block.hasMarkup(i - 1..<i + 2) else { return false }
    guard !block.hasMark(i - 1, "("), !block.hasMark(i + 1, "("), !block.hasMark(i + 1, ")"), !isName(i - 1, block), !isName(i + 1, block)
    else { return false }
    let word = block.text(i)
    guard word.utf8.contains(where: { Self.vowels.contains($0) }), !Self.endings.contains(where: word.hasSuffix) else { return false }
    guard block.tokens.kind(i - 1) != .punctuation || block.isMark(i - 1, ",") || block.isMark(i - 1, "-") else { return false }
    return !isCompound(word, language.lexicon) && !EditCandidates.isNearWord(word, language.lexicon)
  }

  /// Endings of Latin names, diseases and drugs.
  private static let endings = ["um", "us", "ae", "ii", "ensis", "itis", "osis", "ase", "azole", "pril", "mab"]
  private static let vowels = Set("aeiouy".utf8)

  /// Whether a name that no list has stands there: what is beside it may belong to it.
  private func isName(_ i: Int, _ block: Block) -> Bool {
    block.isCapitalWord(i) && !block.startsSentence(i) && block.lexeme(i).isUnknown
  }

  /// Whether two English words stand in one: “lifejacket”.
  private func isCompound(_ word: String, _ lexicon: Lexicon) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count >= 6 else { return false }
    return (3...bytes.count - 3).contains { split in
      let halves = [bytes[..<split], bytes[split...]].map { lexicon[String(decoding: $0, as: UTF8.self)] }
      return halves.allSatisfy { $0.contains(.lower) && $0.grade <= 6 }
    }
  }

  /// Whether a word stands where a name would: “in dolakhu”, “Bazhu and dolakhu”.
  private func isNamed(_ i: Int, _ block: Block) -> Bool {
    if Self.placeWords.contains(block, i - 1) { return block.endsNounPhrase(before: i + 1) || block.lexeme(i + 1).isAny(.auxiliary) }
    return i > 1 && block.isWord(i - 1) && block.text(i - 1) == "and" && block.isCapitalWord(i - 2) && !block.startsSentence(i - 2)
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    let times = facts.all.reduce(into: [UInt64: Int]()) { $0[$1.key, default: 0] += 1 }
    guard words >= Self.shortestDocument, times.count * Self.wordsToEach <= words else { return }
    for fact in facts.all where times[fact.key]! < Self.fewestOfATerm {
      let word = facts.text(of: fact)
      let repairs: [Finding.Repair] = fact.value == Self.isNameLike ? [.suggested(CaseKeeping.capitalised(word))] : []
      report(Finding(.bytes(fact.range), "“\(word)” is no English word, and like none", repairs: repairs, waitsForGarbles: true))
    }
  }
}
