import MTLLanguage
import MTLProse

/// Compiled rule files: views of a blob, with nothing to parse.
public struct RuleSet: Sendable {
  let index: PatternIndex
  /// Established terms and what spinners make of their words; nil where no rule speaks of them.
  let terms: TermIndex?
  let code: Blob
  let text: Blob
  private let header: Blob
  private let lists: Blob
  private let tables: Blob

  public let ruleCount: Int
  let patternCount: Int

  /// The rules of a blob.
  ///
  /// - Returns: nil if the blob holds none.
  public init?(_ blob: Blob) {
    guard let header = blob.section(RuleSetWriter.headerSection), let code = blob.section(RuleSetWriter.codeSection),
      let text = blob.section(RuleSetWriter.textSection), let lists = blob.section(RuleSetWriter.listSection),
      let tables = blob.section(RuleSetWriter.tableSection), let index = PatternIndex(blob)
    else { return nil }
    self.header = header
    self.code = code
    self.text = text
    self.lists = lists
    self.tables = tables
    self.index = index
    terms = blob.section(TermIndex.section).map { TermIndex($0) }
    ruleCount = header.number(at: 0)
    patternCount = header.number(at: 4)
  }

  /// The names of all lists and columns, in the order of their numbers.
  public var listNames: [String] {
    (0..<lists.number(at: 0)).map { number in
      let entry = 4 + number * WordList.directorySize
      return text.text(at: lists.number(at: entry), count: lists.number(at: entry + 4))
    }
  }

  /// The list `name`, or the column `table.column`; nil if there is none.
  public func list(_ name: String) -> WordList? {
    for number in 0..<lists.number(at: 0) {
      let entry = 4 + number * WordList.directorySize
      let length = lists.number(at: entry + 4)
      guard length == name.utf8.count else { continue }
      if text.text(at: lists.number(at: entry), count: length) == name { return WordList(lists.pointer, number: number) }
    }
    return nil
  }

  /// The canonical text of a cell of the table that `list` is a column of.
  public func cell(of list: WordList, row: Int, column: Int) -> String {
    String(decoding: cellBytes(of: list, row: row, column: column), as: UTF8.self)
  }

  /// The same as bytes, valid as long as the set is held.
  public func cellBytes(of list: WordList, row: Int, column: Int) -> UnsafeBufferPointer<UInt8> {
    guard list.table > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let entry = 4 + (list.table - 1) * 12
    let cell = tables.number(at: entry + 8) + (row * tables.number(at: entry) + column) * 8
    // SAFETY: the writer of the blob has put text there.
    return UnsafeBufferPointer(start: text.pointer + tables.number(at: cell), count: tables.number(at: cell + 4))
  }

  /// What a rule says of itself, by number, without its examples: what every run needs.
  public func header(ofRule rule: Int) -> RuleInfo { readInfo(rule, withExamples: false) }

  /// What a rule says of itself, by number.
  public func info(ofRule rule: Int) -> RuleInfo { readInfo(rule, withExamples: true) }

  /// Whether a list is one of this set's.
  public func owns(_ list: WordList) -> Bool { list.isView(of: lists) }

  // MARK: Reading

  /// A list by its place in `listNames`.
  public func list(number: Int) -> WordList { WordList(lists.pointer, number: number) }

  /// The numbers of the set without its owner, for whoever holds the set.
  var program: ProgramView { ProgramView(code: code.pointer, lists: lists.pointer) }

  @inline(__always)
  func cell(_ address: Int) -> Int { code.number(at: address &* 4) }

  func string(at address: Int) -> String { text.text(at: cell(address), count: cell(address + 1)) }

  func patternAddress(_ pattern: Int) -> Int { header.number(at: 8 + (ruleCount + pattern) * 4) }

  /// Address of the template of a rule's message.
  func saysAddress(ofRule rule: Int) -> Int { cell(ruleAddress(rule) + 5) }

  private func ruleAddress(_ rule: Int) -> Int { header.number(at: 8 + rule * 4) }

  private func readInfo(_ rule: Int, withExamples: Bool) -> RuleInfo {
    let address = ruleAddress(rule)
    func words(_ at: Int) -> [String] { string(at: at).split(separator: " ").map(String.init) }
    var bad: [Example] = []
    var good: [String] = []
    if withExamples {
      var next = address + 16
      for _ in 0..<cell(next) {
        bad.append(Example(marked: string(at: next + 1), repair: cell(next + 5) == 1 ? string(at: next + 3) : nil))
        next += 5
      }
      next += 1
      for _ in 0..<cell(next) {
        good.append(string(at: next + 1))
        next += 2
      }
    }
    return RuleInfo(
      id: string(at: address), severity: Severity.allCases[cell(address + 2)], category: Category(rawValue: string(at: address + 6)),
      tier: Tier.allCases[cell(address + 3)], precedence: Precedence(rawValue: cell(address + 4))!, summary: string(at: address + 8),
      explanation: withExamples ? string(at: address + 10) : "", from: words(address + 12), over: words(address + 14), bad: bad, good: good)
  }
}

/// The numbers of compiled patterns and lists, as a matcher reads them: plain pointers, so that a look costs no reference count.
struct ProgramView: @unchecked Sendable {
  // SAFETY: read-only memory of the blob that `RuleSet` holds.
  let code: UnsafePointer<UInt8>
  let lists: UnsafePointer<UInt8>

  @inline(__always)
  func cell(_ address: Int) -> Int { Blob.number(at: code + address &* 4) }

  /// A cell that is known to be below 128: an instruction, a trait, a class, a slot or a capture.
  @inline(__always)
  func small(_ address: Int) -> Int { Int(code[address &* 4]) }

  @inline(__always)
  func hash(_ address: Int) -> UInt64 { Blob.hash(at: code + address &* 4) }

  func list(_ number: Int) -> WordList { WordList(lists, number: number) }
}
