/// A line in the making: what stands before the cursor and behind it.
struct LineEditor: Equatable {
  private(set) var before: String
  private(set) var after = ""

  var text: String { before + after }

  /// The cursor stands at the end.
  init(_ text: String) { before = text }

  /// False for a key that means nothing here.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): before.append(character)
    // What ends a line in the clipboard is a space here, and nothing that steers a terminal comes into the text.
    case .pasted(let text):
      for scalar in text.unicodeScalars {
        let isControl = scalar.properties.generalCategory == .control
        if !isControl || scalar.properties.isWhitespace { before.unicodeScalars.append(isControl ? " " : scalar) }
      }
    case .backspace: _ = before.popLast()
    case .delete: _ = after.popFirst()
    case .left: if let last = before.popLast() { after.insert(last, at: after.startIndex) }
    case .right: if let first = after.popFirst() { before.append(first) }
    case .home:
      after = text
      before = ""
    case .end:
      before = text
      after = ""
    case .eraseLine:
      before = ""
    case .eraseWord:
      while before.last?.isWhitespace == true { before.removeLast() }
      while before.last?.isWhitespace == false { before.removeLast() }
    case .enter, .escape, .interrupt, .suspend, .redraw, .endOfInput, .unknown: return false
    }
    return true
  }
}

extension String {
  fileprivate mutating func popFirst() -> Character? { isEmpty ? nil : removeFirst() }
}
