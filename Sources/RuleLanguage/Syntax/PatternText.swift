import MTLProse

/// One token of literal text in a rule file.
struct LiteralToken: Hashable {
  let text: String
  /// Whether nothing stands between it and the token before.
  let isGlued: Bool
}

/// Cuts literal text into tokens as documents are cut, so that what a rule says is what a document has.
final class LiteralTokeniser {
  // A reader has large buffers, and most literals are plain words that need none.
  private lazy var reader = BlockReader()

  func tokens(of text: String) -> [LiteralToken] {
    if text.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) {
      return text.isEmpty ? [] : [LiteralToken(text: text, isGlued: false)]
    }
    // Alone, `’s` would not be seen to belong to a word.
    if text == "’s" || text == "'s" { return [LiteralToken(text: "'s", isGlued: false)] }
    guard let source = try? Source(text) else { return [] }
    var result: [LiteralToken] = []
    [Piece.text(0..<source.count)].withUnsafeBufferPointer { pieces in
      reader.read(.paragraph, pieces, of: source, intern: { _, _, _, _ in (0, []) }) { block in
        for i in 0..<block.tokens.count { result.append(LiteralToken(text: block.text(i), isGlued: block.tokens.isGlued(i))) }
      }
    }
    return result
  }
}
