import MTLLinting

/// What the machinery of translation leaves behind: `<unk>`, `@-@`, `&quot;`, `▁`, `{0}`, `class="x"`.
struct Leak: Rule {
  let info = RuleInfo(
    id: "markup/leak", severity: .error, category: .markup, precedence: .mechanical,
    summary: "Markup or a mark of the translation program stands in the text.",
    explanation: """
      Tokenisers mark where they cut (`@-@`, `▁`), models write `<unk>` for what they do not know, and placeholders or entities are not put \
      back. Code spans are left alone. Entities and joints are put right and marks are taken out unasked; what stood there needs the source.
      """,
    over: ["punctuation/space-before", "punctuation/glued-quote-paren", "punctuation/source-convention"],
    bad: [
      "The [long @-@ term] plan is ready. => long-term", "A fight over rock [&amp;] roll broke out. => &",
      "The mayor of [<unk>] was not there. => ", "He lives in [▁]Masaraki near the river. => ",
    ],
    good: ["The long-term plan is ready.", "Rock & roll (5 < 6) was here.", "Write to @mayor or read #news.", "R&D; it grew."])
  let trigger = Trigger.features([.otherMark, .nonASCII])

  private static let tags = WordSet("unk url s pad eos bos num sep cls mask br nbsp")
  private static let attributes = WordSet("class href src style align width height bgcolor colspan rowspan target alt title id")
  private static let entities: [String: String] = [
    "quot": "\"", "amp": "&", "apos": "’", "lt": "<", "gt": ">", "nbsp": " ", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "ndash": "–", "mdash": "—", "hellip": "…", "39": "’", "34": "\"", "8217": "’", "8220": "“", "8221": "”", "8211": "–",
  ]

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    var i = 0
    while i < block.tokens.count {
      guard block.tokens.kind(i) == .punctuation else {
        i += 1
        continue
      }
      i = max(i + 1, look(at: i, block, context, report))
    }
  }

  /// - Returns: the token to go on with.
  private func look(at i: Int, _ block: Block, _ context: Context, _ report: (Finding) -> Void) -> Int {
    switch block.scalar(i) {
    case "<": return tag(i, block, report)
    case "@": return joint(i, block, report)
    case "&": return entity(i, block, report)
    case "{": return placeholder(i, block, report)
    case "=": return attribute(i, block, report)
    case "*": return apertium(i, block, report)
    case "▁":
      report(
        Finding(i..<i + 1, "the tokeniser’s mark for a word’s beginning", repairs: [.safe("", at: .bytes(block.sourceRange(i..<i + 1)))]))
    default: break
    }
    return i + 1
  }

  /// `<unk>`, with spaces or without.
  private func tag(_ i: Int, _ block: Block, _ report: (Finding) -> Void) -> Int {
    let word = block.hasMark(i + 1, "/") ? i + 2 : i + 1
    guard word + 1 < block.tokens.count, block.isLowerWord(word), Self.tags.contains(block, word), block.isMark(word + 1, ">") else {
      return i + 1
    }
    report(Finding(i..<word + 2, "the translation program left a mark here", repairs: [.safe("")]))
    return word + 2
  }

  /// `@-@`, `@,@`, `@.@`, `@/@`, and `@@` inside a word.
  private func joint(_ i: Int, _ block: Block, _ report: (Finding) -> Void) -> Int {
    let tokens = block.tokens
    guard i > 0, i + 1 < tokens.count, tokens.isGlued(i + 1), tokens.kind(i + 1) == .punctuation else { return i + 1 }
    if block.isMark(i + 1, "@") {
      guard tokens.isGlued(i), block.isWord(i - 1), i + 2 < tokens.count, block.isWord(i + 2), !tokens.isGlued(i + 2) else { return i + 1 }
      report(Finding(i - 1..<i + 3, "the tokeniser cut a word here", repairs: [.safe(block.text(i - 1) + block.text(i + 2))]))
      return i + 3
    }
    guard i + 3 < tokens.count, block.isMark(i + 2, "@"), tokens.isGlued(i + 2), block.length(i + 1) == 1 else { return i + 1 }
    report(
      Finding(i - 1..<i + 4, "the tokeniser cut a word here", repairs: [.safe(block.text(i - 1) + block.text(i + 1) + block.text(i + 3))]))
    return i + 4
  }

  /// `&quot;` that is still there once entities have been read.
  private func entity(_ i: Int, _ block: Block, _ report: (Finding) -> Void) -> Int {
    let tokens = block.tokens
    let isNumeric = block.hasMark(i + 1, "#")
    let name = isNumeric ? i + 2 : i + 1
    guard name + 1 < tokens.count, tokens.isGlued(i + 1), tokens.isGlued(name), tokens.isGlued(name + 1), block.isMark(name + 1, ";") else {
      return i + 1
    }
    guard tokens.kind(name) == .number || tokens.kind(name) == .word, let text = Self.entities[block.text(name)] else { return i + 1 }
    report(Finding(i..<name + 2, "an entity was not decoded", repairs: [.safe(text, at: .bytes(block.sourceRange(i..<name + 2)))]))
    return name + 2
  }

  private func placeholder(_ i: Int, _ block: Block, _ report: (Finding) -> Void) -> Int {
    guard i + 2 < block.tokens.count, block.tokens.isGlued(i + 1), block.integer(i + 1) != nil, block.isMark(i + 2, "}"),
      block.tokens.isGlued(i + 2)
    else { return i + 1 }
    report(Finding(i..<i + 3, "a placeholder was not filled in"))
    return i + 3
  }

  /// `class="x"`.
  private func attribute(_ i: Int, _ block: Block, _ report: (Finding) -> Void) -> Int {
    let tokens = block.tokens
    guard i > 0, i + 1 < tokens.count, tokens.isGlued(i), tokens.isGlued(i + 1), Self.attributes.contains(block, i - 1) else {
      return i + 1
    }
    guard block.isMark(i + 1, "\"") || block.scalar(i + 1) == "”" || block.scalar(i + 1) == "“" else { return i + 1 }
    report(Finding(i - 1..<i + 2, "a piece of a tag stands in the text"))
    return i + 2
  }

  /// `*word`: what Apertium writes for a word that it does not know. A star that is closed is emphasis, one at the start a note or an item.
  private func apertium(_ i: Int, _ block: Block, _ report: (Finding) -> Void) -> Int {
    let tokens = block.tokens
    guard i > 1, i + 1 < tokens.count, !tokens.isGlued(i), tokens.isGlued(i + 1), block.isWord(i + 1), block.isWord(i - 1),
      block.length(i + 1) > 2
    else { return i + 1 }
    guard block.lexeme(i + 1).isProperOrUnlisted else { return i + 1 }
    for k in i + 1..<min(tokens.count, i + 20) where block.isMark(k, "*") && tokens.isGlued(k) { return i + 1 }
    report(
      Finding(
        i..<i + 1, "the translation program marks a word that it does not know",
        repairs: [.safe("", at: .bytes(block.sourceRange(i..<i + 1)))]))
    return i + 2
  }
}
