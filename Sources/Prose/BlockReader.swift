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

  /// Fills the columns of lexemes and marks, and the last with the numbers of the words that have no lexeme; tells how many these are,
  /// and what the words are together.
  public typealias Intern = (
    _ tokens: Tokens, _ lexemes: UnsafeMutablePointer<UInt32>, _ marks: UnsafeMutablePointer<UInt8>,
    _ unknownWords: UnsafeMutablePointer<UInt16>
  ) -> (unknownWords: Int, facts: WordFacts)

  /// Starts counting blocks from 0 again, for a new document.
  public func reset() { nextIndex = 0 }

  /// Tokenises a block and hands it to `body`, in several parts if it has more than 4,096 tokens. A block without tokens is passed over.
  ///
  /// - Parameter intern: asks the lexicon (see `Intern`).
  public func read(
    _ kind: BlockKind, _ pieces: UnsafeBufferPointer<Piece>, of source: Source,
    intern: Intern,
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
    _ intern: Intern, _ body: (Block) -> Void
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let run = tokeniser.run(base, from: position, to: range.upperBound, into: buffer)
      guard run.count > 0 else { return }
      let (unknownWords, facts) = intern(buffer.view(run), buffer.lexemes, buffer.marks, buffer.unknownWords)
      body(
        Block(
          kind: kind, source: source, tokens: buffer.view(run, unknownWords: unknownWords, facts: facts), index: nextIndex,
          isContinuation: position != range.lowerBound, reading: base, segments: segments))
      nextIndex += 1
      position = run.next
    }
  }
}
