/// Reads a rule file into declarations. Every line is looked at, so that all faults are told at once.
struct FileParser {
  private(set) var file = ParsedFile()
  private(set) var faults: [Fault] = []
  private var open = Open.nothing

  /// The declaration whose indented lines are being read.
  private enum Open { case nothing, rule, list, table, synonyms, broken }

  private static let declarations = ["rule", "list", "table", "phrases", "terms", "synonyms", "extend"]
  private static let fields = [
    "says", "because", "mqm", "severity", "tier", "from", "over", "when", "match", "except", "fix", "safe", "bad", "good", "term",
    "but",
  ]

  init(_ text: String) {
    // A carriage return and a line feed are one character.
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }).enumerated() {
      do {
        try read(line, number: number + 1)
      } catch let fault as Fault {
        faults.append(fault)
        noteBroken()
      } catch {}
    }
  }

  /// What is missing from a declaration may stand in the line that could not be read, so that it is not told as a second mistake.
  private mutating func noteBroken() {
    switch open {
    case .rule: file.rules[file.rules.count - 1].isBroken = true
    case .list: file.lists[file.lists.count - 1].isBroken = true
    case .table, .synonyms, .broken, .nothing: break
    }
  }

  private mutating func read(_ line: Substring, number: Int) throws {
    if let tab = line.firstIndex(of: "\t") {
      let column = line[..<tab].unicodeScalars.count + 1
      throw Fault(Place(line: number, column: column), "a tab in a rule file", remedy: "write spaces")
    }
    let cell = Cell(line, Place(line: number, column: 1)).trimmed
    if cell.text.isEmpty || cell.text == "#" || cell.text.hasPrefix("# ") || cell.text.hasPrefix("##") { return }
    if line.utf8.first == 0x20 { try readIndented(cell) } else { try declare(Self.uncommented(cell)) }
  }

  /// Without a comment at its end: ` # ` and what follows.
  static func uncommented(_ cell: Cell) -> Cell {
    guard let range = cell.text.firstRange(of: " # ") else { return cell }
    return Cell(cell.text[..<range.lowerBound], cell.place).trimmed
  }

  // MARK: Declarations

  private mutating func declare(_ cell: Cell) throws {
    open = .broken
    var (keyword, rest) = cell.firstWord
    let isExtension = keyword.text == "extend"
    if isExtension {
      (keyword, rest) = rest.firstWord
      guard keyword.text == "list" || keyword.text == "table" else {
        throw Fault(keyword.place, "expected “list” or “table” after “extend”")
      }
    }
    switch keyword.text {
    case "rule": try declareRule(.rule, rest)
    case "phrases": try declareRule(.phrases, rest)
    case "terms": try declareRule(.terms, rest)
    case "synonyms":
      guard rest.text.isEmpty else { throw Fault(rest.place, "synonyms have no name") }
      open = .synonyms
    case "list":
      let (name, after) = rest.firstWord
      file.lists.append(ParsedList(name: try Self.name(name, of: "list"), isExtension: isExtension))
      open = .list
      if !after.text.isEmpty { try readMembers(after) }
    case "table":
      let (name, columns) = rest.firstWord
      let cells = columns.split("|")
      guard cells.allSatisfy({ !$0.text.isEmpty }) else {
        throw Fault(columns.place, "expected the columns of the table", remedy: "write: table \(name.text)  first | second")
      }
      file.tables.append(ParsedTable(name: try Self.name(name, of: "table"), isExtension: isExtension, columns: cells))
      open = .table
    default:
      throw Fault(
        keyword.place, "unknown declaration “\(keyword.text)”",
        remedy: Self.fields.contains(String(keyword.text))
          ? "indent the fields of a rule" : Spelling.remedy(for: String(keyword.text), among: Self.declarations))
    }
  }

  private mutating func declareRule(_ kind: ParsedRule.Kind, _ rest: Cell) throws {
    let (name, after) = rest.firstWord
    file.rules.append(ParsedRule(kind: kind, name: try Self.name(name, of: kind == .rule ? "rule" : "block of \(kind)")))
    open = .rule
    guard after.text.isEmpty else { throw Fault(after.place, "unexpected text after the name") }
  }

  private static func name(_ cell: Cell, of what: String) throws -> Cell {
    let isName = cell.text.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
    guard !cell.text.isEmpty, isName else {
      throw Fault(cell.place, "expected the name of the \(what)", remedy: "use letters, digits and hyphens")
    }
    return cell
  }

  // MARK: Indented lines

  private mutating func readIndented(_ cell: Cell) throws {
    switch open {
    case .nothing: throw Fault(cell.place, "an indented line without a declaration above it", remedy: "begin with: rule some-name")
    case .broken: return
    case .list: try readMembers(Self.uncommented(cell))
    case .table: try readRow(Self.uncommented(cell))
    case .synonyms: try readSynonyms(Self.uncommented(cell))
    case .rule: try readRuleLine(cell)
    }
  }

  private mutating func readMembers(_ cell: Cell) throws {
    var rest = cell
    while !rest.text.isEmpty {
      guard rest.text.first == "\"" else {
        let (word, after) = rest.firstWord
        file.lists[file.lists.count - 1].members.append(word)
        rest = after
        continue
      }
      let inside = rest.from(rest.text.index(after: rest.text.startIndex))
      guard let close = inside.text.firstIndex(of: "\"") else {
        throw Fault(rest.place, "a quotation mark is not closed", remedy: "a member of several words stands in quotation marks")
      }
      file.lists[file.lists.count - 1].members.append(Cell(inside.text[..<close], inside.place))
      rest = inside.from(inside.text.index(after: close)).trimmed
    }
  }

  private mutating func readRow(_ cell: Cell) throws {
    let cells = cell.split("|")
    let table = file.tables.count - 1
    let columns = file.tables[table].columns.count
    guard cells.count == columns else {
      throw Fault(cell.place, "a row of \(cells.count) cells in a table of \(columns) columns", remedy: "separate cells by “|”")
    }
    file.tables[table].rows.append(cells)
  }

  private mutating func readSynonyms(_ cell: Cell) throws {
    let cells = cell.split("|")
    guard cells.count == 2, !cells[0].text.isEmpty else {
      throw Fault(cell.place, "expected a word and its synonyms", remedy: "write: word | synonym 9 / other synonym 4")
    }
    file.synonyms.append(cells)
  }

  private mutating func readRuleLine(_ cell: Cell) throws {
    let (keyword, rest) = cell.firstWord
    let index = file.rules.count - 1
    let field = String(keyword.text)
    let isPhrases = file.rules[index].kind == .phrases
    if isPhrases, !["says", "because", "bad", "good"].contains(field), cell.text.firstRange(of: "=>") != nil {
      file.rules[index].entries.append(try EntryParser.parse(Self.uncommented(cell)))
      return
    }
    try readField(field, keyword, rest, index)
  }

  private mutating func readField(_ field: String, _ keyword: Cell, _ value: Cell, _ index: Int) throws {
    let plain = Self.uncommented(value)
    if plain.text.isEmpty, field != "fix", field != "safe", Self.fields.contains(field) {
      throw Fault(keyword.place, "“\(field)” without a value")
    }
    switch field {
    case "says": try set(\.says, value, keyword, index)
    case "because":
      // A long reason may be said in several lines.
      if let old = file.rules[index].because {
        file.rules[index].because = Cell(Substring(old.string + " " + value.string), old.place)
      } else {
        file.rules[index].because = value
      }
    case "mqm": try set(\.mqm, plain, keyword, index)
    case "severity": try set(\.severity, plain, keyword, index)
    case "tier": try set(\.tier, plain, keyword, index)
    case "from": file.rules[index].from += plain.split(" ").filter { !$0.text.isEmpty }
    case "over": file.rules[index].over += plain.split(" ").filter { !$0.text.isEmpty }
    case "when": file.rules[index].conditions += try ConditionParser.parse(plain)
    case "match": file.rules[index].matches.append(try PatternParser.parse(plain))
    case "except": file.rules[index].exceptions.append(try PatternParser.parse(plain))
    case "fix": file.rules[index].fixes.append(ParsedFix(template: plain, isSafe: false))
    case "safe": file.rules[index].fixes.append(ParsedFix(template: plain, isSafe: true))
    case "term" where file.rules[index].kind == .terms: file.rules[index].terms += plain.split(" / ")
    case "but" where file.rules[index].kind == .terms: file.rules[index].ordinary += plain.split(" / ")
    case "bad": file.rules[index].bad.append(value)
    case "good": file.rules[index].good.append(value)
    default:
      let isPhrases = file.rules[index].kind == .phrases
      throw Fault(
        keyword.place, "unknown field “\(field)”",
        remedy: Spelling.remedy(for: field, among: Self.fields) ?? (isPhrases ? "an entry is: pattern => repair" : nil))
    }
  }

  private mutating func set(_ field: WritableKeyPath<ParsedRule, Cell?>, _ value: Cell, _ keyword: Cell, _ index: Int) throws {
    guard file.rules[index][keyPath: field] == nil else { throw Fault(keyword.place, "“\(keyword.text)” is said twice in this rule") }
    file.rules[index][keyPath: field] = value
  }
}
