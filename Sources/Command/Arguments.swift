import MTLint

/// The arguments of a command, told apart: `--name value`, `--name=value`, flags, and what is left.
struct Arguments {
  private let command: Subcommand
  private var values: [String: [String]] = [:]
  private var flags: Set<String> = []
  private(set) var operands: [String] = []

  /// - Throws: `CommandError` for an option that the command does not have, or one without its value.
  init(_ arguments: [String], _ command: Subcommand) throws {
    self.command = command
    let options = command.options
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = options.first(where: { $0.name == parts[0] }) else {
        let remedy = Spelling.remedy(for: parts[0], among: options.map(\.name)) ?? "see mtlint \(command.rawValue) --help"
        throw CommandError("unknown option “\(parts[0])”; \(remedy)")
      }
      guard option.value != nil else {
        guard parts.count == 1 else { throw CommandError("\(option.name) takes no value") }
        flags.insert(option.name)
        continue
      }
      guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
        throw CommandError("\(option.name) needs a value: \(option.name) \(option.value!)")
      }
      values[option.name, default: []].append(value)
    }
  }

  static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The value given last.
  func value(_ option: String) -> String? { values[option]?.last }

  /// All values, in order.
  func values(_ option: String) -> [String] { values[option] ?? [] }

  /// All values, split at commas.
  func list(_ option: String) -> [String] {
    values(option).flatMap { $0.split(separator: ",") }.map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
  }

  /// The value as one of an enumeration's.
  ///
  /// - Throws: `CommandError` naming the values there are.
  func choice<Choice: RawRepresentable & CaseIterable>(_ option: String, _: Choice.Type) throws -> Choice? where Choice.RawValue == String {
    guard let value = value(option) else { return nil }
    if let choice = Choice(rawValue: value) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    let remedy = Spelling.remedy(for: value, among: known) ?? "one of: \(known.joined(separator: ", "))"
    throw CommandError("\(option) cannot be “\(value)”; \(remedy)")
  }

  /// Whether to write colours, after `--color` and the environment.
  func isColored() throws -> Bool {
    enum Color: String, CaseIterable { case auto, always, never }
    return switch try choice("--color", Color.self) ?? .auto {
    case .always: true
    case .never: false
    case .auto: StandardStreams.isTerminal(1) && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    }
  }
}
