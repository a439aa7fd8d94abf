/// A place in one line of Markdown, with the columns that tabs make.
struct MarkdownLine {
  let bytes: Bytes
  /// Where the line ends, without its line break.
  let end: Int
  private(set) var position: Int
  private var column = 0
  /// Columns of a tab before `position` that are not used up.
  private var spare = 0

  init(_ bytes: Bytes, _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// How many columns of white space come next, and where they end.
  var indentation: (columns: Int, next: Int) {
    if spare == 0, position < end, bytes[position] > 0x20 { return (0, position) }
    var column = self.column + spare
    var p = position
    while p < end {
      if bytes[p] == 0x20 { column += 1 } else if bytes[p] == 0x09 { column += 4 - column % 4 } else { break }
      p += 1
    }
    return (column - self.column, p)
  }

  /// Goes past that many columns of white space.
  mutating func advance(columns: Int) {
    var left = columns
    let fromTab = min(spare, left)
    spare -= fromTab
    column += fromTab
    left -= fromTab
    while left > 0, position < end {
      let width = bytes[position] == 0x09 ? 4 - column % 4 : 1
      position += 1
      let used = min(width, left)
      column += used
      left -= used
      spare = width - used
    }
  }

  /// Goes past the white space before a marker and past the marker, which ends at `p`.
  mutating func advance(pastMarkerEndingAt p: Int) {
    let (columns, next) = indentation
    column += columns + p - next
    spare = 0
    position = p
  }
}
