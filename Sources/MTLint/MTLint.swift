@_exported import MTLLinting

import MTLBuiltinRules
import MTLKnowledge

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
    if !userRules.isEmpty { sets.append(try compile(userRules, language: language, library: RuleLibrary.files(in: blob))) }
    return RuleCatalogue(language: language, ruleSets: sets, rules: BuiltinRules.rules, documentRules: BuiltinRules.documentRules)
  }

  private static func compile(_ files: [RuleFile], language: Language, library: [RuleFile]) throws(RuleErrors) -> RuleSet {
    let sections = try RuleSetCompiler(language: language).compile(files, libraries: library)
    guard let set = RuleSet(Blob(BlobWriter.container(sections))) else { preconditionFailure("the compiler wrote what it cannot read") }
    return set
  }
}
