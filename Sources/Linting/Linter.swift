/// Finds what is wrong with texts: a catalogue of rules, of which some were selected.
///
/// Shared by all threads; each thread lints with a session of its own.
public final class Linter: Sendable {
  /// All rules of the catalogue, selected or not, ordered by id.
  public let infos: [RuleInfo]

  /// - Parameter dictionary: words and phrases of the project that rules on unknown words and names leave alone.
  public init(_ catalogue: RuleCatalogue, selection: RuleSelection = RuleSelection(), dictionary: [String] = []) {
    infos = []
  }

  /// Buffers for linting one file after another on one thread.
  public func makeSession() -> LintSession { LintSession() }
}

/// Lints one file after another on one thread.
public final class LintSession {
  /// - Throws: nothing; any text can be linted.
  public func lint(_ source: Source, as format: DocumentFormat) -> LintResult { LintResult(diagnostics: [], words: 0) }
}
