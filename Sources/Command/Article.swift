import MTLint

/// A file that was read, and how to lint it.
struct Article {
  let source: Source
  let format: DocumentFormat
  let linter: FileLinter
  /// The findings with which a run fails.
  let threshold: FailureThreshold

  func lint(_ source: Source) -> LintResult { linter.lint(source, as: format) }
}

/// Reads files as the command line and their configurations say.
struct ArticleReader {
  let configurations: ConfigurationLookup
  private let linters: LinterCache
  private let failOn: FailureThreshold?
  private let format: DocumentFormat?
  private let standardInputName: String?

  init(_ arguments: Arguments) throws {
    format = try arguments.choice("--as", DocumentFormat.self)
    failOn = try arguments.choice("--fail-on", FailureThreshold.self)
    configurations = try ConfigurationLookup(arguments)
    linters = try LinterCache(arguments)
    standardInputName = arguments.value("--stdin-filename")
  }

  /// - Parameter file: a path, or `-` for standard input.
  func read(_ file: String) throws -> Article {
    let isStandardInput = file == "-"
    let name = isStandardInput ? standardInputName ?? "<stdin>" : file
    let configuration = try configurations.configuration(for: isStandardInput ? standardInputName ?? "stdin" : file)
    // A broken rule or configuration is told before a file that cannot be read.
    let linter = try linters.linter(for: configuration, path: name)
    return Article(
      source: isStandardInput ? try TextFile.readStandardInput(named: name) : try TextFile.read(file),
      format: format ?? configuration.format(forPath: name), linter: linter, threshold: failOn ?? configuration.configuration.failOn)
  }
}
