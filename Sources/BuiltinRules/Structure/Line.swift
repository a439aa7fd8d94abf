import MTLLinting

extension Block {
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
