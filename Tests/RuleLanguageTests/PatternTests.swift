import Testing

@testable import MTLRuleLanguage

/// What each element of a pattern matches: pattern, and a text with `[…]` around all that it finds.
@Suite struct PatternTests {
  private func check(_ pattern: String, _ text: String) throws {
    #expect(try CompiledRules(pattern: pattern).marked(text) == text, "\(pattern)")
  }

  @Test(
    "a word matches in any case, a capitalised or quoted one as it stands",
    arguments: [
      ("ship", "The [ship], [Ship], [SHIP], ships."),
      ("Ship", "The ship, [Ship], SHIP."),
      ("NATO", "nato, Nato, [NATO]."),
      ("\"ship\"", "The [ship], Ship, SHIP."),
      ("\"red Ship\"", "A [red Ship], Red Ship, red ship."),
      ("café", "[café], [Café], cafe."),
      ("don’t go", "They [don't go], [don’t go], dont go."),
      ("Kofi ’s", "[Kofi’s] boat, [Kofi's] boat, Kofis."),
      ("the ship’s", "[The ship’s] boat, the ships."),
    ])
  func words(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "marks match themselves, and quotation marks those of their side",
    arguments: [
      ("ship ,", "The [ship,] the boat ship."),
      ("“ ship", "The [“ship] and “a ship and [\"ship]."),
      ("ship ”", "“[ship”] and “ship, “[ship\"]"),
      ("ship \\?", "A [ship?] A ship."),
      ("ship \\( boat", "A [ship (boat])."),
      ("\\#ship", "A [#ship]."),
    ])
  func marks(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "a lemma is each of its forms, a form that one",
    arguments: [
      ("~visit", "[visit] [visits] [visited] [visiting] visitor"),
      ("~say", "[say] [says] [said] [saying] sayings"),
      ("~say.past", "say says [said] saying"),
      ("~go.participle", "go went [gone]"),
      ("~go.third", "go [goes]"),
      ("~go.ing", "go [going]"),
      ("~child.plural", "child [children]"),
      ("~box.plural", "box [boxes]"),
    ])
  func lemmas(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "a list is its members, of one word or several, with those of other lists in it",
    arguments: [
      ("the @colour ship", "[the red ship], [the dark red ship], [The Pale ship], the dark ship"),
      ("@colour", "[dark red] [red] dark [green]"),
      ("~@speak", "[says] [added] [noting] speaks"),
      ("~@speak.past", "says [added] noting [said]"),
      ("@country.name", "[Kenya], kenya, [Ivory Coast], Ivory"),
      ("@country.capital", "[Abidjan], [Yamoussoukro], Kenya"),
      ("@word.form(lang=es)", "[río], rivière"),
    ])
  func lists(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "classes tell tokens by their form and by what the lexicon knows",
    arguments: [
      ("ship #word", "[ship there], ship 9, ship."),
      ("ship #lower", "[ship there], ship There"),
      ("ship #Name", "[ship Accra], ship accra, ship The, [ship NATO]"),
      ("ship #CAPS", "[ship USA], ship Usa, ship usa"),
      ("ship #unknown", "[ship flurble], ship boat, ship talked"),
      ("ship #number", "[ship 9], [ship 9.5], ship nine"),
      ("#year", "[1999], 999, 2999, [2099], 19990"),
      ("#int(1..99)", "0, [1], [05], 005, [99], 100, 9.5"),
      ("#int", "[0], [100], 9.5"),
      ("ship #det", "[ship the], ship of"),
      ("ship #prep", "[ship of], ship the"),
      ("ship #pron", "[ship he], ship the"),
      ("ship #conj", "[ship and], ship the"),
      ("ship #aux", "[ship has], ship the"),
      ("ship #punct", "[ship,] ship a [ship!]"),
      ("ship #given", "[ship Oana], ship oana, ship Mensah"),
      ("ship #surname", "[ship Mensah], ship mensah, ship Oana"),
      ("ship #place", "[ship Accra], ship accra, ship Oana"),
      ("ship #ing", "[ship going], ship king, ship went"),
      ("ship #past", "[ship added], [ship went], ship goes, ship red"),
      ("ship #plural", "[ship boats], [ship children], ship glass, ship boat"),
      ("#form(9+,9)", "[3,5], [33,5], 3.5, 3,55"),
    ])
  func classes(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "alternatives, options and repetitions",
    arguments: [
      ("the (red|small quick) ship", "[the red ship], [the small quick ship], the small ship"),
      ("the red? ship", "[the red ship], [the ship], the red red ship"),
      ("the (small red)? ship", "[the small red ship], [the ship], the small ship"),
      ("the red{2} ship", "the red ship, [the red red ship]"),
      ("the red{1,3} ship", "the ship, [the red red red ship], the red red red red ship"),
      ("the red{0,2} ship", "[the ship], [the red ship], [the red red ship]"),
      ("the (red|small){2,3} ship", "the red ship, [the red small red ship]"),
    ])
  func repetition(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "gaps are as short as they can be and hold none of what they exclude",
    arguments: [
      ("the ..2 ship", "[the ship] ship, [the red ship], [the small red ship], the small quick red ship"),
      ("the ..4 ship", "[the ship] [the boat and small ship]"),
      ("the ..3 without , ship", "[the red ship], the red, ship"),
      ("the ..3 without (small|boat) ship", "[the red ship], the small ship, the red boat ship"),
      ("the ..3 without #Name ship", "[the red ship], the Accra ship"),
      ("the ..1 [ship]", "the [ship], the red [ship]"),
    ])
  func gaps(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "a match stays in its sentence, and ^ and $ are its borders",
    arguments: [
      ("the ship", "See the. Ship. [The ship]."),
      ("the ..5 ship", "See the boat. A ship."),
      ("^ the ship", "[The ship] and the ship. [The ship]."),
      ("^ the ship", "“[The ship] left.”"),
      ("ship \\. $", "A [ship.] A ship, then."),
      ("ship $", "A ship, a [ship]"),
      ("Mr \\. Mensah", "See [Mr. Mensah] go."),
      ("@colour", "It is dark. [Red] is [green]."),
    ])
  func sentences(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "what stands outside brackets is context",
    arguments: [
      ("the [red] ship", "the [red] ship, the red boat"),
      ("[the] red", "[the] red, the small"),
      ("red [ship]", "red [ship], small ship"),
      ("the [(red|small)] ship", "the [red] ship, the [small] ship"),
      ("the [red? ship]", "the [red ship], the [ship]"),
    ])
  func brackets(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "hyphens hold a compound together",
    arguments: [
      ("red-ship", "[red-ship], red - ship, red ship"),
      ("ship", "a [ship], a ship-like boat, a red-ship"),
      ("red ship", "[red ship], red ship-like, dark-red ship"),
      ("the [red] ship", "the [red] ship, the red-ship"),
    ])
  func compounds(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "_ asks for a space, and elements written together for none",
    arguments: [
      ("ship _ ,", "[ship ,] ship, ship"),
      ("ship _ \\%", "[ship %] ship%"),
      ("(#form(9)|#form(99)|#form(999)) _ #form(999)", "[16 970], [1 970], [116 970], 16,970, 16 97"),
      ("#int(1..99)%", "[9%] 9 %"),
    ])
  func space(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "a capture comes again, and a bound row gives its other cells",
    arguments: [
      ("the w:#word and =w", "[the red and red], the red and small, [the Red and red]"),
      ("w:(red|small ship) of =w", "[small ship of small ship], [red of red], small ship of small"),
      ("c:@country.name =c.capital", "[Kenya Nairobi], Kenya Abidjan, [Ivory Coast Yamoussoukro]"),
      ("c:@country.name ..2 =c.demonym", "[Kenya and Kenyan], Kenya and Ivorian"),
    ])
  func captures(pattern: String, text: String) throws { try check(pattern, text) }

  @Test(
    "of overlapping matches of one rule the first stands, and of those that begin together the longest",
    arguments: [
      ("(red ship|ship boat)", "[red ship] boat"),
      ("(ship boat|ship)", "[ship boat] [ship]"),
      ("ship ship", "[ship ship] ship"),
    ])
  func overlap(pattern: String, text: String) throws { try check(pattern, text) }
}
