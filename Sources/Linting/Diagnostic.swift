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
    /// Byte offsets in the file.
    public let range: Range<Int>
    public let message: String

    public init(range: Range<Int>, message: String) {
      self.range = range
      self.message = message
    }
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
  /// Source languages (ISO 639-1) whose expression this renders word for word, where the rule knows them.
  public let languages: [String]

  public init(
    rule: String, severity: Severity, category: Category, precedence: Precedence, range: Range<Int>, message: String, text: String,
    fixes: [Fix], related: [Related] = [], languages: [String] = []
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
    self.languages = languages
  }
}
