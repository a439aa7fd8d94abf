/// The captures of a match in progress: positions are kept plus one, so that 0 means “none”.
struct MatchState {
  private var values = SIMD64<Int32>()

  subscript(_ slot: Int) -> Int {
    @inline(__always) get { Int(values[slot]) }
    @inline(__always) set { values[slot] = Int32(truncatingIfNeeded: newValue) }
  }

  /// The tokens of a capture, or nil if it is absent.
  func range(_ capture: Int) -> Range<Int>? {
    let start = self[MatchSlots.start(capture)] - 1
    let end = self[MatchSlots.end(capture)] - 1
    return start >= 0 && end >= start ? start..<end : nil
  }
}
