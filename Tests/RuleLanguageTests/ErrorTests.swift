import Testing

@testable import MTLRuleLanguage

/// What a linguist reads who made a mistake.
@Suite struct ErrorTests {
  /// A whole rule around one bad line, which stands in line 4.
  private func message(ofLine line: String) -> String { message(of: "rule r\n  says  x\n  match ship\n\(line)\n") }

  private func message(of text: String) -> String {
    do {
      _ = try CompiledRules(text)
      return ""
    } catch { return "\(error)" }
  }

  @Test(
    "a bad pattern is named with its place and a remedy",
    arguments: [
      ("ship (red", ":13: error: “(” is not closed"),
      ("ship [red", ":8: error: “[” is not closed"),
      ("ship] red", ":12: error: “]” without “[”; write \\] for the character itself"),
      ("[ship] [red]", ":15: error: a second “[”; one part is reported; write \\[ for the character itself"),
      ("ship ([red]|boat)", ":14: error: “[” inside parentheses; mark the whole group"),
      ("ship (red|)", ":18: error: an empty alternative; write (…)? for something that may be absent"),
      ("ship ) red", ":13: error: unexpected “)”; write \\) for the character itself"),
      ("ship ? red", ":13: error: unexpected “?”; write \\? for the character itself"),
      ("ship{3,1}", ":12: error: a repetition of 3 to 1; the second number is 1 to 16 and not below the first"),
      ("ship{1,17}", ":12: error: a repetition of 1 to 17; the second number is 1 to 16 and not below the first"),
      ("ship{1", ":14: error: expected “}”; a repetition is written {1,4}"),
      ("ship ..17 red", ":13: error: a gap of 17 tokens; gaps are 1 to 16 tokens long"),
      ("ship ..9 red ..9 boat", ":8: error: gaps of more than 16 tokens in all; write shorter gaps"),
      ("ship ..2? boat", ":16: error: a gap cannot be repeated; write a longer gap"),
      ("ship #nmae", ":13: error: unknown class “#nmae”; did you mean “#Name”?"),
      ("ship #int(9..1)", ":13: error: not a range of integers; write #int(1..99)"),
      ("ship #int(9)", ":19: error: expected “..”; write #int(1..99)"),
      ("ship #form", ":13: error: expected a form; write #form(9+,9): 9 is a digit, 9+ one or more, anything else itself"),
      ("ship @coluor", ":14: error: no list or table is named “coluor”; did you mean “colour”?"),
      ("ship @country", ":14: error: “country” is a table; name a column, as in @country.name"),
      ("ship @country.capitol", ":14: error: the table “country” has no column “capitol”; did you mean “capital”?"),
      ("ship @colour.name", ":14: error: “colour” is a list and has no column “name”"),
      ("ship ~Visit", ":14: error: a lemma with a capital; write it in lower case"),
      ("ship ~visit.pst", ":13: error: no word has a form “pst”; did you mean “past”?"),
      ("ship ~@speek", ":15: error: no list is named “speek”; did you mean “speak”?"),
      ("w:ship =v", ":16: error: no element before this one is named “v”"),
      ("w:ship =w.name", ":16: error: “w” is bound to no table"),
      ("\"ship", ":8: error: a quotation mark is not closed"),
      ("ship \"\"", ":13: error: nothing between quotation marks"),
      ("0:ship", ":8: error: “0” cannot be the name of an element"),
      ("c:@country.name c:@word.form", ":24: error: “c” is bound to the table “country” elsewhere in this rule; use another name"),
      ("#word #lower", ":8: error: nothing to find this pattern by; add a word, ~lemma, @list, #year or #int that every match must have"),
      ("ship? red?", ":8: error: nothing to find this pattern by; add a word, ~lemma, @list, #year or #int that every match must have"),
      ("^ $", ":8: error: a pattern that matches nothing"),
      (
        "#word{1,16} #lower{1,16} #word{1,16} #lower{1,16} ship",
        ":8: error: a pattern that could be tried in 3997696 ways at one place; shorten its gaps and repetitions, or put a rare word first"
      ),
    ])
  func patterns(pattern: String, expected: String) {
    let message = message(of: "rule r\n  says  x\n  match \(pattern)\n")
    // The position counts from the pattern’s line, whose pattern begins in column 9.
    #expect(message == "test.rules:3" + shifted(expected), "\(pattern)")
  }

  /// Expectations count columns as if the line began with `  match`: the pattern stands one further right.
  private func shifted(_ expected: String) -> String {
    let parts = expected.dropFirst().split(separator: ":", maxSplits: 1)
    return ":\(Int(parts[0])! + 1):\(parts[1])"
  }

  @Test(
    "a bad field is named with its place and the nearest right one",
    arguments: [
      ("  mach  ship", "4:3: error: unknown field “mach”; did you mean “match”?"),
      ("  says  again", "4:3: error: “says” is said twice in this rule"),
      ("  severity  eror", "4:13: error: unknown value “eror”; did you mean “error”?"),
      ("  severity  high", "4:13: error: unknown value “high”; one of: hint, warning, error"),
      ("  tier  stirct", "4:9: error: unknown value “stirct”; did you mean “strict”?"),
      ("  mqm  fluency/gramar", "4:8: error: unknown MQM category “fluency/gramar”; did you mean “fluency/grammar”?"),
      ("  from  id Malay", "4:12: error: “Malay” is no language code; use ISO 639 codes such as id, zh, ru"),
      ("  because", "4:3: error: “because” without a value"),
      ("  when  modren", "4:9: error: unknown condition “modren”; did you mean “modern”?"),
      ("  when  mentions colour", "4:18: error: expected (@list) or (\"text\")"),
      ("  when  mentions(@coluor)", "4:19: error: no list or table is named “coluor”; did you mean “colour”?"),
      ("  when  density @colour", "4:17: error: expected @list >= number; the number is occurrences per 1,000 words"),
      ("  when  density @colour >= 1001", "4:17: error: expected @list >= number; the number is occurrences per 1,000 words"),
      ("  fix  {w}", "4:8: error: no element of the pattern is named “w”; name one, as in w:@list"),
      ("  fix  a {0", "4:10: error: “{” is not closed; write \\{ for the character"),
      ("  fix  {0.psat}", "4:8: error: “psat” is neither a function nor a column of “0”; did you mean “past”?"),
      ("  \tfix  a", "4:3: error: a tab in a rule file; write spaces"),
      ("fix  a", "4:1: error: unknown declaration “fix”; indent the fields of a rule"),
      ("rul s", "4:1: error: unknown declaration “rul”; did you mean “rule”?"),
      ("rule", "4:5: error: expected the name of the rule; use letters, digits and hyphens"),
      ("rule a_b", "4:6: error: expected the name of the rule; use letters, digits and hyphens"),
      ("rule a b", "4:8: error: unexpected text after the name"),
      ("rule r\n  says  x\n  match boat", "4:6: error: test/r is defined in test.rules already"),
      ("rule s\n  match boat", "4:6: error: a rule without “says”; tell the reader what is wrong"),
      ("rule s\n  says  x", "4:6: error: a rule without “match”"),
      ("extend rule r", "4:8: error: expected “list” or “table” after “extend”"),
      ("list colour\n  blue", "4:6: error: “colour” is declared in library.rules already; to add to it write: extend list colour"),
      ("extend list coluor\n  blue", "4:13: error: no list “coluor” to extend; did you mean “colour”?"),
      (
        "extend table country  name\n  a",
        "4:14: error: other columns than those of the table “country”; its columns are name | demonym | capital"
      ),
      ("list empty", "4:6: error: the list “empty” is empty"),
      ("list a\n  \"dark red", "5:3: error: a quotation mark is not closed; a member of several words stands in quotation marks"),
      ("list a\n  @coluor", "5:3: error: no list or table is named “coluor”; did you mean “colour”?"),
      ("list a\n  @a", "5:3: error: the list “a” contains itself"),
      ("table t  a | b\n  1", "5:3: error: a row of 1 cells in a table of 2 columns; separate cells by “|”"),
      ("table t  a | | b", "4:10: error: expected the columns of the table; write: table t  first | second"),
      ("phrases p", "4:9: error: a block of phrases without an entry"),
      ("phrases p\n  red ship => boat", "5:3: error: an entry without its source expression; add one, as in “| id: hubungan sedingin es”"),
      (
        "phrases p\n  red ship => boat | navire",
        "5:22: error: a source expression without its language; write the language first, as in “id: hubungan”"
      ),
      ("phrases p\n  red ship => boat | french: navire", "5:22: error: “french” is no language code; use ISO 639 codes such as id, zh, ru"),
      ("phrases p\n  red ship => boat | fr:", "5:22: error: a language without its expression"),
      ("phrases p\n  red ship -> boat", "5:3: error: unknown field “red”; an entry is: pattern => repair"),
    ])
  func fields(line: String, expected: String) { #expect(message(ofLine: line) == "test.rules:" + expected) }

  @Test("an indented line belongs to something")
  func indented() {
    #expect(
      message(of: "  says x\n") == "test.rules:1:3: error: an indented line without a declaration above it; begin with: rule some-name")
  }

  @Test("all mistakes of a file are told at once, in order")
  func several() {
    let text = "rule r\n  says  x\n  mach a\n  match @coluor\n\nrule s\n  says  {q}\n  match ship\n"
    #expect(message(of: text).contains("test.rules:3:3:") && message(of: text).contains("test.rules:4:10:"))
    #expect(message(of: text).contains("test.rules:7:9:"))
  }

  @Test("a mistake in a list is told once, with the file in which it stands")
  func otherFile() {
    let files = [
      ("a.rules", "list sea\n  calm\nrule r\n  says x\n  match the @sea\n"), ("b.rules", "# more\nextend list sea\n  wild @nosuch\n"),
    ].map { RuleFile(path: $0.0, family: "test", text: $0.1) }
    let errors = #expect(throws: RuleErrors.self) { try RuleSetCompiler(language: SmallLanguage.language).compile(files) }
    #expect(errors?.description == "b.rules:3:8: error: no list or table is named “nosuch”")
  }

  @Test("a rule that is built in cannot be redefined")
  func taken() {
    let file = RuleFile(path: "a.rules", family: "test", text: "rule r\n  says x\n  match ship\n")
    #expect(throws: RuleErrors.self) {
      try RuleSetCompiler(language: SmallLanguage.language).compile([file], taken: ["test/r"])
    }
  }

  @Test(
    "the nearest name is at most a third of it away",
    arguments: [("macth", "match"), ("mtch", "match"), ("matches", "match"), ("xyzzy", nil), ("form", "from")] as [(String, String?)])
  func spelling(name: String, expected: String?) {
    #expect(Spelling.nearest(to: name, among: ["match", "says", "from", "fix"]) == expected)
  }
}
