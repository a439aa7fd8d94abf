import MTLProse

/// Why a text is not well-formed CriticMarkup, and where.
public struct CriticMarkupError: Error, Hashable, CustomStringConvertible {
  public enum Problem: Hashable, Sendable {
    /// The mark that begins here never ends.
    case unclosed(open: String, close: String)
    /// A mark begins here inside another one, whose signs are given.
    case nested(open: String, close: String)
    /// A substitution does not say by what.
    case withoutArrow
    /// What was to be written would read as something else here.
    case ambiguous
  }

  public let problem: Problem
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int

  init(_ problem: Problem, line: Int, column: Int) {
    self.problem = problem
    self.line = line
    self.column = column
  }

  init(_ problem: Problem, at offset: Int, in source: Source) {
    let position = LineMap(source).position(at: offset)
    self.init(problem, line: position.line, column: position.column)
  }

  public var description: String {
    let message =
      switch problem {
      case .unclosed(let open, let close): "‘\(open)’ is never closed: ‘\(close)’ is missing"
      case .nested(let open, let close): "a mark inside another one: close ‘\(open)’ with ‘\(close)’ first"
      case .withoutArrow: "‘{~~’ needs ‘~>’ between what is replaced and what replaces it"
      case .ambiguous: "the text holds signs that would read as another mark"
      }
    return "\(line):\(column): \(message)"
  }
}
