import MTLLinting

/// A noun of itself: “a truce of truce”.
struct SameOfSame: Rule {
  let info = RuleInfo(
    id: "repetition/x-of-x", category: .duplication, precedence: .mechanical,
    summary: "A noun stands on both sides of “of”.",
    explanation: """
      Where the source has two near synonyms, a small model knows one word for both. A noun that begins a compound (“the state of state \
      finances”) and set phrases are left alone.
      """,
    bad: ["Both sides signed a [truce of truce] at dawn. => truce", "She spoke about the [principles of principles]. => principles"],
    good: ["He wrote about the state of state finances.", "They marched, thousands of thousands.", "Theirs is the king of kings."])
  let trigger = Trigger.features(.alternateRepeat)

  private static let of = WordHash("of").value
  private static let allowed = WordSet("thousands hundreds millions dozens tens because out kind sort instead ahead best worst all none")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count - 1) where tokens.hashes[i] == Self.of && tokens.hashes[i - 1] == tokens.hashes[i + 1] {
      guard block.isContentWord(i - 1), block.isLowerWord(i + 1), !Self.allowed.contains(block, i + 1), block.length(i + 1) > 2 else {
        continue
      }
      guard !block.isHyphenated(i - 1), !block.isHyphenated(i + 1), !startsCompound(i + 2, block) else { continue }
      report(Finding(i - 1..<i + 2, "“\(block.text(i + 1))” of itself", repairs: [.suggested(block.text(i - 1))]))
    }
  }

  /// Whether what follows shows that the word before it may begin a compound.
  private func startsCompound(_ i: Int, _ block: Block) -> Bool {
    block.isContentWord(i) || i < block.tokens.count && block.tokens.kind(i) != .word && block.tokens.kind(i) != .punctuation
  }
}
