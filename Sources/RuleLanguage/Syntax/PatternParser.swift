/// Reads a pattern: `s:@polity ..5 without (@person|,) [(his|her)] #lower`.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private let place: Place
  private var position = 0
  private var isMarked = false
  private var isMarkOpen = false
  private let tokeniser = LiteralTokeniser()

  static func parse(_ cell: Cell) throws -> Pattern {
    var parser = PatternParser(cell)
    let elements = try parser.sequence(until: nil)
    guard !parser.isMarkOpen else { throw Fault(cell.place, "“[” is not closed") }
    guard !elements.isEmpty else { throw Fault(cell.place, "an empty pattern") }
    return Pattern(place: cell.place, elements: elements, isMarked: parser.isMarked)
  }

  private init(_ cell: Cell) {
    scalars = Array(cell.text.unicodeScalars)
    place = cell.place
  }

  // MARK: Sequences

  /// Elements up to `)` or `|` inside parentheses, or to the end.
  private mutating func sequence(until open: Place?) throws -> [Element] {
    var elements: [Element] = []
    while true {
      skipSpace()
      guard let next = peek() else {
        if let open { throw Fault(open, "“(” is not closed") }
        return elements
      }
      switch next {
      case ")", "|":
        guard open != nil else { throw Fault(here, "unexpected “\(next)”", remedy: "write \\\(next) for the character itself") }
        return elements
      case "[", "]": elements.append(try mark(next, isInside: open != nil))
      case "_" where isBorder(peek(1)):
        position += 1
        elements.append(Element(place: here, node: .space))
      default:
        let isGlued = isGluedHere
        var found = try element()
        if isGlued { found[0].isGlued = true }
        elements += found
      }
    }
  }

  /// Whether an element stands directly before this place, brackets apart.
  private var isGluedHere: Bool {
    var before = position - 1
    while before >= 0, scalars[before] == "[" || scalars[before] == "]" { before -= 1 }
    return before >= 0 && !" (|".unicodeScalars.contains(scalars[before])
  }

  private mutating func mark(_ scalar: Unicode.Scalar, isInside: Bool) throws -> Element {
    let at = here
    position += 1
    guard !isInside else { throw Fault(at, "“\(scalar)” inside parentheses", remedy: "mark the whole group") }
    if scalar == "[" {
      guard !isMarked else { throw Fault(at, "a second “[”", remedy: "one part is reported; write \\[ for the character itself") }
      isMarked = true
      isMarkOpen = true
      return Element(place: at, node: .reportStart)
    }
    guard isMarkOpen else { throw Fault(at, "“]” without “[”", remedy: "write \\] for the character itself") }
    isMarkOpen = false
    return Element(place: at, node: .reportEnd)
  }

  // MARK: Elements

  private mutating func element() throws -> [Element] {
    let start = here
    let name = captureName()
    var elements = try atom(at: start)
    if name != nil || isQuantifier(peek()) {
      if elements.count > 1 {
        elements = [Element(place: start, node: .alternatives([elements]))]
      } else if elements[0].isGap, isQuantifier(peek()) {
        throw Fault(here, "a gap cannot be repeated", remedy: "write a longer gap")
      }
      elements[0].name = name
      try quantify(&elements[0])
    }
    return elements
  }

  private func isQuantifier(_ scalar: Unicode.Scalar?) -> Bool { scalar == "?" || scalar == "{" }

  /// `name:` directly before an atom.
  private mutating func captureName() -> String? {
    var end = position
    while end < scalars.count, Self.isNameScalar(scalars[end]) { end += 1 }
    guard end > position, end + 1 < scalars.count, scalars[end] == ":", scalars[end + 1] != " ", scalars[end + 1] != "]" else { return nil }
    let name = text(position..<end)
    position = end + 1
    return name
  }

  private mutating func atom(at start: Place) throws -> [Element] {
    guard let first = peek() else { throw Fault(start, "expected an element after the name") }
    switch first {
    case "\"": return try exact(start)
    case "~": return [Element(place: start, node: try lemma())]
    case "@":
      position += 1
      let (name, column) = try reference("a list")
      return [Element(place: start, node: .list(name, column: try column.map { $0 + (try rowCondition()) }))]
    case "=":
      position += 1
      let (name, column) = try reference("a capture")
      return [Element(place: start, node: .same(name, column: column))]
    case "#" where Self.isNameScalar(peek(1) ?? " "): return [Element(place: start, node: .tokenClass(try tokenClass(start)))]
    case "(": return [Element(place: start, node: try group(start))]
    case "^":
      position += 1
      return [Element(place: start, node: .start)]
    case "$" where isBorder(peek(1)):
      position += 1
      return [Element(place: start, node: .end)]
    case "." where peek(1) == "." && (peek(2).map { ("0"..."9").contains($0) } ?? false):
      return [Element(place: start, node: try gap(start))]
    default: return try literal(start)
    }
  }

  private func isBorder(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == nil || scalar == " " || scalar == "]" || scalar == ")" || scalar == "|"
  }

  private mutating func quantify(_ element: inout Element) throws {
    let at = here
    if peek() == "?" {
      position += 1
      element.least = 0
      return
    }
    guard peek() == "{" else { return }
    position += 1
    let least = try number()
    var most = least
    if peek() == "," {
      position += 1
      most = try number()
    }
    guard peek() == "}" else { throw Fault(here, "expected “}”", remedy: "a repetition is written {1,4}") }
    position += 1
    guard least <= most, most >= 1, most <= 16 else {
      throw Fault(at, "a repetition of \(least) to \(most)", remedy: "the second number is 1 to 16 and not below the first")
    }
    element.least = least
    element.most = most
  }

  // MARK: Atoms

  private mutating func exact(_ start: Place) throws -> [Element] {
    position += 1
    let from = position
    while let next = peek(), next != "\"" { position += 1 }
    guard peek() == "\"" else { throw Fault(start, "a quotation mark is not closed") }
    let elements = words(text(from..<position), start, isExact: true)
    position += 1
    guard !elements.isEmpty else { throw Fault(start, "nothing between quotation marks") }
    return elements
  }

  private mutating func lemma() throws -> Node {
    position += 1
    if peek() == "@" {
      position += 1
      let (name, form) = try reference("a list")
      return .lemmaList(name, form: form)
    }
    let at = here
    let (name, form) = try reference("a lemma")
    guard name.string == name.string.lowercased() else { throw Fault(at, "a lemma with a capital", remedy: "write it in lower case") }
    return .lemma(name.string, form: form)
  }

  /// `name` or `name.part`.
  private mutating func reference(_ what: String) throws -> (name: Cell, part: String?) {
    let at = here
    let name = identifier()
    guard !name.isEmpty else { throw Fault(at, "expected the name of \(what)") }
    var part: String?
    if peek() == ".", let next = peek(1), next.properties.isAlphabetic {
      position += 1
      part = identifier()
    }
    return (Cell(Substring(name), at), part)
  }

  /// `(column=value)` directly after a column: only the rows in which that cell has that value. Empty where there is none.
  private mutating func rowCondition() throws -> String {
    guard peek() == "(" else { return "" }
    let start = here
    let from = position
    while let next = peek(), next != ")" { position += 1 }
    guard peek() == ")" else { throw Fault(start, "“(” is not closed", remedy: "write @table.column(other=value)") }
    position += 1
    return text(from..<position)
  }

  private mutating func tokenClass(_ start: Place) throws -> TokenClass {
    position += 1
    let name = identifier()
    if name == "int" { return .int(try integerRange(start)) }
    if name == "form" { return .form(try form(start)) }
    if let found = SimpleClass(spelling: name) { return .simple(found) }
    let known = SimpleClass.allCases.map(\.spelling) + ["int", "form"]
    throw Fault(
      start, "unknown class “#\(name)”",
      remedy: Spelling.nearest(to: name, among: known).map { "did you mean “#\($0)”?" } ?? "write \\#\(name) for the characters themselves")
  }

  private mutating func form(_ start: Place) throws -> String {
    let condition = try rowCondition()
    let form = String(condition.dropFirst().dropLast())
    guard !form.isEmpty, form.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw Fault(start, "expected a form", remedy: "write #form(9+,9): 9 is a digit, 9+ one or more, anything else itself")
    }
    return form
  }

  /// What a cell of a compiled program holds.
  private static let largestInteger = (1 << 28) - 1

  private mutating func integerRange(_ start: Place) throws -> ClosedRange<Int> {
    guard peek() == "(" else { return 0...Self.largestInteger }
    position += 1
    let low = try number()
    guard peek() == ".", peek(1) == "." else { throw Fault(here, "expected “..”", remedy: "write #int(1..99)") }
    position += 2
    let high = try number()
    guard peek() == ")", low <= high, high <= Self.largestInteger else {
      throw Fault(start, "not a range of integers", remedy: "write #int(1..99)")
    }
    position += 1
    return low...high
  }

  private mutating func group(_ start: Place) throws -> Node {
    position += 1
    var alternatives: [[Element]] = []
    while true {
      let at = here
      let elements = try sequence(until: start)
      guard !elements.isEmpty else { throw Fault(at, "an empty alternative", remedy: "write (…)? for something that may be absent") }
      alternatives.append(elements)
      let closes = peek() == ")"
      position += 1
      if closes { return .alternatives(alternatives) }
    }
  }

  private mutating func gap(_ start: Place) throws -> Node {
    position += 2
    let length = try number()
    guard (1...16).contains(length) else { throw Fault(start, "a gap of \(length) tokens", remedy: "gaps are 1 to 16 tokens long") }
    let before = position
    skipSpace()
    let word = "without"
    guard position + word.count < scalars.count, text(position..<position + word.count) == word, scalars[position + word.count] == " "
    else {
      position = before
      return .gap(length, without: nil)
    }
    position += word.count
    skipSpace()
    let at = here
    let elements = try atom(at: at)
    guard elements.count == 1 else { throw Fault(at, "more than one element after “without”", remedy: "put them in parentheses") }
    return .gap(length, without: elements[0])
  }

  private mutating func literal(_ start: Place) throws -> [Element] {
    var run = ""
    while let next = peek(), !" ()|[]?{}\"".unicodeScalars.contains(next) {
      if next == "\\" {
        position += 1
        guard let escaped = peek() else { throw Fault(here, "nothing after “\\”") }
        run.unicodeScalars.append(escaped)
      } else {
        run.unicodeScalars.append(next)
      }
      position += 1
    }
    guard !run.isEmpty else {
      throw Fault(start, "unexpected “\(peek()!)”", remedy: "write \\\(peek()!) for the character itself")
    }
    return words(run, start, isExact: false)
  }

  private func words(_ text: String, _ start: Place, isExact: Bool) -> [Element] {
    tokeniser.tokens(of: text).enumerated().map { i, token in
      Element(
        place: start, node: .word(token.text, isExact: isExact || token.text != token.text.lowercased()), isGlued: i > 0 && token.isGlued)
    }
  }

  // MARK: Characters

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? { position + ahead < scalars.count ? scalars[position + ahead] : nil }

  private var here: Place { Place(line: place.line, column: place.column + position) }

  private func text(_ range: Range<Int>) -> String {
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars[range])
    return result
  }

  private mutating func skipSpace() { while peek() == " " { position += 1 } }

  /// Letters, digits and inner hyphens and apostrophes.
  private mutating func identifier() -> String {
    let start = position
    while let next = peek() {
      let isInner = (next == "-" || next == "’") && position > start && Self.isNameScalar(peek(1) ?? " ")
      guard Self.isNameScalar(next) || isInner else { break }
      position += 1
    }
    return text(start..<position)
  }

  private mutating func number() throws -> Int {
    let start = position
    while let next = peek(), ("0"..."9").contains(next) { position += 1 }
    guard let value = Int(text(start..<position)) else { throw Fault(here, "expected a number") }
    return value
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) : scalar.properties.isAlphabetic
  }
}

extension Element {
  fileprivate var isGap: Bool { if case .gap = node { true } else { false } }
}
