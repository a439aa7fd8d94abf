/// Where places of a text are after edits.
struct OffsetShift {
  private let edits: [(range: Range<Int>, count: Int)]

  /// - Parameter edits: do not overlap.
  init(_ edits: [Edit]) {
    self.edits = edits.map { ($0.range, $0.replacement.utf8.count) }.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// Nil for what was replaced.
  func moved(_ offset: Int) -> Int? {
    var shift = 0
    for (range, count) in edits {
      if range.contains(offset) { return nil }
      guard range.upperBound <= offset else { break }
      shift += count - range.count
    }
    return offset + shift
  }

  /// Where a place is now; if it was replaced, or text was put in there, where the new text begins.
  func start(ofEditAt offset: Int) -> Int {
    var shift = 0
    for (range, count) in edits {
      if range.lowerBound <= offset, offset < max(range.upperBound, range.lowerBound + 1) { return range.lowerBound + shift }
      guard range.upperBound <= offset else { break }
      shift += count - range.count
    }
    return offset + shift
  }

  /// Where the byte at `offset` of the edited text comes from; of new text, where what it replaced begins.
  func origin(of offset: Int) -> Int {
    var shift = 0
    for (range, count) in edits {
      let start = range.lowerBound + shift
      if offset < start { break }
      if offset < start + count { return range.lowerBound }
      shift += count - range.count
    }
    return offset - shift
  }
}
