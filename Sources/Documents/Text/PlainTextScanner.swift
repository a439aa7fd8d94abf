import MTLProse

/// Plain text: a line is a block, unless the file is hard-wrapped (see `HardWrap`); then a paragraph is one.
///
/// HTML comments are passed over, bare addresses are opaque, a form feed ends a block. A short first line that ends without punctuation
/// and has an empty line below is a heading.
struct PlainTextScanner {
  private let bytes: Bytes
  /// Where comments are collected, if anyone wants them.
  var comments: [Range<Int>]?
  private var pieces = PieceList()
  private var wrap: HardWrap?
  private var textStart = 0
  /// Where the first line of the current block begins, and its last.
  private var blockStart = 0
  private var lineStart = 0
  /// How many `>` stand before each line of the current block; only in hard-wrapped text, where they interrupt paragraphs.
  private var quoteDepth = 0
  private var mayHoldComments = true

  /// How far from its start a file may have headings, and how long they are at most, in bytes.
  private static let headingReach = 512
  private static let headingLength = 90

  init(_ bytes: Bytes) { self.bytes = bytes }

  mutating func scan(from start: Int, _ emit: Emit) {
    wrap = HardWrap(bytes, from: start)
    var position = beginBlock(at: start)
    var marks = TextMarks(bytes, from: start)
    while true {
      position = marks.next(from: position)
      guard position < bytes.count else { break }
      switch bytes[position] {
      case 0x0A, 0x0D, 0x0C: position = endLine(position, start, emit)
      case UInt8(ascii: "<"): position = comment(position)
      default: position = address(position)
      }
    }
    pieces.addText(textStart..<bytes.count, of: bytes)
    pieces.deliver(as: quoteDepth > 0 ? .quotation : .paragraph, emit)
  }

  /// Takes what ends at the line break at `p`; returns where to go on.
  private mutating func endLine(_ p: Int, _ start: Int, _ emit: Emit) -> Int {
    let next = bytes.afterLineBreak(p, to: bytes.count)
    if let wrap, bytes[p] != 0x0C, let content = continuation(at: next, after: p, wrap) {
      lineStart = next
      guard quoteDepth > 0 else { return next }
      pieces.addText(textStart..<p, of: bytes)
      pieces.add(.space, p..<content)
      textStart = content
      return content
    }
    pieces.addText(textStart..<p, of: bytes)
    if !pieces.isEmpty { pieces.deliver(as: kind(endingAt: p, next: next, start), emit) }
    return beginBlock(at: next)
  }

  private mutating func beginBlock(at p: Int) -> Int {
    let quote = wrap == nil ? (depth: 0, content: p) : quoteMarks(at: p)
    quoteDepth = quote.depth
    blockStart = p
    lineStart = p
    textStart = quote.content
    return quote.content
  }

  /// In hard-wrapped text, where the text of the next line begins if it goes on with the paragraph.
  private func continuation(at next: Int, after p: Int, _ wrap: HardWrap) -> Int? {
    guard p - lineStart >= wrap.shortLine, lineStart > blockStart || bytes.skipBlanks(from: blockStart, to: p) < p else { return nil }
    let quote = quoteMarks(at: next)
    guard quote.depth == quoteDepth else { return nil }
    let content = bytes.skipBlanks(from: quote.content, to: bytes.count)
    guard content < bytes.count, bytes[content] != 0x0A, bytes[content] != 0x0D, bytes[content] != 0x0C else { return nil }
    return HardWrap.isItem(at: content, in: bytes) ? nil : content
  }

  private func quoteMarks(at p: Int) -> (depth: Int, content: Int) {
    var position = p
    var depth = 0
    while position < bytes.count, bytes[position] == UInt8(ascii: ">") {
      depth += 1
      position = bytes.skipBlanks(from: position + 1, to: bytes.count)
    }
    return (depth, position)
  }

  private func kind(endingAt p: Int, next: Int, _ start: Int) -> BlockKind {
    if quoteDepth > 0 { return .quotation }
    guard blockStart == lineStart, blockStart - start <= Self.headingReach, p - blockStart <= Self.headingLength, next < bytes.count else {
      return .paragraph
    }
    let blank = bytes.skipBlanks(from: next, to: bytes.count)
    guard blank < bytes.count, bytes[blank] == 0x0A || bytes[blank] == 0x0D else { return .paragraph }
    return SentenceEnd.isFinal(blockStart..<p, in: bytes, alsoComma: true) ? .paragraph : .heading
  }

  private mutating func comment(_ p: Int) -> Int {
    guard mayHoldComments, bytes.matches("<!--", at: p, to: bytes.count) else { return p + 1 }
    guard let close = bytes.firstOffset(of: "-->", from: p + 4, to: bytes.count) else {
      mayHoldComments = false
      return p + 1
    }
    pieces.addText(textStart..<p, of: bytes)
    comments?.append(p..<close + 3)
    textStart = close + 3
    return textStart
  }

  private mutating func address(_ p: Int) -> Int {
    guard let range = BareAddress.range(at: p, in: bytes, from: textStart, to: bytes.count) else { return p + 1 }
    pieces.addText(textStart..<range.lowerBound, of: bytes)
    pieces.add(.opaque, range)
    textStart = range.upperBound
    return textStart
  }
}
