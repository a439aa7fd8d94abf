import MTLProse

/// Finds the prose of a document: its blocks in file order, each as the pieces that a person would read.
///
/// Bytes are never copied. Time is linear in the file whatever it holds, and memory is bounded by its largest block.
public struct DocumentScanner {
  let format: DocumentFormat
  /// The comments that the last scan of plain text came past; nil before a scan, and for other formats.
  private(set) var passedComments: [Range<Int>]?

  public init(_ format: DocumentFormat) { self.format = format }

  /// Calls `emit` for each block in file order. The pieces are valid only during the call.
  ///
  /// Pieces of a block are not empty, do not overlap and begin and end on scalar borders.
  public mutating func scan(_ source: Source, _ emit: (BlockKind, UnsafeBufferPointer<Piece>) -> Void) {
    switch format {
    case .text:
      var scanner = PlainTextScanner(source.bytes)
      scanner.comments = []
      scanner.scan(from: source.byteOrderMarkLength, emit)
      passedComments = scanner.comments
    case .markdown:
      var scanner = MarkdownScanner(source.bytes)
      scanner.scan(from: source.byteOrderMarkLength, emit)
    case .html:
      var scanner = HTMLScanner(source.bytes)
      scanner.scan(source.byteOrderMarkLength..<source.count, emit)
    }
    // SAFETY: the scanners hold plain pointers into the source.
    withExtendedLifetime(source) {}
  }
}

/// What a scanner hands its blocks to.
typealias Emit = (BlockKind, UnsafeBufferPointer<Piece>) -> Void
