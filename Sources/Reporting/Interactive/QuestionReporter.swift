import MTLLinting

/// Shows a person one finding at a time: its place in the text, the reason, and the repairs to choose from by number.
public struct QuestionReporter: Sendable {
  private let pen: Pen
  /// Columns for what is indented by two.
  private let columns: Int

  private static let rowsAround = 2
  private static let fixRows = 4

  public init(_ options: ReportOptions) {
    pen = Pen(isColored: options.isColored)
    columns = max(options.width, TextReporter.minimumWidth) - 2
  }

  /// The question about a finding of `source`.
  public func write(_ question: FixSession.Question, of source: Source, into output: inout [UInt8]) {
    let diagnostic = question.diagnostic
    writeHead(question, source, into: &output)
    output.write("\n")
    writeContext(of: diagnostic, source, into: &output)
    output.write("\n")
    write(diagnostic.message, into: &output)
    if !question.fixes.isEmpty { output.write("\n") }
    for (i, fix) in question.fixes.enumerated() { write(fix, number: i + 1, of: diagnostic, source, into: &output) }
    output.write("\n")
  }

  /// Text of any length, wrapped and indented.
  ///
  /// - Parameter hanging: how many columns further all rows but the first are indented.
  public func write(_ text: String, hanging: Int = 0, into output: inout [UInt8]) {
    let first = DisplayText(text).prefix(fitting: hanging)
    let rest = DisplayText(text).suffix(fitting: DisplayText(text).width - first.width)
    for (i, row) in WrappedLine(rest, columns: columns - hanging).rows.enumerated() {
      output.write("  ")
      output.append(contentsOf: i == 0 ? first.bytes : Array(repeating: 0x20, count: hanging))
      output.append(contentsOf: row.text.bytes)
      output.write("\n")
    }
  }

  /// What may be pressed, whole items in a row.
  public func write(choices: [String], into output: inout [UInt8]) {
    var row = DisplayText("")
    func flush() {
      output.write("  ")
      pen.write(.aside, row.bytes, into: &output)
      output.write("\n")
    }
    for choice in choices {
      let longer = DisplayText(row.isEmpty ? choice : String(decoding: row.bytes, as: UTF8.self) + "   " + choice)
      if longer.width <= columns || row.isEmpty {
        row = longer
      } else {
        flush()
        row = DisplayText(choice)
      }
    }
    flush()
  }

  private func writeHead(_ question: FixSession.Question, _ source: Source, into output: inout [UInt8]) {
    let diagnostic = question.diagnostic
    let position = LineMap(source).position(at: diagnostic.range.lowerBound)
    let place = ":\(position.line):\(position.column) "
    let left = "  \(question.left) left"
    let rest = place.utf8.count + diagnostic.severity.rawValue.utf8.count + 1 + diagnostic.rule.utf8.count + left.utf8.count
    output.append(contentsOf: DisplayText(source.name).shortened(to: max(8, columns + 2 - rest)).bytes)
    output.write(place)
    pen.write(Style(diagnostic.severity), diagnostic.severity.rawValue.utf8, into: &output)
    output.write(" ")
    pen.write(.rule, diagnostic.rule.utf8, into: &output)
    pen.write(.aside, left.utf8, into: &output)
    output.write("\n")
  }

  // MARK: Context

  /// The lines of the garble, wrapped; where they are long, the rows around it, and where it stands at an end, the line next to it.
  private func writeContext(of diagnostic: Diagnostic, _ source: Source, into output: inout [UInt8]) {
    let context = QuestionContext(of: diagnostic.range, in: source, columns: columns, rowsAround: Self.rowsAround)
    for row in context.rows {
      let marked = row.marked
      let before = row.text.prefix(fitting: marked?.lowerBound ?? row.text.width)
      output.write("  ")
      output.append(contentsOf: before.bytes)
      if let marked {
        let rest = row.text.suffix(fitting: row.text.width - before.width)
        let garble = rest.prefix(fitting: marked.count)
        pen.write(Style(diagnostic.severity), garble.bytes, into: &output)
        output.append(contentsOf: rest.suffix(fitting: rest.width - garble.width).bytes)
        output.write("\n  ")
        output.append(contentsOf: repeatElement(0x20, count: before.width))
        pen.write(Style(diagnostic.severity), repeatElement(UInt8(ascii: "^"), count: max(1, marked.count)), into: &output)
      }
      output.write("\n")
    }
  }

  // MARK: Repairs

  private func write(_ fix: Fix, number: Int, of diagnostic: Diagnostic, _ source: Source, into output: inout [UInt8]) {
    let preview = FixPreview(fix, of: diagnostic, in: source, columns: columns * Self.fixRows)
    var text = String(decoding: preview.after.bytes, as: UTF8.self)
    // The garble stands above; what is replaced is repeated only where it is something else.
    if let first = fix.edits.first, let last = fix.edits.last,
      first.range.lowerBound < diagnostic.range.lowerBound || last.range.upperBound > diagnostic.range.upperBound
    {
      text = String(decoding: preview.before.bytes, as: UTF8.self) + " → " + text
    }
    let wrapped = WrappedLine(DisplayText(text), columns: columns - 3).rows
    for (i, row) in wrapped.prefix(Self.fixRows).enumerated() {
      output.write(i == 0 ? "  \(number)  " : "     ")
      let isCut = i == Self.fixRows - 1 && wrapped.count > Self.fixRows
      pen.write(.repair, row.text.prefix(fitting: isCut ? columns - 4 : columns).bytes, into: &output)
      output.write(isCut ? "…\n" : "\n")
    }
  }
}
