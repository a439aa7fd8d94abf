import MTLLinting

/// What a person reads in a terminal: where, why, what instead; a paragraph for each finding and a sum at the end.
///
/// Nothing is written if nothing was found.
struct TextReporter: Reporter {
  private let pen: Pen
  /// Columns for what is indented by two.
  private let columns: Int
  /// The first file with safe fixes, for the advice at the end.
  private var fixablePath: String?
  private var fixableFiles = 0

  /// Narrower than this, an excerpt shows nothing.
  static let minimumWidth = 24

  init(_ options: ReportOptions) {
    pen = Pen(isColored: options.isColored)
    columns = max(options.width, Self.minimumWidth) - 2
  }

  mutating func file(_ source: Source, _ result: LintResult, into output: inout [UInt8]) {
    guard !result.diagnostics.isEmpty else { return }
    if result.diagnostics.contains(where: \.isSafelyFixable) {
      fixableFiles += 1
      fixablePath = fixablePath ?? source.name
    }
    let places = Places(source)
    for diagnostic in result.diagnostics {
      writeHead(diagnostic, source, places, into: &output)
      writeExcerpt(diagnostic, source, places, into: &output)
      output.write("  ")
      output.write(oneLine: diagnostic.message)
      output.write("\n")
      writeFixes(diagnostic, source, into: &output)
      for related in diagnostic.related { write(related, source, places, into: &output) }
      output.write("\n")
    }
  }

  func end(_ summary: Summary, into output: inout [UInt8]) {
    guard summary.findings > 0 else { return }
    output.write(TextSummary(summary, fixablePath: fixableFiles == 1 ? fixablePath : nil).sentence)
    output.write("\n")
  }

  private func writeHead(_ diagnostic: Diagnostic, _ source: Source, _ places: Places, into output: inout [UInt8]) {
    write(diagnostic.range.lowerBound, source, places, into: &output)
    output.write(" ")
    pen.write(Style(diagnostic.severity), diagnostic.severity.rawValue.utf8, into: &output)
    output.write(" ")
    pen.write(.rule, diagnostic.rule.utf8, into: &output)
    output.write("\n")
  }

  /// `path:line:column`.
  private func write(_ offset: Int, _ source: Source, _ places: Places, into output: inout [UInt8]) {
    let position = places.position(at: offset)
    output.write(oneLine: source.name)
    output.write(":\(position.line):\(position.column)")
  }

  private func writeExcerpt(_ diagnostic: Diagnostic, _ source: Source, _ places: Places, into output: inout [UInt8]) {
    let excerpt = Excerpt(of: diagnostic.range, in: source, line: places.firstLine(of: diagnostic.range), columns: columns)
    let style = Style(diagnostic.severity)
    output.write(excerpt.isCutBefore ? "  …" : "  ")
    output.append(contentsOf: excerpt.before.bytes)
    pen.write(style, excerpt.garble.bytes, into: &output)
    output.append(contentsOf: excerpt.after.bytes)
    output.write(excerpt.isCutAfter ? "…\n  " : "\n  ")
    output.append(contentsOf: repeatElement(0x20, count: excerpt.indent))
    pen.write(style, repeatElement(UInt8(ascii: "^"), count: excerpt.underline), into: &output)
    output.write("\n")
  }

  /// `garble → repair   (suggested)`, the remarks in a column.
  private func writeFixes(_ diagnostic: Diagnostic, _ source: Source, into output: inout [UInt8]) {
    let limit = columns / 2
    let rows = diagnostic.fixes.map { fix in
      let preview = FixPreview(fix, of: diagnostic, in: source, columns: limit)
      return (before: preview.before.shortened(to: limit), after: preview.after, remark: "(\(fix.applicability.rawValue))")
    }
    let widest = rows.map { $0.before.width + $0.after.width }.max() ?? 0
    for row in rows {
      output.write("  ")
      output.append(contentsOf: row.before.bytes)
      output.write(" → ")
      pen.write(.repair, row.after.bytes, into: &output)
      output.append(contentsOf: repeatElement(0x20, count: widest - row.before.width - row.after.width + 3))
      pen.write(.aside, row.remark.utf8, into: &output)
      output.write("\n")
    }
  }

  private func write(_ related: Diagnostic.Related, _ source: Source, _ places: Places, into output: inout [UInt8]) {
    output.write("  ")
    write(related.range.lowerBound, source, places, into: &output)
    output.write(" ")
    output.write(oneLine: related.message)
    output.write("\n")
  }
}
