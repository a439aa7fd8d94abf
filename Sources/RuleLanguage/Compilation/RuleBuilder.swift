import MTLLanguage

/// Compiles one rule, or one block of phrases.
struct RuleBuilder {
  let rule: ParsedRule
  let id: String
  let family: String
  let declarations: Declarations
  let language: Language

  /// The most tokens that the gaps of a pattern may skip in all.
  static let gapLimit = 16
  /// The most ways in which a pattern may be tried at one place: what keeps matching linear.
  static let choiceLimit = 40_000.0

  mutating func write(to writer: inout RuleSetWriter) throws {
    if rule.isBroken, rule.matches.isEmpty && rule.entries.isEmpty || rule.kind == .rule && rule.says == nil { return }
    let info = try RuleHeader(rule: rule, id: id, family: family).info()
    switch rule.kind {
    case .rule: try writeRule(info, to: &writer)
    case .phrases: try writePhrases(info, to: &writer)
    case .terms: try writeTerms(info, to: &writer)
    }
  }

  // MARK: Rules

  private func writeRule(_ info: RuleInfo, to writer: inout RuleSetWriter) throws {
    guard let says = rule.says else { throw Fault(rule.name.place, "a rule without “says”", remedy: "tell the reader what is wrong") }
    guard !rule.matches.isEmpty else { throw Fault(rule.name.place, "a rule without “match”") }
    var resolver = StepResolver(declarations: declarations, language: language)
    let matches = try rule.matches.map { ($0, try resolver.steps(of: $0.elements)) }
    let exceptions = try rule.exceptions.map { ($0, try resolver.steps(of: $0.elements)) }
    let encoder = TemplateEncoder(captures: resolver.captures, columns: resolver.columns, hasSource: false)
    let fixes = try rule.fixes.map { (try encoder.parse($0.template), $0.isSafe) }
    let message = try encoder.parse(says)
    let saysAddress = encoder.write(message, to: &writer)
    let fixesAddress = encoder.write(fixes, to: &writer)
    let conditionsAddress = write(try conditions(rule.conditions, encoder, &writer), to: &writer)
    let exceptionsAddress = write(exceptions, to: &writer)
    writer.add(info, says: saysAddress)
    for (pattern, steps) in matches {
      let anchor = try anchor(of: steps, pattern)
      let program = writer.code.program(steps)
      writer.add(
        CompiledPattern(
          program: program, isMarked: pattern.isMarked, fixes: fixesAddress, conditions: conditionsAddress, exceptions: exceptionsAddress,
          requirement: write(Anchor.requirement(of: steps, besides: anchor, declarations.lists, language), to: &writer)),
        under: anchor)
    }
  }

  // MARK: Phrases

  private func writePhrases(_ info: RuleInfo, to writer: inout RuleSetWriter) throws {
    guard !rule.entries.isEmpty else { throw Fault(rule.name.place, "a block of phrases without an entry") }
    let says = rule.says ?? Cell("“{0}” is a word-for-word rendering of {source}", rule.name.place)
    let sayer = TemplateEncoder(captures: [:], columns: [:], hasSource: true)
    let message = try sayer.parse(says)
    let saysAddress = sayer.write(message, to: &writer)
    let exceptions = try rule.exceptions.map {
      var resolver = StepResolver(declarations: declarations, language: language)
      return ($0, try resolver.steps(of: $0.elements))
    }
    let conditionsAddress = write(try conditions(rule.conditions, sayer, &writer), to: &writer)
    let exceptionsAddress = write(exceptions, to: &writer)
    writer.add(info, says: saysAddress)
    for entry in rule.entries {
      if message.names(Template.source), entry.sources.isEmpty {
        throw Fault(entry.pattern.place, "an entry without its source expression", remedy: "add one, as in “| id: hubungan sedingin es”")
      }
      var resolver = StepResolver(declarations: declarations, language: language)
      let steps = try resolver.steps(of: entry.pattern.elements)
      let anchor = try anchor(of: steps, entry.pattern)
      let encoder = TemplateEncoder(captures: resolver.captures, columns: resolver.columns, hasSource: false)
      let fixes = encoder.write(try entry.repairs.map { (try encoder.parse($0), false) }, to: &writer)
      let program = writer.code.program(steps)
      writer.add(
        CompiledPattern(
          program: program, isMarked: entry.pattern.isMarked, fixes: fixes, source: Self.told(entry.sources),
          languages: entry.sources.map(\.language.string).joined(separator: " "), conditions: conditionsAddress,
          exceptions: exceptionsAddress,
          requirement: write(Anchor.requirement(of: steps, besides: anchor, declarations.lists, language), to: &writer)),
        under: anchor)
    }
  }

  // MARK: Terms

  private func writeTerms(_ info: RuleInfo, to writer: inout RuleSetWriter) throws {
    guard let says = rule.says else {
      throw Fault(rule.name.place, "a block of terms without “says”", remedy: "tell the reader what is wrong")
    }
    guard rule.matches.isEmpty, rule.exceptions.isEmpty, rule.fixes.isEmpty, rule.conditions.isEmpty else {
      throw Fault(
        rule.name.place, "a block of terms has no patterns, fixes or conditions", remedy: "write its terms as: term first / second")
    }
    let encoder = TemplateEncoder(captures: [:], columns: [:], hasSource: true)
    let message = encoder.write(try encoder.parse(says), to: &writer)
    let number = writer.ruleCount
    writer.add(info, says: message)
    if rule.terms.isEmpty { writer.terms.strayRule = number }
    for term in rule.terms { try writer.terms.add(term: term, rule: number) }
    for ordinary in rule.ordinary { writer.terms.add(ordinary: ordinary, language) }
  }

  /// The first source expression as a message tells it: `Indonesian “hubungan sedingin es”`.
  private static func told(_ sources: [(language: Cell, expression: Cell)]) -> String {
    guard let first = sources.first else { return "" }
    return "\(LanguageNames.english[first.language.string] ?? first.language.string) “\(first.expression.text)”"
  }

  // MARK: Checks

  private func anchor(of steps: [Step], _ pattern: Pattern) throws -> Anchor {
    let extent = Extent.of(steps, declarations.lists)
    guard extent.longest > 0 else { throw Fault(pattern.place, "a pattern that matches nothing") }
    guard Self.gaps(steps) <= Self.gapLimit else {
      throw Fault(pattern.place, "gaps of more than \(Self.gapLimit) tokens in all", remedy: "write shorter gaps")
    }
    let starts = Self.choiceLimit / max(extent.choices, 1)
    guard let anchor = Anchor.best(of: steps, atMost: starts, declarations.lists, language) else {
      throw Fault(
        pattern.place, "nothing to find this pattern by", remedy: "add a word, ~lemma, @list, #year or #int that every match must have")
    }
    guard anchor.starts <= starts else {
      throw Fault(
        pattern.place, "a pattern that could be tried in \(Int(min(extent.choices * anchor.starts, 1e9))) ways at one place",
        remedy: "shorten its gaps and repetitions, or put a rare word first")
    }
    return anchor
  }

  private static func gaps(_ steps: [Step]) -> Int {
    steps.reduce(0) { sum, step in
      switch step.item {
      case .gap(let length, _): sum + length
      case .alternatives(let branches): sum + (branches.map(gaps).max() ?? 0) * step.most
      default: sum
      }
    }
  }

  // MARK: Conditions and exceptions

  private func conditions(_ conditions: [Condition], _ encoder: TemplateEncoder, _ writer: inout RuleSetWriter) throws -> [(
    kind: ConditionKind, list: Int, atLeast: Int
  )] {
    try conditions.map { condition in
      switch condition {
      case .modern: (.modern, 0, 0)
      case .heading: (.heading, 0, 0)
      case .garbled: (.garbled, 0, 0)
      case .mentions(.list(let name)): (.mentions, try declarations.list(name, column: nil), 1)
      case .mentions(.text(let text)): (.mentions, try declarations.anonymous(text), 1)
      case .density(let list, let least): (.density, try declarations.list(list, column: nil), least)
      case .compares(let comparison):
        (comparison.isLess ? .less : .greater, try write(comparison, encoder, &writer), comparison.margin + ConditionKind.marginOffset)
      }
    }
  }

  private func write(_ conditions: [(kind: ConditionKind, list: Int, atLeast: Int)], to writer: inout RuleSetWriter) -> Int {
    guard !conditions.isEmpty else { return 0 }
    let address = writer.code.address
    writer.code.append(conditions.count)
    for condition in conditions {
      writer.code.append(condition.kind.rawValue, condition.list, condition.atLeast)
      if condition.kind.countsMentions { writer.addMention(of: condition.list, declarations.lists[condition.list]) }
    }
    return address
  }

  /// Writes the two sides of a comparison and returns their address.
  private func write(_ comparison: Condition.Comparison, _ encoder: TemplateEncoder, _ writer: inout RuleSetWriter) throws -> Int {
    let sides = try [comparison.number, comparison.cell].map { encoder.write(try encoder.parse($0), to: &writer) }
    let address = writer.code.address
    for side in sides { writer.code.append(side) }
    return address
  }

  private func write(_ requirement: [UInt64], to writer: inout RuleSetWriter) -> Int {
    guard !requirement.isEmpty else { return 0 }
    let address = writer.code.address
    writer.code.append(requirement.count)
    for hash in requirement { writer.code.append(hash: hash) }
    writer.index.require(requirement)
    return address
  }

  private func write(_ exceptions: [(Pattern, [Step])], to writer: inout RuleSetWriter) -> Int {
    guard !exceptions.isEmpty else { return 0 }
    let programs = exceptions.map { (writer.code.program($0.1), Extent.of($0.1, declarations.lists).longest, $0.0.isMarked) }
    let address = writer.code.address
    writer.code.append(programs.count)
    for (program, longest, isMarked) in programs { writer.code.append(program, longest, isMarked ? 1 : 0) }
    return address
  }
}

/// What must hold besides a match, as the blob has it.
enum ConditionKind: Int {
  case modern = 1
  case heading, mentions, density
  /// Of two numbers that are written as templates.
  case less, greater
  case garbled

  /// Numbers in a blob are not negative.
  static let marginOffset = 1000

  /// Whether it is judged when the whole document has been seen.
  var waitsForDocument: Bool { self == .modern || self == .garbled || countsMentions }
  var countsMentions: Bool { self == .mentions || self == .density }
}
