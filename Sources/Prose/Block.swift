/// A paragraph, heading, list item, table cell, caption or quotation: what a rule looks at, at one time.
///
/// A block has a *reading*: the text as a person sees it, with entities decoded and inline markup left out. Tokens speak of the reading;
/// `sourceRange` turns them into byte offsets of the file. A view: valid while the rule that was handed it runs.
public struct Block {
  public let kind: BlockKind
  // Not counted, since blocks are handed on all the time: whoever reads them holds the source.
  public unowned(unsafe) let source: Source
  public let tokens: Tokens
  /// Number of this block in its document, from 0. A paragraph that was cut for its length has several.
  public let index: Int
  /// Whether the block is the rest of a longer one that was cut.
  public let isContinuation: Bool
  @usableFromInline let reading: UnsafePointer<UInt8>
  /// Empty where the reading is the source itself.
  let segments: UnsafeBufferPointer<Segment>

  /// Bytes of a token as read. The first letter's case is as written.
  @inlinable public func bytes(of i: Int) -> UnsafeBufferPointer<UInt8> { bytes(of: i..<i + 1) }

  /// Bytes of a run of tokens as read, with what stands between them.
  @inlinable public func bytes(of range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    guard !range.isEmpty else { return UnsafeBufferPointer(start: reading, count: 0) }
    let start = Int(tokens.starts[range.lowerBound])
    // SAFETY: token offsets lie inside the reading.
    return UnsafeBufferPointer(start: reading + start, count: Int(tokens.ends[range.upperBound - 1]) - start)
  }

  /// A token as read.
  public func text(_ i: Int) -> String { String(decoding: bytes(of: i), as: UTF8.self) }

  /// A run of tokens as read, with what stands between them.
  public func text(_ range: Range<Int>) -> String { String(decoding: bytes(of: range), as: UTF8.self) }

  /// The first byte of a token as read.
  @inlinable @inline(__always) public func firstByte(_ i: Int) -> UInt8 { reading[Int(tokens.starts[i])] }

  /// Whether a token is this one ASCII mark.
  @inlinable @inline(__always) public func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens.ends[i] - tokens.starts[i] == 1 && firstByte(i) == UInt8(truncatingIfNeeded: mark.value)
  }

  /// The scalar of a punctuation token; of any other token, its first.
  public func scalar(_ i: Int) -> Unicode.Scalar {
    Unicode.Scalar(Scalars.decode(reading + Int(tokens.starts[i])).scalar) ?? "\u{FFFD}"
  }

  /// The value of a number token of up to nine ASCII digits without separators, or nil.
  public func integer(_ i: Int) -> Int? {
    let bytes = bytes(of: i)
    guard tokens.kind(i) == .number, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// Byte offsets in the file of a run of tokens; an empty run gives the place before its token.
  public func sourceRange(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let offset = range.lowerBound < tokens.count ? Int(tokens.starts[range.lowerBound]) : Int(tokens.ends[tokens.count - 1])
      let start = sourceStart(ofReading: offset)
      return start..<start
    }
    let start = sourceStart(ofReading: Int(tokens.starts[range.lowerBound]))
    return start..<max(start, sourceEnd(ofReading: Int(tokens.ends[range.upperBound - 1])))
  }

  /// Byte offsets in the file of the space between token `i` and the one before it.
  public func sourceGap(before i: Int) -> Range<Int> {
    let start = sourceEnd(ofReading: Int(tokens.ends[i - 1]))
    return start..<max(start, sourceStart(ofReading: Int(tokens.starts[i])))
  }

  /// Whether markup, code or an entity stands inside a run of tokens, so that replacing it whole would destroy something.
  public func hasMarkup(_ range: Range<Int>) -> Bool {
    guard !segments.isEmpty, !range.isEmpty else { return false }
    let low = Int(tokens.starts[range.lowerBound])
    let high = Int(tokens.ends[range.upperBound - 1])
    var previousEnd: Int?
    var i = segmentIndex(containing: low)
    while i < segments.count, Int(segments[i].reading) < high {
      let segment = segments[i]
      if segment.kind == .opaque { return true }
      if let previousEnd, previousEnd != Int(segment.start) { return true }
      if segment.kind == .space, segment.end - segment.start > 2 { return true }
      previousEnd = Int(segment.end)
      i += 1
    }
    return false
  }

  /// The sentence that holds token `i`, as a run of tokens.
  public func sentence(containing i: Int) -> Range<Int> {
    var start = i
    while start > 0, !tokens.flags(start).contains(.sentenceStart) { start -= 1 }
    var end = i + 1
    while end < tokens.count, !tokens.flags(end).contains(.sentenceStart) { end += 1 }
    return start..<end
  }

  // MARK: Reading to source

  /// Where a stretch of the reading comes from.
  struct Segment {
    let reading: UInt32
    let start: UInt32
    let end: UInt32
    let kind: Piece.Kind
  }

  private func segmentIndex(containing offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(segments[middle].reading) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func sourceStart(ofReading offset: Int) -> Int {
    guard !segments.isEmpty else { return offset }
    let segment = segments[segmentIndex(containing: offset)]
    return segment.kind == .text ? Int(segment.start) + offset - Int(segment.reading) : Int(segment.start)
  }

  private func sourceEnd(ofReading offset: Int) -> Int {
    guard !segments.isEmpty else { return offset }
    let segment = segments[segmentIndex(containing: max(offset - 1, 0))]
    return segment.kind == .text ? Int(segment.start) + offset - Int(segment.reading) : Int(segment.end)
  }
}
