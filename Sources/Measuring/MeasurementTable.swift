/// The figures as columns of text, which formats for people lay out.
struct MeasurementTable {
  struct Column {
    let title: String
    /// Whether a column holds numbers, to be aligned at the right.
    let isNumber: Bool
    let cell: (Measurement.RuleFigures) -> String
  }

  let columns: [Column]

  /// Columns for the kinds of texts that were measured.
  init(_ measurement: Measurement, withTier: Bool) {
    let machine = measurement.machine
    let reference = measurement.reference
    let clean = measurement.clean
    var columns = [Column(title: "rule", isNumber: false) { $0.id }]
    if withTier { columns.append(Column(title: "tier", isNumber: false) { $0.tier }) }
    if machine.words > 0 {
      columns.append(Column(title: "machine", isNumber: true) { String($0.machine) })
      columns.append(Column(title: "/1,000", isNumber: true) { Figures.perThousand($0.machine, machine) })
    }
    if reference.words > 0 {
      columns.append(Column(title: "reference", isNumber: true) { String($0.reference) })
      columns.append(Column(title: "/1,000", isNumber: true) { Figures.perThousand($0.reference, reference) })
    }
    if clean.words > 0 {
      columns.append(Column(title: "clean", isNumber: true) { String($0.clean) })
      columns.append(Column(title: "/100,000", isNumber: true) { Figures.perHundredThousand($0.clean, clean) })
    }
    if measurement.pairs.documents > 0 {
      columns.append(Column(title: "safe fixes", isNumber: true) { Figures.effects($0.safe) })
      columns.append(Column(title: "suggested", isNumber: true) { Figures.effects($0.suggested) })
    }
    if measurement.articles.documents > 0 {
      columns.append(Column(title: "found", isNumber: true) { Self.count($0.articles.found) })
      columns.append(Column(title: "repaired", isNumber: true) { Self.count($0.articles.repaired) })
      columns.append(Column(title: "missed", isNumber: true) { Self.count($0.articles.missed) })
      columns.append(Column(title: "false", isNumber: true) { Self.count($0.articles.false) })
    }
    self.columns = columns
  }

  /// What the columns mean, a line each.
  func legend(_ measurement: Measurement) -> [String] {
    var lines: [String] = []
    if measurement.pairs.documents > 0 {
      lines.append("fixes: sentences that the first fix alone brought closer to their post-edit / left as far / took further away")
    }
    if measurement.articles.documents > 0 {
      lines.append("found, repaired, missed: marks of annotated articles; false: findings that are no mark’s")
    }
    return lines
  }

  private static func count(_ count: Int) -> String { count == 0 ? "" : String(count) }

  // MARK: Layout

  /// Lines of plain text, the titles first.
  func text(_ rows: [Measurement.RuleFigures]) -> [String] {
    let cells = [columns.map(\.title)] + rows.map { row in columns.map { $0.cell(row) } }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      let padded = columns.indices.map { i in
        let space = String(repeating: " ", count: widths[i] - row[i].count)
        return columns[i].isNumber ? space + row[i] : row[i] + space
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Lines of a Markdown table.
  func markdown(_ rows: [Measurement.RuleFigures]) -> [String] {
    let head = [columns.map(\.title), columns.map { $0.isNumber ? "--:" : "---" }]
    return (head + rows.map { row in columns.map { $0.cell(row) } }).map { "| " + $0.joined(separator: " | ") + " |" }
  }
}
