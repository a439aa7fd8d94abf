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

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    let tokens = block.tokens
    let mayMention = tokens.wordFacts.contains(.givenName)
    guard mayMention || tokens.unknownWords.contains(where: { isSuspect(Int($0), block) }),
      let people = context.people
    else { return }
    for i in 0..<(mayMention ? tokens.count : 0) where tokens.shape(i) == .capitalised && block.lexeme(i).isAny(.given) {
      guard let found = people.match(at: i, in: block), found.count > 1 else { continue }
      note(i + found.count - 1, block.text(i + found.count - 1), Self.mention, block, &facts)
    }
    for i in block.unknownWords where isSuspect(i, block) {
      let isGiven = block.isCapitalWord(i - 1) && !block.startsSentence(i)
      if isGiven, let surname = surname(like: block.text(i), of: tokens.hash(i - 1), people, context), context.isUnknown(block, i) {
        note(i, surname, Self.garbled, block, &facts)
      } else {
        note(i, block.text(i), Self.suspect, block, &facts)
      }
    }
  }

  private func note(_ i: Int, _ text: String, _ value: Int, _ block: Block, _ facts: inout DocumentFacts) {
    facts.note(key: 0, block.sourceRange(i..<i + 1), text: text, value: value, in: block)
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
    let letters = LetterSet(word.utf8)
    var found: String?
    for row in rows {
      let name = context.cellBytes(of: people, row: row, column: 0)
      guard let space = name.lastIndex(of: 0x20), space == name.firstIndex(of: 0x20), space + 1 < name.count else { continue }
      // Most surnames begin otherwise.
      guard name[space + 1] >= 0x80 || NameLikeness.sound(UInt32(name[space + 1] | 0x20)) == likeness.firstSound else { continue }
      guard letters.isNear(LetterSet(name[(space + 1)...])) else { continue }
      let surname = String(decoding: name[(space + 1)...], as: UTF8.self)
      guard likeness.isGarble(of: NameLikeness(surname)) else { continue }
      guard found == nil else { return nil }
      found = surname
    }
    return found
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    var mentions = Mentions()
    for fact in facts.all where fact.value != Self.suspect { mentions.add(facts.text(of: fact), in: Int(fact.block)) }
    guard !mentions.isEmpty else { return }
    for fact in facts.all where fact.value != Self.mention {
      let text = facts.text(of: fact)
      let meant = fact.value == Self.garbled ? text : meant(by: text, in: Int(fact.block), &mentions, context)
      if let meant { report(Finding(.bytes(fact.range), "the name is spelt “\(meant)”", repairs: [.suggested(meant)])) }
    }
  }

  /// The only name mentioned nearby that a word may have been meant for.
  private func meant(by text: String, in block: Int, _ mentions: inout Mentions, _ context: Context) -> String? {
    guard let meant = mentions.only(like: text, near: block), !context.dictionary.contains(WordHash(text)) else { return nil }
    // What known words are made of is asked last, since that takes longest.
    return context.language.isUnknown(text.lowercased()) ? meant : nil
  }
}

/// The names that a document mentions, by place.
private struct Mentions {
  private struct Mention {
    let name: String
    let firstSound: UInt32
    let letters: LetterSet
    let block: Int
    /// Made when it is first needed: most names are never held against a word.
    var likeness: NameLikeness?
  }

  /// One list for so many blocks.
  private var stretches: [[Mention]] = []
  /// How far from its right spelling a wrong one is looked for, in blocks.
  private static let reach = 40

  var isEmpty: Bool { stretches.isEmpty }

  mutating func add(_ name: String, in block: Int) {
    let stretch = block / Self.reach
    while stretches.count <= stretch { stretches.append([]) }
    stretches[stretch].append(
      Mention(name: name, firstSound: NameLikeness.firstSound(of: name), letters: LetterSet(name.utf8), block: block))
  }

  /// The name near a block that a word may be a garble of; nil if there is none, or more than one.
  mutating func only(like word: String, near block: Int) -> String? {
    let stretch = block / Self.reach
    let (sound, letters) = (NameLikeness.firstSound(of: word), LetterSet(word.utf8))
    var likeness: NameLikeness?
    var found: String?
    for s in stretches.indices.clamped(to: max(0, stretch - 1)..<stretch + 2) {
      for i in stretches[s].indices {
        guard stretches[s][i].firstSound == sound, letters.isNear(stretches[s][i].letters), abs(stretches[s][i].block - block) <= Self.reach
        else { continue }
        let word = likeness ?? NameLikeness(word)
        likeness = word
        let name = stretches[s][i].likeness ?? NameLikeness(stretches[s][i].name)
        stretches[s][i].likeness = name
        guard word.isGarble(of: name), found != name.text else { continue }
        guard found == nil else { return nil }
        found = name.text
      }
    }
    return found
  }
}
