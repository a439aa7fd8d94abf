import MTLint
import Testing

/// Of several findings about one place, the one that knows most stands.
@Suite struct OverlapTests {
  private static let ship = "rule ship\n  says x\n  match big ship\n  fix boat\n"
  private static let sails = "rule sails\n  says x\n  match ship sails\n  fix boat sails\n"

  @Test(
    "the rule that stands over another goes before it, then precedence, then the earlier place, then the longer one",
    arguments: [
      (ship + sails, "big ship"),
      (ship + sails + "  over test/ship\n", "ship sails"),
      (ship + "phrases sea\n  [ship sails] => boat sails | fr: navire\n", "ship sails"),
      (ship + "rule long\n  says x\n  match big ship sails\n", "big ship sails"),
      (ship + "rule short\n  says x\n  match big\n", "big ship"),
      (ship + "rule twin\n  says x\n  match big ship\n", "big ship"),
    ])
  func order(rules: String, expected: String) throws {
    #expect(try OwnRules(rules).findings(in: "A big ship sails.").map(\.text) == [expected])
  }

  @Test("what gives way leaves its fixes behind")
  func fixes() throws {
    let found = try OwnRules(Self.ship + Self.sails).findings(in: "A big ship sails.")
    #expect(found.flatMap(\.fixes).map(\.title) == ["boat", "boat sails"])
  }

  @Test("a fix that comes to the same is told once, however much of the place it replaces")
  func sameFix() throws {
    let wide = "rule wide\n  says x\n  match big ship\n  fix big boat\n"
    let narrow = "rule narrow\n  says x\n  match big [ship]\n  fix boat\n  fix vessel\n"
    let found = try OwnRules(wide + narrow).findings(in: "A big ship sails.")
    #expect(found.flatMap(\.fixes).map(\.title) == ["big boat", "vessel"])
  }

  @Test("findings that do not share a place all stand, in the order of the file")
  func apart() throws {
    let found = try OwnRules(Self.ship + Self.sails).findings(in: "A ship sails. A big ship. A ship sails.")
    #expect(found.map(\.text) == ["ship sails", "big ship", "ship sails"])
  }

  @Test("of rules for other source languages those are silent that are not for the language stated")
  func sourceLanguage() throws {
    let file = RuleFile(path: "a.rules", family: "test", text: Self.ship + "  from id ms\n")
    let catalogue = try MTLint.catalogue(userRules: [file])
    let source = try Source("A big ship.")
    let counts = [nil, "id", "fr"].map { (from: String?) in
      var selection = RuleSelection()
      selection.skip = Family.allCases.map(\.rawValue)
      selection.from = from
      return Linter(catalogue, selection: selection).lint(source).diagnostics.count
    }
    #expect(counts == [1, 1, 0])
  }

  @Test(
    "a condition on the document waits for its end",
    arguments: [
      ("mentions(\"calm sea\")", "A big ship.\n\nA calm sea.", 1), ("mentions(\"calm sea\")", "A big ship.\n\nA sea.", 0),
      ("modern", "A big ship.\n\nFrom 1999 to 2004.", 1), ("modern", "A big ship.\n\nFrom 1799 to 2004.", 0),
    ])
  func conditions(condition: String, text: String, count: Int) throws {
    #expect(try OwnRules(Self.ship + "  when \(condition)\n").findings(in: text).count == count)
  }

  @Test("a word of the project’s dictionary is known")
  func dictionary() throws {
    let rule = "rule r\n  says x\n  match the [#unknown]\n"
    #expect(try OwnRules(rule).findings(in: "See the flurble.").count == 1)
    #expect(try OwnRules(rule, dictionary: ["Flurble"]).findings(in: "See the flurble.").isEmpty)
  }

  @Test("one linter finds the same each time, and in each of its sessions")
  func sessions() throws {
    let linter = try OwnRules(Self.ship + Self.sails).linter
    let source = try Source("A big ship sails. A ship sails.")
    let session = linter.makeSession()
    let first = session.lint(source, as: .text).diagnostics
    #expect(session.lint(source, as: .text).diagnostics == first)
    #expect(linter.lint(source).diagnostics == first)
  }
}
