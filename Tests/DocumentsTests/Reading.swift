import MTLProse

@testable import MTLDocuments

/// The blocks of a document as a person reads them, a line a block: `kind: reading`. White space is shown as single spaces, opaque
/// pieces as `□`.
func reading(_ text: String, _ format: DocumentFormat) throws -> String {
  let source = try Source(text)
  let reader = BlockReader()
  var lines: [String] = []
  var scanner = DocumentScanner(format)
  scanner.scan(source) { kind, pieces in
    reader.read(kind, pieces, of: source, intern: { _, _, _, _ in (0, []) }) { block in
      var line = "\(block.kind):"
      for i in 0..<block.tokens.count { line += (block.tokens.isGlued(i) ? "" : " ") + block.text(i) }
      lines.append(line.replacing("\u{FFFC}", with: "□"))
    }
  }
  return lines.joined(separator: "\n")
}

/// All pieces of a document, block by block.
func pieces(_ source: Source, _ format: DocumentFormat) -> [[Piece]] {
  var result: [[Piece]] = []
  var scanner = DocumentScanner(format)
  scanner.scan(source) { _, pieces in result.append(Array(pieces)) }
  return result
}
