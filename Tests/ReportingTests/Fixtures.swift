import MTLReporting

@testable import MTLLinting

/// A text with the garbles marked `⟦so⟧`, and what is to be reported about them.
struct Marked {
  let source: Source
  let ranges: [Range<Int>]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, name: String = "a.md") throws {
    var plain = ""
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(plain.utf8.count)
      case "⟧": ranges.append(starts.removeLast()..<plain.utf8.count)
      default: plain.unicodeScalars.append(scalar)
      }
    }
    source = try Source(name: name, plain)
    self.ranges = ranges
  }

  /// Adds a finding about the `index`th garble.
  func finding(
    _ rule: String, _ message: String, severity: Severity = .warning, at index: Int, fixes: [Fix] = [],
    related: [Diagnostic.Related] = []
  ) -> Marked {
    var copy = self
    copy.diagnostics.append(
      Diagnostic(
        rule: rule, severity: severity, category: .mistranslation, precedence: .pattern, range: ranges[index], message: message,
        text: source.text(ranges[index]), fixes: fixes, related: related))
    return copy
  }

  /// Adds a finding about the first garble, whose place the repairs take.
  func finding(_ rule: String, _ message: String, severity: Severity = .warning, safe: String? = nil, suggested: String...) -> Marked {
    let fixes = [safe].compactMap { $0 }.map { fix($0, .safe) } + suggested.map { fix($0, .suggested) }
    return finding(rule, message, severity: severity, at: 0, fixes: fixes)
  }

  /// A fix that replaces the `index`th garble.
  func fix(_ text: String, _ applicability: Applicability = .suggested, at index: Int = 0) -> Fix {
    Fix(title: text, applicability: applicability, edits: [Edit(ranges[index], text)])
  }

  /// The number of words is that of the texts in the tests’ own tongue: 100 each.
  var result: LintResult { LintResult(diagnostics: diagnostics, words: 100) }
}

/// The whole report about some files.
func written(_ format: ReportFormat, width: Int = 80, isColored: Bool = false, _ files: Marked...) -> String {
  written(format, width: width, isColored: isColored, files)
}

func written(_ format: ReportFormat, width: Int = 80, isColored: Bool = false, _ files: [Marked]) -> String {
  var report = Report(format, ReportOptions(width: width, isColored: isColored))
  var output: [UInt8] = []
  report.begin(into: &output)
  for file in files { report.file(file.source, file.result, into: &output) }
  report.end(into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// Files that hold what is hard to count or to show.
func awkwardFiles() throws -> [Marked] {
  [
    try Marked("\u{FEFF}Ärger on ⟦the the⟧ way.\r\nNext.", name: "mark.md").finding("repetition/word", "“the” twice", safe: "the"),
    try Marked("one\r\ntwo\r\n\t日本 ⟦e\u{301}a\r\nb⟧ c", name: "dir/a b.md")
      .finding("clause/broken", "Broken “line”\nhere", severity: .error, suggested: "x"),
    try Marked("Clean.", name: "clean.md"),
    try Marked("A\u{1B}[2J ⟦\u{200B}⟧b, 100%", name: "c,d:e.md")
      .finding("residue/invisible", "An invisible character, 100% \\ “\u{1B}”", severity: .hint, safe: ""),
    try Marked("⟦⟧", name: "empty.txt").finding("structure/empty", "Nothing"),
  ]
}
