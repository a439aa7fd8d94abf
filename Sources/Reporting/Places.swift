import MTLLinting

/// Turns byte offsets into lines and columns, for as many findings as there are, however long the lines.
///
/// Counting a column from the beginning of its line costs the square of the file if the file is one line; so the scalars before
/// every 256th byte are counted once.
struct Places {
  let lines: LineMap
  private let source: Source
  private let scalarsBefore: [UInt32]

  private static let shift = 8

  init(_ source: Source) {
    self.source = source
    lines = LineMap(source)
    let bytes = source.bytes
    var before: [UInt32] = []
    before.reserveCapacity(bytes.count >> Self.shift + 1)
    var count = 0
    var start = 0
    while start <= bytes.count {
      before.append(UInt32(count))
      let end = min(start + 1 << Self.shift, bytes.count)
      count += Self.scalars(in: bytes[start..<end])
      start += 1 << Self.shift
    }
    scalarsBefore = before
  }

  /// Line and column from 1, the column in Unicode scalars. A byte order mark does not count.
  func position(at offset: Int) -> (line: Int, column: Int) {
    let line = lines.line(at: offset)
    let lineStart = lines.range(ofLine: line).lowerBound
    let mark = line == 1 && source.byteOrderMarkLength > 0 ? 1 : 0
    return (line, max(1, scalars(before: offset) - scalars(before: lineStart) - mark + 1))
  }

  /// The first line of a place, and the offsets of that line without its line break.
  func firstLine(of range: Range<Int>) -> Range<Int> { lines.range(ofLine: lines.line(at: range.lowerBound)) }

  private func scalars(before offset: Int) -> Int {
    let stop = offset >> Self.shift
    return Int(scalarsBefore[stop]) + Self.scalars(in: source.bytes[stop << Self.shift..<offset])
  }

  private static func scalars(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for byte in UnsafeBufferPointer(rebasing: bytes) where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
