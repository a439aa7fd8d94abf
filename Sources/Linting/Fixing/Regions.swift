/// A text in regions that hardly ever matter to each other: lines, and of long lines about a thousand bytes each, up to a sentence end.
struct Regions {
  private var starts: [Int] = [0]

  /// From how many bytes on a line is cut.
  private static let longLine = 1 << 10

  init(_ source: Source) {
    let bytes = source.bytes
    var last: UInt8 = 0
    for (i, byte) in bytes.enumerated() {
      let isSentenceEnd = byte == 0x20 && (last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?"))
      if byte == 0x0A || isSentenceEnd && i - starts[starts.count - 1] >= Self.longLine { starts.append(i + 1) }
      last = byte
    }
  }

  /// The number of the region that holds a byte offset.
  func number(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
