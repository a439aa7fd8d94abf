/// A character reference: `&amp;`, `&#8217;`, `&#x2019;`.
struct Entity {
  let scalar: Unicode.Scalar
  /// Where it ends in the file.
  let end: Int

  /// Reads the reference that begins with the `&` at `p`; nil where the `&` is just that.
  init?(at p: Int, in bytes: Bytes, to limit: Int, needsSemicolon: Bool) {
    guard p + 2 < limit else { return nil }
    let parsed = bytes[p + 1] == UInt8(ascii: "#") ? Self.number(p + 2, bytes, limit) : Self.name(p + 1, bytes, limit)
    guard let parsed else { return nil }
    if parsed.end < limit, bytes[parsed.end] == UInt8(ascii: ";") {
      end = parsed.end + 1
    } else {
      // Browsers read `&nbsp` too, but not the `&copy=` of an address.
      guard !needsSemicolon, parsed.end >= limit || bytes[parsed.end] != UInt8(ascii: "=") else { return nil }
      end = parsed.end
    }
    scalar = parsed.scalar
  }

  private static func name(_ start: Int, _ bytes: Bytes, _ limit: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    var p = start
    while p < limit, p - start < 24, bytes[p].isAlphanumeric { p += 1 }
    guard p > start, let value = names[PackedTable.key(of: start..<p, in: bytes, caseMask: 0)] else { return nil }
    return Unicode.Scalar(value).map { ($0, p) }
  }

  /// Up to seven decimal or six hexadecimal digits, as CommonMark has it.
  private static func number(_ start: Int, _ bytes: Bytes, _ limit: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let isHex = bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var p = first
    var value: UInt32 = 0
    while p < limit, p - first < (isHex ? 6 : 7) {
      let byte = bytes[p]
      if byte.isDigit {
        value = value * (isHex ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHex, (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x66 {
        value = value * 16 + UInt32((byte | 0x20) - 0x57)
      } else {
        break
      }
      p += 1
    }
    guard p > first else { return nil }
    if value >= 0x80, value <= 0x9F { value = windows1252[Int(value - 0x80)] }
    return (value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", p)
  }

  /// What browsers make of `&#128;` to `&#159;`, which were never meant as control characters.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static let names = PackedTable(entityNames) { UInt32($0, radix: 16)! }
}
