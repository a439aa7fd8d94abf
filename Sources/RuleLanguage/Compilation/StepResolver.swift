import MTLLanguage
import MTLProse

/// Turns the elements of a rule's patterns into steps: looks lists up, inflects lemmas, numbers captures.
struct StepResolver {
  let declarations: Declarations
  let language: Language
  /// Numbers of the rule's captures, from 1, in the order of appearance.
  private(set) var captures: [String: Int] = [:]
  /// For each capture that binds a row: the table and its columns.
  private(set) var columns: [String: [String]] = [:]
  private var tables: [String: String] = [:]

  init(declarations: Declarations, language: Language) {
    self.declarations = declarations
    self.language = language
  }

  mutating func steps(of elements: [Element]) throws -> [Step] { try elements.map { try step($0) } }

  private mutating func step(_ element: Element) throws -> Step {
    var step = Step(item: try item(element), least: element.least, most: element.most, isGlued: element.isGlued)
    if let name = element.name { step.capture = try capture(name, element) }
    return step
  }

  private mutating func capture(_ name: String, _ element: Element) throws -> Int {
    guard name != Template.whole, name != Template.source else { throw Fault(element.place, "“\(name)” cannot be the name of an element") }
    if case .list(let list, _?) = element.node {
      guard tables[name] == nil || tables[name] == list.string else {
        throw Fault(element.place, "“\(name)” is bound to the table “\(tables[name]!)” elsewhere in this rule", remedy: "use another name")
      }
      columns[name] = declarations.tableColumns(list.string)
      tables[name] = list.string
    }
    if let number = captures[name] { return number }
    guard captures.count < 12 else { throw Fault(element.place, "more than 12 named elements in a rule") }
    captures[name] = captures.count + 1
    return captures.count
  }

  private mutating func item(_ element: Element) throws -> Step.Item {
    switch element.node {
    case .word("“", _): return .tokens(["“", "„", "«", "\""].map { CompiledToken($0) })
    case .word("”", _): return .tokens(["”", "»", "\""].map { CompiledToken($0) })
    case .word(let text, let isExact): return .tokens([CompiledToken(text, isExact: isExact)])
    case .lemma(let lemma, let form):
      let form = try form.map { try Self.form($0, element.place) }
      let forms = form.map { language.inflection.forms(of: lemma, $0) } ?? language.inflection.allForms(of: lemma)
      return .tokens(forms.map { CompiledToken($0) })
    case .lemmaList(let name, let form):
      return .list(try declarations.lemmaList(name, form: try form.map { try Self.form($0, element.place) }))
    case .list(let name, let column):
      if column == nil, let first = declarations.tableColumns(name.string).first {
        throw Fault(name.place, "“\(name.text)” is a table", remedy: "name a column, as in @\(name.text).\(first)")
      }
      return .list(try declarations.list(name, column: column))
    case .same(let name, let column): return try same(name, column)
    case .tokenClass(let found): return .tokenClass(found)
    case .alternatives(let branches): return .alternatives(try branches.map { try steps(of: $0) })
    case .gap(let length, let without): return .gap(length, without: try without.map { [try step($0)] })
    case .start: return .start
    case .end: return .end
    case .space: return .space
    case .reportStart: return .reportStart
    case .reportEnd: return .reportEnd
    }
  }

  private func same(_ name: Cell, _ column: String?) throws -> Step.Item {
    guard let number = captures[name.string] else {
      throw Fault(
        name.place, "no element before this one is named “\(name.text)”",
        remedy: Spelling.remedy(for: name.string, among: captures.keys.sorted()))
    }
    guard let column else { return .same(capture: number) }
    guard let table = tables[name.string] else { throw Fault(name.place, "“\(name.text)” is bound to no table") }
    return .cell(capture: number, list: try declarations.list(Cell(Substring(table), name.place), column: column))
  }

  private static func form(_ name: String, _ place: Place) throws -> Inflection.Form {
    if let form = Inflection.Form(rawValue: name) { return form }
    let known = Inflection.Form.allCases.map(\.rawValue)
    throw Fault(
      place, "no word has a form “\(name)”", remedy: Spelling.remedy(for: name, among: known) ?? "one of: \(known.joined(separator: ", "))")
  }
}
