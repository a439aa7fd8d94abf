import MTLProse

/// Finds the bytes that may mean something in plain text: LF, CR, form feed, `<`, `@`, `:/`, `ww`.
///
/// Most of these are rare: the next one of each is searched for by the C library, and remembered until it has been passed.
struct TextMarks {
  private let bytes: Bytes
  private var lineFeed: Int
  private var carriageReturn: Int
  private var formFeed: Int
  private var lessThan: Int
  private var at: Int
  private var colon: Int
  private var doubleW: Int
  /// The nearest of the rare ones.
  private var rare: Int

  init(_ bytes: Bytes, from start: Int) {
    self.bytes = bytes
    lineFeed = bytes.firstOffset(of: 0x0A, from: start, to: bytes.count)
    carriageReturn = bytes.firstOffset(of: 0x0D, from: start, to: bytes.count)
    formFeed = bytes.firstOffset(of: 0x0C, from: start, to: bytes.count)
    lessThan = bytes.firstOffset(of: 0x3C, from: start, to: bytes.count)
    at = bytes.firstOffset(of: 0x40, from: start, to: bytes.count)
    colon = bytes.next(0x3A, 0x2F, from: start)
    doubleW = bytes.next(0x77, 0x77, from: start)
    rare = 0
    rare = nearestRare
  }

  /// The offset of the first mark from `start` on, or of the end. Calls go forward.
  mutating func next(from start: Int) -> Int {
    if lineFeed < start { lineFeed = bytes.firstOffset(of: 0x0A, from: start, to: bytes.count) }
    if rare < start { passRare(start) }
    return min(lineFeed, rare)
  }

  private var nearestRare: Int { min(min(carriageReturn, formFeed), min(lessThan, at), min(colon, doubleW)) }

  private mutating func passRare(_ start: Int) {
    if carriageReturn < start { carriageReturn = bytes.firstOffset(of: 0x0D, from: start, to: bytes.count) }
    if formFeed < start { formFeed = bytes.firstOffset(of: 0x0C, from: start, to: bytes.count) }
    if lessThan < start { lessThan = bytes.firstOffset(of: 0x3C, from: start, to: bytes.count) }
    if at < start { at = bytes.firstOffset(of: 0x40, from: start, to: bytes.count) }
    if colon < start { colon = bytes.next(0x3A, 0x2F, from: start) }
    if doubleW < start { doubleW = bytes.next(0x77, 0x77, from: start) }
    rare = nearestRare
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such pair, or `count`.
  fileprivate func next(_ first: UInt8, _ second: UInt8, from start: Int) -> Int {
    var p = start
    while true {
      p = firstOffset(of: first, from: p, to: count)
      guard p + 1 < count else { return count }
      if self[p + 1] == second { return p }
      p += 1
    }
  }
}
