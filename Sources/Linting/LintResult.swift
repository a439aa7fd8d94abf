/// What linting one file gave.
public struct LintResult: Sendable {
  /// Ordered by offset, then by rule id; one for each place.
  public let diagnostics: [Diagnostic]
  /// Number of words of prose.
  public let words: Int
  /// The HTML comments of the document, in which suppressions stand.
  public let comments: [Comment]

  public init(diagnostics: [Diagnostic], words: Int, comments: [Comment] = []) {
    self.diagnostics = diagnostics
    self.words = words
    self.comments = comments
  }
}
