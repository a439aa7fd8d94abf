import MTLProse

// What a line begins, and what becomes of a leaf when it ends.
extension MarkdownScanner {
  /// Opens the containers that the line begins, and takes it if it is a block of its own.
  ///
  /// - Returns: nil if the line is used up, else whether containers were opened.
  mutating func openBlocks(_ line: inout MarkdownLine, matched: Int, _ emit: Emit) -> Opening? {
    var opened = false
    while true {
      let (columns, next) = line.indentation
      guard next < line.end else { return Opening(opened: opened) }
      let couldInterrupt = isParagraph && !opened && matched == containers.count
      if columns >= 4 {
        if isParagraph, !opened { return Opening(opened: opened) }
        closeForBlock(matched, opened, emit)
        return nil
      }
      let byte = bytes[next]
      if byte.isLetter || byte >= 0x80 { return Opening(opened: opened) }
      if couldInterrupt, beginsTable(next..<line.end, emit) { return nil }
      if takeLeaf(at: next, line, matched, opened, couldInterrupt, emit) { return nil }
      guard openContainer(&line, columns, next, matched, opened, couldInterrupt, emit) else { return Opening(opened: opened) }
      opened = true
    }
  }

  /// Takes a line that is a heading, a thematic break, or the start of a code block or of a block of HTML.
  private mutating func takeLeaf(
    at p: Int, _ line: MarkdownLine, _ matched: Int, _ opened: Bool, _ couldInterrupt: Bool, _ emit: Emit
  ) -> Bool {
    let end = line.end
    switch bytes[p] {
    case UInt8(ascii: "#"):
      guard let text = MarkdownMarker.heading(p, end, bytes) else { return false }
      closeForBlock(matched, opened, emit)
      inline.read(text, as: .heading, emit)
      return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      guard let count = MarkdownMarker.fence(p, end, bytes) else { return false }
      closeForBlock(matched, opened, emit)
      leaf = .fence(mark: bytes[p], count: count)
      return true
    case UInt8(ascii: "<"):
      guard let block = MarkdownHTMLBlock(at: p, in: bytes, to: end) else { return false }
      if case .lone = block, isParagraph, !opened { return false }
      closeForBlock(matched, opened, emit)
      leaf = .html(block)
      add(p..<end, isApart: true)
      if block.ends(in: p..<end, bytes) { closeLeaf(emit) }
      return true
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      if couldInterrupt, bytes[p] == UInt8(ascii: "=") || bytes[p] == UInt8(ascii: "-"), MarkdownMarker.isSetextUnderline(p, end, bytes),
        !stripDefinitions()
      {
        leaf = .none
        emitSpans(as: .heading, emit)
        return true
      }
      guard bytes[p] != UInt8(ascii: "="), MarkdownMarker.isThematicBreak(p, end, bytes) else { return false }
      closeForBlock(matched, opened, emit)
      return true
    default: return false
    }
  }

  /// Opens the quote, list item or footnote whose marker is at `p`.
  private mutating func openContainer(
    _ line: inout MarkdownLine, _ columns: Int, _ p: Int, _ matched: Int, _ opened: Bool, _ couldInterrupt: Bool, _ emit: Emit
  ) -> Bool {
    guard (opened ? containers.count : matched) < Self.deepest else { return false }
    if bytes[p] == UInt8(ascii: ">") {
      closeForBlock(matched, opened, emit)
      containers.append(.quote)
      line.enterQuote(at: p)
      return true
    }
    if let marker = MarkdownContainer.listMarker(at: p, in: bytes, to: line.end) {
      if couldInterrupt, !marker.interrupts { return false }
      closeForBlock(matched, opened, emit)
      line.advance(pastMarkerEndingAt: marker.end)
      let (spaces, next) = line.indentation
      // Five columns or more are one, and code behind it.
      let padding = next == line.end || spaces > 4 ? 1 : spaces
      line.advance(columns: padding)
      containers.append(.item(indent: columns + marker.end - p + padding))
      return true
    }
    if !couldInterrupt, bytes[p] == UInt8(ascii: "["), let end = MarkdownContainer.footnoteMarker(at: p, in: bytes, to: line.end) {
      closeForBlock(matched, opened, emit)
      line.advance(pastMarkerEndingAt: end)
      containers.append(.footnote)
      return true
    }
    return false
  }

  /// Closes what the line does not continue, before it begins something.
  private mutating func closeForBlock(_ matched: Int, _ opened: Bool, _ emit: Emit) {
    if !opened { close(to: matched, emit) }
    closeLeaf(emit)
  }

  // MARK: Ends

  /// Closes the containers from `count` on, and the leaf if it stands in one of them.
  mutating func close(to count: Int, _ emit: Emit) {
    guard count < containers.count || count == 0 else { return }
    closeLeaf(emit)
    containers.removeLast(containers.count - count)
  }

  mutating func closeLeaf(_ emit: Emit) {
    switch leaf {
    case .paragraph:
      if !stripDefinitions() { emitSpans(as: kind, emit) }
    case .html:
      for span in spans where !span.isEmpty { html.scan(span, outermost: kind, emit) }
    default: break
    }
    spans.removeAll(keepingCapacity: true)
    leaf = .none
  }

  /// The kind of a paragraph that stands here.
  private var kind: BlockKind { containers.last?.kind ?? .paragraph }

  private mutating func emitSpans(as kind: BlockKind, _ emit: Emit) {
    if spans.count == 1 {
      let start = spans[0].lowerBound
      inline.read(start..<bytes.trimSpace(from: start, to: spans[0].upperBound), as: kind, emit)
    } else {
      inline.read(spans, as: kind, emit)
    }
    spans.removeAll(keepingCapacity: true)
  }

  /// Takes link reference definitions off the start of the open paragraph; returns whether nothing else was in it.
  private mutating func stripDefinitions() -> Bool {
    var count = 0
    while count < spans.count {
      let span = spans[count]
      var p = span.lowerBound
      while let end = MarkdownLink.end(ofDefinition: p, in: bytes, to: span.upperBound) {
        p = bytes.skipSpace(from: end, to: span.upperBound)
      }
      if p < span.upperBound {
        spans[count] = p..<span.upperBound
        break
      }
      count += 1
    }
    spans.removeFirst(count)
    return spans.isEmpty
  }

  // MARK: Tables

  /// Makes the last line of the open paragraph the head of a table, if `line` is the delimiter row to it.
  private mutating func beginsTable(_ line: Range<Int>, _ emit: Emit) -> Bool {
    guard let columns = MarkdownTable.columns(ofDelimiterRow: line, in: bytes),
      MarkdownTable.cellCount(lastLine, in: bytes) == columns
    else { return false }
    let header = lastLine
    if let previousEnd {
      let last = spans.removeLast()
      if last.lowerBound < header.lowerBound { spans.append(last.lowerBound..<previousEnd) }
      if !stripDefinitions() { emitSpans(as: kind, emit) }
    }
    spans.removeAll(keepingCapacity: true)
    emitRow(header, emit)
    leaf = .table
    return true
  }

  mutating func emitRow(_ line: Range<Int>, _ emit: Emit) {
    var cells: [Range<Int>] = []
    MarkdownTable.forEachCell(in: line, of: bytes) { if !$0.isEmpty { cells.append($0) } }
    for cell in cells { inline.read(cell, as: .tableCell, emit) }
  }
}

/// What a line began, where something is left of it.
struct Opening {
  /// Whether containers were opened.
  let opened: Bool
}
