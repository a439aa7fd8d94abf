/// A text as it stands on one line of a terminal: what is printed, and how many columns it takes.
struct DisplayText {
  /// What cannot be parted: a character with the marks on it, or the notation of an invisible one.
  private struct Cell {
    let start: Int
    var width: Int
    let isSpace: Bool
  }

  /// What is printed, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// In columns.
  private(set) var width = 0
  private var cells: [Cell] = []

  static let tabWidth = 4

  init(_ text: String) {
    bytes.reserveCapacity(text.utf8.count)
    cells.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar = "\0"
    for scalar in text.unicodeScalars {
      if 0x20...0x7E ~= scalar.value {
        cells.append(Cell(start: bytes.count, width: 1, isSpace: scalar == " "))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        width += 1
      } else {
        append(scalar, after: previous)
      }
      previous = scalar
    }
  }

  /// Empty only if the text was; a text of no width still has bytes.
  var isEmpty: Bool { cells.isEmpty }

  private mutating func append(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) {
    switch scalar.appearance {
    case .columns(let width):
      guard !joins(scalar, previous) else { return bytes.write(scalar) }
      addCell(width, isSpace: scalar.properties.isWhitespace) { $0.write(scalar) }
    case .joining:
      guard cells.isEmpty else { return bytes.write(scalar) }
      addCell(0) { $0.write(scalar) }
    case .tab:
      addCell(Self.tabWidth, isSpace: true) { $0.append(contentsOf: repeatElement(0x20, count: Self.tabWidth)) }
    case .lineBreak:
      if scalar != "\n" || previous != "\r" { addCell(1, isSpace: true) { $0.append(0x20) } }
    case .named:
      let notation = scalar.notation
      addCell(notation.utf8.count) { $0.write(notation) }
    }
  }

  private mutating func addCell(_ width: Int, isSpace: Bool = false, write: (inout [UInt8]) -> Void) {
    cells.append(Cell(start: bytes.count, width: width, isSpace: isSpace))
    write(&bytes)
    self.width += width
  }

  /// Whether a scalar that would take columns by itself is drawn as part of the emoji before it.
  private func joins(_ scalar: Unicode.Scalar, _ previous: Unicode.Scalar) -> Bool {
    guard !cells.isEmpty, scalar.value >= 0x2000 else { return false }
    if previous == "\u{200D}" { return scalar.properties.isEmoji }
    return scalar.properties.isEmojiModifier && previous.properties.isEmojiModifierBase
  }

  /// The longest beginning that fits `columns`; where that parts a word, back to a space not far before, if there is one.
  func prefix(fitting columns: Int, wholeWords: Bool = false) -> DisplayText {
    var end = 0
    var used = 0
    while end < cells.count, used + cells[end].width <= columns {
      used += cells[end].width
      end += 1
    }
    if wholeWords, end < cells.count, let space = cells[max(0, end - Self.wordReach)..<end].lastIndex(where: \.isSpace) { end = space + 1 }
    return slice(0..<end)
  }

  /// The longest end that fits `columns`; where that parts a word, on to a space not far after, if there is one.
  func suffix(fitting columns: Int, wholeWords: Bool = false) -> DisplayText {
    var start = cells.count
    var used = 0
    while start > 0, used + cells[start - 1].width <= columns {
      used += cells[start - 1].width
      start -= 1
    }
    let reach = min(cells.count, start + Self.wordReach)
    if wholeWords, start > 0, let space = cells[start..<reach].firstIndex(where: \.isSpace) { start = space }
    return slice(start..<cells.count)
  }

  /// The text with its middle left out where it is wider than `columns`.
  func shortened(to columns: Int) -> DisplayText {
    guard width > columns else { return self }
    let room = columns - 1
    let cut = prefix(fitting: room - room / 2).bytes + "…".utf8 + suffix(fitting: room / 2).bytes
    return DisplayText(String(decoding: cut, as: UTF8.self))
  }

  /// How far a cut moves to keep a word whole, in characters.
  private static let wordReach = 14

  private func slice(_ range: Range<Int>) -> DisplayText {
    guard range != 0..<cells.count else { return self }
    var result = self
    let start = range.lowerBound < cells.count ? cells[range.lowerBound].start : bytes.count
    let end = range.upperBound < cells.count ? cells[range.upperBound].start : bytes.count
    result.bytes = Array(bytes[start..<end])
    result.cells = cells[range].map { Cell(start: $0.start - start, width: $0.width, isSpace: $0.isSpace) }
    result.width = result.cells.reduce(0) { $0 + $1.width }
    return result
  }
}
