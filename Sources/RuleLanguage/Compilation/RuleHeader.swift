/// Reads what a rule says of itself, apart from its patterns.
struct RuleHeader {
  let rule: ParsedRule
  let id: String
  let family: String

  func info() throws -> RuleInfo {
    for cell in rule.from { try EntryParser.checkLanguage(cell) }
    return RuleInfo(
      id: id, severity: try value(rule.severity, Severity.self) ?? .warning, category: try category(),
      tier: try value(rule.tier, Tier.self) ?? .default,
      precedence: precedence, summary: summary, explanation: rule.because?.string ?? "", from: rule.from.map(\.string),
      over: rule.over.map(\.string), bad: rule.bad.map { Example(stringLiteral: $0.string) }, good: rule.good.map(\.string))
  }

  private func value<V: RawRepresentable & CaseIterable>(_ cell: Cell?, _: V.Type) throws -> V? where V.RawValue == String {
    guard let cell else { return nil }
    if let value = V(rawValue: cell.string) { return value }
    let known = V.allCases.map(\.rawValue)
    throw Fault(
      cell.place, "unknown value “\(cell.text)”",
      remedy: Spelling.remedy(for: cell.string, among: known) ?? "one of: \(known.joined(separator: ", "))")
  }

  private func category() throws -> Category {
    guard let cell = rule.mqm else { return Family(rawValue: family)?.category ?? .unidiomatic }
    let category = Category(rawValue: cell.string)
    guard Category.all.contains(category) else {
      let known = Category.all.map(\.rawValue)
      throw Fault(
        cell.place, "unknown MQM category “\(cell.text)”",
        remedy: Spelling.remedy(for: cell.string, among: known) ?? "one of: \(known.joined(separator: ", "))")
    }
    return category
  }

  private var precedence: Precedence {
    switch family {
    case "name": .name
    default: rule.kind == .phrases ? .phrase : .pattern
    }
  }

  /// The message without what changes from place to place.
  private var summary: String {
    guard let says = rule.says else { return "An expression rendered word for word." }
    var text = ""
    var depth = 0
    for character in says.string {
      if character == "{" { depth += 1 }
      if depth == 0 { text.append(character) } else if character == "}" { text.append("…") }
      if character == "}" { depth -= 1 }
    }
    return text
  }
}

extension Family {
  /// The error category of a family’s rules that name none.
  var category: Category {
    switch self {
    case .repetition: .duplication
    case .spelling: .spelling
    case .casing: .capitalization
    case .residue: .untranslated
    case .number: .localeNumber
    case .date: .localeDate
    case .name, .tortured: .mistranslation
    case .pronoun, .clause: .grammar
    case .order: .wordOrder
    case .calque: .unidiomatic
    case .punctuation: .punctuation
    case .markup: .markup
    case .structure: .addition
    case .register: .register
    }
  }
}
