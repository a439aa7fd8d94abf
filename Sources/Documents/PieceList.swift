import MTLProse

/// The pieces of the block being read, in a buffer that is reused from block to block.
struct PieceList {
  private var pieces: [Piece] = []

  var isEmpty: Bool { pieces.isEmpty }

  /// Adds prose. White space at the start of the block is left out, and text that follows text directly is one piece with it.
  mutating func addText(_ range: Range<Int>, of bytes: Bytes) {
    var start = range.lowerBound
    if pieces.isEmpty { start = bytes.skipSpace(from: start, to: range.upperBound) }
    guard start < range.upperBound else { return }
    if let last = pieces.last, last.kind == .text, Int(last.end) == start {
      pieces[pieces.count - 1] = .text(Int(last.start)..<range.upperBound)
    } else {
      pieces.append(.text(start..<range.upperBound))
    }
  }

  /// Adds something that reads as something else.
  mutating func add(_ kind: Piece.Kind, _ range: Range<Int>, scalar: Unicode.Scalar = " ") {
    if pieces.isEmpty, kind == .space { return }
    pieces.append(Piece(kind, range, scalar: scalar))
  }

  /// Hands the block on, unless it is empty, and begins the next one.
  mutating func deliver(as kind: BlockKind, _ emit: Emit) {
    guard !pieces.isEmpty else { return }
    pieces.withUnsafeBufferPointer { emit(kind, $0) }
    // Most blocks are one piece.
    if pieces.count == 1 { pieces.removeLast() } else { pieces.removeAll(keepingCapacity: true) }
  }
}
