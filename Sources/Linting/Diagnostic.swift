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

/// What may be done with a fix unasked.
public enum Applicability: String, Sendable, CaseIterable {
  /// Cannot make the text worse: applied by `mtlint fix`.
  case safe
  /// What an editor would probably write: offered.
  case suggested
}

/// A repair of a finding.
public struct Fix: Hashable, Sendable {
  /// What it comes to, as shown to a person: the text that will stand there.
  public let title: String
  public let applicability: Applicability
  /// Edits of the file, not overlapping, in order.
  public let edits: [Edit]

  public init(title: String, applicability: Applicability, edits: [Edit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }
}

/// A finding: a place in a file, the rule it breaks, and what could stand there instead.
public struct Diagnostic: Hashable, Sendable {
  /// Another place that explains the finding: “first written here”.
  public struct Related: Hashable, Sendable {
    public let range: Range<Int>
    public let message: String
  }

  /// Rule id, `family/name`.
  public let rule: String
  public let severity: Severity
  public let category: Category
  public let precedence: Precedence
  /// Byte offsets in the file.
  public let range: Range<Int>
  public let message: String
  /// The garbled text as read: entities decoded, inline markup left out.
  public let text: String
  public var fixes: [Fix]
  public let related: [Related]

  public init(
    rule: String, severity: Severity, category: Category, precedence: Precedence, range: Range<Int>, message: String, text: String,
    fixes: [Fix], related: [Related] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.category = category
    self.precedence = precedence
    self.range = range
    self.message = message
    self.text = text
    self.fixes = fixes
    self.related = related
  }
}
