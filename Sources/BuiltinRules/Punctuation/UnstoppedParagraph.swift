import MTLLinting

/// A paragraph without a full stop at its end, among others that have one.
struct UnstoppedParagraph: DocumentRule {
  let info = RuleInfo(
    id: "punctuation/unstopped-paragraph", severity: .hint, category: .punctuation, precedence: .mechanical,
    summary: "A paragraph ends without a full stop.",
    explanation: """
      A mark is lost where segments are cut, or where a note of the page stood behind the last sentence. Only paragraphs of two sentences \
      and more are looked at, in documents whose other paragraphs end as they should.
      """,
    bad: [
      """
      The ferry was late again on Monday. It came in at noon with six goats on board and no captain [anywhere]\\n\\n\
      The harbour master told the police that he had seen nothing like it in thirty years at sea.\\n\\n\
      The mayor said that the goats were in the town hall, where they ate the minutes of the last meeting.\\n\\n\
      A new captain will be chosen on Friday, if the ferry has been found by then at all. => anywhere.
      """,
      """
      The harbour master told the police that he had seen nothing like it in thirty years at sea.\\n\\n\
      The mayor said that the goats were in the town hall, where they ate the minutes of the last meeting.\\n\\n\
      The mayor was angry. She said that the minutes could not be written a second [time]\\n\\n\
      A new captain will be chosen on Friday, if the ferry has been found by then at all. => time.
      """,
    ],
    good: [
      "The ferry was late again on Monday. It came in at noon with six goats on board and no captain anywhere",
      """
      The harbour master told the police that he had seen nothing like it in thirty years at sea.\\n\\n\
      The mayor said that the goats were in the town hall, where they ate the minutes of the last meeting.\\n\\n\
      A new captain will be chosen on Friday, if the ferry has been found by then at all.\\n\\n\
      Ferries, goats and what they eat
      """,
    ])
  let trigger = Trigger.always

  private static let shortest = 12
  private static let fewestStopped = 3
  /// With more, the document has another habit.
  private static let mostMissing = 2
  /// Paragraphs that must speak of public life: lists and manuals have another habit.
  private static let fewestNews = 2
  private static let news: UInt64 = 1
  private static let stopped = 0
  private static let unstopped = 1

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    let count = block.tokens.count
    guard block.isInArticle, block.tokens.words >= Self.shortest, block.kind == .paragraph || block.kind.isHeading, !block.isContinuation
    else { return }
    let last = count - 1
    if block.tokens.kind(last) == .punctuation {
      facts.note(key: block.speaksOfPublicLife ? Self.news : 0, 0..<0, value: Self.stopped, in: block)
    } else if block.tokens.sentenceStarts.count > 1, isPlain(last, block), isLong(last, block) {
      facts.note(key: 0, block.sourceRange(last..<count), text: block.text(last), value: Self.unstopped, in: block)
    } else if !block.kind.isHeading {
      // Something else ends it: a document of another kind.
      facts.note(key: 0, 0..<0, value: -1, in: block)
    }
  }

  private func isPlain(_ i: Int, _ block: Block) -> Bool {
    block.isLowerWord(i) && block.isLowerWord(i - 1) && !block.lexeme(i).isUnknown && block.length(i) > 2 && !block.hasMarkup(i - 1..<i + 1)
  }

  /// Whether the last sentence begins with a capital and has several words.
  private func isLong(_ last: Int, _ block: Block) -> Bool {
    guard let start = block.tokens.sentenceStarts.last.map(Int.init), last - start >= 4 else { return false }
    return block.isCapitalWord(start) && (start..<last).allSatisfy { block.tokens.kind($0) != .opaque }
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    let missing = facts.all.filter { $0.value == Self.unstopped }
    let stopped = facts.all.count { $0.value == Self.stopped }
    guard (1...Self.mostMissing).contains(missing.count), stopped >= Self.fewestStopped,
      facts.all.count(where: { $0.key == Self.news }) >= Self.fewestNews, missing.count + stopped == facts.all.count
    else {
      return
    }
    for fact in missing {
      let word = facts.text(of: fact)
      report(Finding(.bytes(fact.range), "a full stop is missing at the end of the paragraph", repairs: [.suggested(word + ".")]))
    }
  }
}
