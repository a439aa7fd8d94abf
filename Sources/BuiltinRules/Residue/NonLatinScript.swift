import MTLLinting

/// Words in another script that were left untranslated.
struct NonLatinScript: Rule {
  let info = RuleInfo(
    id: "residue/non-latin-script", severity: .error, category: .untranslated, precedence: .mechanical,
    summary: "A word stands in another script.",
    explanation: """
      What a model cannot translate it may copy. Words in brackets (“Beijing (北京)”), in quotation marks, single Greek letters, and blocks \
      that are wholly in another script are left alone.
      """,
    bad: [
      "With the bases loaded, [無死満塁], he hit a double.", "The village of [Сосновка] has forty houses.",
      "The pass is open again. [Поделиться: WhatsApp] => ",
    ],
    good: ["Kyoto (京都) was the capital.", "The angle α is small.", "She wrote “спасибо” on the wall."])
  let trigger = Trigger.features(.nonASCII)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    var i = 0
    var found: [Range<Int>] = []
    var words = 0
    while i < tokens.count {
      if tokens.kind(i) == .word { words += 1 }
      guard tokens.flags(i).contains(.nonLatin), tokens.kind(i) == .word else {
        i += 1
        continue
      }
      var end = i + 1
      while end < tokens.count, tokens.flags(end).contains(.nonLatin), tokens.kind(end) == .word {
        words += 1
        end += 1
      }
      if block.length(i) > 2 || end > i + 1, !isGloss(i, block) { found.append(i..<end) }
      i = end
    }
    guard found.reduce(0, { $0 + $1.count }) * 2 < words else { return }
    for range in found {
      if let sentence = lastSentence(of: range, block) {
        report(Finding(sentence, "“\(block.text(sentence))” was left of the page in its language", repairs: [.suggested("")]))
      } else {
        report(Finding(range, "“\(block.text(range))” was not translated"))
      }
    }
  }

  /// The last sentence of a block with others before it, if nothing else stands in it than these words, marks and places to share a page:
  /// what stood under the text.
  private func lastSentence(of words: Range<Int>, _ block: Block) -> Range<Int>? {
    // Scripts without capitals begin no sentence that the tokeniser could tell.
    guard words.lowerBound > 0, [".", "!", "?"].contains(where: { block.isMark(words.lowerBound - 1, $0) }) else { return nil }
    let rest = words.upperBound..<block.tokens.count
    guard rest.allSatisfy({ block.tokens.kind($0) == .punctuation || Self.networks.contains(block, $0) }) else { return nil }
    // More than a word without such a place may be a sentence that was not translated: text, and not to be deleted.
    guard words.count == 1 || rest.contains(where: { Self.networks.contains(block, $0) }) else { return nil }
    return words.lowerBound..<block.tokens.count
  }

  private static let networks = WordSet("whatsapp telegram facebook twitter x viber vkontakte messenger instagram email sms line weibo")

  /// Whether an opening bracket or quotation mark stands before the words: the original is quoted.
  private func isGloss(_ i: Int, _ block: Block) -> Bool {
    if block.isInsideQuotation(i) { return true }
    var k = i - 1
    while k >= 0, i - k < 12 {
      if block.isMark(k, "(") || block.isMark(k, "[") { return true }
      if block.isMark(k, ")") || block.isMark(k, "]") || block.startsSentence(k) { return false }
      k -= 1
    }
    return false
  }
}
