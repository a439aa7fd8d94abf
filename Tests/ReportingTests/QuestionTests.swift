import MTLint
import Testing

@testable import MTLReporting

@Suite struct QuestionTests {
  private func shown(
    _ text: String, _ range: Range<Int>, _ edits: [[Edit]] = [], width: Int = 40, isColored: Bool = false
  ) throws -> String {
    let source = try Source(name: "a.txt", text)
    let diagnostic = Diagnostic(
      rule: "test/rule", severity: .error, category: .grammar, precedence: .pattern, range: range, message: "why", text: source.text(range),
      fixes: edits.map { Fix(title: "", applicability: .suggested, edits: $0) })
    let session = FixSession(source, reported: LintResult(diagnostics: [diagnostic], words: 0)) { _, _ in
      LintResult(diagnostics: [], words: 0)
    }
    var output: [UInt8] = []
    QuestionReporter(ReportOptions(width: width, isColored: isColored)).write(try #require(session.question), of: source, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("a garble that runs over rows is marked in each of them, and the lines beside are shown")
  func wrapped() throws {
    let expected = """
      a.txt:2:20 error test/rule  1 left

        before
        one two three four five six seven
                           ^^^^^^^^^^^^^^
        eight nine ten eleven
        ^^^^^

        why

        1  x


      """
    let text = "before\none two three four five six seven eight nine ten eleven\n\nafter"
    #expect(try shown(text, 26..<46, [[Edit(26..<46, "x")]]) == expected)
  }

  @Test("rows break between wide characters, and the garble is marked in columns")
  func wide() throws {
    let output = try shown(String(repeating: "日", count: 30) + "bad" + String(repeating: "本", count: 30), 90..<93, width: 30)
    #expect(output.contains("\n  日日bad本"))
    #expect(output.contains("\n" + String(repeating: " ", count: 6) + "^^^\n"))
  }

  @Test("a very long line is cut around the garble, a place of no width is marked")
  func long() throws {
    let output = try shown(String(repeating: "word ", count: 100_000), 250_000..<250_000, width: 80)
    #expect(output.utf8.count < 1_000)
    #expect(output.split(separator: "\n").count { $0.contains("^") } == 1)
  }

  @Test("what a repair replaces is repeated only where it is more than the garble")
  func repairs() throws {
    let output = try shown("a bad one", 2..<5, [[Edit(2..<5, "good")], [Edit(0..<9, "fine")], [Edit(2..<5, "")]])
    #expect(output.contains("\n  1  good\n  2  a bad one → fine\n  3  (delete)\n"))
  }

  @Test("colour is only where it is wanted")
  func colour() throws {
    #expect(try shown("bad", 0..<3, isColored: true).contains("\u{1B}[1;31mbad\u{1B}[0m\n"))
    #expect(try !shown("bad", 0..<3).contains("\u{1B}"))
  }

  @Test(
    "what is typed stands in a row, cut around the cursor",
    arguments: [
      ("abc", "", 20, "abc", 3), ("", "abc", 20, "abc", 0), ("日本", "語", 20, "日本語", 4), ("a\nb", "", 20, "a⏎b", 3),
      ("0123456789", "abcdef", 12, "…3456789abc", 8), ("", "0123456789abcdef", 12, "0123456789a", 0),
    ])
  func field(before: String, after: String, columns: Int, expected: String, cursor: Int) {
    let field = InputField(before: before, after: after, columns: columns)
    #expect(String(decoding: field.bytes, as: UTF8.self) == expected)
    #expect(field.cursor == cursor)
    #expect(DisplayText(expected).width < columns)
  }
}
