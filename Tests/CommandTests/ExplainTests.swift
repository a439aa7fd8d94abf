import Testing

/// `mtlint explain`.
@Suite struct ExplainTests {
  @Test("a built-in rule is told with what was measured and what a person read")
  func evidence() throws {
    let text = try Command.run(["explain", "repetition/x-and-x"], in: Folder([:])).output
    #expect(text.contains("Measured (Rules/EVIDENCE.md):\n  machine text: "))
    #expect(text.contains("found in machine text were mistakes"))
    #expect(try Command.run(["explain", "repetition/x-and-x", "--format", "json"], in: Folder([:])).output.contains("clean prose: "))
  }

  @Test("a rule that nobody measured is told without figures")
  func unmeasured() throws {
    let rule = "rule wet\n  says x\n  match [wet] water\n  bad The [wet] water.\n  good The water.\n"
    let text = try Command.run(["explain", "mine/wet", "--rules", "mine"], in: Folder(["mine/a.rules": rule])).output
    #expect(text.contains("mine/wet"))
    #expect(!text.contains("Measured"))
  }
}
