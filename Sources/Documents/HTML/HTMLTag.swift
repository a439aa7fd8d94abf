/// A start or end tag, read as browsers do: anything goes up to the `>`.
struct HTMLTag {
  let name: Range<Int>
  let isClosing: Bool
  /// Where the tag ends in the file.
  let end: Int

  /// Bytes that a name may hold. Browsers take more; what they take beyond is not worth calling a tag.
  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == 0x2D || byte == 0x3A || byte == 0x5F || byte == 0x2E }

  /// The name of the tag whose `<` is at `p`, if a tag it is.
  static func name(at p: Int, in bytes: Bytes, to limit: Int) -> (range: Range<Int>, isClosing: Bool)? {
    var start = p + 1
    let isClosing = start < limit && bytes[start] == UInt8(ascii: "/")
    if isClosing { start += 1 }
    guard start < limit, bytes[start].isLetter else { return nil }
    var end = start + 1
    while end < limit, isNameByte(bytes[end]) { end += 1 }
    guard end < limit, bytes[end].isSpace || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">") else { return nil }
    return (start..<end, isClosing)
  }
}

/// Reads tags from start to end of a range, and remembers what is not to be found ahead, so that no input is searched twice in vain.
struct HTMLTagReader {
  let bytes: Bytes
  let limit: Int
  /// A bit for each byte below 64 that does not come any more.
  private var absent: UInt64 = 0
  /// A tag was found to run to the end of the range; nothing after it can be a tag.
  private var isUnclosed = false

  init(_ bytes: Bytes, to limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  /// The tag whose `<` is at `p`; nil if that is just a character.
  mutating func tag(at p: Int) -> HTMLTag? {
    guard !isUnclosed, let name = HTMLTag.name(at: p, in: bytes, to: limit) else { return nil }
    guard let end = end(from: name.range.upperBound) else {
      isUnclosed = true
      return nil
    }
    return HTMLTag(name: name.range, isClosing: name.isClosing, end: end)
  }

  /// The offset behind the next `byte`, which is below 64, or nil.
  mutating func after(_ byte: UInt8, from p: Int) -> Int? {
    guard absent & 1 << UInt64(byte) == 0 else { return nil }
    let found = bytes.firstOffset(of: byte, from: p, to: limit)
    if found < limit { return found + 1 }
    absent |= 1 << UInt64(byte)
    return nil
  }

  /// Where the tag ends whose attributes begin at `p`. Quotation marks count only where a value begins.
  private mutating func end(from p: Int) -> Int? {
    var p = p
    while p < limit {
      let byte = bytes[p]
      p += 1
      if byte == UInt8(ascii: ">") { return p }
      guard byte == UInt8(ascii: "=") else { continue }
      p = bytes.skipSpace(from: p, to: limit)
      if p < limit, bytes[p] == UInt8(ascii: "\"") || bytes[p] == UInt8(ascii: "'") {
        p = after(bytes[p], from: p + 1) ?? p + 1
      }
    }
    return nil
  }
}
