import MTLLinting

/// Initials in small letters behind the name that they stand for: “Geophysics Agency (bmkg)”.
struct SmallInitials: Rule {
  let info = RuleInfo(
    id: "casing/small-initials", category: .capitalization, precedence: .name,
    summary: "Initials in brackets are in small letters.",
    explanation:
      "Engines that work on small letters do not know which words were initials. Only what cannot be spoken as a word is looked at.",
    over: ["casing/lowercase-proper", "spelling/unknown-word"],
    bad: ["The Climate Agency ([bmkg]) warned of rain. => BMKG", "It was said by the Disaster Board ([bnpb]) on Friday. => BNPB"],
    good: ["The Climate Agency (BMKG) warned of rain.", "The Workers’ Union (sindicato) is strong.", "Set the Device (sdcrd) first."])
  let trigger = Trigger.features(.unknownLowerWord)

  private static let vowels = Set("aeiouy".utf8)
  /// Last words of names of bodies.
  private static let bodies = WordSet(
    """
    agency ministry institute office party board council authority service organization organisation bureau company corporation fund bank union
    federation center centre department committee commission directorate association administration academy university police
    """)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.unknownWords where i > 1 && block.isLowerWord(i) && (3...6).contains(block.length(i)) {
      guard block.isMark(i - 1, "("), block.hasMark(i + 1, ")"), block.isCapitalWord(i - 2), Self.bodies.contains(block, i - 2) else {
        continue
      }
      guard !block.bytes(of: i).contains(where: Self.vowels.contains), !context.dictionary.contains(block.tokens.hash(i)) else { continue }
      report(Finding(i..<i + 1, "initials are in capitals", repairs: [.suggested(block.text(i).uppercased())]))
    }
  }
}
