import MTLProse

/// What blocks of Markdown stand in.
enum MarkdownContainer {
  case quote
  /// An item of a list whose content is indented by this many columns.
  case item(indent: Int)
  /// A footnote; what belongs to it is indented by four columns.
  case footnote

  var kind: BlockKind {
    switch self {
    case .quote: return .quotation
    case .item: return .listItem
    case .footnote: return .paragraph
    }
  }

  /// The end of a list marker at `p`, and whether it may interrupt a paragraph: a bullet, or a number that is 1.
  static func listMarker(at p: Int, in bytes: Bytes, to end: Int) -> (end: Int, interrupts: Bool)? {
    var q = p
    var interrupts = true
    switch bytes[p] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): q = p + 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while q < end, q - p < 9, bytes[q].isDigit { q += 1 }
      interrupts = q == p + 1 && bytes[p] == UInt8(ascii: "1")
      guard q < end, bytes[q] == UInt8(ascii: ".") || bytes[q] == UInt8(ascii: ")") else { return nil }
      q += 1
    default: return nil
    }
    guard q == end || bytes[q] == 0x20 || bytes[q] == 0x09 else { return nil }
    return (q, interrupts && bytes.skipBlanks(from: q, to: end) < end)
  }

  /// The end of the marker `[^label]:` of a footnote at `p`.
  static func footnoteMarker(at p: Int, in bytes: Bytes, to end: Int) -> Int? {
    guard bytes.matches("[^", at: p, to: end), let close = MarkdownLabel.footnoteEnd(at: p, in: bytes, to: end), close < end,
      bytes[close] == UInt8(ascii: ":")
    else { return nil }
    return close + 1
  }
}

/// Markers that take a line for themselves, or its start.
enum MarkdownMarker {
  /// Whether a line is three or more `*`, `-` or `_`.
  static func isThematicBreak(_ p: Int, _ end: Int, _ bytes: Bytes) -> Bool {
    let mark = bytes[p]
    var count = 0
    for q in p..<end {
      if bytes[q] == mark { count += 1 } else if bytes[q] != 0x20, bytes[q] != 0x09 { return false }
    }
    return count >= 3
  }

  /// Whether a line underlines a heading: `===` or `---`.
  static func isSetextUnderline(_ p: Int, _ end: Int, _ bytes: Bytes) -> Bool {
    var q = p
    while q < end, bytes[q] == bytes[p] { q += 1 }
    return bytes.skipBlanks(from: q, to: end) == end
  }

  /// The text of an ATX heading whose `#` is at `p`, without the marks around it.
  static func heading(_ p: Int, _ end: Int, _ bytes: Bytes) -> Range<Int>? {
    var q = p
    while q < end, bytes[q] == UInt8(ascii: "#") { q += 1 }
    guard q - p <= 6, q == end || bytes[q] == 0x20 || bytes[q] == 0x09 else { return nil }
    let start = bytes.skipBlanks(from: q, to: end)
    let textEnd = bytes.trimSpace(from: start, to: end)
    var close = textEnd
    while close > start, bytes[close - 1] == UInt8(ascii: "#") { close -= 1 }
    // Closing marks are marks only behind a space; the heading may consist of them alone.
    if close == start || bytes[close - 1].isSpace { return start..<bytes.trimSpace(from: start, to: close) }
    return start..<textEnd
  }

  /// The length of the code fence at `p`, or nil.
  static func fence(_ p: Int, _ end: Int, _ bytes: Bytes) -> Int? {
    let mark = bytes[p]
    var q = p
    while q < end, bytes[q] == mark { q += 1 }
    guard q - p >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), bytes.firstOffset(of: mark, from: q, to: end) < end { return nil }
    return q - p
  }

  /// Whether a line closes a fence of `count` times `mark`.
  static func closesFence(_ p: Int, _ end: Int, _ mark: UInt8, _ count: Int, _ bytes: Bytes) -> Bool {
    var q = p
    while q < end, bytes[q] == mark { q += 1 }
    return q - p >= count && bytes.skipBlanks(from: q, to: end) == end
  }
}
