import MTLint
import Testing

/// What `mtlint test` takes for an example that holds.
@Suite struct ExampleTesterTests {
  @Test(
    "a deletion holds wherever it stands, with the space that goes with it",
    arguments: ["The boat sank [in it].", "The boat sank [in it] at noon.", "The boat sank [in it], he said."])
  func deletion(marked: String) throws {
    #expect(try failures(marked, repair: "").isEmpty)
  }

  @Test("an example whose fix gives something else is told with both") func otherRepair() throws {
    let failure = try #require(try failures("The boat sank [in it].", repair: "there").first)
    #expect(failure.reason == "the first fix gives “” instead of “there”")
  }

  private func failures(_ marked: String, repair: String) throws -> [ExampleFailure] {
    let text = """
      rule ends-in-it
        says    “in it” repeats
        match   boat sank [in it]
        fix
        bad     \(marked) => \(repair)
        good    The boat sank.

      """
    let catalogue = try MTLint.catalogue(userRules: [RuleFile(path: "my-rules/anything.rules", family: "my-rules", text: text)])
    let info = try #require(catalogue.infos.first { $0.family == "my-rules" })
    return ExampleTester(catalogue).failures(of: info)
  }
}
