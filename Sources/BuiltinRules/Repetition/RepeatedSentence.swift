import MTLLinting

/// A sentence that stands in the document twice.
struct RepeatedSentence: DocumentRule {
  let info = RuleInfo(
    id: "repetition/sentence", category: .duplication, precedence: .mechanical,
    summary: "A sentence stands in the document twice.",
    explanation:
      "Segments are translated twice when a page is cut up, and teasers are carried into the text. Sentences of fewer than eight words do not count.",
    bad: [
      "The mill closed its doors after a hundred and ten years. Nobody came. [The mill closed its doors after a hundred and ten years.] => ",
      "Rangers counted more wolves in the valley than last year. [Rangers counted more wolves in the valley than last year.] => ",
    ],
    good: ["He was late. She left. He was late.", "Rain fell on the hills in the north. Rain fell on the hills in the south."])
  let trigger = Trigger.always

  private static let shortest = 8
  /// More sentences than this, close together both times, are a second version of an article in one file.
  private static let longestPassage = 3
  private static let reach = 5
  /// In sentences.
  private static let longDocument = 400

  func gather(_ block: Block, in context: Context, fact: (DocumentFact) -> Void) {
    let tokens = block.tokens
    guard tokens.count > Self.shortest else { return }
    var start = 0
    var hash: UInt64 = 0
    for i in 0..<tokens.count {
      if tokens.flags(i).contains(.sentenceStart), i > start {
        if i - start > Self.shortest { note(start..<i, hash, block, fact) }
        start = i
        hash = 0
      }
      hash = (hash ^ tokens.hashes[i]) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }
    if tokens.count - start > Self.shortest { note(start..<tokens.count, hash, block, fact) }
  }

  /// A fact’s value says how many bytes of space a deletion takes along, or -1 where markup stands in its way.
  private func note(_ sentence: Range<Int>, _ hash: UInt64, _ block: Block, _ fact: (DocumentFact) -> Void) {
    guard Self.isFinished(sentence, block) else { return }
    let space = sentence.lowerBound > 0 ? block.sourceGap(before: sentence.lowerBound).count : 0
    fact(
      DocumentFact(
        key: hash, range: block.sourceRange(sentence), text: "", value: block.hasMarkup(sentence) ? -1 : space, block: block.index))
  }

  /// Whether a sentence ends with a full stop or the like: what does not is a heading or a cell.
  private static func isFinished(_ sentence: Range<Int>, _ block: Block) -> Bool {
    for i in sentence.reversed() where block.tokens.kind(i) == .punctuation {
      switch block.scalar(i) {
      case ".", "!", "?", "…": return true
      case "\"", "”", "’", "'", ")": continue
      default: return false
      }
    }
    return false
  }

  func judge(_ facts: [DocumentFact], words: Int, in context: Context, report: (Finding) -> Void) {
    var first: [UInt64: Int] = [:]
    var passage: [(copy: Int, original: Int)] = []
    func tellPassage() {
      if passage.count <= Self.longestPassage { for repeated in passage { tell(facts[repeated.copy], report) } }
      passage = []
    }
    for i in facts.indices {
      guard let original = first[facts[i].key] else {
        first[facts[i].key] = i
        continue
      }
      // In a long document a sentence may well come back: only close by is it a mistake.
      if facts.count > Self.longDocument, i - original > Self.reach { continue }
      if let last = passage.last, i - last.copy > Self.reach || abs(original - last.original) > Self.reach { tellPassage() }
      passage.append((i, original))
    }
    tellPassage()
  }

  private func tell(_ fact: DocumentFact, _ report: (Finding) -> Void) {
    let deleted = fact.range.lowerBound - max(fact.value, 0)..<fact.range.upperBound
    report(
      Finding(
        .bytes(fact.range), "this sentence stands in the document before",
        repairs: fact.value < 0 ? [] : [.suggested("", at: .bytes(deleted))]))
  }
}
