import Testing

@testable import MTLRuleLanguage

/// What synonym spinners make of terms.
@Suite struct TermTests {
  private static let rules = """
    synonyms
      red   | ruddy | scarlet | pink
      boat  | barge / floating box | vessel | craft
      night | gloaming | evening | dark
      day   | daylight | date | time

    terms sea
      says  “{0}” for “{source}”
      term  red! boat!! / boat of day / day boat / boat night
      but   ruddy craft

    terms stray
      says  stray “{0}”

    """

  private func marked(_ text: String) throws -> String { try CompiledRules(Self.rules).marked(text) }

  @Test(
    "two telling words in a term are reported, whatever the combination",
    arguments: [
      "The [ruddy barge] went.", "the [ruddy barges] went", "A [ruddy-barge] went.", "[Ruddy floating box]", "the [barge of daylight]",
      "[daylight barge]", "the ruddy, barge", "The ruddy. Barge went.", "the red boat", "the barge ruddy",
    ])
  func sure(text: String) throws { #expect(try marked(text) == text) }

  @Test("pairs that share a word are one phrase")
  func joined() throws { #expect(try marked("the [ruddy barge gloaming] came") == "the [ruddy barge gloaming] came") }

  @Test(
    "beside a word with a mark a telling synonym suffices, with two an odd one, and either makes the term firm",
    arguments: [
      "a [ruddy boat]", "a [scarlet boat]", "a pink boat", "the [red barge]", "the red vessel", "a [scarlet barge]", "a [ruddy vessel]",
      "a scarlet vessel", "daylight boat", "day barge", "daylight vessel", "date barge",
    ])
  func firmness(text: String) throws {
    #expect(try marked(text) == text)
  }

  @Test("a phrase that could be English waits for company, as strays do")
  func company() throws {
    let alone = "a scarlet vessel, a gloaming, a date vessel"
    #expect(try marked(alone) == alone)
    let company = "[ruddy barge] [daylight barge] [barge of daylight] a [scarlet vessel], a [gloaming], a [date vessel]"
    #expect(try marked(company) == company)
    let same = "[ruddy barge] [ruddy barges] [ruddy barge] a scarlet vessel"
    #expect(try marked(same) == same, "the same phrase is no company")
  }

  @Test(
    "a word that stands for several is read as the one that makes a term", arguments: ["[scarlet floating box]", "[barge of daylight]"])
  func readings(text: String) throws {
    let rules = Self.rules.replacing("  night |", with: "  cat | scarlet / barge | |\n  night |").replacing(
      "boat of day /", with: "boat of day / cat day /")
    #expect(try CompiledRules(rules).marked(text) == text)
  }

  @Test("company is a matter of density")
  func density() throws {
    let spun = "[ruddy barge] [daylight barge] [barge of daylight]"
    let filler = String(repeating: " and the", count: 1000)
    #expect(try marked("\(spun) a [scarlet vessel]\(String(repeating: " and the", count: 100))").contains("[scarlet vessel]"))
    #expect(try !marked("\(spun) a scarlet vessel\(filler)").contains("[scarlet vessel]"))
  }

  @Test("what is ordinary English is left alone")
  func ordinary() throws {
    let text = "[ruddy barge] [daylight barge] [barge of daylight], ruddy craft"
    #expect(try marked(text) == text)
  }

  @Test("the term is suggested in the number of the phrase")
  func repair() throws {
    let found = try CompiledRules(Self.rules).matches(in: "Two ruddy barges.")
    #expect(found.map(\.repairs) == [["red boats"]])
  }

  @Test(
    "mistakes are told",
    arguments: [
      ("synonyms\n  red | ruddy\n", "expected a word and three groups"), ("synonyms x\n", "synonyms have no name"),
      ("terms t\n  says x\n  term red small boat\n", "a term is two words"), ("terms t\n  term red boat\n", "without “says”"),
      ("terms t\n  says x\n  match red\n", "has no patterns"), ("rule t\n  says x\n  match red\n  term red boat\n", "unknown field"),
    ])
  func mistakes(text: String, message: String) throws {
    let error = #expect(throws: RuleErrors.self) { try CompiledRules(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
