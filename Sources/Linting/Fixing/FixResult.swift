/// What fixing one text came to.
public struct FixResult: Sendable {
  /// The text after all fixes that stand; the one given if there are none.
  public let source: Source
  /// In the order in which they were applied.
  public let applied: [AppliedFix]
  /// Fixes of findings that remain, in the order of the text.
  public let notApplied: [RefusedFix]
  /// What is still to be found in `source`.
  public let remaining: LintResult

  public var isChanged: Bool { !applied.isEmpty }
}

/// A fix that stands.
public struct AppliedFix: Hashable, Sendable {
  /// The finding that it repairs, as it was reported in this pass.
  public let diagnostic: Diagnostic
  /// Its edits hold for the text before this pass.
  public let fix: Fix
  /// From 0. The fixes of a pass are applied together, to the text that the passes before it gave.
  public let pass: Int
}

/// A fix that was wanted, but would not have left the text better.
public struct RefusedFix: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// It edits what the fix of another finding edits.
    case overlap(rule: String)
    /// With it, something would be found that was not there before.
    case newFinding(rule: String, text: String)
    /// With it, the finding would still be there.
    case remains
    /// Its edits overlap each other or do not lie in the text.
    case malformed
    /// So many fixes stand in each other’s way that this one was not tried any more.
    case limit
  }

  /// A finding in the resulting text.
  public let diagnostic: Diagnostic
  public let fix: Fix
  public let reason: Reason
}

extension RefusedFix.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .overlap(let rule): "it overlaps the fix of \(rule)"
    case .newFinding(let rule, let text): "it would bring a new finding, \(rule) “\(text)”"
    case .remains: "the finding would remain"
    case .malformed: "its edits do not fit the text"
    case .limit: "too many fixes stand in each other’s way"
    }
  }
}
