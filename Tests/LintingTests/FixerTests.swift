import MTLint
import Testing

/// Lints by a table: wherever a key stands, it is a finding of the rule `table/KEY` that its value would repair.
///
/// Of keys that overlap, the first in the text is reported, and of those the longest. A value may be nil: found, but not repaired.
private struct TableLinter {
  var entries: [String: String?] = [:]
  var applicability = Applicability.safe

  func lint(_ source: Source) -> LintResult {
    var found: [Diagnostic] = []
    var i = 0
    while i < source.count {
      let keys = entries.keys.filter { source.bytes[i...].starts(with: $0.utf8) }.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
      guard let key = keys.first else {
        i += 1
        continue
      }
      let range = i..<i + key.utf8.count
      found.append(diagnostic(key, range, fix: entries[key]!.map { [Edit(range, $0)] }))
      i = range.upperBound
    }
    return LintResult(diagnostics: found, words: 0)
  }

  func diagnostic(_ text: String, _ range: Range<Int>, precedence: Precedence = .pattern, fix: [Edit]?) -> Diagnostic {
    Diagnostic(
      rule: "table/\(text)", severity: .warning, category: .grammar, precedence: precedence, range: range, message: "", text: text,
      fixes: fix.map { [Fix(title: "", applicability: applicability, edits: $0)] } ?? [])
  }
}

private func fixed(_ text: String, _ entries: [String: String?], _ scope: Fixer.Scope = .safe) throws -> FixResult {
  Fixer(scope, lint: TableLinter(entries: entries).lint).fix(try Source(text))
}

extension FixResult {
  fileprivate var text: String { source.text(0..<source.count) }
}

@Suite struct FixerTests {
  @Test(
    "fixes are applied until none is left that makes the text better",
    arguments: [
      ("a b a", ["a": "x"], "x b x"),
      ("\u{FEFF}a\r\nb", ["a": "x", "b": "y"], "\u{FEFF}x\r\ny"),
      // Each repair brings another finding.
      ("a", ["a": "b", "b": "c", "c": "d"], "a"),
      // One that cannot stand does not keep the others from standing.
      ("a b c d a", ["a": "b", "b": nil, "c": "x", "d": "y"], "a b x y a"),
      // What would remain is left alone.
      ("a b", ["a": "aa", "b": "y"], "a y"),
      // What only a first repair makes possible is found by a second pass.
      ("<c> c", ["<c>": "", "c": "x"], " x"),
      ("", ["a": "x"], ""),
    ])
  func fixpoint(text: String, entries: [String: String?], expected: String) throws {
    #expect(try fixed(text, entries).text == expected)
  }

  @Test("a repair that stands in the way of its neighbour waits for the next pass")
  func passes() throws {
    let result = try fixed("q a b", ["a": "c", "b": "k", "c b": nil, "q": "qq"])
    #expect(result.text == "q c k")
    #expect(result.applied.map(\.pass) == [0, 1])
    #expect(result.notApplied.map(\.reason) == [.remains])
  }

  @Test("suggestions are applied when asked for, the first of each finding")
  func scope() throws {
    let suggesting = TableLinter(entries: ["a": "x"], applicability: .suggested)
    let source = try Source("a")
    #expect(!Fixer(.safe, lint: suggesting.lint).fix(source).isChanged)
    #expect(Fixer(.suggested, lint: suggesting.lint).fix(source).text == "x")
    let both = Fixer(.safe) { source in
      guard source.bytes.contains(0x61) else { return LintResult(diagnostics: [], words: 0) }
      var diagnostic = suggesting.diagnostic("a", 0..<1, fix: [Edit(0..<1, "x")])
      diagnostic.fixes.append(Fix(title: "", applicability: .safe, edits: [Edit(0..<1, "y")]))
      return LintResult(diagnostics: [diagnostic], words: 0)
    }
    #expect(both.fix(source).text == "y")
  }

  /// Reports “a”, “b”, … each at its place, with edits that reach beyond it.
  private func reaching(_ findings: [(Character, Precedence, [Edit])]) -> (Source) -> LintResult {
    { source in
      let diagnostics = findings.compactMap { letter, precedence, edits -> Diagnostic? in
        guard let i = source.bytes.firstIndex(of: letter.asciiValue!) else { return nil }
        return TableLinter().diagnostic(String(letter), i..<i + 1, precedence: precedence, fix: edits)
      }
      return LintResult(diagnostics: diagnostics, words: 0)
    }
  }

  @Test("of two fixes of one place the one of higher precedence is applied, and the other is reported")
  func overlap() throws {
    let lint = reaching([("a", .pattern, [Edit(0..<3, "x")]), ("b", .fact, [Edit(2..<3, "y")])])
    let result = Fixer(lint: lint).fix(try Source("a b"))
    #expect(result.applied.map(\.diagnostic.rule).first == "table/b")
    let stuck = reaching([("a", .pattern, [Edit(0..<3, "x a")]), ("b", .fact, [Edit(2..<3, "y")])])
    #expect(Fixer(lint: stuck).fix(try Source("a b")).notApplied.map(\.reason) == [.remains])
  }

  @Test("a fix that gave way to one that does not stand gets its turn")
  func turn() throws {
    let lint = reaching([("a", .pattern, [Edit(0..<1, "x"), Edit(2..<3, "")]), ("b", .fact, [Edit(0..<3, "a b")])])
    let result = Fixer(lint: lint).fix(try Source("a b"))
    #expect(result.text == "x ")
  }

  @Test("edits that do not fit the text are never applied", arguments: [[Edit(0..<9, "")], [Edit(1..<2, ""), Edit(0..<2, "")]])
  func malformed(edits: [Edit]) throws {
    let result = Fixer(lint: reaching([("a", .pattern, edits)])).fix(try Source("a b"))
    #expect(!result.isChanged)
    #expect(result.notApplied.map(\.reason) == [.malformed])
  }

  @Test("reasons name what stands in the way")
  func reasons() throws {
    let result = try fixed("a b", ["a": "c", "c": nil, "b": "B b"])
    #expect(result.notApplied.map(\.reason) == [.newFinding(rule: "table/c", text: "c"), .remains])
    #expect(result.remaining.diagnostics.map(\.text) == ["a", "b"])
  }

  @Test("what speaks against fixes is told line by line, so that many lines take hardly more linting than one", arguments: [1, 10, 200])
  func rounds(lines: Int) throws {
    // In each line one fix that stands, one that brings a finding and one that would remain.
    let table = TableLinter(entries: ["a": "x", "b": "c", "c": nil, "d": "dd"])
    let source = try Source((1...lines).map { "line \(String(repeating: "-", count: $0)): a b d\n" }.joined())
    var count = 0
    let result = Fixer { source in
      count += 1
      return table.lint(source)
    }.fix(source)
    #expect(result.applied.count == lines)
    #expect(result.notApplied.count == 2 * lines)
    #expect(count <= 12, "linted \(count) times")
  }

  @Test("laws of fixing hold for any text and any rules", arguments: 0..<60)
  func laws(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    for _ in 0..<20 {
      let letters = ["a", "b", "c", "d", "ab", "bc", "cd", "ba", " ", "\n", "é"]
      var entries: [String: String?] = [:]
      for _ in 0..<5 { entries[letters[..<8].randomElement(using: &random)!] = (letters + [nil]).randomElement(using: &random)! }
      let text = (0..<30).map { _ in letters.randomElement(using: &random)! }.joined()
      try FixLaws.check(try Source(text), lint: TableLinter(entries: entries).lint)
    }
  }

  @Test("laws of fixing hold for the built-in rules", arguments: [Fixer.Scope.safe, .suggested])
  func builtIn(scope: Fixer.Scope) throws {
    let session = Linter(try MTLint.catalogue()).makeSession()
    let parts = [
      "the the", " ", "\n\n", "russian", "of of of", "The capital of Kenya Nairobi", "<unk>", "&amp;quot;", "monday", ",", " ,", "“",
      "said",
      "Mr", "in in the", "[a](b)", "*the* the", "<!-- mtlint-disable all -->", "<!-- mtlint-enable all -->", "has gradually", ".", "\r\n",
    ]
    var random = SplitMix64(state: 7)
    for format in DocumentFormat.allCases {
      for _ in 0..<10 {
        let text = (0..<40).map { _ in parts.randomElement(using: &random)! + " " }.joined()
        try FixLaws.check(try Source(text), scope, lint: { session.lint($0, as: format) })
      }
    }
  }
}
