import Foundation
import MTLint
import Testing

/// What holds of fixing any text.
enum FixLaws {
  /// - Parameter lint: must say the same of the same text.
  @discardableResult
  static func check(
    _ source: Source, _ scope: Fixer.Scope = .safe, lint: @escaping (Source) -> LintResult,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> FixResult {
    let before = lint(source)
    let result = Fixer(scope, lint: lint).fix(source, reported: before)
    let again = Fixer(scope, lint: lint).fix(result.source)
    #expect(!again.isChanged, "\(source.name): fixing twice is fixing once", sourceLocation: location)
    #expect(result.remaining.diagnostics == lint(result.source).diagnostics, "\(source.name)", sourceLocation: location)

    // Findings never grow: none is there that was not there before, and each fix took one away.
    var counts: [String: Int] = [:]
    for finding in before.diagnostics { counts[key(finding), default: 0] += 1 }
    for finding in result.remaining.diagnostics { counts[key(finding), default: 0] -= 1 }
    let grown = counts.filter { $0.value < 0 }.keys.sorted()
    #expect(grown.isEmpty, "\(source.name): \(grown)", sourceLocation: location)
    #expect(
      result.remaining.diagnostics.count <= before.diagnostics.count - result.applied.count, "\(source.name)", sourceLocation: location)

    // Nothing but the edits, each of them offered by the report of its pass, makes the difference.
    var replayed = source
    for (pass, fixes) in Dictionary(grouping: result.applied, by: \.pass).sorted(by: { $0.key < $1.key }) {
      let offered = lint(replayed).diagnostics
      for applied in fixes {
        let isOffered = offered.contains { $0 == applied.diagnostic && $0.fixes.contains(applied.fix) }
        #expect(isOffered, "\(source.name), pass \(pass): \(applied.fix.title)", sourceLocation: location)
        #expect(scope == .suggested || applied.fix.applicability == .safe, "\(source.name)", sourceLocation: location)
      }
      replayed = try Source(name: source.name, bytes: replayed.applying(fixes.flatMap(\.fix.edits)))
    }
    #expect(replayed.copy == result.source.copy, "\(source.name): bytes outside the edits", sourceLocation: location)
    return result
  }

  private static func key(_ finding: Diagnostic) -> String {
    finding.rule + " " + finding.text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Source {
  /// The bytes, for longer than the source lives.
  var copy: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }
}

@Suite struct FixLawTests {
  private static let scopes = [Fixer.Scope.safe, .suggested]

  /// The articles of the corpus, annotated ones as the machine wrote them.
  private static func articles() throws -> [Source] {
    let files = LawTests.files(under: "Corpus", "").filter { file in
      !file.hasDirectoryPath && DocumentFormat.extensions.contains { file.path.hasSuffix("." + $0) }
    }
    return try files.map { file in
      let source = try Source(name: file.lastPathComponent, bytes: Data(contentsOf: file))
      guard file.path.contains(".critic.") else { return source }
      return try Source(name: file.lastPathComponent, bytes: CriticMarkup(source).garbled)
    }
  }

  /// Lints as the command does, suppressions included.
  private static func lint(_ linter: Linter, _ names: RuleNames, as format: DocumentFormat) -> (Source) -> LintResult {
    let session = linter.makeSession()
    return { source in
      let result = session.lint(source, as: format)
      guard !result.comments.isEmpty else { return result }
      let suppressions = Suppressions(comments: result.comments, in: source, known: names)
      let active = linter.activeRules
      let kept = suppressions.apply(to: result.diagnostics, selection: RuleSelection()) { active.contains($0) }.kept
      return LintResult(diagnostics: kept, words: result.words, comments: result.comments)
    }
  }

  @Test("laws of fixing hold for the corpus, whatever the format it is read in", arguments: scopes, DocumentFormat.allCases)
  func corpus(scope: Fixer.Scope, format: DocumentFormat) throws {
    let catalogue = try MTLint.catalogue()
    let lint = Self.lint(Linter(catalogue), RuleNames(catalogue.headers), as: format)
    let articles = try Self.articles()
    #expect(articles.count > 50)
    var fixes = 0
    // All in the format that they are written in; in others, some.
    for (i, article) in articles.enumerated() where format == DocumentFormat(path: article.name) || i % 5 == 0 {
      fixes += try FixLaws.check(article, scope, lint: lint).applied.count
    }
    #expect(scope == .safe || fixes > 10)
  }

  @Test("laws of fixing hold for random bytes", arguments: scopes, 0..<3 as Range<UInt64>)
  func anyText(scope: Fixer.Scope, seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let catalogue = try MTLint.catalogue()
    var selection = RuleSelection()
    selection.tier = .strict
    let linter = Linter(catalogue, selection: selection)
    for format in DocumentFormat.allCases {
      let lint = Self.lint(linter, RuleNames(catalogue.headers), as: format)
      for _ in 0..<100 {
        let text = LawTests.soup(&random)
        try FixLaws.check(try Source(name: text.debugDescription, text), scope, lint: lint)
      }
    }
  }

  private static let data = ProcessInfo.processInfo.environment["MTLINT_DATA"]

  @Test("laws of fixing hold for machine translations", .enabled(if: data != nil, "MTLINT_DATA is not set"), arguments: scopes)
  func machine(scope: Fixer.Scope) throws {
    let folder = URL(filePath: try #require(Self.data))
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      name.hasSuffix(".tsv") || name.hasSuffix(".txt") && !name.hasPrefix("clean")
    }
    let catalogue = try MTLint.catalogue()
    let lint = Self.lint(Linter(catalogue), RuleNames(catalogue.headers), as: .text)
    #expect(names.count > 10)
    for name in names.sorted() {
      let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      let lines = text.split(separator: "\n").prefix(500).map { line in
        // Of pairs, the column of the machine’s side.
        name.hasSuffix(".tsv") ? line.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().first ?? "" : line
      }
      try FixLaws.check(try Source(name: name, lines.joined(separator: "\n")), scope, lint: lint)
    }
  }

  @Test("results do not depend on the order of rules or files", arguments: scopes)
  func order(scope: Fixer.Scope) throws {
    let own = [("a", "big ship", "boat"), ("b", "ship sails", "ship leaves"), ("c", "very", "")].map { family, pattern, fix in
      RuleFile(path: family, family: family, text: "rule r\n  says x\n  match \(pattern)\n  fix \(fix)\n")
    }
    let catalogue = try MTLint.catalogue(userRules: own)
    let other = try MTLint.catalogue(userRules: own.reversed())
    let reversed = RuleCatalogue(
      language: catalogue.language, ruleSets: other.ruleSets, rules: catalogue.rules.reversed(),
      documentRules: catalogue.documentRules.reversed())
    let names = RuleNames(catalogue.headers)
    var random = SplitMix64(state: 11)
    let ships = try Source("The big ship sails. A very big ship sails very fast, and the big ship sails sails.")
    let soups = try (0..<40).map { _ in try Source(LawTests.soup(&random)) }
    let articles = try Self.articles().filter { $0.name.contains(".critic.") } + soups + [ships]
    func fixed(_ articles: [Source], _ catalogue: RuleCatalogue) -> [[UInt8]] {
      let fixer = Fixer(scope, lint: Self.lint(Linter(catalogue), names, as: .text))
      return articles.map { fixer.fix($0).source.copy }
    }
    let results = fixed(articles, catalogue)
    #expect(fixed(articles.reversed(), catalogue) == results.reversed())
    #expect(fixed(articles, reversed) == results)
  }
}
