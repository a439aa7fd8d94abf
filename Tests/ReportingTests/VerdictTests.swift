import MTLReporting
import Testing

@testable import MTLLinting

@Suite("What the findings say of a document")
struct VerdictTests {
  private func finding(_ rule: String, _ text: String, _ languages: [String] = []) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: .warning, category: .mistranslation, precedence: .pattern, range: 0..<1, message: "", text: text, fixes: [],
      languages: languages)
  }

  private func verdict(words: Int, _ findings: [Diagnostic]) -> Verdict { Verdict(LintResult(diagnostics: findings, words: words)) }

  private func many(_ rule: String, _ count: Int) -> [Diagnostic] { (0..<count).map { finding(rule, "garble \($0)") } }

  @Test(
    "the effort grows with what is garbled in a thousand words",
    arguments: [
      ("calque/a", 0, 500, .leave), ("calque/a", 1, 100, .leave), ("calque/a", 2, 1000, .leave), ("calque/a", 3, 1000, .lightEdit),
      ("calque/a", 9, 1000, .lightEdit), ("calque/a", 10, 1000, .fullPostEdit), ("calque/a", 39, 1000, .fullPostEdit),
      ("calque/a", 40, 1000, .retranslate), ("calque/a", 4, 20, .fullPostEdit), ("calque/a", 2, 20, .lightEdit),
      ("punctuation/a", 90, 1000, .lightEdit), ("casing/a", 90, 1000, .lightEdit),
    ] as [(String, Int, Int, Verdict.Effort)])
  func effort(rule: String, count: Int, words: Int, expected: Verdict.Effort) {
    #expect(verdict(words: words, many(rule, count)).effort == expected)
  }

  @Test("families are counted, and told by rate, the most frequent first")
  func families() {
    let verdict = verdict(words: 300, many("name/a", 1) + many("calque/a", 1) + many("calque/b", 2))
    #expect(verdict.families.map(\.family) == ["calque", "name"])
    #expect(verdict.families.map { verdict.rate($0.count) } == [100, 33])
    #expect(self.verdict(words: 0, []).rate(0) == 0)
  }

  @Test("tortured phrases tell of a spinner, but not a single one said twice")
  func spun() {
    #expect(verdict(words: 200, many("tortured/a", 3) + many("calque/a", 2)).origin == .spun)
    #expect(verdict(words: 200, [finding("tortured/a", "x"), finding("tortured/a", "x")]).origin == nil)
    #expect(verdict(words: 200, many("tortured/a", 2) + many("calque/a", 8)).origin == .direct)
  }

  @Test("pronouns of states, broken clauses and lost order together tell of a second translation")
  func roundTrip() {
    let twice = [finding("pronoun/a", "his"), finding("clause/a", "added that"), finding("order/a", "capital Oslo")]
    #expect(verdict(words: 200, twice + many("calque/a", 9)).origin == .roundTrip)
    #expect(verdict(words: 200, Array(twice.prefix(2)) + many("calque/a", 9)).origin == .direct)
    #expect(verdict(words: 2000, twice).origin == nil, "what is left alone is no machine’s")
  }

  @Test("the source language is told where the expressions agree")
  func language() {
    let some = [finding("calque/a", "one", ["id", "ms"]), finding("calque/a", "two", ["id"]), finding("calque/b", "three", ["ru", "id"])]
    #expect(verdict(words: 200, some).language == "id")
    #expect(verdict(words: 200, Array(some.prefix(2))).language == nil, "two are too few")
    #expect(verdict(words: 200, some + [finding("calque/a", "one", ["ms"]), finding("calque/a", "one", ["ms"])]).language == "id")
    let others = [finding("calque/a", "four", ["ru"]), finding("calque/a", "five", ["ru"])]
    #expect(verdict(words: 200, some + others).language == nil, "two languages stand against each other")
    #expect(verdict(words: 200, some.map { finding("calque/a", $0.text, ["id", "ms"]) }).language == nil)
  }

  @Test("a line tells of a file, and the last one of all")
  func lines() throws {
    var report = Report.summaryLines()
    var output: [UInt8] = []
    report.begin(into: &output)
    let files = [
      try Marked("Clean.", name: "b.md"),
      try Marked("⟦a⟧", name: "a\n.md").finding("calque/x", "m").finding("calque/x", "m").finding("name/x", "m"),
    ]
    for file in files { report.file(file.source, file.result, into: &output) }
    report.end(into: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        leave             0.0 per 1,000      100 words  b.md
        full post-edit   30.0 per 1,000      100 words  a .md  (calque 20.0, name 10.0)

        2 files: 1 leave, 1 full post-edit

        """)
  }
}
