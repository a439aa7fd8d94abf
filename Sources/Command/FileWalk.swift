import FoundationEssentials
import MTLint

/// The files that paths on the command line stand for.
struct FileWalk {
  let settings: ConfigurationLookup

  /// A file stands for itself; a folder for the articles in it, hidden files and folders apart.
  ///
  /// - Throws: `CommandError` for a path that does not exist and a folder without articles.
  func files(under path: String) throws -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandError("\(path): no such file or folder")
    }
    guard isFolder else { return [path] }
    var found: [String] = []
    try walk(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path, &found)
    guard !found.isEmpty else {
      let extensions = DocumentFormat.extensions.map { "." + $0 }.joined(separator: " ")
      throw CommandError("\(path): no articles in this folder; looked for \(extensions), or name the files")
    }
    return found
  }

  private func walk(_ folder: String, _ found: inout [String]) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw CommandError("\(folder): cannot be read")
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder == "." ? name : folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      let configuration = try settings.configuration(for: path)
      if configuration.isExcluded(path, isFolder: isFolder) { continue }
      // A link to a folder may lead back to where it came from.
      if isFolder {
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil { try walk(path, &found) }
      } else if configuration.picksUp(path) {
        found.append(path)
      }
    }
  }
}
