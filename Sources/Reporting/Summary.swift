import MTLLinting

/// How much was linted and how much was found.
public struct Summary: Hashable, Sendable {
  /// Files that were linted.
  public private(set) var files = 0
  /// Files in which something was found.
  public private(set) var filesWithFindings = 0
  public private(set) var errors = 0
  public private(set) var warnings = 0
  public private(set) var hints = 0
  /// Words of prose that were looked at.
  public private(set) var words = 0
  /// Findings that have a safe fix.
  public private(set) var safelyFixable = 0

  public init() {}

  public var findings: Int { errors + warnings + hints }

  /// Number of findings that are as severe or more so.
  public func findings(atLeast severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: errors + warnings
    case .hint: findings
    }
  }

  /// Adds what was found in one more file.
  public mutating func count(_ result: LintResult) {
    files += 1
    words += result.words
    if !result.diagnostics.isEmpty { filesWithFindings += 1 }
    for diagnostic in result.diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .hint: hints += 1
      }
      if diagnostic.isSafelyFixable { safelyFixable += 1 }
    }
  }
}

extension Diagnostic {
  var isSafelyFixable: Bool { fixes.contains { $0.applicability == .safe } }
}
