import FoundationEssentials
import MTLint

/// Reads the rule files of a folder that a user brings along.
enum RuleFolder {
  /// The `.rules` files under a folder, in the order of their names. A file’s family is the folder in which it lies.
  ///
  /// - Throws: `CommandError` for a folder that does not exist or holds no rule file, and a file that cannot be read.
  static func files(_ folder: String) throws -> [RuleFile] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
      throw CommandError("\(folder): no such folder of rules")
    }
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { throw CommandError("\(folder): cannot be read") }
    let files = names.filter { $0.hasSuffix(".rules") && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
    guard !files.isEmpty else { throw CommandError("\(folder): no rule files (.rules) in this folder") }
    return try files.map { name in
      let path = "\(folder)/\(name)"
      let source = try TextFile.read(path)
      return RuleFile(
        path: path, family: family(ofFileAt: ConfigurationLookup.absolute(path)),
        text: source.text(source.byteOrderMarkLength..<source.count))
    }
  }

  /// The name of the folder, if it can be the first part of a rule id; else `custom`.
  private static func family(ofFileAt path: String) -> String {
    let folder = ConfigurationLookup.folder(of: path).split(separator: "/").last.map(String.init) ?? ""
    let isName = !folder.isEmpty && folder.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
    return isName ? folder : "custom"
  }
}
