import MTLLinting

/// Workflow commands that GitHub Actions turns into annotations; columns count Unicode scalars from 1, the end column is exclusive.
struct GitHubReporter: Reporter {
  func file(_ source: Source, _ result: LintResult, into output: inout [UInt8]) {
    guard !result.diagnostics.isEmpty else { return }
    let places = Places(source)
    for diagnostic in result.diagnostics {
      output.write("::")
      output.write(Self.command(for: diagnostic.severity))
      output.write(" file=")
      output.write(property: source.name)
      write(places.position(at: diagnostic.range.lowerBound), places.position(at: diagnostic.range.upperBound), into: &output)
      output.write(",title=")
      output.write(property: diagnostic.rule)
      output.write("::")
      output.write(data: message(diagnostic, source))
      output.write("\n")
    }
  }

  private func write(_ start: (line: Int, column: Int), _ end: (line: Int, column: Int), into output: inout [UInt8]) {
    output.write(",line=\(start.line),endLine=\(end.line)")
    // GitHub refuses columns where the lines differ.
    if start.line == end.line { output.write(",col=\(start.column),endColumn=\(end.column)") }
  }

  /// The message, and the first fix on a line of its own.
  private func message(_ diagnostic: Diagnostic, _ source: Source) -> String {
    guard let fix = diagnostic.fixes.first else { return diagnostic.message }
    let preview = FixPreview(fix, of: diagnostic, in: source, columns: 200)
    let before = String(decoding: preview.before.bytes, as: UTF8.self)
    let after = String(decoding: preview.after.bytes, as: UTF8.self)
    return "\(diagnostic.message)\n\(before) → \(after) (\(fix.applicability.rawValue))"
  }

  private static func command(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "notice"
    }
  }
}

extension [UInt8] {
  /// What comes after the second `::`.
  fileprivate mutating func write(data text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): write("%25")
      case 0x0D: write("%0D")
      case 0x0A: write("%0A")
      default: append(byte)
      }
    }
  }

  /// The value of a property, in which `:` and `,` mean something too.
  fileprivate mutating func write(property text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): write("%25")
      case 0x0D: write("%0D")
      case 0x0A: write("%0A")
      case UInt8(ascii: ":"): write("%3A")
      case UInt8(ascii: ","): write("%2C")
      default: append(byte)
      }
    }
  }
}
