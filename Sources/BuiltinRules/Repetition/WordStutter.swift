import MTLLinting

/// A word that begins twice: “fusionfusion”, “grangranary”, “Cchilton”.
struct WordStutter: Rule {
  let info = RuleInfo(
    id: "repetition/word-stutter", category: .spelling, precedence: .mechanical,
    summary: "A word begins twice.",
    explanation: "Words are translated in pieces, and a piece may be written twice. Known words and reduplicated names are left alone.",
    over: ["spelling/unknown-word", "spelling/near-miss", "casing/inner-capital"],
    bad: ["The report praises the [fusionfusion] of both styles. => fusion", "They stored wheat in the [grangranary]. => granary"],
    good: ["The couscous was served in a dumdum bowl.", "Ffion lives in Llandudno."])
  let trigger = Trigger.features(.unknownWord)

  /// Names and sounds may repeat shorter syllables.
  private static let shortestPart = 4

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.unknownWords {
      guard let rest = repeatedStart(block.bytes(of: i)) else { continue }
      let word = block.text(i)
      let repaired = String(word.dropFirst(rest))
      guard repaired.utf8.count + rest == word.utf8.count, context.language.isLowerCaseWord(repaired.lowercased()) else { continue }
      guard !context.dictionary.contains(block.tokens.hash(i)), !block.isHyphenated(i), !block.touchesCode(i) else { continue }
      // Chinese given names double a syllable.
      if block.tokens.shape(i) == .capitalised, repaired.utf8.count == rest { continue }
      let cased = block.tokens.shape(i) == .lower ? repaired : CaseKeeping.capitalised(repaired)
      report(Finding(i..<i + 1, "“\(word)” begins twice", repairs: [.suggested(cased)]))
    }
  }

  /// How many bytes to leave out so that the word begins once.
  private func repeatedStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = bytes.count
    guard count >= 7 else { return nil }
    for part in stride(from: count / 2, through: Self.shortestPart, by: -1) {
      if (0..<part).allSatisfy({ bytes[$0] | 0x20 == bytes[$0 + part] | 0x20 }) { return part }
    }
    return nil
  }
}
