import MTLLinting

extension Block {
  /// The longest line of a page around a text, in tokens; what is longer is text.
  static let longestPageLine = 26

  /// What is reported of a block that is such a line: all of it, to be deleted where it stands alone.
  var pageLine: Finding {
    let repairs: [Finding.Repair] = lineForDeletion.map { [.suggested("", at: .bytes($0))] } ?? []
    return Finding(.tokens(0..<tokens.count), "this line belongs to the page, not to the text", repairs: repairs)
  }

  /// Whether token `i` exists and is an arrow between the parts of a page’s path: “»”, “›”.
  func isPathArrow(_ i: Int) -> Bool {
    guard i > 0, i < tokens.count, tokens.kind(i) == .punctuation, firstByte(i) >= 0x80 else { return false }
    return (scalar(i) == "»" || scalar(i) == "›") && !tokens.isGlued(i)
  }

  /// The bytes of the line that a block fills alone, with its line break: what goes when the line goes. Nil where anything else stands
  /// in the line but the mark of a Markdown heading.
  var lineForDeletion: Range<Int>? {
    guard tokens.count > 0, !isContinuation else { return nil }
    let bytes = source.bytes
    let text = sourceRange(0..<tokens.count)
    var start = text.lowerBound
    while start > 0, bytes[start - 1] != 0x0A {
      start -= 1
      guard bytes[start] == 0x20 || bytes[start] == 0x23 || bytes[start] == 0x09 else { return nil }
    }
    var end = text.upperBound
    while end < bytes.count, bytes[end] != 0x0A {
      guard bytes[end] == 0x20 || bytes[end] == 0x0D || bytes[end] == 0x09 else { return nil }
      end += 1
    }
    guard !bytes[text].contains(0x0A) else { return nil }
    if end < bytes.count { return start..<end + 1 }
    // The last line goes with the line break before it.
    return start > 0 ? start - 1..<end : start..<end
  }
}
