import MTLLinting

/// A clause of five words or more that comes back a few words later in the same sentence.
struct ClauseEcho: Rule {
  let info = RuleInfo(
    id: "repetition/clause-echo", category: .duplication, tier: .strict, precedence: .mechanical,
    summary: "A clause comes back a few words later.",
    explanation:
      "Decoders take up a relative clause again after its end. Lists with a parallel build repeat words too, hence the strict tier.",
    bad: [
      "The bank that lends to the small farmers of the valley said yesterday it [lends to the small farmers of the valley] again. => ",
      "The bridge was closed by the city council in June and again [was closed by the city council in] July. => ",
    ],
    good: ["The governor of the northern state met the governor of the southern state.", "He came, he saw and he won."])
  let trigger = Trigger.always

  private static let shortest = 5
  private static let widestGap = 8

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let hashes = block.tokens.hashes
    let end = block.tokens.count
    var next = 0
    for i in 0..<end where i >= next && block.isWord(i) {
      for j in i + Self.shortest + 1..<max(i + Self.shortest + 1, min(end, i + 24)) where hashes[j] == hashes[i] {
        var count = 1
        while j + count < end, i + count < j, hashes[i + count] == hashes[j + count] { count += 1 }
        let gap = j - i - count
        guard count >= Self.shortest, gap > 0, gap <= Self.widestGap, isMistake(i, j, count, block) else { continue }
        next = j + count
        report(Finding(j..<j + count, "“\(block.text(i..<i + count))” comes back in the same sentence", repairs: [.suggested("")]))
        break
      }
    }
  }

  private func isMistake(_ i: Int, _ j: Int, _ count: Int, _ block: Block) -> Bool {
    var content = 0
    for k in i..<j + count {
      if k > i, block.startsSentence(k) { return false }
      guard k < i + count else { continue }
      guard block.isWord(k) || block.tokens.kind(k) == .clitic || block.hasMark(k, "-") else { return false }
      if block.isContentWord(k) { content += 1 }
    }
    return content >= 2 && RepeatedPhrase.at(i, block) == nil
  }
}
