import MTLint

/// What a run of the command comes to.
enum ExitStatus: Int32 {
  /// Nothing to complain of.
  case success = 0
  /// Findings at or above `--fail-on`, or failing examples.
  case findings = 1
  /// A mistake in usage, configuration or rules, or a file that could not be read or written.
  case failure = 2
}

/// Something that keeps the command from doing what it was asked for.
struct CommandError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

/// The command: arguments in, exit status out.
enum CommandLineTool {
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      return try dispatch(arguments)
    } catch let error as CommandError {
      StandardStreams.error("mtlint: \(error.message)\n")
    } catch {
      StandardStreams.error("\(error)\n")
    }
    return .failure
  }

  private static func dispatch(_ arguments: [String]) throws -> ExitStatus {
    guard let name = arguments.first else {
      StandardStreams.error(Help.overview)
      return .failure
    }
    switch name {
    case "--help", "-h", "help": return help(arguments.dropFirst().first)
    case "--version", "-V":
      StandardStreams.output("mtlint \(MTLint.version)\n")
      return .success
    default: break
    }
    guard let command = Subcommand(rawValue: name) else {
      let remedy = Spelling.remedy(for: name, among: Subcommand.allCases.map(\.rawValue)) ?? "see mtlint --help"
      throw CommandError("unknown command “\(name)”; \(remedy)")
    }
    let rest = Array(arguments.dropFirst())
    if Arguments.asksForHelp(rest) { return help(name) }
    switch command {
    case .lint: return try LintCommand(Arguments(rest, command)).run()
    case .fix:
      let arguments = try Arguments(rest, command)
      if arguments.has("--interactive") { return try InteractiveFixCommand(arguments).run() }
      return arguments.has("--review") ? try ReviewCommand(arguments).run() : try FixCommand(arguments).run()
    case .apply: return try ApplyCommand(Arguments(rest, command)).run()
    case .addWord: return try AddWordCommand(Arguments(rest, command)).run()
    case .rules: return try RulesCommand(Arguments(rest, command)).run()
    case .explain: return try ExplainCommand(Arguments(rest, command)).run()
    case .test: return try TestCommand(Arguments(rest, command)).run()
    case .measure: return try MeasureCommand(Arguments(rest, command), typed: rest).run()
    case .`init`: return try InitCommand(Arguments(rest, command)).run()
    }
  }

  private static func help(_ name: String?) -> ExitStatus {
    StandardStreams.output(name.flatMap(Subcommand.init(rawValue:)).map(Help.text) ?? Help.overview)
    return .success
  }
}

/// What `mtlint` can be asked to do.
enum Subcommand: String, CaseIterable {
  case lint, fix, apply
  case addWord = "add-word"
  case rules, explain, test, measure, `init`
}
