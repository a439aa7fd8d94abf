import MTLLinting

/// Words that no reader knows, in a document that has several of them.
struct UnknownWord: DocumentRule {
  let info = RuleInfo(
    id: "spelling/unknown-word", category: .spelling, precedence: .lexicon,
    summary: "A word is no English word, in a document that has several such.",
    explanation: """
      Models make up words from pieces where they know none. One unknown word in an article may be a term; several different ones, close \
      together, are a sign. Where they are spread thinly, only those count that are nothing like an English word: people mistype, \
      models invent. Words that are derived from known ones, names, quoted words and words next to foreign names are left alone.
      """,
    bad: [
      "The [terminsk] wrote of kaluftig and brontilo in the melasto of a vurnelk town.",
      "A grimfolko and his pelurstik friend met [droskva] and vurnelk in the kaluftig.",
    ],
    good: ["The houses stand on a hill above the town.", "She reprioritised her unscenic errands."])
  let trigger = Trigger.features(.unknownLowerWord)

  /// Human news has one unlisted word in 6,000; the documents that have more repeat the same one, or have typing errors.
  private static let fewest = 5
  private static let wordsToEach = 100
  /// Of words unlike any English one, human texts have one in 1,600 words and more, post-edits of the weakest systems apart; weak systems
  /// one in 70 to 700.
  private static let wordsToEachInvention = 750
  /// Garbled articles have one unknown word in 300 and more. Longer texts are not searched for what may not be told at all: it is dear.
  private static let wordsToEachDoubtful = 300
  private static let mostDoubtful = 20
  private static let shortest = 4
  private static let placeWords = WordSet("in from to near at")
  private static let isNameLike = 1
  private static let followsCapital = 2

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    for i in block.unknownWords
    where block.isUnlistedWord(i, shortest: Self.shortest) && context.isUnknown(block, i) {
      if i > 0, block.isCapitalWord(i - 1), block.lexeme(i - 1).isUnknown || block.isInsideQuotation(i) { continue }
      // Set off by italics or explained in brackets: a foreign word that is meant to be one.
      if i > 0, block.hasMarkup(i - 1..<i + 1) || i + 1 < block.tokens.count && block.hasMarkup(i..<i + 2) || block.hasMark(i + 1, "(") {
        continue
      }
      facts.note(
        key: block.tokens.hashes[i], block.sourceRange(i..<i + 1), text: block.text(i),
        value: (Self.mayBeName(i, block) ? Self.isNameLike : 0) | (Self.isAfterCapital(i, block) ? Self.followsCapital : 0), in: block)
    }
  }

  /// Whether a word stands where a name would: “in dolakhu”, “bazhu, dolakhu and ilamo”. Scripts without capitals are spelt out letter by
  /// letter, and editors make names of nine such words in ten that they keep.
  private static func mayBeName(_ i: Int, _ block: Block) -> Bool {
    if placeWords.contains(block, i - 1) { return true }
    return i > 1 && block.isMark(i - 1, ",") && block.endsNounPhrase(before: i + 1)
  }

  /// “Homo luzonensis”.
  private static func isAfterCapital(_ i: Int, _ block: Block) -> Bool {
    i > 0 && block.isCapitalWord(i - 1) && !block.startsSentence(i - 1)
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    let different = Dictionary(facts.all.map { ($0.key, facts.text(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let certain = certain(different, words, context)
    let tellsDoubtful = different.count <= Self.mostDoubtful && different.count * Self.wordsToEachDoubtful >= words
    guard tellsDoubtful || certain != [] else { return }
    for fact in facts.all {
      let isCertain = certain?.contains(fact.key) ?? true
      guard isCertain || tellsDoubtful && Self.isInvention(fact, different, context) else { continue }
      tell(fact, facts.text(of: fact), mayBeName: certain == nil, isCertain: isCertain, context, report)
    }
  }

  /// Whether a word is neither a slip or compound of English ones nor the second part of a Latin name.
  private static func isInvention(_ fact: DocumentFact, _ different: [UInt64: String], _ context: Context) -> Bool {
    Int(fact.value) & followsCapital == 0 && !(different[fact.key].map { EditCandidates.isNearWord($0, context.language.lexicon) } ?? true)
  }

  /// The words that are no words for certain, nil for all, of a document that has `different` unknown ones.
  private func certain(_ different: [UInt64: String], _ words: Int, _ context: Context) -> Set<UInt64>? {
    guard different.count >= Self.fewest, different.count * Self.wordsToEachInvention >= words else { return [] }
    guard different.count * Self.wordsToEach < words else { return nil }
    // Most words of a good text are near a known one, so that soon too few are left.
    let needed = max(Self.fewest, (words + Self.wordsToEachInvention - 1) / Self.wordsToEachInvention)
    var slips = different.count - needed
    var invented: Set<UInt64> = []
    for (key, text) in different {
      if EditCandidates.isNearWord(text, context.language.lexicon) { slips -= 1 } else { invented.insert(key) }
      guard slips >= 0 else { return [] }
    }
    return invented
  }

  private func tell(
    _ fact: DocumentFact, _ word: String, mayBeName: Bool, isCertain: Bool, _ context: Context, _ report: (Finding) -> Void
  ) {
    // A short word has neighbours by chance.
    let near = word.utf8.count > 6 ? EditCandidates.near(word, context.language.lexicon, grade: 4) : []
    let name = mayBeName && Int(fact.value) & Self.isNameLike != 0 ? CaseKeeping.capitalised(word) : nil
    let repair = near.count == 1 ? near[0] : near.isEmpty ? name : nil
    report(
      Finding(
        .bytes(fact.range), "“\(word)” is no word that is known", repairs: repair.map { [.suggested($0)] } ?? [],
        waitsForGarbles: !isCertain))
  }
}
