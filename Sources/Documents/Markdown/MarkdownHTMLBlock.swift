/// The seven ways in which a line of Markdown begins a block of HTML, by what ends the block.
enum MarkdownHTMLBlock {
  /// `script`, `pre`, `style` or `textarea`: ends in the line with the end tag of any of them.
  case raw
  case comment
  case instruction
  case declaration
  case characterData
  /// A block-level tag: ends before an empty line.
  case element
  /// Any complete tag alone in its line: ends before an empty line, and does not interrupt a paragraph.
  case lone

  /// What the `<` at `p` begins, if it begins a block at all.
  init?(at p: Int, in bytes: Bytes, to end: Int) {
    guard p + 1 < end else { return nil }
    if bytes[p + 1] == UInt8(ascii: "!") {
      if bytes.matches("<!--", at: p, to: end) {
        self = .comment
      } else if bytes.matches("<![CDATA[", at: p, to: end) {
        self = .characterData
      } else if p + 2 < end, bytes[p + 2].isLetter {
        self = .declaration
      } else {
        return nil
      }
      return
    }
    if bytes[p + 1] == UInt8(ascii: "?") {
      self = .instruction
      return
    }
    guard let name = Self.name(at: p, in: bytes, to: end) else { return nil }
    if !name.isClosing, Self.isRaw(name.range, bytes) {
      self = .raw
    } else if let element = HTMLElement(name.range, in: bytes), element.isBlock, element != .hiddenBlock {
      self = .element
    } else if let tag = MarkdownTag.end(at: p, in: bytes, to: end), bytes.skipBlanks(from: tag, to: end) == end {
      self = .lone
    } else {
      return nil
    }
  }

  /// Whether the block ends before an empty line.
  var endsAtBlankLine: Bool {
    switch self {
    case .element, .lone: return true
    default: return false
    }
  }

  /// Whether the block ends with a line.
  func ends(in line: Range<Int>, _ bytes: Bytes) -> Bool {
    switch self {
    case .raw: return Self.closesRaw(line, bytes)
    case .comment: return bytes.firstOffset(of: "-->", from: line.lowerBound, to: line.upperBound) != nil
    case .instruction: return bytes.firstOffset(of: "?>", from: line.lowerBound, to: line.upperBound) != nil
    case .declaration: return bytes.firstOffset(of: ">", from: line.lowerBound, to: line.upperBound) != nil
    case .characterData: return bytes.firstOffset(of: "]]>", from: line.lowerBound, to: line.upperBound) != nil
    case .element, .lone: return false
    }
  }

  /// A name, which may be the last thing in the line.
  private static func name(at p: Int, in bytes: Bytes, to end: Int) -> (range: Range<Int>, isClosing: Bool)? {
    var start = p + 1
    let isClosing = bytes[start] == UInt8(ascii: "/")
    if isClosing { start += 1 }
    guard start < end, bytes[start].isLetter else { return nil }
    var q = start
    while q < end, bytes[q].isAlphanumeric || bytes[q] == UInt8(ascii: "-") { q += 1 }
    guard q == end || bytes[q].isSpace || bytes[q] == UInt8(ascii: ">") || bytes[q] == UInt8(ascii: "/") else { return nil }
    return (start..<q, isClosing)
  }

  private static let rawNames = PackedTable("1:script pre style textarea") { UInt32($0)! }

  private static func isRaw(_ name: Range<Int>, _ bytes: Bytes) -> Bool {
    rawNames[PackedTable.key(of: name, in: bytes, caseMask: 0x20)] != nil
  }

  private static func closesRaw(_ line: Range<Int>, _ bytes: Bytes) -> Bool {
    var p = line.lowerBound
    while true {
      p = bytes.firstOffset(of: UInt8(ascii: "<"), from: p, to: line.upperBound)
      guard p < line.upperBound else { return false }
      if p + 1 < line.upperBound, let name = name(at: p, in: bytes, to: line.upperBound), name.isClosing, isRaw(name.range, bytes) {
        return true
      }
      p += 1
    }
  }
}

/// Inline HTML by the grammar of CommonMark, which is stricter than that of browsers.
enum MarkdownTag {
  /// Where the tag ends whose `<` is at `p`, or nil.
  static func end(at p: Int, in bytes: Bytes, to limit: Int) -> Int? {
    var q = p + 1
    let isClosing = q < limit && bytes[q] == UInt8(ascii: "/")
    if isClosing { q += 1 }
    guard q < limit, bytes[q].isLetter else { return nil }
    while q < limit, bytes[q].isAlphanumeric || bytes[q] == UInt8(ascii: "-") { q += 1 }
    while true {
      let next = bytes.skipSpace(from: q, to: limit)
      guard next < limit else { return nil }
      if bytes[next] == UInt8(ascii: ">") { return next + 1 }
      if isClosing { return nil }
      if bytes[next] == UInt8(ascii: "/") { return next + 1 < limit && bytes[next + 1] == UInt8(ascii: ">") ? next + 2 : nil }
      guard next > q, let end = attribute(at: next, bytes, limit) else { return nil }
      q = end
    }
  }

  private static func attribute(at p: Int, _ bytes: Bytes, _ limit: Int) -> Int? {
    guard bytes[p].isLetter || bytes[p] == UInt8(ascii: "_") || bytes[p] == UInt8(ascii: ":") else { return nil }
    var q = p + 1
    while q < limit, HTMLTag.isNameByte(bytes[q]) { q += 1 }
    let equals = bytes.skipSpace(from: q, to: limit)
    guard equals < limit, bytes[equals] == UInt8(ascii: "=") else { return q }
    let value = bytes.skipSpace(from: equals + 1, to: limit)
    guard value < limit else { return nil }
    if bytes[value] == UInt8(ascii: "\"") || bytes[value] == UInt8(ascii: "'") {
      let close = bytes.firstOffset(of: bytes[value], from: value + 1, to: limit)
      return close < limit ? close + 1 : nil
    }
    var end = value
    while end < limit, isUnquoted(bytes[end]) { end += 1 }
    return end > value ? end : nil
  }

  private static func isUnquoted(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): return false
    default: return !byte.isSpace
    }
  }
}
