import MTLint
import Testing

@testable import MTLMeasuring

@Suite struct ArticleScoreTests {
  /// What a linter would find in the garbled side: the text in brackets is the finding, the fixes replace all of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let annotated: String
    let finding: String
    var fixes: [String] = []
    /// Found and repaired marks, false findings.
    let expected: [Int]
    var testDescription: String { "\(annotated) ⟵ [\(finding)] \(fixes)" }
  }

  @Test(
    "marks are found and repaired",
    arguments: [
      Case(annotated: "a {~~bad~>good~~} word", finding: "bad", expected: [1, 0, 0]),
      Case(annotated: "a {~~bad~>good~~} word", finding: "bad", fixes: ["good"], expected: [1, 1, 0]),
      Case(annotated: "a {~~bad~>good~~} word", finding: "bad", fixes: ["well", "good"], expected: [1, 1, 0]),
      Case(annotated: "a {~~bad~>good~~} word", finding: "bad", fixes: ["well"], expected: [1, 0, 0]),
      Case(annotated: "a {~~bad~>good~~}{>>x | also: fine<<} word", finding: "bad", fixes: ["fine"], expected: [1, 1, 0]),
      Case(annotated: "a {~~bad~>good~~} word", finding: "a bad word", fixes: ["a good word"], expected: [1, 1, 0]),
      Case(annotated: "a {~~bad~>good~~} word", finding: "a bad word", fixes: ["one good word"], expected: [1, 0, 0]),
      Case(annotated: "a {~~very bad~>very good~~} word", finding: "bad", fixes: ["good"], expected: [1, 1, 0]),
      Case(annotated: "a {~~bad~>good~~} word", finding: "word", fixes: ["thing"], expected: [0, 0, 1]),
      Case(annotated: "no mark", finding: "mark", expected: [0, 0, 1]),
      Case(annotated: "a {==plain==} word{>>why<<}", finding: "word", expected: [0, 0, 1]),
    ])
  func substitutions(_ example: Case) throws { try check(example) }

  @Test(
    "what is missing or too much is found by the words beside it, in the same line",
    arguments: [
      Case(annotated: "I said {++that ++}he came", finding: "said he", fixes: ["said that he"], expected: [1, 1, 0]),
      Case(annotated: "I said {++that ++}he came", finding: "said", fixes: ["said that"], expected: [1, 1, 0]),
      Case(annotated: "I said {++that ++}he came", finding: "d ", fixes: ["d that "], expected: [1, 1, 0]),
      Case(annotated: "I said{++ that++} he came", finding: "he", fixes: ["that he"], expected: [1, 1, 0]),
      Case(annotated: "I said {++that ++}he came", finding: "came", expected: [0, 0, 1]),
      Case(annotated: "the the{-- the--} cat", finding: "the the the", fixes: ["the the"], expected: [1, 1, 0]),
      Case(annotated: "the {--the --}cat", finding: " the", fixes: [""], expected: [1, 1, 0]),
      Case(annotated: "Here {--, --}now", finding: "Here", expected: [1, 0, 0]),
      Case(annotated: "Above\n{--Written by--}\nBelow", finding: "Above", expected: [0, 0, 1]),
      Case(annotated: "Above\n{--Written by--}\nBelow", finding: "Written by\n", fixes: [""], expected: [1, 1, 0]),
      Case(annotated: "Above\n{--Written by--}\nBelow", finding: "Written by", fixes: [""], expected: [1, 1, 0]),
      Case(annotated: "{--A--}\n\n{--B--}\nBelow", finding: "A\n\nB\n", fixes: [""], expected: [2, 2, 0]),
      Case(annotated: "a{~~ b~> c~~}\nd", finding: "b\n", fixes: ["c"], expected: [1, 0, 0]),
    ])
  func gaps(_ example: Case) throws { try check(example) }

  @Test(
    "one finding may be about several marks and repair some of them",
    arguments: [
      Case(annotated: "{~~his~>its~~} {~~mission~>delegation~~}", finding: "his mission", fixes: ["its delegation"], expected: [2, 2, 0]),
      Case(annotated: "{~~his~>its~~} {~~mission~>delegation~~}", finding: "his mission", fixes: ["its mission"], expected: [2, 1, 0]),
      Case(annotated: "{~~his~>its~~} {~~mission~>delegation~~}", finding: "his mission", fixes: ["its task"], expected: [2, 0, 0]),
      Case(annotated: "critic {~~a~>b~~}{--,--} who", finding: "a,", fixes: ["b"], expected: [2, 2, 0]),
    ])
  func several(_ example: Case) throws { try check(example) }

  @Test("edits elsewhere count too")
  func elsewhere() throws {
    let article = try Article(Source(name: "a.critic.txt", "“{++No, ++}he said{--”--}, left."))
    let text = String(decoding: article.markup.garbled, as: UTF8.self)
    #expect(text == "“he said”, left.")
    let fix = Fix(title: "", applicability: .suggested, edits: [Edit(3..<3, "No, "), Edit(10..<13, "")])
    let score = ArticleScore(article.markup, [finding(3..<5, [fix])])
    #expect(score.found == 2)
    #expect(score.repaired == 2)
    #expect(score.misrepaired.isEmpty)
  }

  @Test("the format of an article is that of its name")
  func format() throws {
    #expect(try Article(Source(name: "a.critic.md", "{--a--}")).format == .markdown)
    #expect(try Article(Source(name: "b/a.critic.txt", "")).format == .text)
  }

  private func check(_ example: Case) throws {
    let markup = try CriticMarkup(Source(example.annotated))
    let text = String(decoding: markup.garbled, as: UTF8.self)
    let place = try #require(text.firstRange(of: example.finding))
    let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    let range = start..<start + example.finding.utf8.count
    let fixes = example.fixes.map { Fix(title: $0, applicability: .suggested, edits: [Edit(range, $0)]) }
    let score = ArticleScore(markup, [finding(range, fixes)])
    #expect([score.found, score.repaired, score.falseFindings.count] == example.expected)
    #expect(score.found + score.missed.count == score.verdicts.count)
    #expect(score.misrepaired.isEmpty == (score.found == 0 || score.repaired > 0 || fixes.isEmpty))
  }

  private func finding(_ range: Range<Int>, _ fixes: [Fix]) -> Diagnostic {
    Diagnostic(
      rule: "calque/test", severity: .warning, category: .unidiomatic, precedence: .phrase, range: range, message: "", text: "",
      fixes: fixes)
  }
}
