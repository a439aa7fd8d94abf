import MTLLinting

/// Where a finding stands, in rows of a terminal: its lines wrapped, and cut around the garble where they are long.
struct QuestionContext {
  struct Row {
    let text: DisplayText
    /// Columns of the garble in this row; nil for a row without.
    let marked: Range<Int>?
  }

  private(set) var rows: [Row] = []

  /// How many lines of a garble are shown.
  private static let lineLimit = 6

  init(of range: Range<Int>, in source: Source, columns: Int, rowsAround: Int) {
    let lines = LineMap(source)
    let first = lines.line(at: range.lowerBound)
    let last = min(lines.line(at: max(range.lowerBound, range.upperBound - 1)), first + Self.lineLimit - 1)
    let reach = (rowsAround + 2) * columns * 4
    for line in first...last {
      rows += Self.rows(of: Self.content(of: line, lines, source), marking: range, source, columns, reach, isFirst: line == first)
    }
    cut(to: rowsAround)
    if rows.first?.marked != nil, first > 1 { addNeighbour(first - 1, lines, source, columns, reach, isBefore: true) }
    if rows.last?.marked != nil, last < lines.lineCount { addNeighbour(last + 1, lines, source, columns, reach, isBefore: false) }
  }

  private static func content(of line: Int, _ lines: LineMap, _ source: Source) -> Range<Int> {
    let range = lines.range(ofLine: line)
    return line == 1 ? min(source.byteOrderMarkLength, range.upperBound)..<range.upperBound : range
  }

  /// The rows of a line; of a very long one only those around the garble.
  private static func rows(
    of line: Range<Int>, marking range: Range<Int>, _ source: Source, _ columns: Int, _ reach: Int, isFirst: Bool
  ) -> [Row] {
    let low = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let garble = low..<max(low, min(range.upperBound, line.upperBound))
    let start = source.border(max(line.lowerBound, garble.lowerBound - reach), notAfter: garble.lowerBound)
    let end = source.border(min(line.upperBound, min(garble.upperBound, garble.lowerBound + reach) + reach), notAfter: line.upperBound)
    let before = (start > line.lowerBound ? "…" : "") + source.text(start..<garble.lowerBound)
    let text = before + source.text(garble.lowerBound..<end) + (end < line.upperBound ? "…" : "")
    let left = DisplayText(before).width
    let marked = left..<left + DisplayText(source.text(garble.lowerBound..<min(garble.upperBound, end))).width
    var isOpen = isFirst
    return WrappedLine(DisplayText(text), columns: columns).rows.map { row in
      let here = row.columns(marked)
      // A place of no width is marked once, where it stands.
      let isHere = marked.isEmpty ? isOpen && marked.lowerBound <= row.start + row.text.width : !here.isEmpty
      if isHere { isOpen = false }
      return Row(text: row.text, marked: isHere ? here : nil)
    }
  }

  private mutating func cut(to rowsAround: Int) {
    guard let first = rows.firstIndex(where: { $0.marked != nil }), let last = rows.lastIndex(where: { $0.marked != nil }) else { return }
    rows = Array(rows[max(0, first - rowsAround)...min(rows.count - 1, last + rowsAround)])
  }

  /// The row of the next line that is nearest; none of an empty one.
  private mutating func addNeighbour(
    _ line: Int, _ lines: LineMap, _ source: Source, _ columns: Int, _ reach: Int, isBefore: Bool
  ) {
    let range = Self.content(of: line, lines, source)
    let low = isBefore ? source.border(max(range.lowerBound, range.upperBound - reach), notAfter: range.upperBound) : range.lowerBound
    let high = isBefore ? range.upperBound : source.border(min(range.upperBound, range.lowerBound + reach), notAfter: range.upperBound)
    let wrapped = WrappedLine(DisplayText(source.text(low..<high)), columns: columns).rows
    guard let row = isBefore ? wrapped.last : wrapped.first, row.text.width > 0 else { return }
    rows.insert(Row(text: row.text, marked: nil), at: isBefore ? 0 : rows.count)
  }
}

extension Source {
  /// `offset`, or the next offset after it that does not stand inside a scalar.
  fileprivate func border(_ offset: Int, notAfter limit: Int) -> Int {
    var offset = offset
    while offset < limit, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
