import MTLLinting

/// A line for each file: what to do with it, how much was found, what made it, and the findings by family.
///
/// `retranslate      98.2 per 1,000      621 words  news.txt  (round-trip from id: calque 45.1, clause 11.3)`
struct SummaryLinesReporter: Reporter {
  private let pen: Pen
  private var counts: [Verdict.Effort: Int] = [:]

  init(_ options: ReportOptions) { pen = Pen(isColored: options.isColored) }

  mutating func file(_ source: Source, _ result: LintResult, into output: inout [UInt8]) {
    let verdict = Verdict(result)
    counts[verdict.effort, default: 0] += 1
    pen.write(Self.style(verdict.effort), Self.padded(verdict.effort.rawValue, 14).utf8, into: &output)
    output.write(Self.padded(Verdict.decimal(verdict.rate(verdict.findings)), -7) + " per 1,000")
    output.write(Self.padded("\(verdict.words)", -9) + (verdict.words == 1 ? " word   " : " words  "))
    output.write(oneLine: source.name)
    let origin = [verdict.origin?.rawValue, verdict.language.map { "from \($0)" }].compactMap { $0 }.joined(separator: " ")
    let families = verdict.families.map { "\($0.family) \(Verdict.decimal(verdict.rate($0.count)))" }.joined(separator: ", ")
    let remarks = [origin, families].filter { !$0.isEmpty }.joined(separator: ": ")
    if !remarks.isEmpty {
      output.write("  ")
      pen.write(.aside, "(\(remarks))".utf8, into: &output)
    }
    output.write("\n")
  }

  func end(_ summary: Summary, into output: inout [UInt8]) {
    let parts = Verdict.Effort.allCases.compactMap { effort in counts[effort].map { "\($0) \(effort.rawValue)" } }
    output.write("\n\(summary.files) file\(summary.files == 1 ? "" : "s")\(parts.isEmpty ? "" : ": ")\(parts.joined(separator: ", "))\n")
  }

  private static func style(_ effort: Verdict.Effort) -> Style {
    switch effort {
    case .leave: .aside
    case .lightEdit: Style(.hint)
    case .fullPostEdit: Style(.warning)
    case .retranslate: Style(.error)
    }
  }

  /// Spaces up to a width behind a text, or before it where the width is negative.
  private static func padded(_ text: String, _ width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? spaces + text : text + spaces
  }
}
