import MTLLinting

/// A name in small letters before what it names: “dolakhu district”, “the terminsk river”.
struct NameBeforePlace: Rule {
  let info = RuleInfo(
    id: "casing/name-before-place", category: .capitalization, precedence: .name,
    summary: "A name before “district”, “river” or the like has a small letter.",
    explanation: """
      Names that the model spells out piece by piece come without a capital, mostly in translations from scripts that have none. Words \
      that are listed or derived from listed ones are left alone, as are those after “a”, which describe.
      """,
    over: ["casing/lowercase-proper", "spelling/unknown-word", "spelling/near-miss"],
    bad: [
      "The road ends in [dolakhu] district, a day from here. => Dolakhu",
      "Boats go down the [terminsk] river in spring. => Terminsk",
    ],
    good: [
      "A riverine village burned.", "The road ends in Dolakhu district.", "They live in a vurnelk town.", "The unbuilt district is poor.",
    ])
  let trigger = Trigger.features(.unknownLowerWord)

  private static let places = WordSet(
    """
    district province region river valley village kingdom dynasty temple palace fort monastery municipality county state city town island lake
    mountain nation family tribe caste clan festival airport university college
    """)
  private static let describing = WordSet("a an any each every this that such no")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in block.unknownWords
    where block.isUnlistedWord(i, shortest: 4) && Self.places.contains(block, i + 1) && block.isLowerWord(i + 1) {
      guard i > 0, !block.startsSentence(i), !block.startsSentence(i + 1), !tokens.isGlued(i), !tokens.isGlued(i + 1) else { continue }
      guard block.isWord(i - 1), !Self.describing.contains(block, i - 1), context.isUnknown(block, i) else { continue }
      guard !context.dictionary.contains(tokens.hash(i)), !block.isInsideQuotation(i) else { continue }
      // A slip of the finger: “the indutrial region”, “the mountanous village”.
      guard !["ous", "ical", "onal", "ary", "ern"].contains(where: block.text(i).hasSuffix) else { continue }
      guard EditCandidates.near(block.text(i), context.language.lexicon, grade: 4).isEmpty else { continue }
      report(Finding(i..<i + 1, "a name begins with a capital", repairs: [.suggested(CaseKeeping.capitalised(block.text(i)))]))
    }
  }
}
