import MTLLinting

/// `path:line:column: severity: message [rule]`, a line for each finding; columns count bytes from 1.
struct GCCReporter: Reporter {
  func file(_ source: Source, _ result: LintResult, into output: inout [UInt8]) {
    guard !result.diagnostics.isEmpty else { return }
    let lines = LineMap(source)
    for diagnostic in result.diagnostics {
      output.write(oneLine: source.name)
      output.write(":")
      output.write(lines.line(at: diagnostic.range.lowerBound))
      output.write(":")
      output.write(max(1, lines.byteColumn(at: diagnostic.range.lowerBound)))
      output.write(": ")
      output.write(Self.word(for: diagnostic.severity))
      output.write(": ")
      output.write(oneLine: diagnostic.message)
      output.write(" [")
      output.write(diagnostic.rule)
      output.write("]\n")
    }
  }

  /// The readers of this format know no hints.
  private static func word(for severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }
}
