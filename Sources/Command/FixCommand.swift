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

  private let paths: [String]
  private let reader: ArticleReader
  private let scope: Fixer.Scope
  private let mode: Mode
  private let isChecking: Bool
  private let isQuiet: Bool

  init(_ arguments: Arguments) throws {
    if arguments.has("--show-skipped") { throw CommandError("--show-skipped goes with --interactive") }
    paths = arguments.operands.isEmpty ? ["."] : arguments.operands
    reader = try ArticleReader(arguments)
    scope = arguments.has("--suggested") ? .suggested : .safe
    isChecking = arguments.has("--check")
    mode = arguments.has("--diff") ? .diff : isChecking ? .check : .write
    isQuiet = arguments.has("--quiet")
  }

  func run() throws -> ExitStatus {
    var tally = FixTally()
    for path in paths {
      do {
        for file in path == "-" ? [path] : try FileWalk(settings: reader.configurations).files(under: path) {
          do { try fix(file, &tally) } catch let error as CommandError { tally.fail(error) }
        }
      } catch let error as CommandError {
        tally.fail(error)
      }
    }
    if !isQuiet { StandardStreams.error(tally.sentence(isDone: mode == .write) + "\n") }
    if tally.isBroken { return .failure }
    if isChecking { return tally.files > 0 ? .findings : .success }
    return tally.hasFailed ? .findings : .success
  }

  private func fix(_ file: String, _ tally: inout FixTally) throws {
    // Made before the file is read, to see whether it changes afterwards.
    let writer = file == "-" || mode != .write ? nil : try AtomicWriter(file)
    writer?.removeRemains()
    let article = try reader.read(file)
    let name = article.source.name
    let result = Fixer(scope, lint: article.lint).fix(article.source)

    if mode == .diff, result.isChanged {
      StandardStreams.output(Diff(article.source, result.source).unified(oldName: name, newName: name))
    }
    if mode == .write, file == "-" { StandardStreams.output(Array(result.source.bytes)) }
    if result.isChanged { try writer?.write(result.source) }
    tally.count(result, fails: result.remaining.diagnostics.contains { article.threshold.isReached(by: $0.severity) })
    if !isQuiet { sayWhatWasNotApplied(result, name) }
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

  /// How many findings remain, in words.
  static func remain(_ count: Int) -> String {
    count == 0 ? "nothing remains" : count == 1 ? "1 finding remains" : "\(count) findings remain"
  }

  func sentence(isDone: Bool) -> String {
    let remain = Self.remain(remaining)
    if fixes == 0 { return "Nothing to fix; \(remain)" }
    let made = (fixes == 1 ? "1 fix" : "\(fixes) fixes") + (files == 1 ? " in 1 file" : " in \(files) files")
    return "\(made)\(isDone ? "" : " to be made"); \(remain)"
  }
}
