import MTLLinting

/// A given name before a surname in small letters: “Maria lopez”.
struct NameAfterGiven: Rule {
  let info = RuleInfo(
    id: "casing/name-after-given", severity: .error, category: .capitalization, precedence: .name,
    summary: "A surname has a small letter.",
    explanation: """
      A name that the model does not know is put together from pieces and loses its capital; often its spelling is wrong as well. Known \
      small words after a given name are left alone, and particles such as “van” or “bin”.
      """,
    over: ["casing/lowercase-proper", "spelling/unknown-word", "spelling/near-miss"],
    bad: ["The prize went to Maria [lopez] this year. => Lopez", "A letter from Sergei [grabovtsev] arrived. => Grabovtsev"],
    good: ["The prize went to Maria Lopez.", "Vincent van Gogh painted it.", "Anna knits.", "Peter reblogged it."])
  let trigger = Trigger.features(.givenName)

  private static let particles = WordSet(
    """
    van von der den de del della di da do dos das du des la le las los el al bin ibn bint ben abu ul ur ud ter ten zu zum zur af av i y e
    san santa saint st der ter ap op et und dit alias aka née arap
    """)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count)
    where block.isLowerWord(i) && block.tokens.shape(i - 1) == .capitalised && block.lexeme(i).isProperOrUnlisted {
      guard block.isWord(i - 1), block.lexeme(i - 1).isAny(.given), !block.lexeme(i - 1).isAny(.givenAmbiguous) else { continue }
      guard block.length(i) > 3, !tokens.isGlued(i), !block.startsSentence(i), !Self.particles.contains(block, i) else { continue }
      guard !block.isHyphenated(i), !block.isHyphenated(i - 1), !block.touchesCode(i), !context.dictionary.contains(tokens.hash(i)) else {
        continue
      }
      // “at Geneva tomoorrow”, “the Reagan adminstration”: a place, or the name of something.
      guard !block.lexeme(i - 1).isAny(.place), !(i > 1 && block.lexeme(i - 2).isAny(.determiner)) else { continue }
      guard block.lexeme(i).isProperOnly || isNameLike(i, block, context) else { continue }
      report(Finding(i..<i + 1, "a surname begins with a capital", repairs: [.suggested(CaseKeeping.capitalised(block.text(i)))]))
    }
  }

  /// Whether an unlisted word is hardly a verb: those that are derived end in a way that tells.
  private func isNameLike(_ i: Int, _ block: Block, _ context: Context) -> Bool {
    let word = block.text(i)
    // “Rana temporaria”: the Latin name of a species.
    if ["ed", "ing", "ly", "ness", "us", "um", "ia", "ensis", "ica", "ae", "ii"].contains(where: word.hasSuffix) { return false }
    return !word.hasSuffix("s") || context.isUnknown(block, i)
  }
}

extension Lexeme {
  /// Whether no list has the word in lower case.
  @inline(__always) var isProperOrUnlisted: Bool { isUnknown || isProperOnly }
}
