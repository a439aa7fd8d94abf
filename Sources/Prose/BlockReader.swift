/// Turns the pieces of a block into tokens, in buffers that are reused from block to block.
///
/// Not `Sendable`: one reader serves one file at a time.
public final class BlockReader {
  private let buffer = TokenBuffer()
  private var tokeniser: Tokeniser
  private var reading: [UInt8] = []
  private var segments: [Block.Segment] = []
  private var nextIndex = 0

  /// - Parameter abbreviations: hashes of words after which a full stop ends no sentence (`Mr`, `Inc`).
  public init(abbreviations: Set<UInt64> = []) {
    tokeniser = Tokeniser(abbreviations: abbreviations)
  }

  /// Starts counting blocks from 0 again, for a new document.
  public func reset() { nextIndex = 0 }

  /// Tokenises a block and hands it to `body`, in several parts if it has more than 4,096 tokens. A block without tokens is passed over.
  ///
  /// - Parameter intern: fills the lexeme column: tokens in, raw lexicon entries out (see `Tokens.lexemes`).
  public func read(
    _ kind: BlockKind, _ pieces: UnsafeBufferPointer<Piece>, of source: Source,
    intern: (_ tokens: Tokens, _ lexemes: UnsafeMutablePointer<UInt32>) -> Void,
    body: (Block) -> Void
  ) {
    guard let first = pieces.first else { return }
    if pieces.count == 1, first.kind == .text {
      // SAFETY: pieces lie inside the source.
      deliver(
        kind, source, source.bytes.baseAddress!, Int(first.start)..<Int(first.end), UnsafeBufferPointer(start: nil, count: 0), intern, body)
      return
    }
    let count = compose(pieces, of: source)
    reading.withUnsafeBufferPointer { reading in
      segments.withUnsafeBufferPointer { segments in
        guard let base = reading.baseAddress else { return }
        deliver(kind, source, base, 0..<count, segments, intern, body)
      }
    }
  }

  /// Writes the reading and returns its length; readable bytes follow it.
  private func compose(_ pieces: UnsafeBufferPointer<Piece>, of source: Source) -> Int {
    reading.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    for piece in pieces {
      segments.append(Block.Segment(reading: UInt32(reading.count), start: piece.start, end: piece.end, kind: piece.kind))
      switch piece.kind {
      case .text: reading.append(contentsOf: UnsafeBufferPointer(rebasing: source.bytes[Int(piece.start)..<Int(piece.end)]))
      case .space: reading.append(0x20)
      case .opaque: reading.append(contentsOf: [0xEF, 0xBF, 0xBC])
      case .scalar: reading.append(contentsOf: Array(String(Character(piece.scalar)).utf8))
      }
    }
    let count = reading.count
    reading.append(contentsOf: repeatElement(0, count: Source.padding))
    return count
  }

  private func deliver(
    _ kind: BlockKind, _ source: Source, _ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ segments: UnsafeBufferPointer<Block.Segment>,
    _ intern: (Tokens, UnsafeMutablePointer<UInt32>) -> Void, _ body: (Block) -> Void
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let (count, next) = tokeniser.run(base, from: position, to: range.upperBound, into: buffer)
      guard count > 0 else { return }
      let tokens = buffer.view(count: count)
      intern(tokens, buffer.lexemes)
      body(
        Block(
          kind: kind, source: source, tokens: tokens, index: nextIndex,
          isContinuation: position != range.lowerBound, reading: base, segments: segments))
      nextIndex += 1
      position = next
    }
  }
}
