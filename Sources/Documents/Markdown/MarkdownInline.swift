import MTLProse

/// Reads the inside of a paragraph, heading or cell: what is markup and what is read.
///
/// One pass from left to right. What may turn out to be markup later (`[`, `*`) is a piece of its own until it is decided; what was none
/// becomes one piece with the text around it again.
struct MarkdownInline {
  let bytes: Bytes
  /// Where comments are collected, if anyone wants them.
  var comments: [Range<Int>]?
  var pieces: [Piece] = []
  var emphasis = MarkdownEmphasis()
  var brackets: [Bracket] = []
  /// Brackets below this index stand around a link and cannot be links themselves.
  var firstActiveBracket = 0
  var definitions: MarkdownDefinitions
  var codeEnds = CodeEnds()
  var content = HTMLContent()
  /// Where the text begins that is not a piece yet.
  var textStart = 0
  /// The line, or run of lines, being read; look-ahead may go to `limit`, where the block ends.
  var span = 0..<0
  var limit = 0
  /// What this block was searched for in vain.
  var hasCommentEnd = true
  var hasInstructionEnd = true

  init(_ bytes: Bytes) {
    self.bytes = bytes
    definitions = MarkdownDefinitions(bytes)
  }

  /// A `[` or `![` that may open a link or an image.
  struct Bracket {
    /// Index of its piece.
    let piece: Int
    /// How many delimiters of emphasis stand before it.
    let delimiters: Int
    let start: Int
    /// Where its text begins.
    let end: Int
    let isImage: Bool
    /// Whether another bracket stands inside: then the text is no label.
    var hasInner = false
  }

  /// Reads a block whose text is `spans`: runs of lines, between which stand line breaks and markers of containers.
  mutating func read(_ spans: [Range<Int>], as kind: BlockKind, _ emit: Emit) {
    guard let first = spans.first, let last = spans.last else { return }
    begin(limit: bytes.trimSpace(from: last.lowerBound, to: last.upperBound))
    var position = first.lowerBound
    for (i, next) in spans.enumerated() {
      if i > 0, position <= spans[i - 1].upperBound { append(.space, spans[i - 1].upperBound..<next.lowerBound) }
      span = next.lowerBound..<min(next.upperBound, limit)
      position = max(position, next.lowerBound)
      textStart = position
      position = readSpan(from: position)
    }
    finish(as: kind, emit)
  }

  /// Reads a block that is one line.
  mutating func read(_ line: Range<Int>, as kind: BlockKind, _ emit: Emit) {
    begin(limit: line.upperBound)
    span = line
    textStart = line.lowerBound
    _ = readSpan(from: line.lowerBound)
    finish(as: kind, emit)
  }

  private mutating func begin(limit: Int) {
    self.limit = limit
    pieces.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    emphasis.reset()
    firstActiveBracket = 0
    codeEnds.reset()
    content = HTMLContent()
    hasCommentEnd = true
    hasInstructionEnd = true
  }

  private mutating func finish(as kind: BlockKind, _ emit: Emit) {
    emphasis.resolve(from: 0, &pieces)
    join()
    guard !pieces.isEmpty else { return }
    pieces.withUnsafeBufferPointer { emit(kind, $0) }
  }

  /// Drops pieces that became empty, and joins text with text.
  private mutating func join() {
    var count = 0
    for piece in pieces where piece.start < piece.end {
      if count > 0, piece.kind == .text, pieces[count - 1].kind == .text, pieces[count - 1].end == piece.start {
        pieces[count - 1] = .text(Int(pieces[count - 1].start)..<Int(piece.end))
      } else {
        pieces[count] = piece
        count += 1
      }
    }
    pieces.removeLast(pieces.count - count)
  }

  /// Returns where reading goes on: at the end of the span, or behind it where markup went across.
  private mutating func readSpan(from start: Int) -> Int {
    let marks = Self.marks
    var p = start
    while true {
      let end = span.upperBound
      while p < end, marks[Int(bytes[p])] == 0 { p += 1 }
      guard p < end else { break }
      p = mark(at: p)
    }
    flush(to: min(p, max(span.upperBound, textStart)))
    return p
  }

  /// Takes what the mark at `p` begins; returns where to go on.
  private mutating func mark(at p: Int) -> Int {
    switch bytes[p] {
    case 0x0A, 0x0D: return lineBreak(p)
    case UInt8(ascii: "\\"): return escape(p)
    case UInt8(ascii: "`"): return code(p)
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return delimiter(p)
    case UInt8(ascii: "["): return openBracket(p, isImage: false)
    case UInt8(ascii: "!"):
      return p + 1 < span.upperBound && bytes[p + 1] == UInt8(ascii: "[") ? openBracket(p, isImage: true) : p + 1
    case UInt8(ascii: "]"): return closeBracket(p)
    case UInt8(ascii: "<"): return angle(p)
    case UInt8(ascii: "&"):
      guard let entity = Entity(at: p, in: bytes, to: limit, needsSemicolon: true) else { return p + 1 }
      return replace(p..<entity.end, .scalar, scalar: entity.scalar)
    default:
      guard let range = BareAddress.range(at: p, in: bytes, from: textStart, to: span.upperBound) else { return p + 1 }
      return replace(range, .opaque)
    }
  }

  // SAFETY: written once by the runtime's one-time initialisation, read-only afterwards; 256 bytes, one for each byte.
  nonisolated(unsafe) private static let marks: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    for byte in "\n\r\\`*_~[]!<&:@wW".utf8 { table[Int(byte)] = 1 }
    return UnsafePointer(table)
  }()

  // MARK: Pieces

  mutating func append(_ kind: Piece.Kind, _ range: Range<Int>, scalar: Unicode.Scalar = " ") {
    pieces.append(Piece(kind, range, scalar: scalar))
  }

  /// Makes what was read up to `p` a piece.
  mutating func flush(to p: Int) {
    if p > textStart { append(.text, textStart..<p) }
    textStart = max(textStart, p)
  }

  /// Leaves out `range`, which has no width.
  mutating func skip(_ range: Range<Int>) -> Int {
    flush(to: range.lowerBound)
    textStart = range.upperBound
    return textStart
  }

  /// Lets `range` read as something else.
  mutating func replace(_ range: Range<Int>, _ kind: Piece.Kind, scalar: Unicode.Scalar = " ") -> Int {
    flush(to: range.lowerBound)
    append(kind, range, scalar: scalar)
    textStart = range.upperBound
    return textStart
  }

  // MARK: Simple marks

  /// Two spaces before a line break make it a hard one, which a repair must not touch.
  private mutating func lineBreak(_ p: Int) -> Int {
    var start = p
    while start > textStart, bytes[start - 1] == 0x20 { start -= 1 }
    guard p - start >= 2 else { return p + 1 }
    let end = bytes.skipBlanks(from: bytes.afterLineBreak(p, to: limit), to: span.upperBound)
    return replace(start..<end, .space)
  }

  private mutating func escape(_ p: Int) -> Int {
    let next = p + 1
    guard next < span.upperBound else { return next }
    if bytes[next] == 0x0A || bytes[next] == 0x0D {
      return replace(p..<bytes.skipBlanks(from: bytes.afterLineBreak(next, to: limit), to: span.upperBound), .space)
    }
    guard bytes[next].isPunctuation else { return next }
    return replace(p..<next + 1, .scalar, scalar: Unicode.Scalar(bytes[next]))
  }

  private mutating func code(_ p: Int) -> Int {
    var q = p
    while q < limit, bytes[q] == UInt8(ascii: "`") { q += 1 }
    guard let end = codeEnds.end(ofRun: q - p, from: q, in: bytes, to: limit) else { return q }
    return replace(p..<end, .opaque)
  }

  private mutating func delimiter(_ p: Int) -> Int {
    let mark = bytes[p]
    var end = p
    while end < span.upperBound, bytes[end] == mark { end += 1 }
    if mark == UInt8(ascii: "~"), end - p != 2 { return end }
    let flanks = MarkdownFlanks(p..<end, of: bytes, in: span)
    guard flanks.canOpen || flanks.canClose else { return end }
    flush(to: p)
    emphasis.add(piece: pieces.count, mark, count: end - p, flanks)
    append(.text, p..<end)
    textStart = end
    return end
  }
}

/// Finds where code spans end. Runs of backticks that were passed in vain are remembered, as the reference implementation does.
struct CodeEnds {
  private static let longest = 80
  /// By length, where the last run seen begins.
  private var last = [Int](repeating: -1, count: longest + 1)
  private var isComplete = false
  private var isUsed = false

  mutating func reset() {
    guard isUsed else { return }
    for i in last.indices { last[i] = -1 }
    isComplete = false
    isUsed = false
  }

  /// Where the code span ends that a run of `count` backticks opened, which ends at `start`; nil if those are just backticks.
  mutating func end(ofRun count: Int, from start: Int, in bytes: Bytes, to limit: Int) -> Int? {
    guard count <= Self.longest else { return nil }
    isUsed = true
    if isComplete, last[count] < start { return nil }
    var p = start
    while true {
      p = bytes.firstOffset(of: UInt8(ascii: "`"), from: p, to: limit)
      guard p < limit else { break }
      let run = p
      while p < limit, bytes[p] == UInt8(ascii: "`") { p += 1 }
      if p - run <= Self.longest { last[p - run] = max(last[p - run], run) }
      if p - run == count { return p }
    }
    isComplete = true
    return nil
  }
}
