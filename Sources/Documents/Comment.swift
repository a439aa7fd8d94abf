import MTLProse

/// An HTML comment of a document, as suppressions use it.
public struct Comment: Hashable, Sendable {
  /// Byte offsets in the source, from `<` to behind `>`.
  public let range: Range<Int>
  /// What stands between the marks.
  public let text: String

  public init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }
}

extension DocumentScanner {
  /// The HTML comments of the document in file order, in every format; in Markdown not those that are code.
  ///
  /// Of plain text that this scanner has scanned they are known; else a file without `<!--` costs one search for it.
  public func comments(in source: Source) -> [Comment] {
    let bytes = source.bytes
    let start = source.byteOrderMarkLength
    if let passedComments, passedComments.isEmpty { return [] }
    guard bytes.firstOffset(of: "<!--", from: start, to: bytes.count) != nil else { return [] }
    let ranges = commentRanges(bytes, from: start).sorted { $0.lowerBound < $1.lowerBound }
    return ranges.map { Comment(range: $0, text: source.text(Self.inside($0, bytes))) }
  }

  private func commentRanges(_ bytes: Bytes, from start: Int) -> [Range<Int>] {
    switch format {
    case .text:
      var scanner = PlainTextScanner(bytes)
      scanner.comments = []
      scanner.scan(from: start) { _, _ in }
      return scanner.comments ?? []
    case .markdown:
      var scanner = MarkdownScanner(bytes)
      scanner.collectComments()
      scanner.scan(from: start) { _, _ in }
      return scanner.comments
    case .html:
      var scanner = HTMLScanner(bytes)
      scanner.comments = []
      scanner.scan(start..<bytes.count) { _, _ in }
      return scanner.comments ?? []
    }
  }

  /// The range without its marks; of `<!-->` and `<!--->`, and of a comment that is never closed, what is left.
  private static func inside(_ range: Range<Int>, _ bytes: Bytes) -> Range<Int> {
    let low = min(range.lowerBound + 4, range.upperBound)
    let isClosed = range.count >= 7 && bytes.matches("-->", at: range.upperBound - 3, to: range.upperBound)
    let high = isClosed ? range.upperBound - 3 : range.upperBound - (range.count < 7 ? range.upperBound - low : 0)
    return low..<max(low, high)
  }
}
