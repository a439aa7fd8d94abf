import Testing

@testable import MTLLinting

/// Lints a text in which every `1` is a finding of `number/truncated-year`, `2` of `number/decimal-comma` and `3` of `calque/diplomacy`.
private struct Linted {
  let source: Source
  let diagnostics: [Diagnostic]
  let suppressions: Suppressions

  init(_ text: String, as format: DocumentFormat = .text) throws {
    let source = try Source(text)
    self.source = source
    let rules: [Character: String] = ["1": "number/truncated-year", "2": "number/decimal-comma", "3": "calque/diplomacy"]
    diagnostics = source.bytes.indices.compactMap { i in
      rules[Character(Unicode.Scalar(source.bytes[i]))].map { Self.finding($0, i..<i + 1) }
    }
    suppressions = Suppressions(comments: DocumentScanner(format).comments(in: source), in: source, known: knownRules)
  }

  static func finding(_ rule: String, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .warning, category: .grammar, precedence: .pattern, range: range, message: "", text: "", fixes: [])
  }

  func report(_ selection: RuleSelection = RuleSelection(), didRun: (String) -> Bool = { _ in true }) -> [Diagnostic] {
    suppressions.apply(to: diagnostics, selection: selection, didRun: didRun).kept
  }

  /// What is reported, each as its text.
  var kept: String { report().map { source.text($0.range) }.joined(separator: " ") }

  /// What is reported about suppressions, each with its rule’s name and message.
  func remarks(_ selection: RuleSelection = RuleSelection(), didRun: (String) -> Bool = { _ in true }) -> [String] {
    report(selection, didRun: didRun).filter { $0.rule.hasPrefix("mtlint/") }.map { "\(source.text($0.range)): \($0.message)" }
  }

  /// The text after the first fix of the first remark.
  func fixed() throws -> String {
    let remark = try #require(report().first { $0.rule.hasPrefix("mtlint/") })
    return String(decoding: source.applying(try #require(remark.fixes.first).edits), as: UTF8.self)
  }
}

@Suite struct SuppressionTests {
  @Test(
    "a suppression covers its place and its rules, and nothing else",
    arguments: [
      ("1 2\n<!-- mtlint-disable-next-line number -->\n1 2 3\n1", "1 2 3 1"),
      ("1 2 3 <!-- mtlint-disable-line number/truncated-year calque -->\n1", "2 1"),
      ("1 <!-- mtlint-disable-line number\n--> 1\n1", "1 1"),
      ("1\n<!-- mtlint-disable-next-line\nnumber -->1\n1 2\n2", "1 1 2"),
      ("<!-- mtlint-disable-next-line all -->\r\n1 3\r\n1", "1"),
      ("<!-- mtlint-disable-next-line all -->\r1 3\r1", "1"),
      ("<!-- mtlint-disable-next-line all -->\n\n1", "<!-- mtlint-disable-next-line all --> 1"),
      ("1 3\n\n3 <!-- mtlint-disable-file number -->", "3 3"),
      ("1\n<!-- mtlint-disable number -->\n1 3\n\n2\n<!-- mtlint-enable number -->\n1", "1 3 1"),
      ("1 <!-- mtlint-disable number -->1 3 2", "1 3"),
      ("<!-- mtlint-disable all -->1 2 <!-- mtlint-enable number/decimal-comma -->1 2 3 <!-- mtlint-enable all -->1", "2 1"),
      ("<!-- mtlint-disable number/truncated-year -->1 2 <!-- mtlint-enable number -->1", "2 1"),
      ("<!-- mtlint-disable number -->1<!-- mtlint-enable number --><!-- mtlint-disable number/decimal-comma -->1 2", "1"),
      ("<!-- mtlint-disable number, calque -- Quoted 1 as it is. -->1 3", ""),
      ("<!-- mtlint-disable-line number: it was so --> 1 3", "3"),
      ("<!-- mtlint-disable-line number ---> 1 3", "3"), ("<!-- mtlint-disable-line number — so it was --> 1 3", "3"),
      ("<!--mtlint-disable-line number--> 1 3", "3"),
      ("<!-- about mtlint-disable-line number --> 1", "1"),
      ("<!-- mtlinter-disable-line number --> 1 <!-- mtlint is a linter --> <!-- mtlint: see there -->", "1"),
      ("<!-- mtlint-disable-line number", "<!-- mtlint-disable-line number"),
      ("<!-- --> <!----> <!--> 1", "1"),
    ])
  func scope(text: String, expected: String) throws {
    #expect(try Linted(text, as: .html).kept == expected)
  }

  @Test("a suppression is the same in every format", arguments: DocumentFormat.allCases)
  func formats(format: DocumentFormat) throws {
    #expect(
      try Linted("1\n\n<!-- mtlint-disable-next-line number -->\n1\n\n3 1 <!-- mtlint-disable-line all -->\n", as: format).kept == "1")
  }

  @Test("the line in which a finding begins counts")
  func manyLines() throws {
    let linted = try Linted("<!-- mtlint-disable-next-line number -->\none\ntwo")
    #expect(linted.suppressions.covers(Linted.finding("number/decimal-comma", 41..<48)))
    #expect(!linted.suppressions.covers(Linted.finding("number/decimal-comma", 45..<48)))
    #expect(!linted.suppressions.covers(Linted.finding("number/decimal-comma", 0..<48)))
    #expect(!linted.suppressions.covers(Linted.finding("calque/diplomacy", 41..<48)))
  }

  @Test("what is taken out is counted, and without comments nothing changes")
  func count() throws {
    let linted = try Linted("1 2 3 <!-- mtlint-disable-line number -->")
    #expect(linted.suppressions.apply(to: linted.diagnostics) { _ in true }.suppressed == 2)
    let none = Suppressions(comments: [], in: linted.source, known: knownRules)
    #expect(none.isEmpty)
    #expect(none.apply(to: linted.diagnostics) { _ in true } == (linted.diagnostics, 0))
  }

  @Test(
    "one that says nothing that could be suppressed is a finding",
    arguments: [
      ("mtlint-disable", "mtlint-disable: “mtlint-disable” must name what it is about: a rule, a family or “all”"),
      ("mtlint-enable -- all", "mtlint-enable: “mtlint-enable” must name what it is about: a rule, a family or “all”"),
      ("mtlint-disable-line: number", "mtlint-disable-line: “mtlint-disable-line” must name what it is about: a rule, a family or “all”"),
      ("mtlint-disable-file numbr", "numbr: “numbr” is neither a rule nor a family; did you mean “number”?"),
      ("mtlint-disable-file all diplomacy", "diplomacy: “diplomacy” is neither a rule nor a family; did you mean “calque/diplomacy”?"),
      ("mtlint-disable-file *", "*: “*” is neither a rule nor a family; did you mean “all”?"),
      ("mtlint-disable-file all since it is so", "since: “since” is neither a rule nor a family; a reason stands behind “ -- ”"),
      (
        "mtlint-disable-nextline number",
        "mtlint-disable-nextline: “mtlint-disable-nextline” is no suppression; did you mean “mtlint-disable-next-line”?"
      ),
      ("MTLint-Disable number", "MTLint-Disable: “MTLint-Disable” is no suppression; did you mean “mtlint-disable”?"),
      ("mtlint disable-line number", "mtlint disable-line: “mtlint disable-line” is no suppression; did you mean “mtlint-disable-line”?"),
      ("mtlint:disable number", "mtlint:disable: “mtlint disable” is no suppression; did you mean “mtlint-disable”?"),
      ("mtlint_disable number", "mtlint_disable: “mtlint disable” is no suppression; did you mean “mtlint-disable”?"),
      ("mtlint-off", "mtlint-off: “mtlint-off” is no suppression"),
    ])
  func invalid(comment: String, expected: String) throws {
    #expect(try Linted("1 3\n<!-- \(comment) -->\n").remarks() == [expected])
  }

  @Test("the names that are right count in spite of one that is not, and the nearest name is the fix")
  func partlyInvalid() throws {
    let linted = try Linted("é1 3 <!-- mtlint-disable-line number calqe -->\n")
    #expect(linted.kept == "3 calqe")
    #expect(try linted.fixed() == "é1 3 <!-- mtlint-disable-line number calque -->\n")
  }

  @Test(
    "one that suppresses nothing is a finding",
    arguments: [
      ("3 <!-- mtlint-disable-line number -->", 1),
      ("1 <!-- mtlint-disable-line number calque -->", 0),
      ("<!-- mtlint-disable number -->1<!-- mtlint-disable number/truncated-year -->1<!-- mtlint-disable number -->3", 1),
      ("1 <!-- mtlint-disable-line number --> <!-- mtlint-disable-line number -->", 1),
      ("1 <!-- mtlint-disable-line number --> <!-- mtlint-disable-file number -->", 0),
      ("<!-- mtlint-enable number -->", 1),
      ("<!-- mtlint-disable number --> 1 <!-- mtlint-enable calque -->", 1),
      ("<!-- mtlint-disable number --> 1 <!-- mtlint-enable number --> <!-- mtlint-enable number -->", 1),
      ("<!-- mtlint-disable number --> 1 <!-- mtlint-enable number/truncated-year --><!-- mtlint-enable all -->", 0),
      ("<!-- mtlint-disable number/decimal-comma --> 2 <!-- mtlint-enable number/truncated-year -->", 1),
      ("<!-- mtlint-disable all --> 2 <!-- mtlint-enable calque --> <!-- mtlint-enable number/decimal-comma -->", 0),
      ("<!-- mtlint-disable-file mtlint --> <!-- mtlint-disable-line number -->", 0),
      ("<!-- mtlint-disable-file mtlint/unused-suppression --> <!-- mtlint-disable-line number -->", 0),
      ("<!-- mtlint-disable-file mtlint/invalid-suppression --> <!-- mtlint-disable-lne number -->", 0),
      ("<!-- mtlint-disable all -->", 1),
    ])
  func unused(text: String, count: Int) throws {
    let remarks = try Linted(text, as: .html).remarks()
    #expect(remarks.count == count, "\(remarks)")
  }

  @Test(
    "one whose rules did not all run is not called unused",
    arguments: [
      ("number/decimal-comma", 1), ("number/truncated-year", 0), ("number", 0), ("calque", 1), ("all", 0),
      ("calque number/truncated-year", 0),
    ])
  func didRun(names: String, count: Int) throws {
    let linted = try Linted("<!-- mtlint-disable-file \(names) -->")
    #expect(linted.remarks(didRun: { $0 != "number/truncated-year" }).count == count)
  }

  @Test("findings about suppressions heed the selection")
  func selection() throws {
    let linted = try Linted("<!-- mtlint-disable-file number --> <!-- mtlint-disable -->")
    #expect(linted.remarks().count == 2)
    var selection = RuleSelection()
    selection.skip = ["mtlint/unused-suppression"]
    selection.severities = ["mtlint": .error]
    #expect(linted.report(selection).map(\.rule) == ["mtlint/invalid-suppression"])
    #expect(linted.report(selection).map(\.severity) == [.error])
    selection.only = ["number"]
    #expect(linted.report(selection).isEmpty)
  }

  @Test("findings about suppressions stand among the others, by offset")
  func order() throws {
    let rules = try Linted("1 <!-- mtlint-disable --> 2 <!-- mtlint-disable-line calque --> 1").report().map(\.rule)
    #expect(
      rules == [
        "number/truncated-year", "mtlint/invalid-suppression", "number/decimal-comma", "mtlint/unused-suppression", "number/truncated-year",
      ])
  }

  @Test(
    "an unused suppression goes with the space that nothing needs then, and no paragraphs are joined",
    arguments: [
      ("a ¤ b", "a b"), ("a ¤", "a"), ("a ¤\nb", "a\nb"), ("a ¤  \nb", "a  \nb"), ("a¤b", "ab"), ("a¤ b", "a b"), ("¤ b", "b"), ("¤", ""),
      ("¤\n", ""), ("¤\na", "a"), ("a\n¤", "a\n"), ("a\n¤\n", "a\n"), ("a\n\n¤\nb", "a\n\nb"), ("a\n¤\n\nb", "a\n\nb"),
      ("a\n¤\nb", "a\n\nb"), ("a\n  ¤\t\nb", "a\n\nb"), ("a\n\n¤\n\nb", "a\n\nb"), ("a\r\n\r\n¤\r\n\r\nb\r\n", "a\r\n\r\nb\r\n"),
      ("a\r\n¤\r\nb", "a\r\n\r\nb"), ("¤\n\na", "a"), ("a\n\n¤\n\n", "a\n\n"), ("\u{FEFF}¤\na", "\u{FEFF}a"), ("> ¤\n> b", ">\n> b"),
      ("a\r\r¤\rb", "a\r\rb"),
    ])
  func removal(text: String, expected: String) throws {
    let comment = "<!-- mtlint-disable-file number -->"
    #expect(Array(try Linted(text.replacing("¤", with: comment)).fixed().utf8) == Array(expected.utf8))
  }

  @Test(
    "time is bounded however many suppressions there are",
    arguments: [
      "<!-- mtlint-disable number -->1", "<!-- mtlint-disable-line number -->1", "<!-- mtlint-disable-file number -->1",
      "<!-- mtlint-disable nmuber -->", "<!-- mtlint-disable-next-line calque -->\n2", "<!-- mtlint-enable all -->",
      "<!-- mtlint-disable number --><!-- mtlint-enable number/decimal-comma -->2",
    ])
  func hostile(part: String) throws {
    let linted = try Linted(String(repeating: part, count: 5_000))
    let time = ContinuousClock().measure { _ = linted.report() }
    #expect(time < .seconds(20))
  }

  @Test("a comment may hold any bytes")
  func damage() throws {
    var random = SystemRandomNumberGenerator()
    let parts = [
      "mtlint", "-disable", "-enable", "-line", "-file", " ", ",", ":", "--", "-", "number", "/", "all", "é", "\n", ">", "<!--", "-->",
    ]
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in parts.randomElement(using: &random)! }.joined()
      let linted = try Linted("1<!-- mtlint\(text)--> 2\n3", as: .html)
      for finding in linted.report() {
        #expect(finding.range.upperBound <= linted.source.count)
        for fix in finding.fixes { _ = linted.source.applying(fix.edits) }
      }
    }
  }

  @Test("the examples of the two rules show what they find")
  func examples() throws {
    for info in Suppressions.infos {
      for example in info.bad {
        let text = example.marked.replacing("[", with: "").replacing("]", with: "")
        let linted = try Linted(text.replacing("1998", with: "4"))
        let found = try #require(linted.report().first)
        #expect(found.rule == info.id)
        #expect(example.marked.contains("[\(linted.source.text(found.range))]"))
        #expect(found.fixes.first?.title == example.repair)
      }
    }
  }
}
