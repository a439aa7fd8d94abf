/// Whether text ends as a sentence does.
enum SentenceEnd {
  /// Whether the last mark of a range, closing quotation marks and brackets aside, is `.`, `!`, `?`, `:`, `;`, `…` or one of their
  /// full-width forms.
  static func isFinal(_ range: Range<Int>, in bytes: Bytes, alsoComma: Bool) -> Bool {
    var end = bytes.trimSpace(from: range.lowerBound, to: range.upperBound)
    while let length = closingMark(before: end, range.lowerBound, bytes) { end -= length }
    guard end > range.lowerBound else { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"): return true
    case UInt8(ascii: ","): return alsoComma
    default: break
    }
    guard end - range.lowerBound >= 3 else { return false }
    let p = end - 3
    return bytes.matches3(0xE2, 0x80, 0xA6, at: p)  // …
      || bytes.matches3(0xE3, 0x80, 0x82, at: p)  // 。
      || bytes.matches3(0xEF, 0xBC, 0x81, at: p) || bytes.matches3(0xEF, 0xBC, 0x9F, at: p)  // ！ ？
      || bytes.matches3(0xEF, 0xBC, 0x9A, at: p) || bytes.matches3(0xEF, 0xBC, 0x9B, at: p)  // ： ；
  }

  /// The length of the closing mark that ends at `end`, if there is one.
  private static func closingMark(before end: Int, _ low: Int, _ bytes: Bytes) -> Int? {
    guard end > low else { return nil }
    switch bytes[end - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return 1
    default: break
    }
    if end - 2 >= low, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xBB { return 2 }  // »
    guard end - 3 >= low else { return nil }
    let p = end - 3
    return bytes.matches3(0xE2, 0x80, 0x99, at: p) || bytes.matches3(0xE2, 0x80, 0x9D, at: p)  // ’ ”
      || bytes.matches3(0xE3, 0x80, 0x8D, at: p) ? 3 : nil  // 」
  }
}
