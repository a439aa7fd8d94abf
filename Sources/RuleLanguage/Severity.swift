/// How bad a finding is. How sure the rule is, is its `Tier`.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Convention or taste.
  case hint
  /// Garbled phrasing.
  case warning
  /// The meaning is wrong, or it cannot be published.
  case error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
}

/// How sure a rule is. `default` rules have proved themselves on clean prose; `strict` ones are asked for.
public enum Tier: String, Sendable, CaseIterable { case `default`, strict }

/// Which of two findings about one place stands: the one that knows more.
public enum Precedence: Int, Sendable, CaseIterable, Comparable {
  case fact, name, phrase, pattern, mechanical, lexicon

  public static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }
}
