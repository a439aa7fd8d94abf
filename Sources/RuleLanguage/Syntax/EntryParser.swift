/// Reads an entry of a `phrases` block: `pattern => repair / repair | id: source expression; ms: another`.
enum EntryParser {
  static func parse(_ cell: Cell) throws -> ParsedEntry {
    guard let arrow = cell.text.firstRange(of: "=>") else { throw Fault(cell.place, "an entry without “=>”") }
    let pattern = try PatternParser.parse(Cell(cell.text[..<arrow.lowerBound], cell.place).trimmed)
    let parts = cell.from(arrow.upperBound).split(" | ")
    var first = parts[0]
    var sources = Array(parts.dropFirst())
    // A deletion: nothing stands between the arrow and the bar.
    if first.text.hasPrefix("| ") {
      sources.insert(first.from(first.text.index(after: first.text.startIndex)).trimmed, at: 0)
      first = Cell(first.text.prefix(0), first.place)
    }
    return ParsedEntry(pattern: pattern, repairs: first.split(" / "), sources: try sources.flatMap { try $0.split("; ").map(source) })
  }

  private static func source(_ cell: Cell) throws -> (Cell, Cell) {
    guard let colon = cell.text.firstRange(of: ":") else {
      throw Fault(cell.place, "a source expression without its language", remedy: "write the language first, as in “id: hubungan”")
    }
    let language = Cell(cell.text[..<colon.lowerBound], cell.place).trimmed
    try checkLanguage(language)
    let expression = cell.from(colon.upperBound).trimmed
    guard !expression.text.isEmpty else { throw Fault(cell.place, "a language without its expression") }
    return (language, expression)
  }

  static func checkLanguage(_ cell: Cell) throws {
    guard (2...3).contains(cell.text.utf8.count), cell.text.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
      throw Fault(cell.place, "“\(cell.text)” is no language code", remedy: "use ISO 639 codes such as id, zh, ru")
    }
  }
}

/// Reads the conditions of a `when` field.
enum ConditionParser {
  static func parse(_ cell: Cell) throws -> [Condition] { try cell.split(" and ").map(condition) }

  private static func condition(_ cell: Cell) throws -> Condition {
    let (word, rest) = cell.firstWord
    switch word.text {
    case "modern" where rest.text.isEmpty: return .modern
    case "heading" where rest.text.isEmpty: return .heading
    case "garbled" where rest.text.isEmpty: return .garbled
    case "density": return try density(rest)
    default: break
    }
    for sign in [" < ", " > "] where cell.text.contains(sign) { return .compares(try comparison(cell, sign)) }
    if cell.text.hasPrefix("mentions") { return .mentions(try mention(cell)) }
    throw Fault(
      word.place, "unknown condition “\(cell.text)”",
      remedy: Spelling.remedy(for: String(word.text), among: ["modern", "heading", "garbled", "mentions", "density"])
        ?? "one of: modern, heading, garbled, mentions(@list), mentions(\"text\"), density @list >= n, x < y.column")
  }

  private static func mention(_ cell: Cell) throws -> Condition.Mention {
    let inside = cell.from(cell.text.index(cell.text.startIndex, offsetBy: "mentions".count)).trimmed
    guard inside.text.first == "(", inside.text.last == ")" else { throw Fault(inside.place, "expected (@list) or (\"text\")") }
    let argument = inside.from(inside.text.index(after: inside.text.startIndex))
    let value = Cell(argument.text.dropLast(), argument.place).trimmed
    if value.text.first == "@" { return .list(value.from(value.text.index(after: value.text.startIndex))) }
    guard value.text.count > 2, value.text.first == "\"", value.text.last == "\"" else {
      throw Fault(value.place, "expected @list or \"text\"")
    }
    let text = value.from(value.text.index(after: value.text.startIndex))
    return .text(Cell(text.text.dropLast(), text.place))
  }

  private static func comparison(_ cell: Cell, _ sign: String) throws -> Condition.Comparison {
    let sides = cell.split(sign)
    guard sides.count == 2 else { throw Fault(cell.place, "expected one “<” or “>”") }
    var right = sides[1].text.split(separator: " ")
    var margin = 0
    if right.count == 3, let number = Int(right[2]), (0...100).contains(number), right[1] == "-" || right[1] == "+" {
      margin = right[1] == "-" ? -number : number
      right.removeLast(2)
    }
    guard right.count == 1, right[0].contains("."), !sides[0].text.contains(" ") else {
      throw Fault(cell.place, "expected a capture, < or >, and a column of another’s row", remedy: "write it as in: y < t.from - 2")
    }
    return Condition.Comparison(
      number: Cell("{\(sides[0].text)}", sides[0].place), cell: Cell("{\(right[0])}", sides[1].place), isLess: sign == " < ", margin: margin
    )
  }

  private static func density(_ cell: Cell) throws -> Condition {
    let parts = cell.split(">=")
    guard parts.count == 2, parts[0].text.first == "@", let number = Int(parts[1].text), (1...1000).contains(number) else {
      throw Fault(cell.place, "expected @list >= number", remedy: "the number is occurrences per 1,000 words")
    }
    return .density(list: parts[0].from(parts[0].text.index(after: parts[0].text.startIndex)), atLeast: number)
  }
}
