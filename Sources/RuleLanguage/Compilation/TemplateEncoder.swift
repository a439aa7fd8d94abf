/// Writes templates as cells.
struct TemplateEncoder {
  let captures: [String: Int]
  let columns: [String: [String]]
  let hasSource: Bool

  /// The number that stands for the source expression of a phrase.
  static let sourceCapture = 99

  func parse(_ cell: Cell) throws -> Template {
    try Template.parse(cell, captures: captures.reduce(into: [:]) { $0[$1.key] = columns[$1.key] ?? [] }, hasSource: hasSource)
  }

  /// Writes a template and returns its address: count of parts, then for each `0, text` or `1, capture, column, functions…`.
  func write(_ template: Template, to writer: inout RuleSetWriter) -> Int {
    let encoded = template.parts.map { encode($0, &writer) }
    let address = writer.code.address
    writer.code.append(encoded.count)
    for cells in encoded { for cell in cells { writer.code.append(cell) } }
    return address
  }

  /// Writes repairs and returns their address: count, then for each whether it is safe and its template.
  func write(_ fixes: [(template: Template, isSafe: Bool)], to writer: inout RuleSetWriter) -> Int {
    let addresses = fixes.map { write($0.template, to: &writer) }
    let address = writer.code.address
    writer.code.append(fixes.count)
    for (fix, template) in zip(fixes, addresses) { writer.code.append(fix.isSafe ? 1 : 0, template) }
    return address
  }

  private func encode(_ part: Template.Part, _ writer: inout RuleSetWriter) -> [Int] {
    switch part {
    case .text(let text): return [0] + writer.reference(text)
    case .reference(let name, let column, let functions):
      let capture = name == Template.whole ? 0 : name == Template.source ? Self.sourceCapture : captures[name]!
      let index = column.flatMap { columns[name]?.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      return [1, capture, index, functions.count] + functions.map(\.rawValue)
    }
  }
}

extension Template {
  /// Whether a name stands in the template.
  func names(_ name: String) -> Bool {
    parts.contains { if case .reference(name, _, _) = $0 { true } else { false } }
  }
}
