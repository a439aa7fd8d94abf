import FoundationEssentials
import MTLReporting
import MTLint

/// How lists of rules are written.
enum ListFormat: String, CaseIterable { case text, json }

/// `mtlint rules`: the rules there are.
struct RulesCommand {
  private let infos: [RuleInfo]
  private let format: ListFormat

  init(_ arguments: Arguments) throws {
    guard arguments.operands.isEmpty else {
      throw CommandError("“\(arguments.operands[0])” is unexpected; to read about a rule: mtlint explain RULE")
    }
    format = try arguments.choice("--format", ListFormat.self) ?? .text
    infos = try RuleArguments.infos(arguments)
  }

  func run() throws -> ExitStatus {
    StandardStreams.output(try format == .json ? RuleJSON.list(infos) : table)
    return .success
  }

  private var table: String {
    let idWidth = infos.map(\.id.count).max() ?? 0
    func pad(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
    let rows = infos.map { info in
      "\(pad(info.id, idWidth))  \(pad(info.severity.rawValue, 7))  \(pad(info.tier.rawValue, 7))  \(info.summary)\n"
    }
    return rows.joined() + "\n\(infos.count) rules. mtlint explain RULE tells more about one.\n"
  }
}

/// `mtlint explain`: what a rule finds, why, and what to write instead.
struct ExplainCommand {
  private let info: RuleInfo
  private let format: ListFormat

  init(_ arguments: Arguments) throws {
    format = try arguments.choice("--format", ListFormat.self) ?? .text
    guard arguments.operands.count == 1 else { throw CommandError("name one rule, as in: mtlint explain repetition/doubled-word") }
    let infos = try RuleArguments.infos(arguments)
    let id = arguments.operands[0]
    guard let info = infos.first(where: { $0.id == id }) else {
      let ofFamily = infos.filter { $0.family == id }.map(\.id)
      let remedy =
        ofFamily.isEmpty ? Spelling.remedy(for: id, among: infos.map(\.id)) : "rules of this family: \(ofFamily.joined(separator: ", "))"
      throw CommandError("no rule is named “\(id)”; \(remedy ?? "mtlint rules lists them")")
    }
    self.info = info
  }

  func run() throws -> ExitStatus {
    StandardStreams.output(try format == .json ? RuleJSON.object(info) : text)
    return .success
  }

  private var text: String {
    var lines = ["\(info.id)  (\(info.severity), \(info.tier) tier, \(info.category.rawValue))", "", info.summary]
    if !info.explanation.isEmpty { lines += ["", info.explanation] }
    if !info.from.isEmpty {
      lines += ["", "Source languages: \(info.from.map { LanguageNames.english[$0] ?? $0 }.joined(separator: ", "))"]
    }
    if !info.bad.isEmpty {
      lines += ["", "Finds, and puts instead:"]
      for example in info.bad {
        lines.append("  \(example.marked)" + (example.repair.map { "\n    → \($0.isEmpty ? "(delete)" : $0)" } ?? ""))
      }
    }
    if !info.good.isEmpty { lines += ["", "Leaves alone:"] + info.good.map { "  \($0)" } }
    if let evidence = Evidence(of: info.id) { lines += ["", "Measured (Rules/EVIDENCE.md):"] + evidence.lines.map { "  " + $0 } }
    lines += ["", "To silence it in a file: <!-- mtlint-disable \(info.id) -->", ""]
    return lines.joined(separator: "\n")
  }
}

/// Which rules a command speaks of.
enum RuleArguments {
  static func infos(_ arguments: Arguments) throws -> [RuleInfo] {
    let configuration = try ConfigurationLookup(arguments).configuration(for: Configuration.fileName)
    return try LinterCache(arguments).catalogue(with: configuration.ruleFolders + arguments.values("--rules")).infos
  }
}

/// Rules as JSON, for programs.
enum RuleJSON {
  private struct Rule: Encodable {
    struct Bad: Encodable {
      let text: String
      let repair: String?
    }

    let id: String
    let family: String
    let severity: String
    let tier: String
    let category: String
    let summary: String
    let explanation: String
    let from: [String]
    /// Lines for people; none for a rule that was not measured.
    let evidence: [String]
    let bad: [Bad]
    let good: [String]

    init(_ info: RuleInfo) {
      id = info.id
      family = info.family
      severity = info.severity.rawValue
      tier = info.tier.rawValue
      category = info.category.rawValue
      summary = info.summary
      explanation = info.explanation
      from = info.from
      evidence = Evidence(of: info.id)?.lines ?? []
      bad = info.bad.map { Bad(text: $0.marked, repair: $0.repair) }
      good = info.good
    }
  }

  static func list(_ infos: [RuleInfo]) throws -> String { try encode(infos.map(Rule.init)) }
  static func object(_ info: RuleInfo) throws -> String { try encode(Rule(info)) }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
