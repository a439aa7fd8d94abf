/// What linting one file gave.
public struct LintResult: Sendable {
  /// Ordered by offset, then by rule id; one for each place.
  public let diagnostics: [Diagnostic]
  /// Number of words of prose.
  public let words: Int

  public init(diagnostics: [Diagnostic], words: Int) {
    self.diagnostics = diagnostics
    self.words = words
  }
}
