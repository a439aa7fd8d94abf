import MTLProse

/// Compiled rule files.
public struct RuleSet: Sendable {
  /// The list `name`, or the column `table.column`; nil if there is none.
  public func list(_ name: String) -> WordList? { nil }
}
