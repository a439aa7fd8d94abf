import MTLLanguage

/// The lists and tables of some rule files by name, each compiled when it is first asked for.
final class Declarations {
  private struct Origin {
    let file: String
    var list: ParsedList?
    var tables: [ParsedTable] = []
    var extensions: [(file: String, list: ParsedList)] = []
  }

  private var origins: [String: Origin] = [:]
  private(set) var lists: [CompiledList] = []
  private(set) var tables: [CompiledTable] = []
  private var listNumbers: [String: Int] = [:]
  private var tableNumbers: [String: Int] = [:]
  private var inProgress: Set<String> = []
  private let tokeniser = LiteralTokeniser()
  private let language: Language
  private(set) var errors: [RuleError] = []

  init(_ files: [(path: String, parsed: ParsedFile)], language: Language) {
    self.language = language
    for (path, file) in files {
      for list in file.lists where !list.isExtension { declare(list, in: path) }
      for table in file.tables where !table.isExtension { declare(table, in: path) }
    }
    for (path, file) in files {
      for list in file.lists where list.isExtension { extend(list, in: path) }
      for table in file.tables where table.isExtension { extend(table, in: path) }
    }
  }

  /// All names, for “did you mean”.
  var names: [String] { origins.keys.sorted() }

  func isDeclared(_ name: Cell) -> Bool { origins[name.string] != nil }

  /// Compiles everything, so that coded rules find the lists that no pattern names.
  func compileAll() {
    for name in names {
      for column in tableColumns(name).prefix(1) {
        attempt { _ = try list(Cell(Substring(name), Place(line: 1, column: 1)), column: column) }
      }
      if origins[name]?.list != nil { attempt { _ = try list(Cell(Substring(name), Place(line: 1, column: 1)), column: nil) } }
    }
  }

  private func attempt(_ body: () throws -> Void) {
    // What goes wrong in a list has been noted in `errors` with the list's own place.
    do { try body() } catch {}
  }

  /// The columns of a table; empty for a list or an unknown name.
  func tableColumns(_ name: String) -> [String] { origins[name]?.tables.first?.columns.map(\.string) ?? [] }

  /// The number of a list, or of a table's column, in `lists`.
  func list(_ name: Cell, column: String?) throws -> Int {
    let full = name.string + (column.map { "." + $0 } ?? "")
    if let number = listNumbers[full] { return number }
    guard let origin = origins[name.string] else {
      throw Fault(name.place, "no list or table is named “\(name.text)”", remedy: Spelling.remedy(for: name.string, among: names))
    }
    let compiled = try origin.list == nil ? tableColumn(name, column, origin) : plainList(name, column, origin)
    listNumbers[full] = lists.count
    lists.append(compiled)
    return lists.count - 1
  }

  /// The members of a list with each form of their first word: what `~@list` stands for.
  func lemmaList(_ name: Cell, form: Inflection.Form?) throws -> Int {
    let full = "~\(name.string).\(form?.rawValue ?? "all")"
    if let number = listNumbers[full] { return number }
    guard let origin = origins[name.string], let list = origin.list else {
      throw Fault(name.place, "no list is named “\(name.text)”", remedy: Spelling.remedy(for: name.string, among: names))
    }
    var compiled = CompiledList(name: full)
    var seen: Set<CompiledList.Member> = []
    for member in try memberTexts(list, origin) {
      let words = member.split(separator: " ", maxSplits: 1).map(String.init)
      let forms = form.map { language.inflection.forms(of: words[0], $0) } ?? language.inflection.allForms(of: words[0])
      for first in forms {
        let tokens = tokeniser.tokens(of: ([first] + words.dropFirst()).joined(separator: " ")).map { CompiledToken($0) }
        let entry = CompiledList.Member(tokens: tokens, row: 0)
        if !tokens.isEmpty, seen.insert(entry).inserted { compiled.members.append(entry) }
      }
    }
    listNumbers[full] = lists.count
    lists.append(compiled)
    return lists.count - 1
  }

  /// A list with one member that has no name.
  func anonymous(_ text: Cell) throws -> Int {
    let tokens = tokeniser.tokens(of: text.string).map { CompiledToken($0) }
    guard !tokens.isEmpty else { throw Fault(text.place, "an empty text") }
    lists.append(CompiledList(name: "", members: [CompiledList.Member(tokens: tokens, row: 0)]))
    return lists.count - 1
  }

  // MARK: Declaring

  private func declare(_ list: ParsedList, in file: String) {
    guard isNew(list.name, in: file, "list") else { return }
    origins[list.name.string] = Origin(file: file, list: list)
  }

  private func declare(_ table: ParsedTable, in file: String) {
    guard isNew(table.name, in: file, "table") else { return }
    origins[table.name.string] = Origin(file: file, list: nil, tables: [table])
  }

  private func isNew(_ name: Cell, in file: String, _ kind: String) -> Bool {
    guard let old = origins[name.string] else { return true }
    errors.append(
      RuleError(
        file: file, line: name.place.line, column: name.place.column, message: "“\(name.text)” is declared in \(old.file) already",
        remedy: "to add to it write: extend \(kind) \(name.text)"))
    return false
  }

  private func extend(_ list: ParsedList, in file: String) {
    guard origins[list.name.string]?.list != nil else { return reportMissing(list.name, in: file, "list") }
    origins[list.name.string]?.extensions.append((file, list))
  }

  private func extend(_ table: ParsedTable, in file: String) {
    guard let first = origins[table.name.string]?.tables.first else { return reportMissing(table.name, in: file, "table") }
    let columns = first.columns.map(\.string)
    guard columns == table.columns.map(\.string) else {
      errors.append(
        RuleError(
          file: file, line: table.name.place.line, column: table.name.place.column,
          message: "other columns than those of the table “\(table.name.text)”",
          remedy: "its columns are \(columns.joined(separator: " | "))"))
      return
    }
    origins[table.name.string]?.tables.append(table)
  }

  private func reportMissing(_ name: Cell, in file: String, _ kind: String) {
    errors.append(
      RuleError(
        file: file, line: name.place.line, column: name.place.column, message: "no \(kind) “\(name.text)” to extend",
        remedy: Spelling.remedy(for: name.string, among: names)))
  }

  // MARK: Compiling

  private func plainList(_ name: Cell, _ column: String?, _ origin: Origin) throws -> CompiledList {
    if let column { throw Fault(name.place, "“\(name.text)” is a list and has no column “\(column)”") }
    guard inProgress.insert(name.string).inserted else { throw Fault(name.place, "the list “\(name.text)” contains itself") }
    defer { inProgress.remove(name.string) }
    var compiled = CompiledList(name: name.string)
    var seen: Set<CompiledList.Member> = []
    for text in try memberTexts(origin.list!, origin) {
      let member = CompiledList.Member(tokens: tokeniser.tokens(of: text).map { CompiledToken($0) }, row: 0)
      if !member.tokens.isEmpty, seen.insert(member).inserted { compiled.members.append(member) }
    }
    guard !compiled.members.isEmpty || origin.list!.isBroken else { throw Fault(name.place, "the list “\(name.text)” is empty") }
    return compiled
  }

  /// The members of a list and of its extensions, with those of the lists and columns that it names as `@other`.
  private func memberTexts(_ list: ParsedList, _ origin: Origin) throws -> [String] {
    var texts: [String] = []
    for (file, list) in [(origin.file, list)] + origin.extensions {
      for member in list.members {
        do {
          texts += try memberTexts(member, of: list)
        } catch var fault as Fault {
          // Whoever uses the list may stand in another file.
          fault.file = fault.file ?? file
          throw fault
        }
      }
    }
    return texts
  }

  private func memberTexts(_ member: Cell, of list: ParsedList) throws -> [String] {
    guard member.text.first == "@" else { return [member.string] }
    let parts = member.text.dropFirst().split(separator: ".", maxSplits: 1).map(String.init)
    let name = Cell(Substring(parts.first ?? ""), member.place)
    guard let other = origins[name.string] else {
      throw Fault(member.place, "no list or table is named “\(name.text)”", remedy: Spelling.remedy(for: name.string, among: names))
    }
    guard let otherList = other.list else {
      let selection = try selection(name, parts.count > 1 ? parts[1] : nil, other)
      return other.tables.flatMap(\.rows).filter(selection.includes).flatMap { Self.alternatives($0[selection.column]) }
    }
    guard inProgress.insert("members of \(name.string)").inserted else {
      throw Fault(member.place, "the list “\(name.text)” contains itself")
    }
    defer { inProgress.remove("members of \(name.string)") }
    return try memberTexts(otherList, other)
  }

  private func columnIndex(_ name: Cell, _ column: String?, _ origin: Origin) throws -> Int {
    let columns = origin.tables[0].columns.map(\.string)
    guard let column else {
      throw Fault(name.place, "“\(name.text)” is a table", remedy: "name a column, as in @\(name.text).\(columns[0])")
    }
    guard let index = columns.firstIndex(of: column) else {
      throw Fault(
        name.place, "the table “\(name.text)” has no column “\(column)”",
        remedy: Spelling.remedy(for: column, among: columns) ?? "its columns are \(columns.joined(separator: " | "))")
    }
    return index
  }

  /// A column, and the rows of it that are meant.
  private struct Selection {
    let column: Int
    var condition: (column: Int, value: String)?

    func includes(_ row: [Cell]) -> Bool {
      guard let condition else { return true }
      return Declarations.alternatives(row[condition.column]).first == condition.value
    }
  }

  /// Reads `column` or `column(other=value)`.
  private func selection(_ name: Cell, _ column: String?, _ origin: Origin) throws -> Selection {
    let parts = column?.split(separator: "(", maxSplits: 1).map(String.init) ?? []
    var selection = Selection(column: try columnIndex(name, parts.first, origin))
    guard parts.count == 2 else { return selection }
    let condition = parts[1].dropLast().split(separator: "=", maxSplits: 1).map(String.init)
    guard condition.count == 2, parts[1].hasSuffix(")") else {
      throw Fault(name.place, "“(\(parts[1])” is no condition", remedy: "write @\(name.text).column(other=value)")
    }
    selection.condition = (try columnIndex(name, condition[0], origin), condition[1])
    return selection
  }

  private func tableColumn(_ name: Cell, _ column: String?, _ origin: Origin) throws -> CompiledList {
    let selection = try selection(name, column, origin)
    var compiled = CompiledList(name: "\(name.string).\(column!)")
    for (row, cells) in origin.tables.flatMap(\.rows).enumerated() where selection.includes(cells) {
      for text in Self.alternatives(cells[selection.column]) {
        let tokens = tokeniser.tokens(of: text).map { CompiledToken($0) }
        if !tokens.isEmpty { compiled.members.append(CompiledList.Member(tokens: tokens, row: row)) }
      }
    }
    compiled.table = tableNumber(name.string, origin) + 1
    return compiled
  }

  private func tableNumber(_ name: String, _ origin: Origin) -> Int {
    if let number = tableNumbers[name] { return number }
    let rows = origin.tables.flatMap(\.rows).map { $0.map(Self.alternatives) }
    tables.append(CompiledTable(name: name, columns: origin.tables[0].columns.map(\.string), rows: rows))
    tableNumbers[name] = tables.count - 1
    return tables.count - 1
  }

  private static func alternatives(_ cell: Cell) -> [String] {
    cell.split(" / ").map(\.string).filter { !$0.isEmpty }
  }
}
