import Testing

@testable import MTLRuleLanguage

/// What the fields of a rule besides its patterns do.
@Suite struct RuleFieldTests {
  @Test(
    "an exception cancels what it overlaps",
    arguments: [
      ("the ship", "except  the ship of", "[the ship], the ship of state"),
      ("the [ship]", "except  red boat [ship]", "the [ship], red boat the [ship]"),
      ("ship", "except  [ship] boat", "[ship] boats, ship boat, boat [ship]"),
      ("ship", "except  red ..2 ship", "[ship], red ship, red small ship"),
      ("[ship] boat", "except  boat ship", "small [ship] boat, boat ship boat"),
    ])
  func except(pattern: String, exception: String, text: String) throws {
    #expect(try CompiledRules(pattern: pattern, exception).marked(text) == text)
  }

  @Test(
    "a condition speaks of the block, or of the whole document",
    arguments: [
      ("heading", "# the [ship]\n\nthe ship"),
      ("modern", "the [ship]\n\nIn 1999 and 2004."),
      ("modern", "the ship\n\nIn 1999."),
      ("modern", "the ship\n\nIn 1999, 2004 and 1812."),
      ("mentions(@colour)", "the [ship]\n\nIt is pale."),
      ("mentions(@colour)", "the ship\n\nIt is small."),
      ("mentions(\"dark boat\")", "the [ship]\n\nA dark boat."),
      ("mentions(\"dark boat\")", "the ship\n\nA boat, dark."),
      ("density @colour >= 100", "the [ship]\n\nIt is pale and green."),
      ("density @colour >= 100", "the ship\n\nIt is pale."),
      ("heading and mentions(@colour)", "# the [ship]\n\nthe ship is pale"),
      ("heading and mentions(@colour)", "# the ship\n\nthe ship is small"),
    ])
  func when(condition: String, text: String) throws {
    #expect(try CompiledRules(pattern: "the [ship]", "when  \(condition)").marked(text) == text)
  }

  @Test(
    "a template words what was captured",
    arguments: [
      ("the w:(red|small)? ship", "fix  a {w} boat", "the red ship", ["a red boat"]),
      ("the w:(red|small)? ship", "fix  a {w} boat", "the ship", ["a boat"]),
      ("the w:(red|small)? ship", "fix  a {w!} boat", "the ship", []),
      ("the w:(red|small)? ship", "fix  {w} {0}", "the ship", ["the ship"]),
      ("the ship", "fix  {0}, then", "The ship", ["The ship, then"]),
      ("the ship", "fix", "the ship", [""]),
      ("the v:~@speak", "fix  {v.ing}", "the said", ["saying"]),
      ("the v:~@speak", "fix  {v.past}", "the adding", ["added"]),
      ("the v:~go", "fix  {v.participle}", "the went", ["gone"]),
      ("the v:~go", "fix  {v.third}", "the going", ["goes"]),
      ("the v:~@speak", "fix  {v.base}", "the noted", ["note"]),
      ("the n:#lower", "fix  {n.plural}", "the box", ["boxes"]),
      ("the n:(red child)", "fix  {n.plural}", "the red child", ["red children"]),
      ("the n:#word", "fix  {n.possessive}", "the ship", ["ship’s"]),
      ("the n:#word", "fix  {n.possessive}", "the ships", ["ships’"]),
      ("the n:#word", "fix  {n.possessive}", "the Mensahs", ["Mensahs’s"]),
      ("the n:#word", "fix  {n.lower}", "the NATO", ["nato"]),
      ("the n:#word", "fix  {n.upper}", "the nato", ["NATO"]),
      ("the n:#word", "fix  {n.capital}", "the ship", ["Ship"]),
      ("the n:#number", "fix  {n.digits}", "the 1,999", ["1999"]),
      ("the n:#number", "fix  {n.myriads}", "the 40", ["400,000"]),
      ("the n:#number", "fix  {n.myriads}", "the 1,234.5", ["12,345,000"]),
      ("the n:#number", "fix  {n.hundredmillions}", "the 3.5", ["350 million"]),
      ("the n:#number", "fix  {n.hundredmillions}", "the 2,005", ["200.5 billion"]),
      ("the n:#number", "fix  {n.hundredmillions}", "the 12,300,000,000", []),
      ("the n:#form(9,9)", "fix  {n.point}", "the 3,5", ["3.5"]),
      ("the n:#form(9,99)", "fix  {n.point.thousands}", "the 1,35", ["1,350"]),
      ("the n:#number", "fix  {n.thousands}", "the 20", ["20,000"]),
      ("the n:#form(99.99)", "fix  {n.clock}", "the 19.30", ["19:30"]),
      ("the n:#form(99.99)", "fix  {n.halfday}", "the 19.05", ["7:05 p.m."]),
      ("the n:#int(0..24)", "fix  {n.halfday}", "the 0", ["midnight"]),
      ("the n:#int(0..24)", "fix  {n.halfday}", "the 23", ["11 p.m."]),
      ("the n:#form(99.99)", "fix  {n.halfday}", "the 19.75", []),
      ("the n:#word", "fix  {n.plural.upper}", "the box", ["BOXES"]),
      ("the c:@country.name", "fix  the {c.demonym} city {c.capital}", "the Ivory Coast", ["the Ivorian city Abidjan"]),
      ("the c:@country.name", "fix  {c.demonym}", "the Nowhere", []),
      ("the c:@country.name", "fix  {c.capital.possessive}", "the Kenya", ["Nairobi’s"]),
      ("the n:#word", "fix  {n.ing}", "the flurble", []),
      ("the ship", "fix  \\{a\\}", "the ship", ["{a}"]),
    ])
  func templates(pattern: String, fix: String, text: String, expected: [String]) throws {
    let found = try CompiledRules(pattern: pattern, fix).matches(in: text)
    #expect(found.map(\.repairs) == [expected])
  }

  @Test("several fixes are offered in order, and a message names what was found")
  func message() throws {
    let rules = try CompiledRules(
      "rule r\n  says  “{0}” of {c.capital}\n  match in c:@country.name\n  fix  a\n  fix  {c.demonym}\n  safe  b\n")
    let found = try #require(try rules.matches(in: "He is in Kenya.").first)
    #expect(found.message == "“in Kenya” of Nairobi")
    #expect(found.repairs == ["a", "Kenyan", "b"])
    #expect(found.rule == "test/r")
  }

  @Test("several patterns of a rule are alternatives")
  func matches() throws {
    let rules = try CompiledRules("rule r\n  says  x\n  match the ship\n  match a boat\n")
    #expect(try rules.marked("[the ship] and [a boat]") == "[the ship] and [a boat]")
  }

  @Test("#unknown leaves the words of the project’s dictionary alone")
  func dictionary() throws {
    let rules = try CompiledRules(pattern: "the [#unknown]")
    #expect(try rules.marked("the [flurble], the [Gronk]") == "the [flurble], the [Gronk]")
    #expect(try rules.marked("the flurble, the [Gronk]", dictionary: ["Flurble"]) == "the flurble, the [Gronk]")
  }

  private static let phrases = """
    phrases sea
      [red ship] => small ship / ship | fr: navire rouge ; es: barco rojo
      the [quick boat] => | de: flottes Boot
      bad  A [red ship]. => small ship
      good The ship is red.

    """

  @Test("phrases tell the expression that they render, and offer their repairs in order")
  func phrases() throws {
    let rules = try CompiledRules(Self.phrases)
    let found = try rules.matches(in: "A red ship and the quick boat.")
    #expect(found.map(\.text) == ["red ship", "quick boat"])
    #expect(found.map(\.rule) == ["test/sea", "test/sea"])
    #expect(found.first?.message == "“red ship” is a word-for-word rendering of French “navire rouge”")
    #expect(found.map(\.repairs) == [["small ship", "ship"], [""]])
  }

  @Test(
    "where the source language is stated, phrases of other languages are silent", arguments: [("fr", 1), ("es", 1), ("de", 1), ("id", 0)])
  func sourceLanguage(from: String, count: Int) throws {
    #expect(try CompiledRules(Self.phrases).matches(in: "A red ship and the quick boat.", from: from).count == count)
  }

  @Test("a rule says of itself what its file says")
  func info() throws {
    let rules = try CompiledRules(
      """
      rule r
        says      x {0}
        because   One
        because   two.
        mqm       fluency/grammar
        severity  error
        tier      strict
        from      id ms
        over      test/other number/year
        match     ship
        fix       boat
        bad       A [ship]. => boat
        good      A boat.
      """)
    let info = rules.set.info(ofRule: 0)
    #expect(info.id == "test/r" && info.summary == "x …" && info.explanation == "One two." && info.category == .grammar)
    #expect(info.severity == .error && info.tier == .strict && info.from == ["id", "ms"] && info.over == ["test/other", "number/year"])
    #expect(info.bad == ["A [ship]. => boat"] && info.good == ["A boat."])
  }

  @Test("comments and space around a line say nothing")
  func comments() throws {
    let rules = try CompiledRules(
      "# head\n\nrule r  # a rule\n\n  says  x\n  # between\n  match the ship   # what it finds\r\n  bad  [the ship] # 1\n")
    #expect(try rules.marked("[the ship]") == "[the ship]")
    #expect(rules.set.info(ofRule: 0).bad == ["[the ship] # 1"])
  }

  @Test("lists and tables can be extended elsewhere")
  func extensions() throws {
    let rules = try CompiledRules(
      "extend list colour\n  blue\nextend table country  name | demonym | capital\n  Peru | Peruvian | Lima\nrule r\n  says x\n  match the (@colour|@country.name)\n"
    )
    #expect(try rules.marked("[the blue], [the Peru], [the pale]") == "[the blue], [the Peru], [the pale]")
  }
}
