/// What a rule may ask while it looks at a block.
///
/// A class, since it is handed to each rule for each block.
public final class Context: Sendable {
  public let language: Language
  /// Words and phrases of the project, which rules on unknown words and names leave alone.
  public let dictionary: ProjectDictionary
  /// The source language, if it was said (ISO 639-1).
  public let from: String?
  let ruleSets: [RuleSet]

  /// By name; of lists of one name that of the set brought along last.
  let lists: [String: WordList]

  /// Names of people in public life: the column `person.name`.
  public let people: WordList?

  init(language: Language, dictionary: ProjectDictionary, from: String?, ruleSets: [RuleSet], lists: [String: WordList]) {
    self.language = language
    self.dictionary = dictionary
    self.from = from
    self.ruleSets = ruleSets
    self.lists = lists
    people = lists["person.name"]
  }

  /// The list `name` of the rule language, or the column `table.column`; nil if there is none. Ask once per block.
  public func list(_ name: String) -> WordList? { lists[name] }

  /// The canonical text of a cell in the row that a look-up in `list` gave; empty if the list is no table’s column.
  public func cell(of list: WordList, row: Int, column: Int) -> String {
    for set in ruleSets.reversed() where set.owns(list) { return set.cell(of: list, row: row, column: column) }
    return ""
  }

  /// The same as bytes, valid as long as the context is held.
  public func cellBytes(of list: WordList, row: Int, column: Int) -> UnsafeBufferPointer<UInt8> {
    for set in ruleSets.reversed() where set.owns(list) { return set.cellBytes(of: list, row: row, column: column) }
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Whether a word token is in no list, not derivable from known words, and not in the project's dictionary.
  ///
  /// Asks for the parts of the language that are read on demand, so ask cheap questions first.
  public func isUnknown(_ block: Block, _ i: Int) -> Bool {
    guard block.tokens.lexemes[i] == 0, block.tokens.kind(i) == .word else { return false }
    guard !dictionary.contains(block.tokens.hash(i)) else { return false }
    return language.isUnknown(block.text(i).lowercased())
  }
}
