import MTLLinting

/// One letter many times over, inside a word: “acquittttttded”.
struct LetterRun: Rule {
  let info = RuleInfo(
    id: "repetition/letter-run", category: .spelling, precedence: .mechanical,
    summary: "A letter is repeated inside a word.",
    explanation: """
      A decoder that spells a rare word letter by letter can get stuck on one. Lengthening for emphasis (“nooooo”, “soooo”) stands at the \
      end of a word or on a vowel and is left alone.
      """,
    over: ["spelling/unknown-word", "spelling/near-miss", "repetition/word-stutter", "residue/foreign-word"],
    bad: ["The court had him [acquittttted] in June. => acquitted", "They met at the [libbbrary] again. => library"],
    good: ["Nooooo, he shouted.", "It was a looooong walk.", "Chapter XVIII opens the book."])
  let trigger = Trigger.features(.unknownWord)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.unknownWords {
      guard block.tokens.shape(i) != .caps, let run = run(block.bytes(of: i)), !block.isHyphenated(i), !block.touchesCode(i) else {
        continue
      }
      let word = block.text(i)
      let repairs = [2, 1].map { shortened(word, run, to: $0) }.filter { context.language.isLowerCaseWord($0.lowercased()) }
      report(Finding(i..<i + 1, "a letter is repeated inside “\(word)”", repairs: repairs.map { .suggested($0) }))
    }
  }

  /// Three or more of one consonant with letters on both sides.
  private func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var start = 0
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, bytes[end] | 0x20 == bytes[start] | 0x20 { end += 1 }
      if end - start >= 3, start > 0, end < bytes.count, bytes[start] < 0x80, !"aeiouyhzm".utf8.contains(bytes[start] | 0x20) {
        return start..<end
      }
      start = end
    }
    return nil
  }

  private func shortened(_ word: String, _ run: Range<Int>, to count: Int) -> String {
    let bytes = Array(word.utf8)
    return String(decoding: bytes[..<(run.lowerBound + count)] + bytes[run.upperBound...], as: UTF8.self)
  }
}
