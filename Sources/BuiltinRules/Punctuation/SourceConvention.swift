import MTLLinting

/// Punctuation of the source language: “„”, “«”, “【”, “，”.
struct SourceConvention: Rule {
  let info = RuleInfo(
    id: "punctuation/source-convention", category: .localePunctuation, precedence: .mechanical,
    summary: "A mark of punctuation is the source language’s.",
    explanation: "Models copy what they take for a symbol. Blocks that are in another language altogether are left alone.",
    bad: [
      "The fair was full[，]and the music loud. => , ", "He called it [„]progress” in his speech. => “", "He called it “progress[“]. => ”",
      "He called it [« ]progress » in his speech. => “", "He called it “progress[«], in jest. => ”",
      "He called it [»]progress« in his speech. => “",
    ],
    good: ["The fair was full, and the music loud.", "He called it “progress” in his speech.", "Click File » Save as » Text, and wait."])
  let trigger = Trigger.features([.nonASCII, .quotationMark])

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 0..<tokens.count where tokens.kind(i) == .punctuation && block.firstByte(i) >= 0x80 && !isSeparator(i, block) {
      guard let mark = guillemet(i, block) ?? closing(i, block) ?? Self.english(block.scalar(i)), !isForeign(i, block) else { continue }
      let needsSpace =
        [",", ".", ":", ";", "!", "?"].contains(mark) && i + 1 < tokens.count && tokens.isGlued(i + 1) && tokens.kind(i + 1) != .punctuation
      report(
        Finding(.bytes(place(i, mark, block)), "English writes “\(mark)”", repairs: [.suggested(needsSpace ? mark + " " : mark)]))
    }
  }

  /// Whether this is an arrow between the parts of a path, as pages have above a headline, and closes nothing.
  private func isSeparator(_ i: Int, _ block: Block) -> Bool {
    block.isPathArrow(i) && (i + 1 == block.tokens.count || !block.tokens.isGlued(i + 1)) && !block.isInsideQuotation(i)
  }

  /// What a guillemet that is glued to a word on one side alone stands for: some languages write »so«.
  private func guillemet(_ i: Int, _ block: Block) -> String? {
    guard block.scalar(i) == "«" || block.scalar(i) == "»" else { return nil }
    let before = block.tokens.isGlued(i)
    let after = i + 1 < block.tokens.count && block.tokens.isGlued(i + 1) && block.tokens.kind(i + 1) != .punctuation
    return before == after ? nil : after ? "“" : "”"
  }

  /// What “ stands for behind a word: German, Czech and Bulgarian close with it.
  private func closing(_ i: Int, _ block: Block) -> String? {
    let tokens = block.tokens
    guard i > 1, block.scalar(i) == "“", tokens.isGlued(i),
      tokens.kind(i - 1) == .word || block.hasMark(i - 1, ".") || block.hasMark(i - 1, ",")
    else { return nil }
    guard i + 1 == tokens.count || !tokens.isGlued(i + 1) || tokens.kind(i + 1) == .punctuation else { return nil }
    let before = (0..<i - 1).last { tokens.flags($0).contains(.quotationMark) }
    return before.map { block.scalar($0) == "“" || block.scalar($0) == "„" } == true ? "”" : nil
  }

  /// A quotation mark with the space that French has inside of it.
  private func place(_ i: Int, _ mark: String, _ block: Block) -> Range<Int> {
    let place = block.sourceRange(i..<i + 1)
    if mark == "“", i + 1 < block.tokens.count, !block.tokens.isGlued(i + 1), i == 0 || !block.tokens.isGlued(i) {
      let gap = block.sourceGap(before: i + 1)
      if gap.lowerBound == place.upperBound, !block.hasMarkup(i..<i + 2) { return place.lowerBound..<gap.upperBound }
    } else if mark == "”", i > 0, !block.tokens.isGlued(i) {
      let gap = block.sourceGap(before: i)
      if gap.upperBound == place.lowerBound, !block.hasMarkup(i - 1..<i + 1) { return gap.lowerBound..<place.upperBound }
    }
    return place
  }

  private static func english(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "„", "«", "「", "『", "《", "〈": "“"
    case "»", "」", "』", "》", "〉": "”"
    case "【", "〔", "［": "["
    case "】", "〕", "］": "]"
    case "（": "("
    case "）": ")"
    case "！": "!"
    case "？", "؟": "?"
    case "，", "、", "،": ","
    case "。", "．", "।", "۔": "."
    case "٪": "%"
    case "：": ":"
    case "；", "؛": ";"
    default: nil
    }
  }

  /// Whether the word beside the mark is in another script.
  private func isForeign(_ i: Int, _ block: Block) -> Bool {
    i > 0 && block.tokens.flags(i - 1).contains(.nonLatin) || i + 1 < block.tokens.count && block.tokens.flags(i + 1).contains(.nonLatin)
  }
}
