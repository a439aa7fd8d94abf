/// A file of rules that was read.
public struct RuleFile: Sendable {
  /// As it is named in error messages.
  public let path: String
  /// The first part of its rules' ids: the name of the folder it lies in.
  public let family: String
  public let text: String

  public init(path: String, family: String, text: String) {
    self.path = path
    self.family = family
    self.text = text
  }
}

/// One thing that is wrong with a rule file.
public struct RuleError: Error, Sendable, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  /// In Unicode scalars, from 1.
  public let column: Int
  public let message: String
  /// What to write instead, if that can be said.
  public let remedy: String?

  public var description: String { "\(file):\(line):\(column): error: \(message)" + (remedy.map { "; \($0)" } ?? "") }
}

/// Everything that is wrong with some rule files, in the order of files and lines.
public struct RuleErrors: Error, Sendable, CustomStringConvertible {
  public let errors: [RuleError]
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A place in a rule file.
struct Place: Hashable {
  var line: Int
  var column: Int
}

/// Something wrong at a place, before the file's name is known.
struct Fault: Error {
  let place: Place
  let message: String
  let remedy: String?
  /// The file, if it is not the one that is being compiled.
  var file: String?

  init(_ place: Place, _ message: String, remedy: String? = nil) {
    self.place = place
    self.message = message
    self.remedy = remedy
  }
}

/// Text with the place of its first character.
struct Cell {
  let text: Substring
  let place: Place

  init(_ text: Substring, _ place: Place) {
    self.text = text
    self.place = place
  }

  var string: String { String(text) }

  /// Without white space at its ends.
  var trimmed: Cell {
    let start = text.firstIndex { $0 != " " } ?? text.endIndex
    let end = text[start...].lastIndex { $0 != " " }.map { text.index(after: $0) } ?? start
    return Cell(text[start..<end], Place(line: place.line, column: place.column + text[..<start].unicodeScalars.count))
  }

  /// The cells between `separator`s, trimmed.
  func split(_ separator: String) -> [Cell] {
    var cells: [Cell] = []
    var rest = self
    while let range = rest.text.firstRange(of: separator) {
      cells.append(Cell(rest.text[..<range.lowerBound], rest.place).trimmed)
      rest = rest.from(range.upperBound)
    }
    return cells + [rest.trimmed]
  }

  /// The first word, and what follows it.
  var firstWord: (word: Cell, rest: Cell) {
    let end = text.firstIndex(of: " ") ?? text.endIndex
    return (Cell(text[..<end], place), from(end).trimmed)
  }

  func from(_ index: Substring.Index) -> Cell {
    Cell(text[index...], Place(line: place.line, column: place.column + text[..<index].unicodeScalars.count))
  }
}

extension Substring {
  /// The first range of a string that is not empty. Byte by byte, since the build runs this unoptimised.
  func firstRange(of needle: String) -> Range<Index>? {
    let wanted = Array(needle.utf8)
    var i = utf8.startIndex
    while i < utf8.endIndex {
      if utf8[i] == wanted[0] {
        var j = utf8.index(after: i)
        var k = 1
        while k < wanted.count, j < utf8.endIndex, utf8[j] == wanted[k] {
          j = utf8.index(after: j)
          k += 1
        }
        if k == wanted.count { return i..<j }
      }
      i = utf8.index(after: i)
    }
    return nil
  }
}
