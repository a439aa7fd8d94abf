import MTLProse

/// HTML, read as forgivingly as browsers do: the visible text, cut into blocks where block-level elements begin and end.
struct HTMLScanner {
  private let bytes: Bytes
  /// Where comments are collected, if anyone wants them.
  var comments: [Range<Int>]?
  private var pieces = PieceList()
  private var reader: HTMLTagReader
  private var nesting = HTMLNesting(.paragraph)
  private var content = HTMLContent()
  private var unknown: UnknownElements?
  private var range = 0..<0
  private var textStart = 0
  private var hasCDATAEnd = true

  private static let tableRow = PackedTable.key(of: "tr".utf8)

  init(_ bytes: Bytes) {
    self.bytes = bytes
    reader = HTMLTagReader(bytes, to: 0)
  }

  /// Reads a range as a document of its own.
  ///
  /// - Parameter outermost: the kind of a block that stands in no element which gives it another one.
  mutating func scan(_ range: Range<Int>, outermost: BlockKind = .paragraph, _ emit: Emit) {
    self.range = range
    reader = HTMLTagReader(bytes, to: range.upperBound)
    nesting = HTMLNesting(outermost)
    content = HTMLContent()
    unknown = nil
    textStart = range.lowerBound
    hasCDATAEnd = true
    var position = range.lowerBound
    while true {
      position = bytes.nextHTMLMark(from: position, to: range.upperBound)
      guard position < range.upperBound else { break }
      switch bytes[position] {
      case UInt8(ascii: "<"): position = markup(position, emit)
      case UInt8(ascii: "&"): position = entity(position)
      default: position = address(position)
      }
    }
    endBlock(at: range.upperBound, emit)
  }

  private mutating func endBlock(at p: Int, _ emit: Emit) {
    flush(to: p)
    pieces.deliver(as: nesting.kind, emit)
  }

  private mutating func flush(to p: Int) {
    if p > textStart { pieces.addText(textStart..<p, of: bytes) }
  }

  /// Leaves out `range`, which has no width.
  private mutating func skip(_ range: Range<Int>) -> Int {
    flush(to: range.lowerBound)
    textStart = range.upperBound
    return textStart
  }

  /// Lets `range` read as something else.
  private mutating func replace(_ range: Range<Int>, _ kind: Piece.Kind, scalar: Unicode.Scalar = " ") -> Int {
    flush(to: range.lowerBound)
    pieces.add(kind, range, scalar: scalar)
    textStart = range.upperBound
    return textStart
  }

  private mutating func entity(_ p: Int) -> Int {
    guard let entity = Entity(at: p, in: bytes, to: range.upperBound, needsSemicolon: false) else { return p + 1 }
    return replace(p..<entity.end, .scalar, scalar: entity.scalar)
  }

  private mutating func address(_ p: Int) -> Int {
    guard let found = BareAddress.range(at: p, in: bytes, from: textStart, to: range.upperBound) else { return p + 1 }
    return replace(found, .opaque)
  }

  /// Takes what the `<` at `p` begins; returns where to go on.
  private mutating func markup(_ p: Int, _ emit: Emit) -> Int {
    guard p + 1 < range.upperBound else { return p + 1 }
    switch bytes[p + 1] {
    case UInt8(ascii: "!"): return declaration(p)
    case UInt8(ascii: "?"): return reader.after(UInt8(ascii: ">"), from: p + 2).map { skip(p..<$0) } ?? p + 1
    default: break
    }
    guard let tag = reader.tag(at: p) else { return p + 1 }
    let key = PackedTable.key(of: tag.name, in: bytes, caseMask: 0x20)
    guard let element = HTMLElement(key: key) else { return isElement(tag) ? skip(p..<tag.end) : p + 1 }
    if element.isBlock { return blockTag(tag, at: p, element, key, emit) }
    if tag.isClosing { return skip(p..<tag.end) }
    switch element {
    case .lineBreak: return replace(p..<tag.end, .space)
    case .image: return replace(p..<tag.end, .opaque)
    case .opaque:
      guard let end = content.end(of: key, from: tag.end, in: bytes, to: range.upperBound) else { return skip(p..<tag.end) }
      return replace(p..<end.tag, .opaque)
    case .hidden: return skip(p..<endOfHidden(tag, key))
    default: return skip(p..<tag.end)
    }
  }

  private mutating func blockTag(_ tag: HTMLTag, at p: Int, _ element: HTMLElement, _ key: UInt64, _ emit: Emit) -> Int {
    endBlock(at: p, emit)
    textStart = tag.end
    if tag.isClosing {
      nesting.end(element, key: key)
    } else if element == .hiddenBlock {
      textStart = endOfHidden(tag, key)
    } else {
      nesting.start(element, key: key, isTableRow: key == Self.tableRow)
    }
    return textStart
  }

  /// A script, or preformatted text, that is never closed takes the rest of the document with it, as it does in browsers.
  private mutating func endOfHidden(_ tag: HTMLTag, _ key: UInt64) -> Int {
    content.end(of: key, from: tag.end, in: bytes, to: range.upperBound)?.tag ?? range.upperBound
  }

  /// Whether a tag that HTML does not know is markup all the same: a custom element, or a name that is both opened and closed.
  /// What is left may be a mark that a translation system leaked, and rules want to see it.
  private mutating func isElement(_ tag: HTMLTag) -> Bool {
    for p in tag.name where bytes[p] == UInt8(ascii: "-") { return true }
    if unknown == nil { unknown = UnknownElements(bytes, range) }
    return unknown?.contains(tag.name, in: bytes) ?? false
  }

  /// A comment, a CDATA section or a document type.
  private mutating func declaration(_ p: Int) -> Int {
    let limit = range.upperBound
    if bytes.matches("<!--", at: p, to: limit) {
      let end = endOfComment(p)
      comments?.append(p..<end)
      return skip(p..<end)
    }
    if hasCDATAEnd, bytes.matches("<![CDATA[", at: p, to: limit) {
      if let close = bytes.firstOffset(of: "]]>", from: p + 9, to: limit) { return skip(p..<close + 3) }
      hasCDATAEnd = false
    }
    return reader.after(UInt8(ascii: ">"), from: p + 2).map { skip(p..<$0) } ?? p + 1
  }

  /// A comment that is never closed goes to the end, as it does in browsers.
  private func endOfComment(_ p: Int) -> Int {
    let limit = range.upperBound
    if bytes.matches("<!-->", at: p, to: limit) { return p + 5 }
    if bytes.matches("<!--->", at: p, to: limit) { return p + 6 }
    return bytes.firstOffset(of: "-->", from: p + 4, to: limit).map { $0 + 3 } ?? limit
  }
}
