import MTLint

/// `mtlint fix`: repairs files, or shows how.
struct FixCommand {
  /// What becomes of a repaired text.
  private enum Mode {
    case write
    /// Prints a difference.
    case diff
    /// Looks whether there is one.
    case check
  }

  private let arguments: Arguments
  private let configurations: ConfigurationLookup
  private let linters: LinterCache
  private let failOn: FailureThreshold?
  private let documentFormat: DocumentFormat?
  private let scope: Fixer.Scope
  private let mode: Mode

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    documentFormat = try arguments.choice("--as", DocumentFormat.self)
    failOn = try arguments.choice("--fail-on", FailureThreshold.self)
    configurations = try ConfigurationLookup(arguments)
    linters = try LinterCache(arguments)
    scope = arguments.has("--suggested") ? .suggested : .safe
    mode = arguments.has("--diff") ? .diff : arguments.has("--check") ? .check : .write
  }

  func run() throws -> ExitStatus {
    var tally = FixTally()
    for path in arguments.operands.isEmpty ? ["."] : arguments.operands {
      do {
        for file in path == "-" ? [path] : try FileWalk(settings: configurations).files(under: path) {
          do { try fix(file, &tally) } catch let error as CommandError { tally.fail(error) }
        }
      } catch let error as CommandError {
        tally.fail(error)
      }
    }
    if !arguments.has("--quiet") { StandardStreams.error(tally.sentence(isDone: mode == .write) + "\n") }
    if tally.isBroken { return .failure }
    if arguments.has("--check") { return tally.files > 0 ? .findings : .success }
    return tally.hasFailed ? .findings : .success
  }

  private func fix(_ file: String, _ tally: inout FixTally) throws {
    let isStandardInput = file == "-"
    let name = isStandardInput ? arguments.value("--stdin-filename") ?? "<stdin>" : file
    let configuration = try configurations.configuration(for: isStandardInput ? arguments.value("--stdin-filename") ?? "stdin" : file)
    let linter = try linters.linter(for: configuration, path: name)
    let writer = isStandardInput || mode != .write ? nil : try AtomicWriter(file)
    writer?.removeRemains()
    let source = isStandardInput ? try TextFile.readStandardInput(named: name) : try TextFile.read(file)
    let format = documentFormat ?? configuration.format(forPath: name)
    let result = Fixer(scope) { linter.lint($0, as: format) }.fix(source)

    if mode == .diff { StandardStreams.output(Diff(source, result.source).unified(oldName: name, newName: name)) }
    if mode == .write, isStandardInput { StandardStreams.output(Array(result.source.bytes)) }
    if result.isChanged { try writer?.write(result.source) }
    let threshold = failOn ?? configuration.configuration.failOn
    tally.count(result, fails: result.remaining.diagnostics.contains { threshold.isReached(by: $0.severity) })
    if !arguments.has("--quiet") { sayWhatWasNotApplied(result, name) }
  }

  private func sayWhatWasNotApplied(_ result: FixResult, _ name: String) {
    guard !result.notApplied.isEmpty else { return }
    let lines = LineMap(result.source)
    for refused in result.notApplied {
      let place = lines.position(at: refused.diagnostic.range.lowerBound)
      StandardStreams.error("\(name):\(place.line):\(place.column): \(refused.diagnostic.rule): fix not applied, since \(refused.reason)\n")
    }
  }
}

/// What fixing some files came to.
struct FixTally {
  private(set) var files = 0
  private(set) var fixes = 0
  private(set) var remaining = 0
  /// Whether findings at or above the threshold remain.
  private(set) var hasFailed = false
  /// Whether some file could not be read or written.
  private(set) var isBroken = false

  mutating func count(_ result: FixResult, fails: Bool) {
    if result.isChanged { files += 1 }
    fixes += result.applied.count
    remaining += result.remaining.diagnostics.count
    hasFailed = hasFailed || fails
  }

  mutating func fail(_ error: CommandError) {
    StandardStreams.error("mtlint: \(error.message)\n")
    isBroken = true
  }

  func sentence(isDone: Bool) -> String {
    let remain = remaining == 0 ? "nothing remains" : remaining == 1 ? "1 finding remains" : "\(remaining) findings remain"
    if fixes == 0 { return "Nothing to fix; \(remain)" }
    let made = (fixes == 1 ? "1 fix" : "\(fixes) fixes") + (files == 1 ? " in 1 file" : " in \(files) files")
    return "\(made)\(isDone ? "" : " to be made"); \(remain)"
  }
}
