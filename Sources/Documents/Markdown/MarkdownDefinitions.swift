/// Labels of links and footnotes.
enum MarkdownLabel {
  /// The longest label, in bytes; CommonMark has 999 characters.
  static let longest = 999

  /// Where the label ends whose `[` is at `p`, behind its `]`. A label holds no bracket that is not escaped.
  static func end(at p: Int, in bytes: Bytes, to limit: Int) -> Int? {
    var q = p + 1
    let last = min(limit, q + longest)
    while q < last {
      switch bytes[q] {
      case UInt8(ascii: "]"): return q + 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): q += 2
      default: q += 1
      }
    }
    return nil
  }

  /// Where the label of a footnote (`[^1]`) ends that begins at `p`.
  static func footnoteEnd(at p: Int, in bytes: Bytes, to limit: Int) -> Int? {
    var q = p + 2
    let last = min(limit, q + 64)
    while q < last, bytes[q] != UInt8(ascii: "]") {
      if bytes[q].isSpace || bytes[q] == UInt8(ascii: "[") || bytes[q] == UInt8(ascii: "^") { return nil }
      q += 1
    }
    return q < last && q > p + 2 ? q + 1 : nil
  }
}

/// Where link destinations, titles and definitions end.
enum MarkdownLink {
  /// The end of `(destination "title")`, whose `(` is at `p`.
  static func end(ofInline p: Int, in bytes: Bytes, to limit: Int) -> Int? {
    var q = bytes.skipSpace(from: p + 1, to: limit)
    guard q < limit else { return nil }
    if bytes[q] != UInt8(ascii: ")") {
      guard let destination = end(ofDestination: q, in: bytes, to: limit) else { return nil }
      q = bytes.skipSpace(from: destination, to: limit)
      if q > destination, let title = end(ofTitle: q, in: bytes, to: limit) { q = bytes.skipSpace(from: title, to: limit) }
    }
    return q < limit && bytes[q] == UInt8(ascii: ")") ? q + 1 : nil
  }

  /// The end of a destination: `<…>` or text without spaces whose parentheses balance, nested at most 32 deep.
  private static func end(ofDestination p: Int, in bytes: Bytes, to limit: Int) -> Int? {
    var q = p
    if bytes[q] == UInt8(ascii: "<") {
      q += 1
      while q < limit, bytes[q] != UInt8(ascii: ">") {
        if bytes[q] == UInt8(ascii: "<") || bytes[q] == 0x0A || bytes[q] == 0x0D { return nil }
        q += bytes[q] == UInt8(ascii: "\\") ? 2 : 1
      }
      return q < limit ? q + 1 : nil
    }
    var depth = 0
    while q < limit, bytes[q] > 0x20 {
      switch bytes[q] {
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { return q }
        depth -= 1
      case UInt8(ascii: "\\"):
        if q + 1 < limit, bytes[q + 1].isPunctuation { q += 1 }
      default: break
      }
      q += 1
    }
    return depth == 0 && q > p ? min(q, limit) : nil
  }

  private static func end(ofTitle p: Int, in bytes: Bytes, to limit: Int) -> Int? {
    guard p < limit else { return nil }
    let close: UInt8
    switch bytes[p] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[p]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var q = p + 1
    while q < limit, bytes[q] != close {
      if close == UInt8(ascii: ")"), bytes[q] == UInt8(ascii: "(") { return nil }
      q += bytes[q] == UInt8(ascii: "\\") ? 2 : 1
    }
    return q < limit ? q + 1 : nil
  }

  /// The end of the definition `[label]: destination "title"` at `p`, with its line break; nil if there is none.
  static func end(ofDefinition p: Int, in bytes: Bytes, to limit: Int) -> Int? {
    guard p < limit, bytes[p] == UInt8(ascii: "["), let label = MarkdownLabel.end(at: p, in: bytes, to: limit),
      label - p > 2, label < limit, bytes[label] == UInt8(ascii: ":")
    else { return nil }
    let start = bytes.skipSpace(from: label + 1, to: limit)
    guard start < limit, let destination = end(ofDestination: start, in: bytes, to: limit) else { return nil }
    let q = bytes.skipSpace(from: destination, to: limit)
    if q > destination, let title = end(ofTitle: q, in: bytes, to: limit), let end = endOfLine(title, bytes, limit) { return end }
    return endOfLine(destination, bytes, limit)
  }

  private static func endOfLine(_ p: Int, _ bytes: Bytes, _ limit: Int) -> Int? {
    let q = bytes.skipBlanks(from: p, to: limit)
    if q == limit { return q }
    return bytes[q] == 0x0A || bytes[q] == 0x0D ? bytes.afterLineBreak(q, to: limit) : nil
  }
}

/// The labels that the document defines as links, gathered when a label is first asked for: definitions may follow their use.
struct MarkdownDefinitions {
  /// How far a definition is followed, in bytes, so that many that never end cost no more than linear time.
  private static let longestDefinition = 2048
  private let bytes: Bytes
  private var labels: Set<UInt64>?

  init(_ bytes: Bytes) { self.bytes = bytes }

  mutating func contains(_ label: Range<Int>) -> Bool {
    guard !label.isEmpty else { return false }
    if labels == nil { labels = gather() }
    return labels?.contains(NameHash.hash(label, in: bytes)) ?? false
  }

  /// Labels in the whole file. Code is not left out: what looks like a definition there is not used as one.
  private func gather() -> Set<UInt64> {
    var labels: Set<UInt64> = []
    var p = 0
    while let close = bytes.firstOffset(of: "]:", from: p, to: bytes.count) {
      p = close + 2
      var open = close
      let first = max(0, close - MarkdownLabel.longest)
      while open > first, bytes[open - 1] != UInt8(ascii: "["), bytes[open - 1] != UInt8(ascii: "]"), bytes[open - 1] != 0x0A { open -= 1 }
      guard open > first, bytes[open - 1] == UInt8(ascii: "["), startsLine(open - 1) else { continue }
      let limit = min(bytes.count, close + Self.longestDefinition)
      guard MarkdownLink.end(ofDefinition: open - 1, in: bytes, to: limit) != nil else { continue }
      labels.insert(NameHash.hash(open..<close, in: bytes))
    }
    return labels
  }

  /// Whether nothing but white space and quotation marks stands between the start of the line and `p`.
  private func startsLine(_ p: Int) -> Bool {
    var q = p
    while q > 0, bytes[q - 1] == 0x20 || bytes[q - 1] == 0x09 || bytes[q - 1] == UInt8(ascii: ">") { q -= 1 }
    return q == 0 || bytes[q - 1] == 0x0A || bytes[q - 1] == 0x0D
  }
}
