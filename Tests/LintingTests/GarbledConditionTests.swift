import MTLint
import Testing

/// `when garbled`: rules that speak where much else is wrong.
@Suite struct GarbledConditionTests {
  private static let rule = """
    rule fire-ship
      says    A fire ship is a fireboat
      when    garbled
      match   [fire ship]
      fix     fireboat
      bad     A [fire ship] came. => fireboat
      good    A fireboat came.

    """
  private static let sentence = "A fire ship came to the harbour in the evening."
  private static let garbles = [
    "The the crew waited.", "Despite of the fog they sailed.", "It happened on monday.", "A storm rose on friday.",
    "The bell rang on sunday.", "A pilot came on tuesday.",
  ]

  @Test("it is silent in good prose, and after one habit or a few garbles", arguments: [[], [2], [2, 3, 4, 5], [0, 1, 2]])
  func good(garbled: [Int]) throws { #expect(try !tells(garbled)) }

  @Test("four places that three rules mark make it speak") func garbled() throws { #expect(try tells([0, 1, 2, 3])) }

  @Test("the same places in a long text do not") func long() throws {
    #expect(try !tells([0, 1, 2, 3], after: (1...60).map { "Ship number \($0) lay in the bay and waited for wind." }))
  }

  @Test("it does not wait in the strict tier") func strict() throws { #expect(try tells([]) { $0.tier = .strict }) }

  @Test("its examples are held against it alone") func examples() throws {
    let catalogue = try Self.catalogue
    let info = try #require(catalogue.infos.first { $0.family == "own" })
    #expect(ExampleTester(catalogue).failures(of: info).isEmpty)
  }

  private static var catalogue: RuleCatalogue {
    get throws { try MTLint.catalogue(userRules: [RuleFile(path: "own.rules", family: "own", text: rule)]) }
  }

  private func tells(_ garbled: [Int], after more: [String] = [], _ change: (inout RuleSelection) -> Void = { _ in }) throws -> Bool {
    var selection = RuleSelection()
    change(&selection)
    let text = ([Self.sentence] + garbled.map { Self.garbles[$0] } + more).joined(separator: "\n\n")
    return try Linter(Self.catalogue, selection: selection).lint(Source(text)).diagnostics.contains { $0.rule == "own/fire-ship" }
  }
}
