import MTLLinting

/// A capital inside a word: “KoRoma”.
struct InnerCapital: Rule {
  let info = RuleInfo(
    id: "casing/inner-capital", severity: .hint, category: .spelling, tier: .strict, precedence: .lexicon,
    summary: "A capital stands inside a word.",
    explanation: "Words are translated in pieces, and a piece may keep its capital. Brands and code look the same, hence the strict tier.",
    bad: ["The minister [KoRomato] flew to Geneva.", "They sold [teLescopes] at the fair."],
    good: ["McDonald bought an iPhone.", "Call getName in JavaScript."])
  let trigger = Trigger.features(.innerCapital)

  private static let prefixes = [
    "Mc", "Mac", "De", "Di", "La", "Le", "Van", "Du", "O’", "O'", "D’", "D'", "L’", "L'", "l’", "l'", "d’", "d'", "Al", "El",
  ]

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in 0..<block.tokens.count
    where block.tokens.kind(i) == .word && block.tokens.shape(i) == .mixed && block.tokens.lexemes[i] == 0
      || block.tokens.kind(i) == .word && block.tokens.shape(i) == .mixed && !block.lexeme(i).isAny([.mixed, .caps])
    {
      let word = block.text(i)
      guard word.utf8.count > 4, !block.touchesCode(i), !block.isHyphenated(i), !Self.prefixes.contains(where: word.hasPrefix) else {
        continue
      }
      guard word.filter(\.isUppercase).count <= 2, !context.dictionary.contains(block.tokens.hash(i)), word.last?.isLowercase ?? false
      else { continue }
      guard !isCamelCase(word, context.language) else { continue }
      report(Finding(i..<i + 1, "a capital stands inside “\(word)”"))
    }
  }

  /// Whether two words stand together as in code or in a brand: `getName`.
  private func isCamelCase(_ word: String, _ language: Language) -> Bool {
    guard let split = word.dropFirst().firstIndex(where: \.isUppercase) else { return false }
    return !language.lexicon[String(word[..<split])].isUnknown && !language.lexicon[String(word[split...])].isUnknown
  }
}
