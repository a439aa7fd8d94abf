import Testing

@testable import MTLRuleLanguage

/// What synonym spinners make of terms.
@Suite struct TermTests {
  private static let rules = """
    synonyms
      red   | ruddy 8 / rosy 7 / scarlet 5 / pink 1
      boat  | barge 8 / floating box 8 / vessel / craft 1
      night | gloaming 8 / dusk 7 / evening 5 / dark 1
      day   | daylight 8 / date 1

    terms sea
      says  “{0}” for “{source}”
      term  red 6 boat 8 / boat of day / day boat / boat night / night day +3
      but   ruddy craft

    terms stray
      says  stray “{0}”

    """

  private func marked(_ text: String) throws -> String { try CompiledRules(Self.rules).marked(text) }

  @Test(
    "two words whose strengths come to thirteen are reported, whatever the combination",
    arguments: [
      "The [ruddy barge] went.", "the [ruddy barges] went", "A [ruddy-barge] went.", "[Ruddy floating box]", "the [barge of daylight]",
      "[daylight barge]", "a [scarlet barge]", "a [daylight vessel]", "a scarlet vessel", "a date barge", "vessel of daylight",
      "the ruddy, barge", "The ruddy. Barge went.", "the red boat", "the barge ruddy",
    ])
  func sure(text: String) throws { #expect(try marked(text) == text) }

  @Test("pairs that share a word are one phrase")
  func joined() throws { #expect(try marked("the [ruddy barge gloaming] came") == "the [ruddy barge gloaming] came") }

  @Test(
    "three words of two terms need less than thirteen for each pair",
    arguments: ["a [rosy vessel dusk]", "a scarlet vessel dusk", "a rosy vessel, dusk"])
  func three(text: String) throws { #expect(try marked(text) == text) }

  @Test(
    "a word that stands as it is has the strength that its term gives it",
    arguments: [
      "a [ruddy boat]", "a [scarlet boat]", "a pink boat", "the [red barge]", "the red vessel", "daylight boat", "day barge",
    ])
  func standing(text: String) throws { #expect(try marked(text) == text) }

  @Test(
    "what is written behind a term is added where both words are spun",
    arguments: ["an [evening daylight]", "an evening day", "a dark daylight", "a [dusk daylight]"])
  func whole(text: String) throws { #expect(try marked(text) == text) }

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
    let rules = Self.rules.replacing("  night |", with: "  cat | scarlet 8 / barge 8\n  night |").replacing(
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
      ("synonyms\n  red ruddy\n", "expected a word and its synonyms"), ("synonyms x\n", "synonyms have no name"),
      ("terms t\n  says x\n  term red small boat\n", "a term is two words"), ("terms t\n  term red boat\n", "without “says”"),
      ("terms t\n  says x\n  match red\n", "has no patterns"), ("rule t\n  says x\n  match red\n  term red boat\n", "unknown field"),
    ])
  func mistakes(text: String, message: String) throws {
    let error = #expect(throws: RuleErrors.self) { try CompiledRules(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
