import MTLLinting

/// Writes findings in one format, a file at a time, so that nothing has to be kept until the end.
///
/// `begin` comes first, then `file` for every file that was linted, whether or not anything was found in it, then `end`. All append
/// UTF-8 to `output`, which the caller may write out and empty between the calls.
public protocol Reporter: Sendable {
  mutating func begin(into output: inout [UInt8])
  mutating func file(_ source: Source, _ result: LintResult, into output: inout [UInt8])
  mutating func end(_ summary: Summary, into output: inout [UInt8])
}

extension Reporter {
  public func begin(into output: inout [UInt8]) {}
  public func end(_ summary: Summary, into output: inout [UInt8]) {}
}

/// What a report should look like; formats for machines ignore it.
public struct ReportOptions: Sendable {
  /// Columns of the terminal.
  public var width: Int
  /// Whether to write ANSI colours.
  public var isColored: Bool

  public init(width: Int = 80, isColored: Bool = false) {
    self.width = width
    self.isColored = isColored
  }
}

/// The formats that findings can be written in.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: the garble in its line, why, and what instead.
  case text
  /// A line for each finding, as compilers write them and editors read them.
  case gcc
  /// For programs: everything, with byte offsets.
  case json
  /// Annotations of a pull request, by GitHub’s workflow commands.
  case github

  public func makeReporter(_ options: ReportOptions = ReportOptions()) -> any Reporter {
    switch self {
    case .text: TextReporter(options)
    case .gcc: GCCReporter()
    case .json: JSONReporter()
    case .github: GitHubReporter()
    }
  }
}

/// A report in the making: a reporter, and the count of what it was given.
public struct Report: Sendable {
  public private(set) var summary = Summary()
  private var reporter: any Reporter

  public init(_ reporter: any Reporter) { self.reporter = reporter }

  public init(_ format: ReportFormat, _ options: ReportOptions = ReportOptions()) { self.init(format.makeReporter(options)) }

  /// A line for each file instead of its findings.
  public static func summaryLines(_ options: ReportOptions = ReportOptions()) -> Report { Report(SummaryLinesReporter(options)) }

  public mutating func begin(into output: inout [UInt8]) { reporter.begin(into: &output) }

  /// Writes what was found in one file.
  public mutating func file(_ source: Source, _ result: LintResult, into output: inout [UInt8]) {
    summary.count(result)
    reporter.file(source, result, into: &output)
  }

  public mutating func end(into output: inout [UInt8]) { reporter.end(summary, into: &output) }
}
