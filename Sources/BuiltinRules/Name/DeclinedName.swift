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
  private static let apostropheEndings = Set(
    """
    da de dan den ta te tan ten nda nde ndan nden nın nin nun nün ya ye la le
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  /// What a fact says: a name as it stands, one with an ending, and one with an ending behind an apostrophe.
  private static let plain = 0
  private static let declined = 1
  private static let setOff = 2

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    let tokens = block.tokens
    for i in block.unknownWords where tokens.shape(i) == .capitalised && block.length(i) > Self.shortestStem {
      let bytes = block.bytes(of: i)
      if let (stem, value) = stem(bytes), !block.isHyphenated(i), !block.touchesCode(i) {
        let text = String(decoding: bytes[..<stem], as: UTF8.self)
        facts.note(key: WordHash(text).value, block.sourceRange(i..<i + 1), text: text, value: value, in: block)
      } else if !Self.isVowel(bytes[bytes.count - 1]) {
        // The endings follow consonants; those of plurals and of many other names are left out.
        facts.note(key: tokens.hashes[i], 0..<0, value: Self.plain, in: block)
      }
    }
  }

  /// Where the stem of a word ends, if the rest is an ending.
  private func stem(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    let count = bytes.count
    func ends(_ ending: StaticString) -> (Int, Int)? {
      let length = ending.utf8CodeUnitCount
      guard count >= Self.shortestStem + length else { return nil }
      for k in 0..<length where bytes[count - length + k] != ending.utf8Start[k] { return nil }
      return (count - length, Self.declined)
    }
    switch bytes[count - 1] {
    case UInt8(ascii: "m"): return ends("iem") ?? ends("om") ?? ends("em")
    case UInt8(ascii: "i"): return ends("ovi") ?? ends("owi")
    case UInt8(ascii: "u"): return ends("ovou") ?? ends("emu")
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "n"): return setOff(bytes)
    default: return nil
    }
  }

  /// Where an apostrophe stands before a Turkish ending.
  private func setOff(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int)? {
    // Of the curly apostrophe the last byte is rare.
    let close = max(0, bytes.count - 7)
    guard let mark = bytes[close...].lastIndex(where: { $0 == 0x27 || $0 == 0x99 }) else { return nil }
    let stem = bytes[mark] == 0x27 ? mark : mark - 2
    guard stem >= Self.shortestStem, bytes[mark] == 0x27 || bytes[stem] == 0xE2 else { return nil }
    let ending = String(decoding: bytes[(mark + 1)...], as: UTF8.self)
    return Self.apostropheEndings.contains(ending) ? (stem, Self.setOff) : nil
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "s"),
      UInt8(ascii: "n"):
      true
    default: false
    }
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
