/// The captures of a match: positions are kept plus one, so that 0 means “none”.
struct MatchState {
  private let values: [Int32]

  init(_ captures: CaptureSlots) { values = (0..<MatchSlots.count).map { captures.values[$0] } }

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
  // SAFETY: freed in `deinit`.
  fileprivate let values = UnsafeMutablePointer<Int32>.allocate(capacity: MatchSlots.count)

  init() { slots.clear() }
  deinit { values.deallocate() }

  /// A view that is not counted: valid as long as the buffer.
  var slots: CaptureSlots { CaptureSlots(values) }
}

/// The slots of a capture buffer.
struct CaptureSlots {
  // SAFETY: slots are numbered by the compiler, below `MatchSlots.count`; whoever uses them holds the buffer.
  fileprivate let values: UnsafeMutablePointer<Int32>

  fileprivate init(_ values: UnsafeMutablePointer<Int32>) { self.values = values }

  func clear() { values.initialize(repeating: 0, count: MatchSlots.count) }

  subscript(_ slot: Int) -> Int {
    @inline(__always) get { Int(values[slot]) }
    @inline(__always) nonmutating set { values[slot] = Int32(truncatingIfNeeded: newValue) }
  }
}
