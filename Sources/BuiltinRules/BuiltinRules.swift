@_exported import MTLLinting

/// The rules that are written in Swift, family by family.
public enum BuiltinRules {
  /// Rules that look at one block at a time.
  public static let rules: [any Rule] = []

  /// Rules about a whole document.
  public static let documentRules: [any DocumentRule] = []
}
