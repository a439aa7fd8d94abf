import MTLint
import Testing

/// The examples of every rule, coded and declarative, are its tests.
@Suite struct ExampleTests {
  private static let catalogue = Result { try MTLint.catalogue() }
  /// Rules about suppressions have tests of their own: no linter runs them.
  private static var infos: [RuleInfo] { ((try? catalogue.get().infos) ?? []).filter { $0.family != "mtlint" } }

  @Test("the built-in rules compile") func compiles() throws {
    #expect(try Self.catalogue.get().infos.isEmpty == false)
  }

  @Test("a rule keeps the word of its examples", arguments: infos.map(\.id))
  func keepsItsWord(id: String) throws {
    let catalogue = try Self.catalogue.get()
    let info = try #require(catalogue.infos.first { $0.id == id })
    let failures = ExampleTester(catalogue).failures(of: info)
    #expect(failures.isEmpty, "\(failures.map { "\($0.example): \($0.reason)" })")
  }

  @Test("a rule shows two bad and two good examples at least", arguments: infos.map(\.id))
  func showsEnough(id: String) throws {
    let info = try #require(Self.infos.first { $0.id == id })
    #expect(info.bad.count >= 2 && info.good.count >= 2)
  }

  @Test("no default rule fires on a good example", arguments: infos.map(\.id))
  func staysSilent(id: String) throws {
    let catalogue = try Self.catalogue.get()
    let info = try #require(catalogue.infos.first { $0.id == id })
    let session = Linter(catalogue).makeSession()
    for good in info.good {
      let text = good.replacing("\\n", with: "\n").replacing("\\[", with: "[").replacing("\\]", with: "]")
      let found = session.lint(try Source(text), as: .text).diagnostics
      #expect(found.isEmpty, "\(good): \(found.map(\.rule))")
    }
  }
}
