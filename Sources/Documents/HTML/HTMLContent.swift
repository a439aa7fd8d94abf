/// Where the content of elements ends that hold no prose.
///
/// The first end tag counts; where elements nest, the first that is not one of an element inside. Names that are not closed any more are
/// remembered, so that the whole document is searched at most twice for each.
struct HTMLContent {
  private var unclosed: [UInt64] = []

  private static let nesting = PackedTable("1:svg math template") { UInt32($0)! }

  /// The offset of the end tag, and where it ends, of the element `key` whose content begins at `start`; nil if it is never closed.
  mutating func end(of key: UInt64, from start: Int, in bytes: Bytes, to limit: Int) -> (content: Int, tag: Int)? {
    guard !unclosed.contains(key) else { return nil }
    let nests = Self.nesting[key] != nil
    var depth = 1
    var last: (content: Int, tag: Int)?
    var p = start
    while true {
      p = bytes.firstOffset(of: UInt8(ascii: "<"), from: p, to: limit)
      guard p < limit else { break }
      guard let name = HTMLTag.name(at: p, in: bytes, to: limit), PackedTable.key(of: name.range, in: bytes, caseMask: 0x20) == key else {
        p += 1
        continue
      }
      if name.isClosing { depth -= 1 } else if nests { depth += 1 }
      if name.isClosing {
        let end = min(bytes.firstOffset(of: UInt8(ascii: ">"), from: name.range.upperBound, to: limit) + 1, limit)
        last = (p, end)
        if depth == 0 { return last }
        p = end
      } else {
        p = name.range.upperBound
      }
    }
    if last == nil { unclosed.append(key) }
    return last
  }
}

/// The names of elements that HTML does not know but the document uses as elements: with a start and an end tag.
struct UnknownElements {
  private var opened: Set<UInt64> = []
  private var closed: Set<UInt64> = []

  /// More names than this are no markup anybody wrote.
  private static let most = 4096

  init(_ bytes: Bytes, _ range: Range<Int>) {
    var p = range.lowerBound
    while true {
      p = bytes.firstOffset(of: UInt8(ascii: "<"), from: p, to: range.upperBound)
      guard p < range.upperBound, opened.count + closed.count < Self.most else { return }
      if let name = HTMLTag.name(at: p, in: bytes, to: range.upperBound) {
        let key = NameHash.hash(name.range, in: bytes)
        if name.isClosing { closed.insert(key) } else { opened.insert(key) }
        p = name.range.upperBound
      } else {
        p += 1
      }
    }
  }

  func contains(_ name: Range<Int>, in bytes: Bytes) -> Bool {
    let key = NameHash.hash(name, in: bytes)
    return opened.contains(key) && closed.contains(key)
  }
}

/// A hash of names and labels: ASCII letters of either case are equal, and so is white space of any length.
enum NameHash {
  static func hash(_ range: Range<Int>, in bytes: Bytes) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    var isSpace = false
    let start = bytes.skipSpace(from: range.lowerBound, to: range.upperBound)
    for p in start..<bytes.trimSpace(from: start, to: range.upperBound) {
      let byte = bytes[p]
      if byte.isSpace {
        isSpace = true
        continue
      }
      if isSpace { state = (state ^ 0x20) &* 0x0000_0100_0000_01B3 }
      isSpace = false
      state = (state ^ UInt64(byte.lowercased)) &* 0x0000_0100_0000_01B3
    }
    return state
  }
}
