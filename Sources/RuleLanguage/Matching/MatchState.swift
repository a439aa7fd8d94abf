/// The captures of a match: positions are kept plus one, so that 0 means “none”.
struct MatchState {
  private let values: [Int32]

  init(_ captures: CaptureBuffer) { values = (0..<MatchSlots.count).map { captures.values[$0] } }

  subscript(_ slot: Int) -> Int { Int(values[slot]) }

  /// The tokens of a capture, or nil if it is absent.
  func range(_ capture: Int) -> Range<Int>? {
    let start = self[MatchSlots.start(capture)] - 1
    let end = self[MatchSlots.end(capture)] - 1
    return start >= 0 && end >= start ? start..<end : nil
  }
}

/// The captures of a match in progress, used again for each attempt.
final class CaptureBuffer {
  // SAFETY: slots are numbered by the compiler, below `MatchSlots.count`; freed in `deinit`.
  fileprivate let values = UnsafeMutablePointer<Int32>.allocate(capacity: MatchSlots.count)

  init() { clear() }
  deinit { values.deallocate() }

  func clear() { values.initialize(repeating: 0, count: MatchSlots.count) }

  subscript(_ slot: Int) -> Int {
    @inline(__always) get { Int(values[slot]) }
    @inline(__always) set { values[slot] = Int32(truncatingIfNeeded: newValue) }
  }
}
