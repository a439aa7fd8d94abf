/// What a rule may ask while it looks at a block.
public struct Context {
  public let language: Language
  /// Words and phrases of the project, which rules on unknown words and names leave alone.
  public let dictionary: ProjectDictionary
  /// The source language, if it was said (ISO 639-1).
  public let from: String?
  let lists: (String) -> WordList?

  /// The list `name` of the rule language, or the column `table.column`; nil if there is none.
  public func list(_ name: String) -> WordList? { lists(name) }

  /// Whether a word token is in no list, not derivable from known words, and not in the project's dictionary.
  ///
  /// Asks for the parts of the language that are read on demand, so ask cheap questions first.
  public func isUnknown(_ block: Block, _ i: Int) -> Bool {
    guard block.tokens.lexemes[i] == 0, block.tokens.kind(i) == .word else { return false }
    guard !dictionary.contains(block.tokens.hash(i)) else { return false }
    return language.isUnknown(block.text(i).lowercased())
  }
}
