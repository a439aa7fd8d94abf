import MTLLinting

/// The line a finding stands in, cut around the garble to the width of a terminal.
struct Excerpt {
  /// What stands before the garble.
  private(set) var before = DisplayText("")
  /// The garble, to the end of its first line.
  private(set) var garble: DisplayText
  private(set) var after = DisplayText("")
  private(set) var isCutBefore: Bool
  private(set) var isCutAfter: Bool

  /// Columns from the beginning of the excerpt to the garble.
  var indent: Int { before.width + (isCutBefore ? 1 : 0) }

  /// How many columns are underlined: one at least, so that a place of no width can be seen.
  var underline: Int { max(1, garble.width) }

  /// - Parameters:
  ///   - range: byte offsets of the garble.
  ///   - line: the bytes of the line in which it begins, without the line break.
  ///   - columns: how wide the excerpt may be.
  init(of range: Range<Int>, in source: Source, line: Range<Int>, columns: Int) {
    // A line may be as long as the file, so only as many bytes are looked at as the longest scalars would take.
    let reach = columns * 4
    let start = max(min(range.lowerBound, line.upperBound), min(source.byteOrderMarkLength, source.count))
    let end = min(max(range.upperBound, start), max(line.upperBound, start))
    let lineStart = min(start, line.lowerBound == 0 ? source.byteOrderMarkLength : line.lowerBound)
    let shown = source.scalarBorder(max(lineStart, start - reach), limit: start)..<start
    let rest = end..<max(end, source.scalarBorder(min(line.upperBound, end + reach), limit: line.upperBound))
    let garbleEnd = source.scalarBorder(min(end, start + reach), limit: end)

    garble = DisplayText(source.text(start..<garbleEnd))
    isCutBefore = shown.lowerBound > lineStart
    isCutAfter = garbleEnd < end || rest.upperBound < line.upperBound
    fit(DisplayText(source.text(shown)), DisplayText(source.text(rest)), columns)
  }

  private mutating func fit(_ left: DisplayText, _ right: DisplayText, _ columns: Int) {
    if !isCutBefore, !isCutAfter, left.width + garble.width + right.width <= columns {
      before = left
      after = right
      return
    }
    let room = columns - garble.width
    guard room >= 2 else {
      isCutBefore = isCutBefore || !left.isEmpty
      let cut = garble.prefix(fitting: columns - 2)
      isCutAfter = isCutAfter || !right.isEmpty || cut.width < garble.width
      garble = cut
      return
    }
    // Half of what is left goes to either side, and what one side does not need to the other.
    let leftNeed = left.width + (isCutBefore ? 1 : 0)
    let rightNeed = right.width + (isCutAfter ? 1 : 0)
    let rightRoom = min(rightNeed, max(room / 2, room - leftNeed))
    isCutAfter = isCutAfter || right.width > rightRoom
    after = isCutAfter ? right.prefix(fitting: rightRoom - 1, wholeWords: true) : right
    let leftRoom = room - after.width - (isCutAfter ? 1 : 0)
    isCutBefore = isCutBefore || left.width > leftRoom
    before = isCutBefore ? left.suffix(fitting: leftRoom - 1, wholeWords: true) : left
  }
}

extension Source {
  /// `offset`, or the next offset after it that does not stand inside a scalar.
  fileprivate func scalarBorder(_ offset: Int, limit: Int) -> Int {
    let bytes = bytes
    var offset = offset
    while offset < limit, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
