import MTLLinting

/// A name with a case ending of Turkish: “Istanbul’da”, “Erdem’nin”.
struct NameSuffix: Rule {
  let info = RuleInfo(
    id: "residue/name-suffix", category: .untranslated, precedence: .mechanical,
    summary: "A name has a case ending of the source.",
    explanation: "Turkish sets an apostrophe between a name and its case ending, and a name that is copied keeps it.",
    over: ["residue/foreign-word", "spelling/unknown-word", "casing/inner-capital"],
    bad: ["Bread costs ten lira in [Istanbul’da]. => Istanbul", "The house of [Kerem’nin] brother was sold. => Kerem’s"],
    good: ["Bread costs ten lira in Istanbul.", "The Ma’adi line, the Ka’aba and O’Dea’s house.", "Rock’n’roll came to Sana’a."])
  let trigger = Trigger.features(.unknownWord)

  private static let genitives: Set<String> = ["nin", "nın", "nun", "nün"]
  private static let others: Set<String> = [
    "da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki", "ya", "ye", "yı", "yi", "yu", "yü",
  ]
  private static let shortestName = 4

  /// Whether an apostrophe stands where one before an ending of two to four letters would.
  private func hasApostrophe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 6 else { return false }
    for k in stride(from: bytes.count - 3, through: bytes.count - 6, by: -1) where bytes[k] == 0x27 || bytes[k] == 0x99 { return true }
    return false
  }

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.unknownWords where block.tokens.shape(i) != .lower && hasApostrophe(block.bytes(of: i)) {
      let word = block.text(i)
      guard let mark = word.lastIndex(where: { $0 == "’" || $0 == "'" }), !context.dictionary.contains(block.tokens.hash(i)) else {
        continue
      }
      let (name, ending) = (String(word[..<mark]), String(word[word.index(after: mark)...]))
      guard name.count >= Self.shortestName, !name.contains("’"), !name.contains("'"), !block.hasMarkup(i..<i + 1) else { continue }
      let isGenitive = Self.genitives.contains(ending)
      guard isGenitive || Self.others.contains(ending) else { continue }
      let repair = isGenitive ? name + "’s" : name
      report(Finding(i..<i + 1, "“\(ending)” is a case ending of the source", repairs: [.suggested(repair)]))
    }
  }
}
