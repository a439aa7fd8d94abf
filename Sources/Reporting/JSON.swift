import MTLLinting

/// Version 1 of mtlint’s own format: one object; a line for each finding.
///
/// `start` and `end` are byte offsets; lines and columns count from 1, columns in Unicode scalars; ends are exclusive. Fields are
/// never removed or given another meaning within a version; new ones may be added.
struct JSONReporter: Reporter {
  static let version = 1

  private var isFirstFile = true

  func begin(into output: inout [UInt8]) { output.write("{\"version\":\(Self.version),\"files\":[") }

  mutating func file(_ source: Source, _ result: LintResult, into output: inout [UInt8]) {
    output.write(isFirstFile ? "\n{" : ",\n{")
    isFirstFile = false
    output.write(key: "path", source.name)
    if result.diagnostics.isEmpty {
      output.write(key: "findings")
      output.write("[]")
    } else {
      let places = Places(source)
      output.write(key: "findings", result.diagnostics) { write($0, places, source.name, into: &$1) }
    }
    write(Verdict(result), into: &output)
    output.write("}")
  }

  func end(_ summary: Summary, into output: inout [UInt8]) {
    output.write("],\n\"summary\":{")
    output.write(key: "files", summary.files)
    output.write(key: "errors", summary.errors)
    output.write(key: "warnings", summary.warnings)
    output.write(key: "hints", summary.hints)
    output.write(key: "words", summary.words)
    output.write("}}\n")
  }

  private func write(_ verdict: Verdict, into output: inout [UInt8]) {
    func write(rate count: Int, as key: String) {
      output.write(key: key)
      output.write(Verdict.decimal(verdict.rate(count)))
    }
    output.write(key: "words", verdict.words)
    output.write(key: "verdict")
    output.write("{")
    output.write(key: "effort", verdict.effort.rawValue)
    if let origin = verdict.origin { output.write(key: "origin", origin.rawValue) }
    if let language = verdict.language { output.write(key: "from", language) }
    write(rate: verdict.findings, as: "perThousand")
    output.write(key: "families")
    output.write("{")
    for family in verdict.families { write(rate: family.count, as: family.family) }
    output.write("}}")
  }

  private func write(_ diagnostic: Diagnostic, _ places: Places, _ path: String, into output: inout [UInt8]) {
    output.write("\n  {")
    output.write(key: "rule", diagnostic.rule)
    output.write(key: "severity", diagnostic.severity.rawValue)
    output.write(key: "category", diagnostic.category.rawValue)
    write(diagnostic.range, places, into: &output)
    output.write(key: "text", diagnostic.text)
    output.write(key: "message", diagnostic.message)
    output.write(key: "fingerprint", Fingerprint(diagnostic, path: path).description)
    output.write(key: "fixes", diagnostic.fixes) { write($0, into: &$1) }
    if !diagnostic.related.isEmpty { output.write(key: "related", diagnostic.related) { write($0, places, into: &$1) } }
    output.write("}")
  }

  private func write(_ range: Range<Int>, _ places: Places, into output: inout [UInt8]) {
    let start = places.position(at: range.lowerBound)
    let end = places.position(at: range.upperBound)
    output.write(key: "start", range.lowerBound)
    output.write(key: "end", range.upperBound)
    output.write(key: "line", start.line)
    output.write(key: "column", start.column)
    output.write(key: "endLine", end.line)
    output.write(key: "endColumn", end.column)
  }

  private func write(_ fix: Fix, into output: inout [UInt8]) {
    output.write("{")
    output.write(key: "title", fix.title)
    output.write(key: "applicability", fix.applicability.rawValue)
    output.write(key: "edits", fix.edits) { edit, output in
      output.write("{")
      output.write(key: "start", edit.range.lowerBound)
      output.write(key: "end", edit.range.upperBound)
      output.write(key: "replacement", edit.replacement)
      output.write("}")
    }
    output.write("}")
  }

  private func write(_ related: Diagnostic.Related, _ places: Places, into output: inout [UInt8]) {
    output.write("{")
    write(related.range, places, into: &output)
    output.write(key: "message", related.message)
    output.write("}")
  }
}
