import MTLProse

// Links, images, autolinks and inline HTML.
extension MarkdownInline {
  mutating func openBracket(_ p: Int, isImage: Bool) -> Int {
    if !isImage, p + 1 < span.upperBound, bytes[p + 1] == UInt8(ascii: "^"),
      let end = MarkdownLabel.footnoteEnd(at: p, in: bytes, to: span.upperBound)
    {
      return skip(p..<end)
    }
    flush(to: p)
    let end = isImage ? p + 2 : p + 1
    if let last = brackets.indices.last { brackets[last].hasInner = true }
    brackets.append(Bracket(piece: pieces.count, delimiters: emphasis.count, start: p, end: end, isImage: isImage))
    append(.text, p..<end)
    textStart = end
    return end
  }

  mutating func closeBracket(_ p: Int) -> Int {
    guard let bracket = brackets.popLast() else { return p + 1 }
    let isActive = bracket.isImage || brackets.count >= firstActiveBracket
    firstActiveBracket = min(firstActiveBracket, brackets.count)
    guard isActive, let end = endOfLink(bracket, closedAt: p) else { return p + 1 }
    if bracket.isImage {
      pieces.removeLast(pieces.count - bracket.piece)
      emphasis.drop(from: bracket.delimiters)
      append(.opaque, bracket.start..<end)
    } else {
      flush(to: p)
      emphasis.resolve(from: bracket.delimiters, &pieces)
      pieces[bracket.piece] = .text(bracket.start..<bracket.start)
      firstActiveBracket = brackets.count
    }
    textStart = end
    return end
  }

  /// Where the link or image ends whose text ends at `p`; nil if those are just brackets.
  private mutating func endOfLink(_ bracket: Bracket, closedAt p: Int) -> Int? {
    let next = p + 1
    if next < limit, bytes[next] == UInt8(ascii: "("), let end = MarkdownLink.end(ofInline: next, in: bytes, to: limit) { return end }
    let text = bracket.end..<p
    if next < limit, bytes[next] == UInt8(ascii: "["), let end = MarkdownLabel.end(at: next, in: bytes, to: limit) {
      if end - next > 2 { return definitions.contains(next + 1..<end - 1) ? end : nil }
      return isLabel(text, bracket) ? end : nil
    }
    return isLabel(text, bracket) ? next : nil
  }

  private mutating func isLabel(_ text: Range<Int>, _ bracket: Bracket) -> Bool {
    !bracket.hasInner && text.count <= MarkdownLabel.longest && definitions.contains(text)
  }

  /// An autolink, a comment or a tag; a tag that HTML does not know stays text.
  mutating func angle(_ p: Int) -> Int {
    guard p + 1 < limit else { return p + 1 }
    if bytes[p + 1] == UInt8(ascii: "!") { return declaration(p) }
    if bytes[p + 1] == UInt8(ascii: "?") {
      guard hasInstructionEnd else { return p + 1 }
      if let close = bytes.firstOffset(of: "?>", from: p + 2, to: limit) { return skip(p..<close + 2) }
      hasInstructionEnd = false
      return p + 1
    }
    if let end = endOfAutolink(p) { return replace(p..<end, .opaque) }
    guard let end = MarkdownTag.end(at: p, in: bytes, to: limit) else { return p + 1 }
    return tag(p..<end)
  }

  private mutating func tag(_ range: Range<Int>) -> Int {
    let p = range.lowerBound
    guard let name = HTMLTag.name(at: p, in: bytes, to: limit) else { return range.upperBound }
    let key = PackedTable.key(of: name.range, in: bytes, caseMask: 0x20)
    guard let element = HTMLElement(key: key) else {
      // A custom element has a hyphen in its name.
      for q in name.range where bytes[q] == UInt8(ascii: "-") { return skip(range) }
      return range.upperBound
    }
    switch element {
    case .lineBreak: return replace(range, .space)
    case .image: return replace(range, .opaque)
    case .opaque, .hidden, .hiddenBlock:
      guard !name.isClosing, let end = content.end(of: key, from: range.upperBound, in: bytes, to: limit) else { return skip(range) }
      return element == .opaque ? replace(p..<end.tag, .opaque) : skip(p..<end.tag)
    default: return skip(range)
    }
  }

  private mutating func declaration(_ p: Int) -> Int {
    guard hasCommentEnd, bytes.matches("<!--", at: p, to: limit) else { return p + 1 }
    let end: Int
    if bytes.matches("<!-->", at: p, to: limit) {
      end = p + 5
    } else if bytes.matches("<!--->", at: p, to: limit) {
      end = p + 6
    } else if let close = bytes.firstOffset(of: "-->", from: p + 4, to: limit) {
      end = close + 3
    } else {
      hasCommentEnd = false
      return p + 1
    }
    comments?.append(p..<end)
    return skip(p..<end)
  }

  /// Where `<https://…>` or `<name@host>` ends.
  private func endOfAutolink(_ p: Int) -> Int? {
    var q = p + 1
    var colon: Int?
    var at: Int?
    while q < limit, bytes[q] > 0x20, bytes[q] != UInt8(ascii: "<"), bytes[q] != UInt8(ascii: ">") {
      if bytes[q] == UInt8(ascii: ":"), colon == nil { colon = q }
      if bytes[q] == UInt8(ascii: "@"), at == nil { at = q }
      q += 1
    }
    guard q < limit, bytes[q] == UInt8(ascii: ">") else { return nil }
    if let colon, colon - p >= 3, colon - p <= 33, bytes[p + 1].isLetter {
      for i in p + 1..<colon where !bytes[i].isAlphanumeric && bytes[i] != 0x2B && bytes[i] != 0x2D && bytes[i] != 0x2E { return nil }
      return q + 1
    }
    guard let at, let range = BareAddress.range(at: at, in: bytes, from: p + 1, to: q) else { return nil }
    return range == p + 1..<q ? q + 1 : nil
  }
}
