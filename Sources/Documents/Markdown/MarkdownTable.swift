/// The rows of GitHub's tables.
enum MarkdownTable {
  /// The number of columns that a delimiter row (`| --- | :-: |`) makes, or nil if the line is none.
  static func columns(ofDelimiterRow line: Range<Int>, in bytes: Bytes) -> Int? {
    var hasPipe = false
    for p in line {
      switch bytes[p] {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: return nil
      }
    }
    guard hasPipe else { return nil }
    var count = 0
    var isWellFormed = true
    forEachCell(in: line, of: bytes) { cell in
      count += 1
      var p = cell.lowerBound
      if p < cell.upperBound, bytes[p] == UInt8(ascii: ":") { p += 1 }
      let start = p
      while p < cell.upperBound, bytes[p] == UInt8(ascii: "-") { p += 1 }
      if p == start { isWellFormed = false }
      if p < cell.upperBound, bytes[p] == UInt8(ascii: ":") { p += 1 }
      if p != cell.upperBound { isWellFormed = false }
    }
    return isWellFormed && count > 0 ? count : nil
  }

  /// The number of cells in a row.
  static func cellCount(_ line: Range<Int>, in bytes: Bytes) -> Int {
    var count = 0
    forEachCell(in: line, of: bytes) { _ in count += 1 }
    return count
  }

  /// Calls `body` with the text of each cell, trimmed. Pipes at both ends of the row are optional; an escaped one is text.
  static func forEachCell(in line: Range<Int>, of bytes: Bytes, _ body: (Range<Int>) -> Void) {
    var p = bytes.skipBlanks(from: line.lowerBound, to: line.upperBound)
    let end = bytes.trimSpace(from: p, to: line.upperBound)
    if p < end, bytes[p] == UInt8(ascii: "|") { p += 1 }
    var start = p
    while p < end {
      if bytes[p] == UInt8(ascii: "\\") {
        p += 2
        continue
      }
      if bytes[p] == UInt8(ascii: "|") {
        deliver(start..<p, bytes, body)
        start = p + 1
      }
      p += 1
    }
    if start < end { deliver(start..<end, bytes, body) }
  }

  private static func deliver(_ cell: Range<Int>, _ bytes: Bytes, _ body: (Range<Int>) -> Void) {
    let start = bytes.skipSpace(from: cell.lowerBound, to: cell.upperBound)
    body(start..<bytes.trimSpace(from: start, to: cell.upperBound))
  }
}
