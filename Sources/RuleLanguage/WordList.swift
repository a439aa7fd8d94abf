import MTLProse

/// A list of the rule language, or a column of a table, as coded rules look words up in it.
public struct WordList: Sendable {
  /// The member that begins at token `i`, the longest one: how many tokens it has, and its row in its table (0 for a list).
  public func match(at i: Int, in block: Block) -> (count: Int, row: Int)? { nil }
}
