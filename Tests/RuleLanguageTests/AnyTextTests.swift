import Testing

@testable import MTLRuleLanguage

/// Whatever a rule file says, it compiles or is refused with a place; it never brings the program down.
@Suite struct AnyTextTests {
  private static let scraps = [
    "rule r\n", "rule s\n", "phrases p\n", "list l\n", "extend list colour\n", "table t  a | b\n", "\n", "  says  x {0}\n", "  match ",
    "  except ",
    "  fix  {w.ing}", "  fix", "  when ", "modern", "heading", "mentions(", "mentions(@colour)", "mentions(\"red\")",
    "density @colour >= 3",
    " and ", "  from id ms", "  over a/b", "  bad  A [ship].", "  a | b\n", "  red ship => boat | fr: navire\n", "ship", " ", " red", "\"",
    "(",
    ")", "|", "[", "]", "?", "{1,3}", "{", "}", "..3", "..3 without ", "w:", "=w", "=w.name", "@colour", "@country.name", "@country", "~",
    "~go",
    "~@speak.past", "#word", "#int(1..99)", "#form(9+,9)", "#year", "#", "^", "$", "_", "\\", "\t", "“", "é", "\r\n", "=>", " / ", ": ",
    ";", "99999999999",
  ]

  @Test("any text compiles or is refused", arguments: 0..<8 as Range<UInt64>)
  func anyText(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    for _ in 0..<250 {
      var text = ""
      for _ in 0..<Int.random(in: 1...25, using: &random) { text += Self.scraps.randomElement(using: &random)! }
      do {
        let rules = try CompiledRules(text)
        _ = try rules.matches(in: "The red ship went to Kenya, and 9 pale ships to Abidjan in 1999. Red ship’s boat.\n\n# The ship")
      } catch let errors as RuleErrors {
        #expect(errors.errors.allSatisfy { $0.line > 0 && $0.column > 0 && !$0.message.isEmpty })
      }
    }
  }
}
