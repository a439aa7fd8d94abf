/// Compiled rule files. (Being written.)
public struct RuleSet: Sendable {}

/// A file of rules that was read. (Being written.)
public struct RuleFile: Sendable {
  public let path: String
  /// The folder it lies in.
  public let family: String
  public let text: String
  public init(path: String, family: String, text: String) {
    self.path = path
    self.family = family
    self.text = text
  }
}

/// One thing that is wrong with a rule file. (Being written.)
public struct RuleError: Error, Sendable {
  public let file: String
  public let line: Int
  public let column: Int
  public let message: String
  public let remedy: String?
}

/// Everything that is wrong with some rule files.
public struct RuleErrors: Error, Sendable {
  public let errors: [RuleError]
}
