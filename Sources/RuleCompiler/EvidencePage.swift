import FoundationEssentials

/// The tables of `Rules/EVIDENCE.md` whose rows are rules: their lines, for `mtlint explain` to look a rule up in.
enum EvidencePage {
  /// - Returns: the tables’ lines, heads included, and the lines that say how much was read; empty where there is no page.
  static func lines(of path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    guard let page = String(validating: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) else {
      throw CompilationError("\(path) is not UTF-8")
    }
    var isInTable = false
    var kept: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("| rule |") { isInTable = true }
      if !line.hasPrefix("|") { isInTable = false }
      if isInTable && !line.hasPrefix("| ---") || line.hasPrefix("- ") { kept.append(line) }
    }
    return kept.joined(separator: "\n")
  }
}
