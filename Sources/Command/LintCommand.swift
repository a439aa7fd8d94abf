import MTLReporting
import MTLint

/// `mtlint lint`: finds, and says what it found.
struct LintCommand {
  private let arguments: Arguments
  private let configurations: ConfigurationLookup
  private let linters: LinterCache
  private let failOn: FailureThreshold?
  private let format: ReportFormat
  private let documentFormat: DocumentFormat?

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    format = try arguments.choice("--format", ReportFormat.self) ?? .text
    documentFormat = try arguments.choice("--as", DocumentFormat.self)
    failOn = try arguments.choice("--fail-on", FailureThreshold.self)
    configurations = try ConfigurationLookup(arguments)
    linters = try LinterCache(arguments)
  }

  func run() throws -> ExitStatus {
    var output = ReportOutput(try report())
    var isBroken = false
    output.begin()
    for path in arguments.operands.isEmpty ? ["."] : arguments.operands {
      do {
        for file in path == "-" ? [path] : try FileWalk(settings: configurations).files(under: path) {
          do {
            try lint(file, &output)
          } catch let error as CommandError {
            // The rest is still reported; the exit status tells.
            output.flush()
            StandardStreams.error("mtlint: \(error.message)\n")
            isBroken = true
          }
        }
      } catch let error as CommandError {
        output.flush()
        StandardStreams.error("mtlint: \(error.message)\n")
        isBroken = true
      }
    }
    output.end(isQuiet: arguments.has("--quiet") && format == .text)
    return isBroken ? .failure : output.hasFailed ? .findings : .success
  }

  private func lint(_ file: String, _ output: inout ReportOutput) throws {
    let name = file == "-" ? arguments.value("--stdin-filename") ?? "<stdin>" : file
    let configuration = try configurations.configuration(for: file == "-" ? arguments.value("--stdin-filename") ?? "stdin" : file)
    let linter = try linters.linter(for: configuration, path: name)
    let source = file == "-" ? try TextFile.readStandardInput(named: name) : try TextFile.read(file)
    let result = linter.lint(source, as: documentFormat ?? configuration.format(forPath: name))
    let threshold = failOn ?? configuration.configuration.failOn
    output.file(source, result, fails: result.diagnostics.contains { threshold.isReached(by: $0.severity) })
  }

  private func report() throws -> Report {
    enum Color: String, CaseIterable { case auto, always, never }
    let isColored =
      switch try arguments.choice("--color", Color.self) ?? .auto {
      case .always: true
      case .never: false
      case .auto: StandardStreams.isTerminal(1) && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
      }
    return Report(format, ReportOptions(width: StandardStreams.terminalWidth ?? 80, isColored: isColored))
  }
}

/// A report on its way to standard output, in large writes.
private struct ReportOutput {
  private var report: Report
  private var bytes: [UInt8] = []
  private(set) var hasFailed = false

  init(_ report: Report) { self.report = report }

  mutating func begin() { report.begin(into: &bytes) }

  mutating func file(_ source: Source, _ result: LintResult, fails: Bool) {
    report.file(source, result, into: &bytes)
    if fails { hasFailed = true }
    if bytes.count > 1 << 16 { flush() }
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
