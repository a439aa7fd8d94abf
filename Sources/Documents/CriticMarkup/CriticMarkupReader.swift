import MTLProse

/// Parts an annotated text into its two sides, in one pass.
struct CriticMarkupReader {
  private let source: Source
  private let bytes: Bytes
  private(set) var garbled: [UInt8] = []
  private(set) var repaired: [UInt8] = []
  private(set) var marks: [CriticMarkup.Mark] = []

  init(_ source: Source) {
    self.source = source
    bytes = source.bytes
    garbled.reserveCapacity(bytes.count)
    repaired.reserveCapacity(bytes.count)
  }

  mutating func read() throws(CriticMarkupError) {
    var position = 0
    while let start = nextMark(from: position) {
      take(text: position..<start)
      position = try readMark(at: start)
    }
    take(text: position..<bytes.count)
  }

  private mutating func take(text: Range<Int>) {
    garbled.append(contentsOf: bytes[text])
    repaired.append(contentsOf: bytes[text])
  }

  /// Reads the mark at `start`, and the comment directly behind it; returns where it ends.
  private mutating func readMark(at start: Int) throws(CriticMarkupError) -> Int {
    let kind = kind(at: start)!
    guard kind != .comment else { return try readComment(at: start) }
    let end = try close(of: kind, at: start)
    let content = start + 3..<end
    let garbledStart = garbled.count
    let repairedStart = repaired.count
    switch kind {
    case .substitution:
      let arrow = try arrow(in: content, of: start)
      garbled.append(contentsOf: bytes[content.lowerBound..<arrow])
      repaired.append(contentsOf: bytes[arrow + 2..<content.upperBound])
    case .deletion: garbled.append(contentsOf: bytes[content])
    case .insertion: repaired.append(contentsOf: bytes[content])
    case .highlight, .comment: take(text: content)
    }
    var next = end + 3
    var comment: String?
    if self.kind(at: next) == .comment {
      let close = try close(of: .comment, at: next)
      comment = source.text(next + 3..<close)
      next = close + 3
    }
    marks.append(
      CriticMarkup.Mark(
        kind: kind, garbled: garbledStart..<garbled.count, repaired: repairedStart..<repaired.count, offset: start, comment: comment))
    return next
  }

  private mutating func readComment(at start: Int) throws(CriticMarkupError) -> Int {
    let end = try close(of: .comment, at: start)
    let garbledPlace = garbled.count..<garbled.count
    let repairedPlace = repaired.count..<repaired.count
    marks.append(
      CriticMarkup.Mark(
        kind: .comment, garbled: garbledPlace, repaired: repairedPlace, offset: start, comment: source.text(start + 3..<end)))
    return end + 3
  }

  // MARK: Looking

  /// The kind of the mark that begins at `p`, if one does.
  private func kind(at p: Int) -> CriticMarkup.Kind? {
    guard p + 2 < bytes.count, bytes[p] == UInt8(ascii: "{"), bytes[p + 1] == bytes[p + 2] else { return nil }
    return CriticMarkup.Kind.allCases.first { $0.openingByte == bytes[p + 1] }
  }

  private func nextMark(from start: Int) -> Int? {
    var p = start
    while true {
      p = bytes.firstOffset(of: UInt8(ascii: "{"), from: p, to: bytes.count)
      guard p < bytes.count else { return nil }
      if kind(at: p) != nil { return p }
      p += 1
    }
  }

  /// Where the closing sign of the mark at `start` stands.
  private func close(of kind: CriticMarkup.Kind, at start: Int) throws(CriticMarkupError) -> Int {
    let sign = kind.closingByte
    var p = start + 3
    while p < bytes.count {
      if bytes[p] == UInt8(ascii: "}"), p - 2 >= start + 3, bytes[p - 1] == sign, bytes[p - 2] == sign { return p - 2 }
      if self.kind(at: p) != nil { throw CriticMarkupError(.nested(open: kind.opening, close: kind.closing), at: p, in: source) }
      p += 1
    }
    throw CriticMarkupError(.unclosed(open: kind.opening, close: kind.closing), at: start, in: source)
  }

  private func arrow(in content: Range<Int>, of start: Int) throws(CriticMarkupError) -> Int {
    guard let arrow = bytes.firstOffset(of: "~>", from: content.lowerBound, to: content.upperBound) else {
      throw CriticMarkupError(.withoutArrow, at: start, in: source)
    }
    return arrow
  }
}

extension CriticMarkup.Kind {
  fileprivate var openingByte: UInt8 {
    switch self {
    case .substitution: UInt8(ascii: "~")
    case .deletion: UInt8(ascii: "-")
    case .insertion: UInt8(ascii: "+")
    case .highlight: UInt8(ascii: "=")
    case .comment: UInt8(ascii: ">")
    }
  }

  fileprivate var closingByte: UInt8 { self == .comment ? UInt8(ascii: "<") : openingByte }

  fileprivate var opening: String { "{" + String(repeating: Character(Unicode.Scalar(openingByte)), count: 2) }
  fileprivate var closing: String { String(repeating: Character(Unicode.Scalar(closingByte)), count: 2) + "}" }
}
