import MTLint

/// Where files of a project stand that remember what people decided.
enum ProjectFile {
  /// The file of a name that is nearest upwards from an article; if there is none, where it belongs: beside the nearest configuration, or
  /// in the current folder, or, for an article outside of it, beside the article.
  static func place(of name: String, for article: String) -> String {
    let folder = ConfigurationLookup.folder(of: ConfigurationLookup.absolute(article))
    if let file = ProjectWordsLookup.nearest(name, from: folder) { return file }
    if let configuration = ProjectWordsLookup.nearest(Configuration.fileName, from: folder) {
      return join(ConfigurationLookup.folder(of: configuration), name)
    }
    let current = ConfigurationLookup.absolute(".")
    return join(relative(folder, to: current) == nil ? folder : current, name)
  }

  /// The path of a file from a folder; nil for one outside of it. Both from the root.
  static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "" }
    let prefix = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  private static func join(_ folder: String, _ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }
}
