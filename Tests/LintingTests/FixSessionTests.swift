import MTLint
import Testing

@Suite struct FixSessionTests {
  /// Finds “bad” with two repairs, “odd” with none, and “old” with one beside it.
  private static func lint(_ source: Source, _ words: [String]) -> LintResult {
    var found: [Diagnostic] = []
    for i in 0..<source.count {
      for (word, repairs) in [("bad", ["good", "well", "bad"]), ("odd", []), ("old", ["new"])] where !words.contains(word) {
        guard source.bytes[i...].starts(with: word.utf8) else { continue }
        let fixes = repairs.map { Fix(title: $0, applicability: .suggested, edits: [Edit(i..<i + 3, $0)]) }
        found.append(
          Diagnostic(
            rule: "test/\(word)", severity: .warning, category: .grammar, precedence: .pattern, range: i..<i + 3, message: "", text: word,
            fixes: fixes))
      }
    }
    return LintResult(diagnostics: found, words: 0)
  }

  private func session(_ text: String, skipped: Set<Int> = [], rules: Set<String> = []) throws -> FixSession {
    let source = try Source(text)
    let reported = Self.lint(source, [])
    let skipped = reported.diagnostics.filter { skipped.contains($0.range.lowerBound) }
    return FixSession(source, reported: reported, skipped: skipped, skippedRules: rules, lint: Self.lint)
  }

  private func check(_ outcome: FixSession.Outcome, _ expected: FixSession.Outcome, _ location: SourceLocation = #_sourceLocation) {
    #expect(outcome == expected, sourceLocation: location)
  }

  @Test("questions come in the order of the text, with the repairs that change something")
  func questions() throws {
    var session = try session("odd bad old")
    #expect(session.question?.fixes.isEmpty == true)
    #expect(session.question?.left == 3)
    check(session.answer(.repair(0)), .unchanged)
    check(session.answer(.skip), .skipped(1))
    #expect(session.question?.fixes.map(\.title) == ["good", "well"])
    check(session.answer(.repair(1)), .repaired(still: false))
    #expect(session.question?.diagnostic.range == 9..<12)
    check(session.answer(.write("óld")), .repaired(still: false))
    #expect(session.question == nil)
    check(session.answer(.skip), .unchanged)
    #expect(session.text == "odd well óld")
    #expect(session.repairs == 2)
    #expect(session.skipped.map(\.text) == ["odd"])
  }

  @Test("every answer can be taken back, down to the text that was given")
  func undo() throws {
    var session = try session("bad odd bad old")
    let answers: [FixSession.Answer] = [.repair(0), .addWord, .skipRule, .write("x")]
    var texts: [String] = []
    for answer in answers {
      texts.append("\(session.text) \(session.question!.left) \(session.words) \(session.skipped.count)")
      _ = session.answer(answer)
    }
    #expect(session.question == nil)
    for text in texts.reversed() {
      let isUndone = session.undo()
      #expect(isUndone)
      #expect("\(session.text) \(session.question!.left) \(session.words) \(session.skipped.count)" == text)
    }
    let isUndone = session.undo()
    #expect(!isUndone)
    #expect(!session.canUndo)
  }

  @Test("a skipped rule is not asked about any more, nor is one that was skipped before")
  func rules() throws {
    var session = try session("bad odd bad odd bad old", rules: ["test/old"])
    check(session.answer(.skipRule), .skipped(3))
    #expect(session.question?.left == 2)
    #expect(session.skipped.map(\.range.lowerBound) == [0, 8, 16])
    #expect(session.skippedRules == ["test/bad", "test/old"])
  }

  @Test("what was skipped stays skipped wherever repairs move it; its equals are still asked about")
  func skips() throws {
    var session = try session("bad bad old bad", skipped: [4])
    #expect(session.question?.left == 3)
    _ = session.answer(.write("something longer"))
    #expect(session.question?.diagnostic.text == "old")
    _ = session.answer(.repair(0))
    #expect(session.question?.left == 1)
    #expect(session.skipped.map(\.range) == [17..<20])
    #expect(session.skipped.count == 1)
  }

  @Test("an entry of the dictionary takes away all that it explains; where the dictionary has no say nothing is added")
  func words() throws {
    var session = try session("odd bad odd")
    check(session.answer(.addWord), .added("odd", 2))
    #expect(session.words == ["odd"])
    #expect(session.question?.left == 1)
    var deaf = FixSession(try Source("bad"), reported: Self.lint(try Source("bad"), [])) { source, _ in Self.lint(source, []) }
    check(deaf.answer(.addWord), .noWord)
    #expect(!deaf.canUndo)
  }

  @Test("what a repair brings to light is asked about, before its place in the end, and a finding that stays is told")
  func again() throws {
    var session = try session("x bad odd")
    check(session.answer(.write("bad again")), .repaired(still: true))
    #expect(session.question?.diagnostic.range == 2..<5)
    check(session.answer(.write("bad")), .unchanged)
    _ = session.answer(.write("old"))
    #expect(session.question?.diagnostic.text == "old")
  }

  @Test("bytes outside the answers are as they were, and the findings those of the text", arguments: 0..<40 as Range<UInt64>)
  func laws(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let parts = ["bad", "odd", "old", " ", "é", "日本", "\n"]
    var session = try session((0..<20).map { _ in parts.randomElement(using: &random)! }.joined())
    var expected = Array(session.text.utf8)
    while let question = session.question {
      let answers: [FixSession.Answer] = [.repair(0), .repair(1), .write("日"), .skip, .skip]
      let answer = answers.randomElement(using: &random)!
      let before = session.source
      let outcome = session.answer(answer)
      guard outcome != .unchanged else { continue }
      switch answer {
      case .repair(let i): expected = before.applying(question.fixes[i].edits)
      case .write(let text): expected.replaceSubrange(question.place, with: text.utf8)
      default: break
      }
      #expect(Array(session.source.bytes) == expected)
      #expect(session.result.diagnostics == Self.lint(session.source, []).diagnostics)
    }
    #expect(session.skipped.count == session.result.diagnostics.count)
  }
}

extension FixSession {
  fileprivate var text: String { source.text(0..<source.count) }
}
