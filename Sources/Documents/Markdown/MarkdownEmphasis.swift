import MTLProse

/// What stands on either side of a run of delimiters, and what the run may do therefore.
struct MarkdownFlanks {
  let canOpen: Bool
  let canClose: Bool

  init(_ run: Range<Int>, of bytes: Bytes, in span: Range<Int>) {
    let before = run.lowerBound > span.lowerBound ? Self.side(endingAt: run.lowerBound, bytes) : .space
    let after = run.upperBound < span.upperBound ? Self.side(startingAt: run.upperBound, bytes) : .space
    let isLeft = after != .space && (after != .punctuation || before != .word)
    let isRight = before != .space && (before != .punctuation || after != .word)
    if bytes[run.lowerBound] == UInt8(ascii: "_") {
      canOpen = isLeft && (!isRight || before == .punctuation)
      canClose = isRight && (!isLeft || after == .punctuation)
    } else {
      canOpen = isLeft
      canClose = isRight
    }
  }

  private enum Side { case space, punctuation, word }

  private static func side(endingAt p: Int, _ bytes: Bytes) -> Side {
    var start = p - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return side(startingAt: start, bytes)
  }

  private static func side(startingAt p: Int, _ bytes: Bytes) -> Side {
    let byte = bytes[p]
    if byte <= 0x20 { return .space }
    if byte < 0x80 { return byte.isPunctuation ? .punctuation : .word }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    // A source is well-formed UTF-8, so the rest of the scalar is there.
    for i in 1..<length { value = value << 6 | UInt32(bytes[p + i]) & 0x3F }
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .word
    }
  }
}

/// Pairs the delimiters of emphasis, by the algorithm of CommonMark's appendix. Delimiters that find no partner stay text.
struct MarkdownEmphasis {
  private struct Delimiter {
    let piece: Int
    let mark: UInt8
    /// Length of the whole run.
    let length: Int
    /// How much of it is not used up.
    var count: Int
    let canOpen: Bool
    let canClose: Bool
    /// Neighbours among those still open; -1 for none.
    var previous: Int
    var next: Int
  }

  private var delimiters: [Delimiter] = []

  var count: Int { delimiters.count }

  mutating func reset() { delimiters.removeAll(keepingCapacity: true) }

  mutating func add(piece: Int, _ mark: UInt8, count: Int, _ flanks: MarkdownFlanks) {
    delimiters.append(
      Delimiter(
        piece: piece, mark: mark, length: count, count: count, canOpen: flanks.canOpen, canClose: flanks.canClose, previous: -1, next: -1))
  }

  /// Drops the delimiters from `first` on.
  mutating func drop(from first: Int) { delimiters.removeLast(delimiters.count - first) }

  /// Pairs the delimiters from `first` on, takes from their pieces what is markup, and forgets them.
  mutating func resolve(from first: Int, _ pieces: inout [Piece]) {
    guard delimiters.count > first else { return }
    link(from: first)
    // By kind of closer: openers before this are known not to match. Without it, closers without openers cost quadratic time.
    var bottom = [Int](repeating: -1, count: 24)
    var closer = first
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let slot = self.slot(closer)
      var opener = delimiters[closer].previous
      while opener > bottom[slot], !matches(opener, closer) { opener = delimiters[opener].previous }
      if opener > bottom[slot] {
        closer = pair(opener, closer, &pieces)
      } else {
        bottom[slot] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { unlink(closer) }
        closer = next
      }
    }
    drop(from: first)
  }

  private mutating func link(from first: Int) {
    for i in first..<delimiters.count {
      delimiters[i].previous = i == first ? -1 : i - 1
      delimiters[i].next = i + 1 == delimiters.count ? -1 : i + 1
    }
  }

  private func slot(_ closer: Int) -> Int {
    let delimiter = delimiters[closer]
    let mark = delimiter.mark == UInt8(ascii: "*") ? 0 : delimiter.mark == UInt8(ascii: "_") ? 1 : 2
    return mark * 6 + (delimiter.canOpen ? 3 : 0) + delimiter.length % 3
  }

  private func matches(_ opener: Int, _ closer: Int) -> Bool {
    let a = delimiters[opener]
    let b = delimiters[closer]
    guard a.mark == b.mark, a.canOpen else { return false }
    if a.mark == UInt8(ascii: "~") { return a.count == b.count }
    // The rule of three: `**a*b**` is not to be read as two pairs.
    guard a.canClose || b.canOpen else { return true }
    return (a.length + b.length) % 3 != 0 || (a.length % 3 == 0 && b.length % 3 == 0)
  }

  /// Uses up one pair; returns the closer to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int, _ pieces: inout [Piece]) -> Int {
    let used = delimiters[opener].count >= 2 && delimiters[closer].count >= 2 ? 2 : 1
    let a = pieces[delimiters[opener].piece]
    pieces[delimiters[opener].piece] = .text(Int(a.start)..<Int(a.end) - used)
    let b = pieces[delimiters[closer].piece]
    pieces[delimiters[closer].piece] = .text(Int(b.start) + used..<Int(b.end))
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    // What stands between them has lost its chance.
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    if delimiters[opener].count == 0 { unlink(opener) }
    guard delimiters[closer].count == 0 else { return closer }
    let next = delimiters[closer].next
    unlink(closer)
    return next
  }

  private mutating func unlink(_ i: Int) {
    let delimiter = delimiters[i]
    if delimiter.previous >= 0 { delimiters[delimiter.previous].next = delimiter.next }
    if delimiter.next >= 0 { delimiters[delimiter.next].previous = delimiter.previous }
  }
}
