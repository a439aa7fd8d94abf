import MTLint
import Testing

@Suite struct CleanTests {
  @Test("clean articles are there")
  func presence() { #expect(Corpus.clean.count >= 30) }

  @Test("nothing is found in good prose", arguments: Corpus.clean)
  func silence(_ file: CorpusFile) throws {
    let source = try file.source()
    let result = try Corpus.linter.get().lint(source, as: DocumentFormat(path: file.path))
    let lines = LineMap(source)
    for finding in result.diagnostics {
      Issue.record("\(file.name):\(lines.line(at: finding.range.lowerBound)): \(finding.rule): “\(finding.text)”")
    }
    #expect(result.words > 100)
  }
}
