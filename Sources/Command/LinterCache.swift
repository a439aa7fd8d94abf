import MTLint

/// Makes linters, one for each selection of rules that files ask for.
///
/// A class, since what was made is kept.
final class LinterCache {
  private struct Key: Hashable {
    let selection: RuleSelection
    let ruleFolders: [String]
    let dictionary: [String]
  }

  private let arguments: Arguments
  private let tier: Tier?
  private let projectWords = ProjectWordsLookup()
  private var catalogues: [[String]: RuleCatalogue] = [:]
  private var linters: [Key: FileLinter] = [:]
  private var validated: Set<String> = []

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    tier = try arguments.choice("--tier", Tier.self)
    if let from = arguments.value("--from"), !((2...3).contains(from.utf8.count) && from.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }) {
      throw CommandError("--from cannot be “\(from)”; use an ISO 639 code such as id, zh, ru")
    }
  }

  /// The linter for a file: the command line goes before the configuration.
  func linter(for configuration: LocatedConfiguration, path: String) throws -> FileLinter {
    let folders = configuration.ruleFolders + arguments.values("--rules")
    let catalogue = try catalogue(with: folders)
    try validate(configuration, catalogue)
    let selection = try selection(for: configuration, path: path, catalogue)
    let words = arguments.has("--no-config") ? [] : try projectWords.words(for: path)
    let key = Key(selection: selection, ruleFolders: folders, dictionary: configuration.configuration.dictionary + words)
    if let linter = linters[key] { return linter }
    let linter = FileLinter(catalogue, selection, dictionary: key.dictionary)
    linters[key] = linter
    return linter
  }

  /// The built-in rules with those of some folders.
  func catalogue(with folders: [String]) throws -> RuleCatalogue {
    if let known = catalogues[folders] { return known }
    let catalogue = try MTLint.catalogue(userRules: folders.flatMap { try RuleFolder.files($0) })
    catalogues[folders] = catalogue
    return catalogue
  }

  private func validate(_ configuration: LocatedConfiguration, _ catalogue: RuleCatalogue) throws {
    guard !configuration.path.isEmpty, validated.insert(configuration.path).inserted else { return }
    try configuration.configuration.validate(against: RuleNames(catalogue.headers))
  }

  private func selection(for configuration: LocatedConfiguration, path: String, _ catalogue: RuleCatalogue) throws -> RuleSelection {
    try selection(catalogue, over: configuration.selection(forPath: path))
  }

  /// What the command line selects, over what is selected otherwise.
  func selection(_ catalogue: RuleCatalogue, over base: RuleSelection = RuleSelection()) throws -> RuleSelection {
    var selection = base
    let only = arguments.list("--only")
    let skip = arguments.list("--skip")
    if !only.isEmpty || !skip.isEmpty {
      let names = RuleNames(catalogue.headers)
      for (option, list) in [("--only", only), ("--skip", skip)] {
        for name in list where !names.contains(name) {
          let remedy = names.nearest(to: name).map { "did you mean “\($0)”?" } ?? "mtlint rules lists them"
          throw CommandError("\(option): no rule or family is named “\(name)”; \(remedy)")
        }
      }
    }
    if !only.isEmpty { selection.only = only }
    selection.skip += skip
    if let tier { selection.tier = tier }
    if let from = arguments.value("--from") { selection.from = from }
    return selection
  }
}

/// Lints files one after another, suppressions included.
final class FileLinter {
  private let linter: Linter
  private let session: LintSession
  private let selection: RuleSelection
  private let catalogue: RuleCatalogue
  private let dictionary: [String]
  private let phrases: ProjectPhrases
  private lazy var names = RuleNames(catalogue.headers)
  private lazy var activeRules = linter.activeRules

  init(_ catalogue: RuleCatalogue, _ selection: RuleSelection, dictionary: [String]) {
    self.catalogue = catalogue
    self.selection = selection
    self.dictionary = dictionary
    linter = Linter(catalogue, selection: selection, dictionary: dictionary)
    session = linter.makeSession()
    phrases = ProjectPhrases(dictionary)
  }

  /// The same with more words and phrases of the project.
  func adding(_ words: [String]) -> FileLinter { FileLinter(catalogue, selection, dictionary: dictionary + words) }

  func lint(_ source: Source, as format: DocumentFormat) -> LintResult {
    let result = withoutPhrases(session.lint(source, as: format), source)
    guard !result.comments.isEmpty else { return result }
    let suppressions = Suppressions(comments: result.comments, in: source, known: names)
    let kept = suppressions.apply(to: result.diagnostics, selection: selection) { activeRules.contains($0) }.kept
    return LintResult(diagnostics: kept, words: result.words, comments: result.comments)
  }

  private func withoutPhrases(_ result: LintResult, _ source: Source) -> LintResult {
    guard !phrases.isEmpty else { return result }
    let kept = result.diagnostics.filter { !phrases.cover($0, in: source) }
    return LintResult(diagnostics: kept, words: result.words, comments: result.comments)
  }
}
