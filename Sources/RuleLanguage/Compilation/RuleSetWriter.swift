import MTLLanguage
import MTLProse

/// Writes the sections that a `RuleSet` reads.
struct RuleSetWriter {
  static let headerSection = "RHDR"
  static let codeSection = "RCOD"
  static let textSection = "RSTR"
  static let listSection = "RLST"
  static let tableSection = "RTAB"

  var code = ProgramWriter()
  var terms = TermWriter()
  private var text: [UInt8] = []
  private var known: [String: Int] = [:]
  private var rules: [Int] = []
  private var patterns: [Int] = []
  var index = IndexWriter()

  var ruleCount: Int { rules.count }

  /// Number of cells that a reference to text takes: where it stands, and how many bytes it has.
  mutating func reference(_ string: String) -> [Int] {
    if let offset = known[string] { return [offset, string.utf8.count] }
    let offset = text.count
    text.append(contentsOf: string.utf8)
    known[string] = offset
    return [offset, string.utf8.count]
  }

  /// Writes references and numbers at the current address.
  mutating func append(_ strings: String...) { for string in strings { for cell in reference(string) { code.append(cell) } } }

  mutating func add(_ info: RuleInfo, says: Int) {
    rules.append(code.address)
    append(info.id)
    code.append(
      Severity.allCases.firstIndex(of: info.severity)!, Tier.allCases.firstIndex(of: info.tier)!, info.precedence.rawValue, says)
    append(info.category.rawValue, info.summary, info.explanation, info.from.joined(separator: " "), info.over.joined(separator: " "))
    code.append(info.bad.count)
    for example in info.bad {
      append(example.marked, example.repair ?? "")
      code.append(example.repair == nil ? 0 : 1)
    }
    code.append(info.good.count)
    for example in info.good { append(example) }
  }

  /// A pattern of the rule added last.
  mutating func add(_ pattern: CompiledPattern, under anchor: Anchor) {
    index.add(pattern: patterns.count, program: pattern.program, rule: rules.count - 1, requirement: pattern.requirement, anchor)
    patterns.append(code.address)
    code.append(rules.count - 1, pattern.program, pattern.isMarked ? 1 : 0, pattern.fixes)
    append(pattern.source, pattern.languages)
    code.append(pattern.conditions, pattern.exceptions)
  }

  /// A list whose members are counted in each document, for conditions.
  mutating func addMention(of list: Int, _ compiled: CompiledList) {
    // Under its first word only where that is a member by itself, so that no place is counted twice; “the identical time” under its
    // first two words.
    let alone = Set(compiled.members.filter { $0.tokens.count == 1 }.map { $0.tokens[0].hash })
    let pairs = Set(
      compiled.members.filter { $0.tokens.count > 1 && !alone.contains($0.tokens[0].hash) }.map { [$0.tokens[0].hash, $0.tokens[1].hash] })
    index.add(
      pattern: list, program: 0, rule: Postings.mention, requirement: 0,
      Anchor(
        words: alone.sorted(), pairs: pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }, offset: 0...0, cost: 0,
        before: .all, after: .all))
  }

  mutating func sections(_ declarations: Declarations) -> [(name: String, bytes: [UInt8])] {
    let lists = listBytes(declarations.lists)
    let tables = tableBytes(declarations.tables)
    var header = BlobWriter()
    header.number(rules.count)
    header.number(patterns.count)
    for address in rules + patterns { header.number(address) }
    return [
      (Self.headerSection, header.bytes), (Self.codeSection, code.bytes), (Self.listSection, lists), (Self.tableSection, tables),
      (Self.textSection, text),
    ] + index.sections() + terms.sections()
  }

  // MARK: Lists and tables

  private mutating func listBytes(_ lists: [CompiledList]) -> [UInt8] {
    var directory = BlobWriter()
    var data = BlobWriter()
    directory.number(lists.count)
    let base = 4 + lists.count * WordList.directorySize
    for list in lists {
      for cell in reference(list.name) { directory.number(cell) }
      directory.number(list.table)
      // Members that begin alike stand together, longer ones first, so that the longest match is found first.
      var order: [UInt64: [CompiledList.Member]] = [:]
      for member in list.members { order[member.tokens[0].hash, default: []].append(member) }
      let slots = max(2, order.count + order.count / 3 + 1)
      var members = BlobWriter()
      var keys = [UInt64](repeating: 0, count: slots)
      var places = [(offset: Int, count: Int)](repeating: (0, 0), count: slots)
      for hash in order.keys.sorted() {
        let group = order[hash]!.enumerated().sorted { ($1.element.tokens.count, $0.offset) < ($0.element.tokens.count, $1.offset) }.map(
          \.element)
        var slot = PatternIndex.home(hash, slots)
        while keys[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
        keys[slot] = hash
        places[slot] = (members.count, group.count)
        for member in group { Self.write(member, to: &members) }
      }
      directory.number(slots)
      directory.number(base + data.count)
      directory.number(base + data.count + slots * WordList.slotSize)
      for slot in 0..<slots {
        data.hash(keys[slot])
        data.number(places[slot].offset)
        data.number(places[slot].count)
      }
      data.append(members.bytes)
    }
    directory.append(data.bytes)
    return directory.bytes
  }

  private static func write(_ member: CompiledList.Member, to writer: inout BlobWriter) {
    writer.number(member.row)
    writer.number(member.tokens.count)
    for token in member.tokens {
      writer.hash(token.hash)
      writer.number(token.traits)
    }
  }

  /// For each table its columns and the canonical text of each cell.
  private mutating func tableBytes(_ tables: [CompiledTable]) -> [UInt8] {
    var directory = BlobWriter()
    var data = BlobWriter()
    directory.number(tables.count)
    let base = 4 + tables.count * 12
    for table in tables {
      directory.number(table.columns.count)
      directory.number(table.rows.count)
      directory.number(base + data.count)
      for row in table.rows { for cell in row { for number in reference(cell.first ?? "") { data.number(number) } } }
    }
    directory.append(data.bytes)
    return directory.bytes
  }
}

/// A pattern whose parts have been written.
struct CompiledPattern {
  /// Address of its program.
  var program: Int
  var isMarked: Bool
  /// Address of its fixes.
  var fixes: Int
  /// What it renders, as told in messages.
  var source = ""
  /// Source languages, separated by spaces; empty for all.
  var languages = ""
  /// Address of its conditions, or 0.
  var conditions: Int
  /// Address of its exceptions, or 0.
  var exceptions: Int
  /// Address of the words of which a block must hold one, or 0.
  var requirement: Int
}
