import MTLProse

/// Markdown as CommonMark 0.31 defines it, with GitHub's tables, footnotes and front matter, as far as prose depends on it.
///
/// Lines are read one by one. Each is first held against the open containers (quotes, list items, footnotes), then looked at for what it
/// begins, and what is left is text of the open leaf. Only the place of a leaf's lines is kept.
struct MarkdownScanner {
  let bytes: Bytes
  var inline: MarkdownInline
  var html: HTMLScanner
  var containers: [MarkdownContainer] = []
  var leaf = Leaf.none
  /// Runs of lines of the open paragraph or HTML block. Lines are one run while nothing but white space stands between them.
  var spans: [Range<Int>] = []
  /// The last line of the open paragraph, and where the one before it ends.
  var lastLine = 0..<0
  var previousEnd: Int?
  /// Whether the line before this one began an item and held nothing else: an empty line ends such an item.
  var hasEmptyItem = false

  /// The block that lines are being added to.
  enum Leaf {
    case none
    case paragraph
    case fence(mark: UInt8, count: Int)
    case html(MarkdownHTMLBlock)
    case table
  }

  /// Deeper nesting is read as text, so that each line takes bounded time for its containers.
  static let deepest = 100

  init(_ bytes: Bytes) {
    self.bytes = bytes
    inline = MarkdownInline(bytes)
    html = HTMLScanner(bytes)
  }

  mutating func collectComments() {
    inline.comments = []
    html.comments = []
  }

  /// Comments that were collected, in no particular order.
  var comments: [Range<Int>] { (inline.comments ?? []) + (html.comments ?? []) }

  mutating func scan(from start: Int, _ emit: Emit) {
    var position = endOfFrontMatter(from: start)
    while position < bytes.count {
      let end = bytes.lineEnd(from: position, to: bytes.count)
      read(position..<end, emit)
      position = end < bytes.count ? bytes.afterLineBreak(end, to: bytes.count) : end
    }
    close(to: 0, emit)
  }

  /// Where the text begins behind front matter: lines between `---` and `---` or `...` (YAML), or between `+++` and `+++` (TOML).
  private func endOfFrontMatter(from start: Int) -> Int {
    let isYAML = bytes.matches("---", at: start, to: bytes.count)
    guard isYAML || bytes.matches("+++", at: start, to: bytes.count) else { return start }
    var p = bytes.lineEnd(from: start, to: bytes.count)
    guard bytes.skipBlanks(from: start + 3, to: p) == p, p < bytes.count else { return start }
    p = bytes.afterLineBreak(p, to: bytes.count)
    // With an empty line below it, the first one is a thematic break.
    guard bytes.skipBlanks(from: p, to: bytes.count) < bytes.lineEnd(from: p, to: bytes.count) else { return start }
    while p < bytes.count {
      let end = bytes.lineEnd(from: p, to: bytes.count)
      let next = end < bytes.count ? bytes.afterLineBreak(end, to: bytes.count) : end
      let isClosing =
        isYAML
        ? bytes.matches("---", at: p, to: end) || bytes.matches("...", at: p, to: end) : bytes.matches("+++", at: p, to: end)
      if isClosing, bytes.skipBlanks(from: p + 3, to: end) == end { return next }
      p = next
    }
    return start
  }

  // MARK: Lines

  private mutating func read(_ range: Range<Int>, _ emit: Emit) {
    var line = MarkdownLine(bytes, range)
    let entered = enter(&line)
    let couldBeEmptyItem = hasEmptyItem
    hasEmptyItem = false
    let isWhole = entered.count == containers.count
    if isWhole, continueVerbatim(line, entered.crossesMarker, emit) { return }
    if !isWhole, !isParagraph { close(to: entered.count, emit) }
    guard let rest = openBlocks(&line, matched: entered.count, emit) else { return }
    let text = line.indentation.next..<range.upperBound
    if text.isEmpty {
      if rest.opened {
        hasEmptyItem = true
      } else {
        close(to: entered.count, emit)
        closeLeaf(emit)
        if couldBeEmptyItem, case .item? = containers.last { containers.removeLast() }
      }
    } else if isParagraph, !rest.opened {
      add(text, isApart: entered.crossesMarker)
    } else if case .table = leaf {
      emitRow(text, emit)
    } else {
      closeLeaf(emit)
      leaf = .paragraph
      previousEnd = nil
      add(text.lowerBound + taskMarker(text, rest.opened)..<text.upperBound, isApart: true)
    }
  }

  var isParagraph: Bool {
    if case .paragraph = leaf { return true }
    return false
  }

  /// Goes into the open containers as far as the line continues them.
  private func enter(_ line: inout MarkdownLine) -> (count: Int, crossesMarker: Bool) {
    var count = 0
    var crossesMarker = false
    for container in containers {
      let (columns, next) = line.indentation
      switch container {
      case .quote:
        guard columns < 4, next < line.end, bytes[next] == UInt8(ascii: ">") else { return (count, crossesMarker) }
        line.enterQuote(at: next)
        crossesMarker = true
      case .item(let indent):
        guard columns >= indent || next == line.end else { return (count, crossesMarker) }
        line.advance(columns: min(indent, columns))
      case .footnote:
        guard columns >= 4 || next == line.end else { return (count, crossesMarker) }
        line.advance(columns: min(4, columns))
      }
      count += 1
    }
    return (count, crossesMarker)
  }

  /// Adds the line to an open code block or block of HTML; false if there is none, or an empty line ends it.
  private mutating func continueVerbatim(_ line: MarkdownLine, _ crossesMarker: Bool, _ emit: Emit) -> Bool {
    let (columns, next) = line.indentation
    switch leaf {
    case .fence(let mark, let count):
      if columns < 4, MarkdownMarker.closesFence(next, line.end, mark, count, bytes) { leaf = .none }
      return true
    case .html(let block):
      if block.endsAtBlankLine, next == line.end { return false }
      add(next..<line.end, isApart: crossesMarker)
      if block.ends(in: next..<line.end, bytes) { closeLeaf(emit) }
      return true
    default: return false
    }
  }

  /// Adds a line to the open leaf.
  ///
  /// - Parameter isApart: whether markers stand between this line and the one before.
  mutating func add(_ line: Range<Int>, isApart: Bool) {
    if let last = spans.last, !isApart {
      previousEnd = lastLine.upperBound
      spans[spans.count - 1] = last.lowerBound..<line.upperBound
    } else {
      previousEnd = spans.isEmpty ? nil : lastLine.upperBound
      spans.append(line)
    }
    lastLine = line
  }

  /// The length of `[ ] ` or `[x] ` at the start of an item.
  private func taskMarker(_ text: Range<Int>, _ opened: Bool) -> Int {
    guard opened, case .item? = containers.last, text.count > 4, bytes[text.lowerBound] == UInt8(ascii: "["),
      bytes[text.lowerBound + 2] == UInt8(ascii: "]"), bytes[text.lowerBound + 3] == 0x20
    else { return 0 }
    let mark = bytes[text.lowerBound + 1]
    return mark == 0x20 || mark | 0x20 == UInt8(ascii: "x") ? 4 : 0
  }
}

extension MarkdownLine {
  /// Goes past a `>` at `p` and one space behind it.
  mutating func enterQuote(at p: Int) {
    advance(pastMarkerEndingAt: p + 1)
    if position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { advance(columns: 1) }
  }
}
