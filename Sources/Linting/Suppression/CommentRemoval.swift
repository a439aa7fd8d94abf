extension Edit {
  /// Takes a comment out of a file, with the space that nothing needs then.
  ///
  /// A comment alone on its lines goes with them; but where text stands right before and right behind it, an empty line stays, since in
  /// Markdown the two would become one paragraph.
  static func removal(ofComment range: Range<Int>, from source: Source) -> Edit {
    let bytes = source.bytes
    let textStart = source.byteOrderMarkLength
    func isBlank(_ i: Int) -> Bool { bytes[i] == 0x20 || bytes[i] == 0x09 }
    func isBreak(_ i: Int) -> Bool { bytes[i] == 0x0A || bytes[i] == 0x0D }
    func behindBreak(_ i: Int) -> Int { bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A ? i + 2 : i + 1 }
    func behindBlanks(_ i: Int) -> Int {
      var i = i
      while i < bytes.count, isBlank(i) { i += 1 }
      return i
    }

    var start = range.lowerBound
    while start > textStart, isBlank(start - 1) { start -= 1 }
    let end = behindBlanks(range.upperBound)
    let isAtLineStart = start == textStart || isBreak(start - 1)
    let isAtLineEnd = end == bytes.count || isBreak(end)
    guard isAtLineStart, isAtLineEnd else {
      if isAtLineStart { return Edit(range.lowerBound..<end, "") }
      let hasSpaceBehind = end > range.upperBound || isAtLineEnd
      return Edit((hasSpaceBehind ? start : range.lowerBound)..<range.upperBound, "")
    }

    guard end < bytes.count else { return Edit(start..<end, "") }
    let next = behindBreak(end)
    let afterNext = behindBlanks(next)
    let isNextEmpty = afterNext == bytes.count || isBreak(afterNext)
    var previous = start
    if previous > textStart { previous -= previous > textStart + 1 && bytes[previous - 1] == 0x0A && bytes[previous - 2] == 0x0D ? 2 : 1 }
    while previous > textStart, isBlank(previous - 1) { previous -= 1 }
    let isPreviousEmpty = previous == textStart || isBreak(previous - 1)
    if isPreviousEmpty, isNextEmpty, afterNext < bytes.count { return Edit(start..<behindBreak(afterNext), "") }
    return Edit(start..<(isPreviousEmpty || isNextEmpty ? next : end), "")
  }
}
