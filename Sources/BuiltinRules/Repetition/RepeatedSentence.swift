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

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    let tokens = block.tokens
    let starts = tokens.sentenceStarts
    for k in 0..<starts.count {
      let sentence = Int(starts[k])..<(k &+ 1 < starts.count ? Int(starts[k &+ 1]) : tokens.count)
      guard sentence.count > Self.shortest, Self.isFinished(sentence, block) else { continue }
      var hash: UInt64 = 0
      for i in sentence { hash = (hash ^ tokens.hashes[i]) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
      facts.note(key: hash, block.sourceRange(sentence), value: spaceBefore(sentence, block), in: block)
    }
  }

  /// How many bytes of space a deletion takes along, or -1 where markup stands in its way.
  private func spaceBefore(_ sentence: Range<Int>, _ block: Block) -> Int {
    if block.hasMarkup(sentence) { return -1 }
    return sentence.lowerBound > 0 ? block.sourceGap(before: sentence.lowerBound).count : 0
  }

  /// Whether a sentence ends with a full stop or the like: what does not is a heading or a cell.
  private static func isFinished(_ sentence: Range<Int>, _ block: Block) -> Bool {
    if block.isMark(sentence.upperBound - 1, ".") { return true }
    for i in sentence.reversed() where block.tokens.kind(i) == .punctuation {
      switch block.scalar(i) {
      case ".", "!", "?", "…": return true
      case "\"", "”", "’", "'", ")": continue
      default: return false
      }
    }
    return false
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    let facts = facts.all
    var seen = FirstPlaces(count: facts.count)
    var passage: [(copy: Int, original: Int)] = []
    func tellPassage() {
      if passage.count <= Self.longestPassage { for repeated in passage { tell(facts[repeated.copy], report) } }
      passage = []
    }
    for i in facts.indices {
      guard let original = seen.first(facts[i].key, at: i) else { continue }
      // In a long document a sentence may well come back: only close by is it a mistake.
      if facts.count > Self.longDocument, i - original > Self.reach { continue }
      if let last = passage.last, i - last.copy > Self.reach || abs(original - last.original) > Self.reach { tellPassage() }
      passage.append((i, original))
    }
    tellPassage()
  }

  private func tell(_ fact: DocumentFact, _ report: (Finding) -> Void) {
    let deleted = fact.range.lowerBound - max(Int(fact.value), 0)..<fact.range.upperBound
    report(
      Finding(
        .bytes(fact.range), "this sentence stands in the document before",
        repairs: fact.value < 0 ? [] : [.suggested("", at: .bytes(deleted))]))
  }
}

/// Where each key came first: an open-addressing table, since the keys are hashes already.
private struct FirstPlaces {
  /// The key, and its place from 1; 0 for an empty slot.
  private var slots: [(key: UInt64, place: Int)]

  init(count: Int) {
    var size = 8
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
  }

  /// Where a key came before, or nil if this is the first time.
  mutating func first(_ key: UInt64, at place: Int) -> Int? {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1)
    while slots[slot].place > 0 {
      if slots[slot].key == key { return slots[slot].place - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (key, place + 1)
    return nil
  }
}
