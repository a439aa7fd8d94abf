import FoundationEssentials
import MTLint

/// Finds the words of the project that a file belongs to: the nearest `.mtlint-words.txt` upwards.
///
/// A class, since what was found is kept.
final class ProjectWordsLookup {
  private var byFolder: [String: [String]] = [:]

  /// - Throws: `CommandError` for a file of words that cannot be read.
  func words(for path: String) throws -> [String] {
    try words(inFolder: ConfigurationLookup.folder(of: ConfigurationLookup.absolute(path)))
  }

  private func words(inFolder folder: String) throws -> [String] {
    if let known = byFolder[folder] { return known }
    let file = Self.file(in: folder)
    let found: [String]
    if FileManager.default.fileExists(atPath: file) {
      found = ProjectWords(try TextFile.read(file)).entries
    } else {
      found = folder == "/" ? [] : try words(inFolder: ConfigurationLookup.folder(of: folder))
    }
    byFolder[folder] = found
    return found
  }

  /// The file of words nearest upwards from a folder, or where it belongs: beside the nearest configuration, or else in the folder.
  static func place(from folder: String) -> String {
    nearest(ProjectWords.fileName, from: folder) ?? nearest(Configuration.fileName, from: folder).map {
      file(in: ConfigurationLookup.folder(of: $0))
    } ?? file(in: folder)
  }

  /// The file of a name that is nearest upwards from a folder.
  static func nearest(_ name: String, from folder: String) -> String? {
    var folder = folder
    while true {
      let file = folder == "/" ? "/" + name : folder + "/" + name
      if FileManager.default.fileExists(atPath: file) { return file }
      if folder == "/" { return nil }
      folder = ConfigurationLookup.folder(of: folder)
    }
  }

  private static func file(in folder: String) -> String { (folder == "/" ? "" : folder) + "/" + ProjectWords.fileName }

  /// Adds words to the dictionary at a path, which need not exist; returns those that it did not have.
  ///
  /// - Throws: `CommandError` where it cannot be read or written.
  static func add(_ words: [String], toDictionaryAt path: String) throws -> [String] {
    let writer = try AtomicWriter(path)
    writer.removeRemains()
    var list = writer.isNew ? ProjectWords() : ProjectWords(try TextFile.read(path))
    let added = list.add(words)
    if !added.isEmpty { try writer.write(list.written()) }
    return added
  }
}
