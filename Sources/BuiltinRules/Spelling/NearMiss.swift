import MTLLinting

/// An unknown word one letter away from a common one: “metrik tons”.
struct NearMiss: Rule {
  let info = RuleInfo(
    id: "spelling/near-miss", category: .spelling, tier: .strict, precedence: .lexicon,
    summary: "An unknown word is one letter away from a common one.",
    explanation: """
      Half-translated words look like spelling mistakes, and people make those too, hence the strict tier. The word next to it in the \
      dictionary is often not the one that was meant.
      """,
    over: ["spelling/unknown-word"],
    bad: ["They shipped ten [metrik] tons of rice. => metric", "The [comittee] meets in the town hall. => committee"],
    good: ["They shipped ten metric tons.", "He plays the pipa and the erhu."])
  let trigger = Trigger.features(.unknownLowerWord)

  private static let shortest = 6

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.unknownWords where block.isUnlistedWord(i, shortest: Self.shortest) && context.isUnknown(block, i) {
      let word = block.text(i)
      let candidates = EditCandidates.near(word, context.language.lexicon, grade: 4)
      guard candidates.count == 1 else { continue }
      report(Finding(i..<i + 1, "“\(word)” is no word that is known", repairs: [.suggested(candidates[0])]))
    }
  }
}
