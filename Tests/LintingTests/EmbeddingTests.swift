import MTLint
import Testing

/// The README’s five lines, as another package writes them.
@Suite struct EmbeddingTests {
  @Test("five lines find what is wrong with a text") func fiveLines() throws {
    let linter = Linter(try MTLint.catalogue())
    let source = try Source("Foreign Minister Lindqvist said said that talks go on.")
    var told: [String] = []
    for finding in linter.lint(source, as: .text).diagnostics {
      told.append("\(finding.range): \(finding.message) → \(finding.fixes.map(\.title))")
    }
    #expect(told == ["27..<36: “said” is said twice → [\"said\"]"])
  }
}
