import MTLLinting

/// A name that kept the ending it had in the source: “with Igor Novotným” in a text about Novotný.
struct DeclinedName: DocumentRule {
  let info = RuleInfo(
    id: "name/declined", category: .mistranslation, precedence: .lexicon,
    summary: "A name has an ending of the source language.",
    explanation: """
      Slavic, Baltic and Finnic languages and Hungarian decline names, and an engine that does not know a name copies it as it stands. Only \
      names that no list has are looked at, where the text has the bare name as well. Turkish sets the ending off with an apostrophe, so \
      that it is seen by itself.
      """,
    over: ["spelling/unknown-word", "name/inconsistent-variant"],
    bad: [
      "Brezovac spoke first. The plan was drawn up with [Brezovacem] in May. => Brezovac",
      "The rent rose fastest in [Istanbul’da] and Antalya. => Istanbul",
    ],
    good: [
      "Brezovac spoke first, and Brezovacs of all ages came.", "Ivan Brezov met Anna Brezova.",
      "They prayed in Sana’a and read the Qur’an.",
    ])
  let trigger = Trigger.features(.unknownWord)

  private static let shortestStem = 4
  private static let endings = ["ovou", "ovom", "ovi", "owi", "iem", "ego", "emu", "om", "em", "ssa", "ssä", "nak", "nek", "ból", "ből"]
    .map { Array($0.utf8) }
  private static let apostropheEndings = Set(
    """
    da de dan den ta te tan ten daki deki nda nde ndan nden nın nin nun nün ın un ün ya ye lı li la le
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  /// What a fact says: a name as it stands, one with an ending, and one with an ending behind an apostrophe.
  private static let plain = 0
  private static let declined = 1
  private static let setOff = 2

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    let tokens = block.tokens
    for i in block.unknownWords where tokens.shape(i) == .capitalised && block.length(i) >= Self.shortestStem {
      let bytes = block.bytes(of: i)
      if let (stem, value) = stem(bytes), !block.isHyphenated(i), !block.touchesCode(i) {
        let text = String(decoding: bytes[..<stem], as: UTF8.self)
        facts.note(key: WordHash(text).value, block.sourceRange(i..<i + 1), text: text, value: value, in: block)
      }
      facts.note(key: tokens.hashes[i], 0..<0, value: Self.plain, in: block)
    }
  }

  /// Where the stem of a word ends, if the rest is an ending.
  private func stem(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    switch bytes[bytes.count - 1] {
    // The last bytes of the endings.
    case UInt8(ascii: "u"), UInt8(ascii: "m"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "a"), UInt8(ascii: "k"),
      UInt8(ascii: "l"), 0xA4:
      for ending in Self.endings where bytes.count >= Self.shortestStem + ending.count {
        if bytes[bytes.count - 2] == ending[ending.count - 2], bytes.suffix(ending.count).elementsEqual(ending) {
          return (bytes.count - ending.count, Self.declined)
        }
      }
    default: break
    }
    // Of the curly apostrophe the first byte is rare.
    guard let mark = bytes.lastIndex(where: { $0 == 0x27 || $0 == 0xE2 }), mark >= Self.shortestStem else { return nil }
    let ending = bytes[(mark + (bytes[mark] == 0x27 ? 1 : 3))...]
    return Self.apostropheEndings.contains(String(decoding: ending, as: UTF8.self)) ? (mark, Self.setOff) : nil
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    let names = Set(facts.all.lazy.filter { $0.value == Self.plain }.map(\.key))
    for fact in facts.all where fact.value == Self.setOff || fact.value == Self.declined && names.contains(fact.key) {
      let name = facts.text(of: fact)
      let message = fact.value == Self.setOff ? "the name is “\(name)”" : "elsewhere the name is “\(name)”"
      report(Finding(.bytes(fact.range), message, repairs: [.suggested(name)]))
    }
  }
}
