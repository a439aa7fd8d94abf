/// Letters among eight bytes in one word (after Mycroft’s and Lamport’s multiple-byte processing; Warren, “Hacker’s Delight”, §6-1).
enum ASCIILetters {
  /// The bit by which a capital differs from its small letter, in each byte.
  static let caseBits: UInt64 = 0x2020_2020_2020_2020

  /// Eight times the number of bytes from the lowest on that are ASCII letters.
  @inline(__always)
  static func leadingBits(_ raw: UInt64) -> Int {
    let low = (raw | caseBits) & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = low &+ 0x0505_0505_0505_0505
    return (~(fromA & ~behindZ & ~raw) & 0x8080_8080_8080_8080).trailingZeroBitCount & ~7
  }
}
