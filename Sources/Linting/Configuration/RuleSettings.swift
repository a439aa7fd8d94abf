/// What a configuration says about rules, for all paths or for some. What it does not say stays as it is.
public struct RuleSettings: Hashable, Sendable {
  /// Rule ids or families that alone run.
  public internal(set) var only: [String]?
  /// Rule ids or families that do not run, besides those skipped already.
  public internal(set) var skip: [String] = []
  /// Whether rules that are less sure run.
  public internal(set) var tier: Tier?
  /// Source language (ISO 639-1).
  public internal(set) var from: String?
  /// Severities by rule id or family.
  public internal(set) var severities: [String: Severity] = [:]
  /// Rule ids or families whose severity is `off`.
  public internal(set) var off: Set<String> = []
}

/// The findings with which `mtlint lint` fails.
public enum FailureThreshold: String, Sendable, CaseIterable {
  case error, warning, hint, never

  /// Whether a finding of this severity makes the run fail.
  public func isReached(by severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .hint: true
    case .never: false
    }
  }
}
