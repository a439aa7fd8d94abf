/// Web and e-mail addresses that stand in prose without any markup.
enum BareAddress {
  /// The address around the mark at `p`: the `:` of `https://`, the first `w` of `www.`, the `@` of an e-mail address.
  ///
  /// - Parameter low: where the text begins that the address may reach back into.
  static func range(at p: Int, in bytes: Bytes, from low: Int, to limit: Int) -> Range<Int>? {
    switch bytes[p] {
    case UInt8(ascii: ":"): return web(colon: p, bytes, low, limit)
    case UInt8(ascii: "w"), UInt8(ascii: "W"): return host(at: p, bytes, low, limit)
    case UInt8(ascii: "@"): return mail(at: p, bytes, low, limit)
    default: return nil
    }
  }

  private static func web(colon: Int, _ bytes: Bytes, _ low: Int, _ limit: Int) -> Range<Int>? {
    guard bytes.matches("://", at: colon, to: limit) else { return nil }
    var start = colon
    while start > low, colon - start < 6, bytes[start - 1].isLetter { start -= 1 }
    var scheme: UInt64 = 0
    for i in start..<colon { scheme = scheme << 8 | UInt64(bytes[i].lowercased) }
    // http, https, ftp
    guard scheme == 0x6874_7470 || scheme == 0x68_7474_7073 || scheme == 0x66_7470 else { return nil }
    guard start == low || !bytes[start - 1].isAlphanumeric else { return nil }
    let end = end(from: colon + 3, bytes, limit)
    return end > colon + 3 ? start..<end : nil
  }

  private static func host(at p: Int, _ bytes: Bytes, _ low: Int, _ limit: Int) -> Range<Int>? {
    guard p + 4 < limit, bytes[p + 1].lowercased == 0x77, bytes[p + 2].lowercased == 0x77, bytes[p + 3] == 0x2E,
      p == low || !(bytes[p - 1].isAlphanumeric || bytes[p - 1] >= 0x80), bytes[p + 4].isAlphanumeric
    else { return nil }
    return p..<end(from: p + 4, bytes, limit)
  }

  /// The end of an address that goes on at `start`: punctuation that belongs to the sentence around it does not count.
  private static func end(from start: Int, _ bytes: Bytes, _ limit: Int) -> Int {
    var p = start
    var open = 0
    loop: while p < limit {
      switch bytes[p] {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
        break loop
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        if open == 0 { break loop }
        open -= 1
      case UInt8(ascii: "&"):
        if isEntityOtherThanAmpersand(at: p, bytes, limit) { break loop }
      case 0xC2:  // no-break space, guillemets and the like
        break loop
      case 0xE2, 0xE3:  // dashes, curly quotation marks, spaces; ideographic punctuation
        if p + 1 < limit, bytes[p + 1] == 0x80 { break loop }
      case 0xEF:  // full-width punctuation
        if p + 1 < limit, bytes[p + 1] == 0xBC { break loop }
      default: break
      }
      p += 1
    }
    while p > start, isTrailing(bytes[p - 1]) { p -= 1 }
    return p
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "("):
      return true
    default: return false
    }
  }

  private static func isEntityOtherThanAmpersand(at p: Int, _ bytes: Bytes, _ limit: Int) -> Bool {
    guard let entity = Entity(at: p, in: bytes, to: limit, needsSemicolon: true) else { return false }
    return entity.scalar != "&"
  }

  /// Lengths are those of RFC 5321; they also bound the search.
  private static func mail(at p: Int, _ bytes: Bytes, _ low: Int, _ limit: Int) -> Range<Int>? {
    var start = p
    while start > low, p - start < 64, isLocalPart(bytes[start - 1]) { start -= 1 }
    while start < p, bytes[start] == 0x2E { start += 1 }
    guard start < p else { return nil }
    var end = p + 1
    while end < limit, end - p < 255, bytes[end].isAlphanumeric || bytes[end] == 0x2D || bytes[end] == 0x2E { end += 1 }
    while end > p + 1, !bytes[end - 1].isAlphanumeric { end -= 1 }
    for i in p + 1..<max(end, p + 1) where bytes[i] == 0x2E { return start..<end }
    return nil
  }

  private static func isLocalPart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x2E || byte == 0x5F || byte == 0x25 || byte == 0x2B || byte == 0x2D
  }
}
