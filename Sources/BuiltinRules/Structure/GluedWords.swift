import MTLLinting

/// Two words without a space between them: “LondonTuesday”, “saidLavrov”.
struct GluedWords: Rule {
  let info = RuleInfo(
    id: "structure/glued-words", severity: .error, category: .markup, precedence: .mechanical,
    summary: "A space is missing between two words.",
    explanation: """
      Where markup is taken out before translation and put back after it, or where segments are joined, the space between them gets lost. \
      Only joints between an everyday word and a name, or a name and a weekday or month, are told from brand names.
      """,
    over: ["casing/inner-capital", "spelling/unknown-word"],
    bad: ["Talks begin in [LondonTuesday] at noon. => London Tuesday", "“We will wait,” [saidLindgren] on the radio. => said Lindgren"],
    good: ["YouTube and PayPal met in London.", "Call getName in openSUSE.", "McDonald bought an iPhone."])
  let trigger = Trigger.features(.innerCapital)

  private static let left = WordSet(
    """
    said the and of in for with that from was were has have had been after before about since when while their they his its according
    told added asked says will would against between because which who
    """)
  private static let right = WordSet(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
    the since and after before when they this these that there according however because although
    """)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.unknownWords where block.tokens.shape(i) == .mixed {
      guard !block.touchesCode(i), !context.dictionary.contains(block.tokens.hash(i)) else { continue }
      guard let (first, second) = halves(block.text(i), context.language.lexicon) else { continue }
      report(Finding(i..<i + 1, "a space is missing in “\(first)\(second)”", repairs: [.suggested("\(first) \(second)")]))
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// The two words, if the only inner capital begins the second.
  private func halves(_ word: String, _ lexicon: Lexicon) -> (Substring, Substring)? {
    let bytes = word.utf8
    guard let split = bytes.dropFirst().firstIndex(where: Self.isCapital), !bytes[split...].dropFirst().contains(where: Self.isCapital)
    else {
      return nil
    }
    let (first, second) = (word[..<split], word[split...])
    guard first.utf8.count >= 2, second.utf8.count >= 3 else { return nil }
    let (left, right) = (lexicon[String(first)], lexicon[String(second)])
    if first.first!.isUppercase {
      return Self.right.contains(second) && !left.isUnknown && first.utf8.count >= 3 ? (first, second) : nil
    }
    guard left.contains(.lower), left.grade <= 5, first.utf8.count >= 3 else { return nil }
    // “thumbParis”: what is left of a wiki’s picture.
    if first == "thumb" { return nil }
    if Self.left.contains(first) { return (first, second) }
    return Self.right.contains(second)
      || right.isProperOnly && right.isAny([.place, .givenMale, .givenFemale, .surname]) && first.utf8.count >= 5 ? (first, second) : nil
  }
}
