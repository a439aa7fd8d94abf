import MTLKnowledge

/// What `mtlint measure` once counted for a built-in rule, as `Rules/EVIDENCE.md` holds it.
public struct Evidence: Hashable, Sendable {
  /// One line a kind of text, and one for repairs; ready to be read by people.
  public let lines: [String]

  /// Nil for a rule that was not measured.
  public init?(of rule: String) { self.init(of: rule, page: Knowledge.evidence) }

  /// - Parameter page: tables whose first column is `rule`, and lines with a hyphen before them that say how much of a kind of text was read.
  init?(of rule: String, page: String) {
    var columns: [Substring] = []
    var amounts: [Substring] = []
    var lines: [String] = []
    for line in page.split(separator: "\n") {
      if line.hasPrefix("- ") { amounts.append(line.dropFirst(2)) }
      guard line.hasPrefix("|") else { continue }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map(Self.trimmed)
      if cells.first == "rule" { columns = cells }
      guard cells.first == rule[...], cells.count == columns.count else { continue }
      lines += Self.lines(cells, columns, amounts)
    }
    guard !lines.isEmpty else { return nil }
    self.lines = lines
  }

  private static let kinds = [("machine", "machine text"), ("reference", "references and post-edits"), ("clean", "clean prose")]

  private static func lines(_ cells: [Substring], _ columns: [Substring], _ amounts: [Substring]) -> [String] {
    func cell(_ title: String) -> Substring? { columns.firstIndex { $0 == title[...] }.map { cells[$0] } }
    var lines: [String] = []
    for (title, kind) in kinds {
      guard let i = columns.firstIndex(where: { $0 == title[...] }), i + 1 < cells.count else { continue }
      let amount = amounts.first { $0.hasPrefix(kind + ": ") }.map { $0.dropFirst(kind.count + 2) }
      let words = amount.map { " in \($0.prefix { $0 != " " }) words" } ?? ""
      lines.append("\(kind): \(cells[i]) found\(words), \(cells[i + 1]) per \(columns[i + 1].dropFirst())")
    }
    for (title, kind) in [("safe fixes", "safe repairs"), ("suggested", "suggested repairs")] {
      guard let effects = cell(title)?.split(separator: "/"), effects.count == 3 else { continue }
      lines.append("\(kind): \(effects[0]) brought a sentence closer to its post-edit, \(effects[2]) took it further away")
    }
    if let read = cell("read"), let mistakes = cell("mistakes") {
      lines.append("read by a person: \(mistakes) of \(read) found in machine text were mistakes")
    }
    return lines
  }

  private static func trimmed(_ cell: Substring) -> Substring {
    Substring(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
