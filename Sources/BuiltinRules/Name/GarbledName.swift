import MTLLinting

/// A public person’s name with letters wrong: “Emmanuel Makron”, or “Makron” where the article speaks of Emmanuel Macron.
struct GarbledName: DocumentRule {
  let info = RuleInfo(
    id: "name/garbled-name", category: .mistranslation, precedence: .name,
    summary: "A public person’s name is misspelt.",
    explanation: """
      Names are spelt out piece by piece, or transliterated from a transliteration. Reported only of words in no list of words or surnames, \
      where the given name before it, or another mention in the text, tells who is meant.
      """,
    over: ["spelling/unknown-word", "name/inconsistent-variant", "casing/inner-capital"],
    bad: [
      "The letter was signed by Emmanuel [Makron] on Tuesday. => Macron",
      "Angela Merkel came late, and the council heard [Merkkel] speak for an hour. => Merkel",
    ],
    good: [
      "The letter was signed by Emmanuel Makroyannis on Tuesday.",
      "Dmitry Medvedev came with his wife, Svetlana Medvedeva. The Medvedevs stayed.",
      "Angela Merkel left. What people call Merkelism remained.",
    ])
  let trigger = Trigger.features([.unknownWord, .givenName])

  private static let shortest = 5
  /// What a fact says: a name that is right, a word that may be wrong, and one whose given name tells what is meant.
  private static let mention = 0
  private static let suspect = 1
  private static let garbled = 2

  func gather(_ block: Block, in context: Context, fact: (DocumentFact) -> Void) {
    let tokens = block.tokens
    let mayMention = tokens.wordFacts.contains(.givenName)
    guard mayMention || tokens.unknownWords.contains(where: { isSuspect(Int($0), block) }),
      let people = context.list("person.name")
    else { return }
    for i in 0..<(mayMention ? tokens.count : 0) where tokens.shape(i) == .capitalised && block.lexeme(i).isAny(.given) {
      guard let found = people.match(at: i, in: block), found.count > 1 else { continue }
      note(i + found.count - 1, block.text(i + found.count - 1), Self.mention, block, fact)
    }
    for i in block.unknownWords where isSuspect(i, block) {
      let isGiven = block.isCapitalWord(i - 1) && !block.startsSentence(i)
      if isGiven, let surname = surname(like: block.text(i), of: tokens.hash(i - 1), people, context), context.isUnknown(block, i) {
        note(i, surname, Self.garbled, block, fact)
      } else {
        note(i, block.text(i), Self.suspect, block, fact)
      }
    }
  }

  private func note(_ i: Int, _ text: String, _ value: Int, _ block: Block, _ fact: (DocumentFact) -> Void) {
    fact(DocumentFact(key: 0, range: block.sourceRange(i..<i + 1), text: text, value: value, block: block.index))
  }

  private func isSuspect(_ i: Int, _ block: Block) -> Bool {
    block.isCapitalWord(i) && block.tokens.shape(i) != .caps && block.length(i) >= Self.shortest && !block.isHyphenated(i)
      && !block.touchesCode(i)
  }

  /// The surname of a public person with this given name that is spelt almost so, if there is only one.
  private func surname(like word: String, of given: WordHash, _ people: WordList, _ context: Context) -> String? {
    let rows = people.rows(startingWith: given)
    guard !rows.isEmpty else { return nil }
    let likeness = NameLikeness(word)
    var found: String?
    for row in rows {
      let name = context.cellBytes(of: people, row: row, column: 0)
      guard let space = name.lastIndex(of: 0x20), space == name.firstIndex(of: 0x20), space + 1 < name.count else { continue }
      // Most surnames begin otherwise.
      guard name[space + 1] >= 0x80 || NameLikeness.sound(UInt32(name[space + 1] | 0x20)) == likeness.firstSound else { continue }
      let surname = String(decoding: name[(space + 1)...], as: UTF8.self)
      guard likeness.isGarble(of: NameLikeness(surname)) else { continue }
      guard found == nil else { return nil }
      found = surname
    }
    return found
  }

  func judge(_ facts: [DocumentFact], words: Int, in context: Context, report: (Finding) -> Void) {
    let mentions = Mentions(facts.filter { $0.value != Self.suspect })
    for fact in facts where fact.value != Self.mention {
      let meant = fact.value == Self.garbled ? fact.text : meant(by: fact, mentions, context)
      if let meant { report(Finding(.bytes(fact.range), "the name is spelt “\(meant)”", repairs: [.suggested(meant)])) }
    }
  }

  /// The only name mentioned nearby that a word may have been meant for.
  private func meant(by fact: DocumentFact, _ mentions: Mentions, _ context: Context) -> String? {
    let near = mentions.near(fact)
    guard !near.isEmpty, !context.dictionary.contains(WordHash(fact.text)) else { return nil }
    let word = NameLikeness(fact.text)
    let like = Set(near.filter { word.isGarble(of: $0) }.map(\.text))
    // What known words are made of is asked last, since that takes longest.
    return like.count == 1 && context.language.isUnknown(fact.text.lowercased()) ? like.first : nil
  }
}

/// The names that a document mentions, by place.
private struct Mentions {
  /// One list for so many blocks.
  private var stretches: [[(name: NameLikeness, block: Int)]] = []
  /// How far from its right spelling a wrong one is looked for, in blocks.
  private static let reach = 40

  init(_ facts: [DocumentFact]) {
    for fact in facts {
      let stretch = fact.block / Self.reach
      while stretches.count <= stretch { stretches.append([]) }
      stretches[stretch].append((NameLikeness(fact.text), fact.block))
    }
  }

  /// Those near a word that begin with the same sound and are about as long.
  func near(_ word: DocumentFact) -> [NameLikeness] {
    let stretch = word.block / Self.reach
    let (sound, length) = (NameLikeness.firstSound(of: word.text), word.text.utf8.count)
    var found: [NameLikeness] = []
    for stretch in stretches.indices.clamped(to: max(0, stretch - 1)..<stretch + 2) {
      for (name, block) in stretches[stretch]
      where name.firstSound == sound && abs(name.length - length) <= 3 && abs(block - word.block) <= Self.reach {
        found.append(name)
      }
    }
    return found
  }
}
