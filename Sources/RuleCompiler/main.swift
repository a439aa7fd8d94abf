import FoundationEssentials
import MTLLanguage
import MTLRuleLanguage

/// Compiles the folder `Rules/` into a Swift file that holds the blob: `RuleCompiler Rules output.swift`.
func compile(_ folder: String, to output: String) throws {
  let knowledge = try KnowledgeFolder(folder)
  var lexicon = LexiconSource()
  for file in knowledge.lexicon { try lexicon.read(file: file.name, text: file.text) }
  guard let language = Language(Blob(BlobWriter.container(lexicon.sections()))) else {
    throw CompilationError("\(folder) holds no lexicon")
  }
  let rules = try RuleSetCompiler(language: language).compile(knowledge.rules)
  let blob = BlobWriter.container(
    lexicon.sections(marks: rules.marks) + rules.sectionsBesideMarkedLexicon + [RuleLibrary.section(of: knowledge.rules)])
  let evidence = Array(try EvidencePage.lines(of: folder + "/EVIDENCE.md").utf8)
  let source =
    SwiftLiteral.declaration(named: "generatedKnowledge", of: blob) + SwiftLiteral.declaration(named: "generatedEvidence", of: evidence)
  try Data(source).write(to: URL(filePath: output), options: .atomic)
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

func standardError(_ text: String) { text.withCString { _ = write(2, $0, strlen($0)) } }

struct CompilationError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

guard CommandLine.arguments.count == 3 else {
  standardError("usage: RuleCompiler Rules output.swift\n")
  exit(2)
}
do {
  try compile(CommandLine.arguments[1], to: CommandLine.arguments[2])
} catch {
  standardError("\(error)\n")
  exit(1)
}
