import MTLLinting

/// A small word with a letter that English does not have: “kvennastörf”.
struct ForeignWord: Rule {
  let info = RuleInfo(
    id: "residue/foreign-word", category: .untranslated, precedence: .lexicon,
    summary: "A foreign word was left untranslated.",
    explanation: """
      What a model cannot translate it may copy. Listed loan words, words in quotation marks or brackets, and words next to a foreign name \
      are left alone.
      """,
    over: ["spelling/unknown-word"],
    bad: ["The law protects [kvennastörf] in the north.", "He works for the [smittskyddsmyndighät] of the region."],
    good: ["They drank a café crème in a naïve mood.", "She calls it “kräftskiva” at home.", "He lives in the Rue de l’Église."])
  let trigger = Trigger.features(.nonASCII)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in block.unknownWords where tokens.shape(i) == .lower {
      guard tokens.flags(i).contains(.nonASCII), !tokens.flags(i).contains(.nonLatin), block.length(i) > 4 else { continue }
      guard !isName(i - 1, block), !isName(i + 1, block), !block.isInsideQuotation(i), !isBracketed(i, block), !block.isHyphenated(i) else {
        continue
      }
      guard !block.touchesCode(i), !isLoan(block.text(i), context.language), context.isUnknown(block, i) else { continue }
      report(Finding(i..<i + 1, "“\(block.text(i))” was not translated"))
    }
  }

  private func isName(_ i: Int, _ block: Block) -> Bool { block.isCapitalWord(i) && block.lexeme(i).isProperOrUnlisted }

  /// Whether English has the word without its accents: “début”.
  private func isLoan(_ word: String, _ language: Language) -> Bool {
    let plain = String(String.UnicodeScalarView(word.unicodeScalars.map(Self.withoutAccent)))
    return !language.isUnknown(plain)
  }

  private static func withoutAccent(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "à"..."å": "a"
    case "ç": "c"
    case "è"..."ë": "e"
    case "ì"..."ï": "i"
    case "ñ": "n"
    case "ò"..."ö": "o"
    case "ù"..."ü": "u"
    default: scalar
    }
  }

  private func isBracketed(_ i: Int, _ block: Block) -> Bool {
    block.hasMark(i - 1, "(") || block.hasMark(i + 1, ")") || block.hasMark(i + 1, "(")
  }
}
