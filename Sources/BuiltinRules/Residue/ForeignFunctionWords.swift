import MTLLinting

/// Two function words of another language in a row: “durch eine”, “dengan mereka”.
struct ForeignFunctionWords: Rule {
  let info = RuleInfo(
    id: "residue/function-words", category: .untranslated, precedence: .mechanical,
    summary: "Function words of another language stand in a row.",
    explanation:
      "A stretch of the source was copied. Words next to a name (“Rio de la Plata”), in quotation marks or in brackets are left alone.",
    over: ["spelling/unknown-word", "residue/foreign-word"],
    bad: ["The minister arrived [durch eine] side door.", "He said the plan [dengan mereka] was ready."],
    good: ["They sailed up the Rio de la Plata.", "“Und der Haifisch” is a song.", "He ate pain au chocolat."])
  let trigger = Trigger.features([.unknownLowerWord, .properInLowerCase])

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard let words = context.list("foreign-function-word.word"), mayHoldTwo(block, words) else { return }
    var i = 0
    while i + 1 < block.tokens.count {
      var end = i
      var languages: Set<Substring> = []
      while let spoken = self.languages(end, block, words, context) {
        let common = end == i ? spoken : languages.intersection(spoken)
        guard !common.isEmpty else { break }
        languages = common
        end += 1
      }
      if end - i >= 2, isMistake(i..<end, block) { report(Finding(i..<end, "“\(block.text(i..<end))” was not translated")) }
      i = max(end, i + 1)
    }
  }

  /// Whether such a word that is no English word stands beside another one.
  private func mayHoldTwo(_ block: Block, _ words: WordList) -> Bool {
    let tokens = block.tokens
    func isOne(_ i: Int) -> Bool { i >= 0 && i < tokens.count && block.isLowerWord(i) && words.match(at: i, in: block) != nil }
    return (0..<tokens.count).contains {
      block.isLowerWord($0) && !block.lexeme($0).contains(.lower) && isOne($0) && (isOne($0 - 1) || isOne($0 + 1))
    }
  }

  /// The languages in which token `i` is a function word.
  private func languages(_ i: Int, _ block: Block, _ words: WordList, _ context: Context) -> Set<Substring>? {
    guard block.isLowerWord(i), !block.lexeme(i).isAny(.functionWord), let match = words.match(at: i, in: block), match.count == 1 else {
      return nil
    }
    let cell = context.cell(of: words, row: match.row, column: 1)
    return Set(cell.split(separator: "/").map { $0.drop { $0 == " " }.prefix { $0 != " " } })
  }

  private func isMistake(_ range: Range<Int>, _ block: Block) -> Bool {
    let (first, next) = (range.lowerBound, range.upperBound)
    guard range.contains(where: { !block.lexeme($0).contains(.lower) }), !block.isInsideQuotation(first) else { return false }
    guard !(range.contains { block.isHyphenated($0) || block.touchesCode($0) }), !block.hasMark(first - 1, "(") else { return false }
    return !(block.isCapitalWord(first - 1) && !block.startsSentence(first - 1))
      && !(block.isCapitalWord(next) && !block.startsSentence(next))
  }
}
