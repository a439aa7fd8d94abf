import MTLProse

/// Which words that some pattern requires a block may hold: a Bloom filter with one bit a word (Bloom 1970), made when it is first asked.
final class BlockWords {
  // SAFETY: eight words, freed in `deinit`.
  private let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 8)

  deinit { bits.deallocate() }

  /// Notes the words of a block.
  func fill(from tokens: Tokens, areMarked: Bool) {
    bits.initialize(repeating: 0, count: 8)
    let (bits, hashes) = (bits, tokens.hashes)
    @inline(__always)
    func note(_ i: Int) { bits[Self.word(hashes[i])] |= Self.bit(hashes[i]) }
    guard areMarked else {
      for i in 0..<tokens.count { note(i) }
      return
    }
    for start in stride(from: 0, to: tokens.count, by: 8) {
      var marked = WordGate.marks(tokens, from: start) & Self.required
      while marked != 0 {
        note(start &+ marked.trailingZeroBitCount &>> 3)
        marked &= marked &- 1
      }
    }
  }

  /// What tells whether the block may hold a word; valid as long as these words.
  var view: View { View(bits: bits) }

  struct View {
    fileprivate let bits: UnsafeMutablePointer<UInt64>

    /// Whether the block may hold one of the words that stand at an address of a program.
    @inline(__always)
    func mayHold(anyAt address: Int, of program: ProgramView) -> Bool {
      let end = address &+ 1 &+ program.cell(address) &* 2
      var at = address &+ 1
      while at < end {
        let hash = program.hash(at)
        if bits[BlockWords.word(hash)] & BlockWords.bit(hash) != 0 { return true }
        at &+= 2
      }
      return false
    }
  }

  @inline(__always) private static func word(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 8 & 7) }
  @inline(__always) private static func bit(_ hash: UInt64) -> UInt64 { 1 &<< (hash >> 16 & 63) }

  /// `WordGate.required` in each of eight bytes.
  private static let required: UInt64 = 0x0808_0808_0808_0808
}
