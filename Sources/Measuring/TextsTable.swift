/// Hits of all rules together, text by text.
struct TextsTable {
  private static let titles = ["text", "words", "hits", "/1,000", "reference words", "hits", "/1,000"]
  private let rows: [[String]]

  init(_ texts: [Measurement.TextFigures]) {
    rows = texts.map { text in
      [Self.name(text.path)] + Self.cells(text.machine, text.machineWords) + Self.cells(text.reference, text.referenceWords)
    }
  }

  /// Lines of plain text, the titles first.
  var text: [String] {
    let cells = [Self.titles] + rows
    let widths = Self.titles.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      let padded = row.indices.map { i in
        let space = String(repeating: " ", count: widths[i] - row[i].count)
        return i == 0 ? row[i] + space : space + row[i]
      }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Lines of a Markdown table.
  var markdown: [String] {
    let head = [Self.titles, ["---"] + Array(repeating: "--:", count: Self.titles.count - 1)]
    return (head + rows).map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private static func cells(_ hits: Int, _ words: Int) -> [String] {
    words == 0 ? ["", "", ""] : [Figures.grouped(words), String(hits), Figures.rate(hits, per: 1000, of: words, decimals: 2)]
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
