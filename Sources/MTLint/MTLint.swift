import MTLBuiltinRules
import MTLKnowledge
@_exported import MTLLinting

/// The linter with its built-in rules and knowledge.
public enum MTLint {
  public static let version = "0.1.0"

  /// The built-in rules, and those of rule files brought along.
  ///
  /// - Throws: `RuleErrors` when a rule file is broken.
  public static func catalogue(userRules: [RuleFile] = []) throws(RuleErrors) -> RuleCatalogue {
    let blob = Blob(static: Knowledge.blob)
    guard let language = Language(blob), let builtIn = RuleSet(blob) else { preconditionFailure("the build embedded no knowledge") }
    var sets = [builtIn]
    if !userRules.isEmpty {
      let taken = Set((0..<builtIn.ruleCount).map { builtIn.header(ofRule: $0).id } + coded)
      sets.append(try compile(userRules, language: language, library: RuleLibrary.files(in: blob), taken: taken))
    }
    return RuleCatalogue(language: language, ruleSets: sets, rules: BuiltinRules.rules, documentRules: BuiltinRules.documentRules)
  }

  /// Ids of the rules that are written in Swift.
  private static var coded: [String] { BuiltinRules.rules.map(\.info.id) + BuiltinRules.documentRules.map(\.info.id) }

  private static func compile(_ files: [RuleFile], language: Language, library: [RuleFile], taken: Set<String>) throws(RuleErrors)
    -> RuleSet
  {
    let sections = try RuleSetCompiler(language: language).compile(files, libraries: library, taken: taken).sections
    guard let set = RuleSet(Blob(BlobWriter.container(sections))) else { preconditionFailure("the compiler wrote what it cannot read") }
    return set
  }
}
