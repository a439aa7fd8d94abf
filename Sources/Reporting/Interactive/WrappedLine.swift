/// A line of a text in the rows of a terminal, whole words together where there is room for them.
struct WrappedLine {
  struct Row {
    let text: DisplayText
    /// Columns of the line before the row.
    let start: Int
  }

  let rows: [Row]

  /// - Parameter columns: two at least, since that is what some characters take.
  init(_ line: DisplayText, columns: Int) {
    var rows: [Row] = []
    var rest = line
    var start = 0
    while rest.width > columns {
      let row = rest.prefix(fitting: max(2, columns), wholeWords: true)
      // The space at which a row breaks takes no column.
      rows.append(Row(text: row.bytes.last == 0x20 ? row.prefix(fitting: row.width - 1) : row, start: start))
      start += row.width
      rest = rest.suffix(fitting: rest.width - row.width)
    }
    rows.append(Row(text: rest, start: start))
    self.rows = rows
  }
}

extension WrappedLine.Row {
  /// What stands in some columns of the line, in this row.
  func columns(_ range: Range<Int>) -> Range<Int> {
    let low = min(max(range.lowerBound - start, 0), text.width)
    return low..<min(max(range.upperBound - start, low), text.width)
  }
}
