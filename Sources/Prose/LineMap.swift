/// Where lines begin, to turn byte offsets into what people and editors count.
///
/// A line ends with LF, CRLF or a lone CR. Build it only when something is reported.
public struct LineMap: Sendable {
  private let starts: [UInt32]
  private let source: Source

  public init(_ source: Source) {
    self.source = source
    var starts: [UInt32] = [0]
    let bytes = source.bytes
    var lineFeed = bytes.firstOffset(of: 0x0A, from: 0, to: bytes.count)
    var carriageReturn = bytes.firstOffset(of: 0x0D, from: 0, to: bytes.count)
    while lineFeed < bytes.count || carriageReturn < bytes.count {
      if lineFeed < carriageReturn {
        starts.append(UInt32(lineFeed + 1))
        lineFeed = bytes.firstOffset(of: 0x0A, from: lineFeed + 1, to: bytes.count)
      } else {
        // The LF of a CRLF ends the line by itself.
        if lineFeed != carriageReturn + 1 { starts.append(UInt32(carriageReturn + 1)) }
        carriageReturn = bytes.firstOffset(of: 0x0D, from: carriageReturn + 1, to: bytes.count)
      }
    }
    self.starts = starts
  }

  /// Number of lines; a final line break begins one more, empty line.
  public var lineCount: Int { starts.count }

  /// The line that holds the byte at `offset`, from 1.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line (from 1), without its line break.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : source.count
    let bytes = source.bytes
    while line < starts.count, end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The place of a byte offset: line and column from 1, the column in Unicode scalars. A byte order mark does not count.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = lineStart(line)
    return (line, scalarCount(start..<max(start, offset)) + 1)
  }

  /// The column of a byte offset in bytes, from 1, as compilers and their readers count. A byte order mark does not count.
  public func byteColumn(at offset: Int) -> Int { max(0, offset - lineStart(line(at: offset))) + 1 }

  private func lineStart(_ line: Int) -> Int { line == 1 ? source.byteOrderMarkLength : Int(starts[line - 1]) }

  private func scalarCount(_ range: Range<Int>) -> Int {
    guard range.lowerBound < range.upperBound else { return 0 }
    let bytes = source.bytes
    var count = 0
    for i in range where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The line number, from 1, of an offset in bytes that are not (yet) a source.
  static func lineNumber(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = 1
    for i in 0..<offset where bytes[i] == 0x0A { line += 1 }
    return line
  }
}
