import MTLReporting
import MTLint

/// `mtlint lint`: finds, and says what it found.
struct LintCommand {
  private let arguments: Arguments
  private let articles: ArticleReader
  private let format: ReportFormat

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    format = try arguments.choice("--format", ReportFormat.self) ?? .text
    guard !arguments.has("--summary") || format == .text || format == .json else {
      throw CommandError("--summary goes with the formats text and json, not with \(format.rawValue)")
    }
    articles = try ArticleReader(arguments)
  }

  func run() throws -> ExitStatus {
    var output = ReportOutput(try report())
    output.begin()
    for path in arguments.operands.isEmpty ? ["."] : arguments.operands {
      try output.telling {
        for file in path == "-" ? [path] : try FileWalk(settings: articles.configurations).files(under: path) {
          try $0.telling { try lint(file, &$0) }
        }
      }
    }
    output.end(isQuiet: arguments.has("--quiet") && format == .text)
    return output.isBroken ? .failure : output.hasFailed ? .findings : .success
  }

  private func lint(_ file: String, _ output: inout ReportOutput) throws {
    let article = try articles.read(file)
    let result = article.lint(article.source)
    output.file(article.source, result, fails: result.diagnostics.contains { article.threshold.isReached(by: $0.severity) })
  }

  private func report() throws -> Report {
    let options = ReportOptions(width: StandardStreams.terminalWidth ?? 80, isColored: try arguments.isColored())
    // JSON tells the verdict of each file anyway.
    return arguments.has("--summary") && format == .text ? .summaryLines(options) : Report(format, options)
  }
}

/// A report on its way to standard output, in large writes.
private struct ReportOutput {
  private var report: Report
  private var bytes: [UInt8] = []
  private(set) var hasFailed = false
  /// Whether something could not be linted.
  private(set) var isBroken = false

  init(_ report: Report) { self.report = report }

  mutating func begin() { report.begin(into: &bytes) }

  mutating func file(_ source: Source, _ result: LintResult, fails: Bool) {
    report.file(source, result, into: &bytes)
    if fails { hasFailed = true }
    if bytes.count > 1 << 16 { flush() }
  }

  /// Tells what keeps a file or folder from being linted: the rest is still reported, and the exit status tells.
  mutating func telling(_ body: (inout ReportOutput) throws -> Void) throws {
    do {
      try body(&self)
    } catch let error as CommandError {
      flush()
      StandardStreams.error("mtlint: \(error.message)\n")
      isBroken = true
    }
  }

  mutating func end(isQuiet: Bool) {
    if !isQuiet { report.end(into: &bytes) }
    flush()
  }

  mutating func flush() {
    StandardStreams.output(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
