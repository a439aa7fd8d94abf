import MTLReporting
import MTLint

/// An option of the command line.
struct Option: Sendable {
  let name: String
  /// What its value is called in the help; nil for an option without one.
  let value: String?
  let help: String

  init(_ name: String, _ value: String? = nil, _ help: String) {
    self.name = name
    self.value = value
    self.help = help
  }
}

extension Subcommand {
  /// What the command does, in one line.
  var summary: String {
    switch self {
    case .lint: "find what machine translation left in files"
    case .fix: "apply the fixes that cannot hurt, or show them"
    case .apply: "write the text of a file that was reviewed in CriticMarkup"
    case .addWord: "add words that are no mistakes to the project’s dictionary"
    case .rules: "list the rules"
    case .explain: "say what a rule finds, why, and what to write instead"
    case .test: "run the examples of rules"
    case .measure: "count what rules find in texts of known kinds"
    case .`init`: "write a configuration with comments"
    }
  }

  /// The arguments that are no options, as the help shows them.
  var operands: String {
    switch self {
    case .lint, .fix: "[PATH…|-]"
    case .apply: "FILE"
    case .addWord: "WORD…"
    case .rules, .test, .measure: ""
    case .explain: "RULE"
    case .`init`: "[FOLDER]"
    }
  }

  var options: [Option] {
    switch self {
    case .lint: Self.lintOptions
    case .fix: Self.fixOptions
    case .apply: [Self.output]
    case .addWord: []
    case .rules, .explain: Self.ruleOptions + [Option("--format", "FORMAT", "text or json")]
    case .test: [Self.ruleFolder, Option("--only", "RULES", "test these rules or families alone")]
    case .measure: Self.measureOptions
    case .`init`: []
    }
  }

  private static let output = Option("-o", "FILE", "write to this file instead of standard output")
  private static let ruleFolder = Option("--rules", "FOLDER", "also read the rule files of a folder; may be given several times")
  private static let ruleOptions: [Option] = [
    ruleFolder, Option("--config", "FILE", "read rules that this configuration names"), Option("--no-config", nil, "read no configuration"),
  ]

  private static let measureOptions: [Option] = [
    Option("--clean", "PATH", "prose written by people; this and the next four may be given several times, a folder stands for its files"),
    Option("--machine", "PATH", "machine translations"),
    Option("--reference", "PATH", "translations of the same by people"),
    Option("--pairs", "FILE.tsv", "machine translations and their post-edits, in columns called mt and post_edit"),
    Option("--articles", "PATH", "annotated articles (CriticMarkup), called name.critic.txt or .critic.md"),
    Option("--format", "FORMAT", "text (default), json or markdown"),
    Option("--examples", "N", "show so many hits of each rule in each kind of text"),
    Option("--compare", "OLD.json", "tell what changed since this measurement"),
    Option("--notes", "FILE", "with --format markdown: end the page with this file, which people write"),
    Option("--from", "LANG", "the language that the text was translated from, such as id, zh, ru"),
    Option("--only", "RULES", "measure these rules or families alone (comma-separated)"),
    Option("--skip", "RULES", "do not run these rules or families"),
    Option("--tier", "TIER", "default, or strict for rules that are less sure of themselves as well"),
    ruleFolder,
  ]

  private static let selectionOptions: [Option] = [
    Option("--as", "FORMAT", "read files as text, markdown or html, whatever their extension"),
    Option("--from", "LANG", "the language that the text was translated from, such as id, zh, ru"),
    Option("--only", "RULES", "run these rules or families alone (comma-separated)"),
    Option("--skip", "RULES", "do not run these rules or families"),
    Option("--tier", "TIER", "default, or strict for rules that are less sure of themselves as well"),
    Option("--fail-on", "SEVERITY", "exit 1 from this severity on: error, warning (default), hint or never"),
    ruleFolder,
    Option("--config", "FILE", "use this configuration instead of the nearest .mtlint.json"),
    Option("--no-config", nil, "read no configuration"),
    Option("--stdin-filename", "PATH", "what the text on standard input is called"),
  ]

  private static let color = Option("--color", "WHEN", "auto (default), always or never; NO_COLOR is respected")

  private static let lintOptions: [Option] =
    [Option("--format", "FORMAT", ReportFormat.allCases.map(\.rawValue).joined(separator: ", ") + " (default: text)")]
    + selectionOptions + [
      color, Option("--summary", nil, "a line for each file instead of its findings: how much is wrong, what made it, what to do with it"),
      Option("--quiet", nil, "print findings alone, without the summary"),
    ]

  private static let fixOptions: [Option] =
    [
      Option("--suggested", nil, "apply suggestions as well, the first of each finding"),
      Option("--diff", nil, "print what would change, and change nothing"),
      Option("--check", nil, "exit 1 if something would change, and change nothing"),
      Option("--interactive", nil, "ask about one finding at a time: repairs by number, your own wording, skip, undo"),
      Option("--show-skipped", nil, "with --interactive: ask about what was skipped before, too"),
      Option("--review", nil, "print one file with its suggestions in CriticMarkup, to be decided on and given to mtlint apply"),
      Option("-o", "FILE", "with --review: write to this file instead of standard output"),
    ] + selectionOptions + [color, Option("--quiet", nil, "do not say what was fixed and what was not")]
}

/// The texts of `--help`.
enum Help {
  static var overview: String {
    let commands = Subcommand.allCases.map { "  mtlint \(pad("\($0.rawValue) \($0.operands)", 20)) \($0.summary)" }
    return """
      mtlint finds what machine translation leaves in texts, and suggests what an editor would write.

      Usage:
      \(commands.joined(separator: "\n"))

        mtlint COMMAND --help  tells the options of a command; mtlint --version the version.

      Exit status: 0 nothing found, 1 findings, 2 a mistake in usage, configuration, rules or files.

      """
  }

  static func text(_ command: Subcommand) -> String {
    let options = command.options + [Option("--help", nil, "this text")]
    let lines = options.map { "  \(pad($0.name + ($0.value.map { " " + $0 } ?? ""), 24)) \($0.help)" }
    return """
      Usage: mtlint \(command.rawValue)\(command.options.isEmpty ? "" : " [options]") \(command.operands)

      \(command.summary.prefix(1).uppercased() + command.summary.dropFirst()).

      Options:
      \(lines.joined(separator: "\n"))

      """
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
