import FoundationEssentials
import MTLRuleLanguage

/// The plain-text files of one language's knowledge: `<language>/lexicon/*.txt` and `<language>/<family>/*.rules`.
struct KnowledgeFolder {
  private(set) var lexicon: [(name: String, text: String)] = []
  private(set) var rules: [RuleFile] = []

  /// - Throws: `CompilationError` for a file that is not UTF-8, what the file system throws for one that cannot be read.
  init(_ path: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    for name in names {
      let parts = name.split(separator: "/").map(String.init)
      guard parts.count >= 3, let file = parts.last, !file.hasPrefix(".") else { continue }
      if file.hasSuffix(".rules") {
        rules.append(RuleFile(path: "Rules/\(name)", family: parts[parts.count - 2], text: try Self.text(path + "/" + name)))
      } else if file.hasSuffix(".txt"), parts[1] == "lexicon" {
        lexicon.append((file, try Self.text(path + "/" + name)))
      }
    }
  }

  private static func text(_ path: String) throws -> String {
    let data = try Data(contentsOf: URL(filePath: path))
    guard let text = String(validating: data, as: UTF8.self) else { throw CompilationError("\(path) is not UTF-8") }
    return text
  }
}
