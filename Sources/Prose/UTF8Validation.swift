/// Validation of UTF-8 (Unicode 16, table 3-7), eight bytes at a time while they are ASCII.
enum UTF8Validation {
  /// The offset of the first byte that cannot be part of well-formed UTF-8, or nil.
  static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var i = 0
    while i < count {
      // SAFETY: the loads stay inside `count`.
      while i + 8 <= count, UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { i += 8 }
      guard i < count else { break }
      if base[i] < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(base + i, available: count - i)
      if length == 0 { return i }
      i += length
    }
    return nil
  }

  /// The length of the well-formed multi-byte sequence at `p`, or 0.
  private static func sequenceLength(_ p: UnsafePointer<UInt8>, available: Int) -> Int {
    let lead = p[0]
    switch lead {
    case 0xC2...0xDF:
      return available >= 2 && p[1] & 0xC0 == 0x80 ? 2 : 0
    case 0xE0...0xEF:
      guard available >= 3, p[2] & 0xC0 == 0x80 else { return 0 }
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return p[1] >= low && p[1] <= high ? 3 : 0
    case 0xF0...0xF4:
      guard available >= 4, p[2] & 0xC0 == 0x80, p[3] & 0xC0 == 0x80 else { return 0 }
      let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      return p[1] >= low && p[1] <= high ? 4 : 0
    default:
      return 0
    }
  }
}
