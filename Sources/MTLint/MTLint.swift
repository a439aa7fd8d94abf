@_exported import MTLLinting

/// The linter with its built-in rules and knowledge.
public enum MTLint {
  public static let version = "0.1.0"

  /// The built-in rules, and those of rule files brought along.
  ///
  /// - Throws: `RuleErrors` when a rule file is broken.
  public static func catalogue(userRules: [RuleFile] = []) throws -> RuleCatalogue { fatalError("being written") }
}
