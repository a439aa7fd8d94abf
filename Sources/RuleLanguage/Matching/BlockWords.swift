import MTLProse

/// Which words that some pattern requires a block may hold: a Bloom filter with one bit a word (Bloom 1970), made when it is first asked.
struct BlockWords {
  private var bits: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
  private var isMade = false

  /// Whether the block may hold one of the words that stand at an address of a program.
  mutating func mayHold(anyAt address: Int, of program: ProgramView, in tokens: Tokens, areMarked: Bool) -> Bool {
    if !isMade { make(tokens, areMarked: areMarked) }
    return withUnsafeBytes(of: &bits) { bytes in
      let words = bytes.bindMemory(to: UInt64.self)
      for i in 0..<program.cell(address) {
        let hash = program.hash(address + 1 + i * 2)
        if words[Int(truncatingIfNeeded: hash >> 8 & 7)] &>> (hash >> 16 & 63) & 1 == 1 { return true }
      }
      return false
    }
  }

  private mutating func make(_ tokens: Tokens, areMarked: Bool) {
    isMade = true
    withUnsafeMutableBytes(of: &bits) { bytes in
      let words = bytes.bindMemory(to: UInt64.self)
      @inline(__always)
      func note(_ i: Int) {
        let hash = tokens.hashes[i]
        words[Int(truncatingIfNeeded: hash >> 8 & 7)] |= 1 &<< (hash >> 16 & 63)
      }
      guard areMarked else {
        for i in 0..<tokens.count { note(i) }
        return
      }
      for start in stride(from: 0, to: tokens.count, by: 8) {
        var marked = WordGate.marks(tokens, from: start) & Self.required
        while marked != 0 {
          note(start + marked.trailingZeroBitCount / 8)
          marked &= marked &- 1
        }
      }
    }
  }

  /// `WordGate.required` in each of eight bytes.
  private static let required: UInt64 = 0x0808_0808_0808_0808
}
