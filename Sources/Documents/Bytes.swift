import MTLProse

/// The bytes of a source.
typealias Bytes = UnsafeBufferPointer<UInt8>

// Searches, eight bytes at a time in one word (Mycroft’s test for a zero byte; Warren, “Hacker’s Delight”, §6-1). All offsets are offsets
// in the source; `limit` never exceeds `count`.
extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first LF or CR, or `limit`.
  func lineEnd(from start: Int, to limit: Int) -> Int {
    firstOffset(
      from: start, to: limit, lookAhead: 0,
      word: { v, _ in Self.bytes(0x0A, in: v) | Self.bytes(0x0D, in: v) },
      scalar: { self[$0] == 0x0A || self[$0] == 0x0D })
  }

  /// The next byte that may mean something in the text of HTML: `<`, `&`, `@`, `:/`, `ww`; or `limit`.
  func nextHTMLMark(from start: Int, to limit: Int) -> Int {
    firstOffset(
      from: start, to: limit, lookAhead: 1,
      word: { v, next in Self.addressMarks(v, next) | Self.bytes(0x3C, in: v) | Self.bytes(0x26, in: v) },
      scalar: { self[$0] == 0x3C || self[$0] == 0x26 || isAddressMark(self[$0]) })
  }

  /// The offset of the first `text`, which must be ASCII, or nil.
  func firstOffset(of text: StaticString, from start: Int, to limit: Int) -> Int? {
    let first = text.utf8Start[0]
    var p = start
    while true {
      p = firstOffset(of: first, from: p, to: limit)
      guard p < limit else { return nil }
      if matches(text, at: p, to: limit) { return p }
      p += 1
    }
  }

  /// Whether `text`, which must be ASCII, stands at `p`.
  func matches(_ text: StaticString, at p: Int, to limit: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard p >= 0, p + count <= limit else { return false }
    for i in 0..<count where self[p + i] != text.utf8Start[i] { return false }
    return true
  }

  /// The offset of the first byte from `p` on that is no space or tab, or `limit`.
  func skipBlanks(from p: Int, to limit: Int) -> Int {
    var p = p
    while p < limit, self[p] == 0x20 || self[p] == 0x09 { p += 1 }
    return p
  }

  /// The offset of the first byte from `p` on that is no ASCII white space, or `limit`.
  func skipSpace(from p: Int, to limit: Int) -> Int {
    var p = p
    while p < limit, self[p].isSpace { p += 1 }
    return p
  }

  /// The end of the text in `start..<end` without the ASCII white space behind it.
  func trimSpace(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, self[end - 1].isSpace { end -= 1 }
    return end
  }

  /// Where the line after the line break at `p` begins: CRLF is one line break.
  func afterLineBreak(_ p: Int, to limit: Int) -> Int {
    self[p] == 0x0D && p + 1 < limit && self[p + 1] == 0x0A ? p + 2 : p + 1
  }

  /// The high bit of each byte that is zero; above the lowest such byte there may be others by mistake.
  @inline(__always)
  private static func zeroBytes(_ v: UInt64) -> UInt64 { (v &- 0x0101_0101_0101_0101) & ~v & 0x8080_8080_8080_8080 }

  @inline(__always)
  private static func bytes(_ byte: UInt64, in v: UInt64) -> UInt64 { zeroBytes(v ^ (byte &* 0x0101_0101_0101_0101)) }

  @inline(__always)
  private static func addressMarks(_ v: UInt64, _ next: UInt64) -> UInt64 {
    zeroBytes(v ^ 0x3A3A_3A3A_3A3A_3A3A | next ^ 0x2F2F_2F2F_2F2F_2F2F) | zeroBytes((v | next) ^ 0x7777_7777_7777_7777 | v ^ next)
      | bytes(0x40, in: v)
  }

  @inline(__always)
  private func isAddressMark(_ byte: UInt8) -> Bool { byte == 0x3A || byte == 0x77 || byte == 0x40 }

  /// The first offset for which `scalar` holds; `word` marks by a high bit where it may hold among eight bytes, given the same bytes one
  /// later.
  @inline(__always)
  private func firstOffset(
    from start: Int, to limit: Int, lookAhead: Int, word: (UInt64, UInt64) -> UInt64, scalar: (Int) -> Bool
  ) -> Int {
    var p = start
    guard p < limit else { return limit }
    let base = UnsafeRawPointer(baseAddress!)
    while p + 8 + lookAhead <= limit {
      // SAFETY: the loads end at `p + 8 + lookAhead`, inside the buffer.
      let v = UInt64(littleEndian: (base + p).loadUnaligned(as: UInt64.self))
      let next = lookAhead == 0 ? v : UInt64(littleEndian: (base + p + 1).loadUnaligned(as: UInt64.self))
      let marks = word(v, next)
      if marks != 0 { return p + marks.trailingZeroBitCount / 8 }
      p += 8
    }
    while p < limit, !scalar(p) { p += 1 }
    return p
  }
}

extension UInt8 {
  /// ASCII white space as HTML and Markdown know it, with the vertical tab.
  @inline(__always) var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  /// An ASCII punctuation character as CommonMark counts them.
  @inline(__always) var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
  /// An ASCII letter in lower case; other bytes as they are.
  @inline(__always) var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
