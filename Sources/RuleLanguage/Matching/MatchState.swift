/// The captures of a match: positions are kept plus one, so that 0 means “none”.
struct MatchState {
  private let values: [Int32]

  /// Nothing captured.
  static let none = MatchState(values: [Int32](repeating: 0, count: MatchSlots.count))

  private init(values: [Int32]) { self.values = values }

  init(_ captures: CaptureSlots) { values = (0..<MatchSlots.count).map { Int32(truncatingIfNeeded: captures[$0]) } }

  subscript(_ slot: Int) -> Int { Int(values[slot]) }

  /// The tokens of a capture, or nil if it is absent.
  func range(_ capture: Int) -> Range<Int>? {
    let start = self[MatchSlots.start(capture)] - 1
    let end = self[MatchSlots.end(capture)] - 1
    return start >= 0 && end >= start ? start..<end : nil
  }
}

/// The captures of a match in progress, used again for each attempt, and what to write back where an attempt fails.
final class CaptureBuffer {
  // SAFETY: freed in `deinit`.
  private let storage = UnsafeMutablePointer<CaptureSlots.Storage>.allocate(capacity: 1)

  init() {
    storage.initialize(to: CaptureSlots.Storage())
    storage.pointee.values.initialize(repeating: 0, count: MatchSlots.count)
  }

  deinit {
    storage.pointee.values.deallocate()
    storage.pointee.trail.deallocate()
    storage.deallocate()
  }

  /// A view that is not counted: valid as long as the buffer.
  var slots: CaptureSlots { CaptureSlots(storage) }
}

/// The slots of a capture buffer.
struct CaptureSlots {
  fileprivate struct Storage {
    let values = UnsafeMutablePointer<Int32>.allocate(capacity: MatchSlots.count)
    var trail = UnsafeMutablePointer<(slot: Int32, old: Int32)>.allocate(capacity: 64)
    var capacity = 64
    var depth = 0
  }

  // SAFETY: slots are numbered by the compiler, below `MatchSlots.count`; whoever uses them holds the buffer; `trail` is grown in time.
  private let storage: UnsafeMutablePointer<Storage>

  fileprivate init(_ storage: UnsafeMutablePointer<Storage>) { self.storage = storage }

  subscript(_ slot: Int) -> Int { @inline(__always) get { Int(storage.pointee.values[slot]) } }

  /// How many captures have been written since the match began, without those taken back.
  var depth: Int { @inline(__always) get { storage.pointee.depth } }

  /// Forgets all captures: takes back the few that were written.
  @inline(__always)
  func clear() { takeBack(to: 0) }

  @inline(__always)
  func set(_ slot: Int, to value: Int) {
    let depth = storage.pointee.depth
    if depth == storage.pointee.capacity { grow() }
    storage.pointee.trail[depth] = (Int32(truncatingIfNeeded: slot), storage.pointee.values[slot])
    storage.pointee.depth = depth &+ 1
    storage.pointee.values[slot] = Int32(truncatingIfNeeded: value)
  }

  /// Takes back what has been written since the depth was `mark`.
  @inline(__always)
  func takeBack(to mark: Int) {
    while storage.pointee.depth > mark {
      storage.pointee.depth &-= 1
      let (slot, old) = storage.pointee.trail[storage.pointee.depth]
      storage.pointee.values[Int(slot)] = old
    }
  }

  private func grow() {
    let longer = UnsafeMutablePointer<(slot: Int32, old: Int32)>.allocate(capacity: storage.pointee.capacity * 2)
    longer.moveInitialize(from: storage.pointee.trail, count: storage.pointee.capacity)
    storage.pointee.trail.deallocate()
    storage.pointee.trail = longer
    storage.pointee.capacity *= 2
  }
}
