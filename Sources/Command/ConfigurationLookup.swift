import FoundationEssentials
import MTLint

/// Finds the configuration of each file: the nearest one upwards, or the one that was named.
///
/// A class, since what was found is kept.
final class ConfigurationLookup {
  private let isOff: Bool
  private let named: LocatedConfiguration?
  private var byFolder: [String: LocatedConfiguration] = [:]

  /// - Throws: `CommandError` or `ConfigurationErrors` for the configuration that `--config` names.
  init(_ arguments: Arguments) throws {
    isOff = arguments.has("--no-config")
    named = try arguments.value("--config").map { try Self.read($0) }
  }

  /// The configuration of the file at `path`; an empty one where there is none.
  func configuration(for path: String) throws -> LocatedConfiguration {
    if isOff { return .none }
    if let named { return named }
    return try configuration(inFolder: Self.folder(of: Self.absolute(path)))
  }

  private func configuration(inFolder folder: String) throws -> LocatedConfiguration {
    if let known = byFolder[folder] { return known }
    let file = folder == "/" ? "/" + Configuration.fileName : folder + "/" + Configuration.fileName
    let found: LocatedConfiguration
    if FileManager.default.fileExists(atPath: file) {
      found = try Self.read(file)
    } else {
      found = folder == "/" ? .none : try configuration(inFolder: Self.folder(of: folder))
    }
    byFolder[folder] = found
    return found
  }

  private static func read(_ path: String) throws -> LocatedConfiguration {
    guard let data = FileManager.default.contents(atPath: path) else { throw CommandError("\(path): no such file, or it cannot be read") }
    let configuration = try Configuration.parse(bytes: Array(data), path: path)
    return LocatedConfiguration(configuration: configuration, path: path, folder: folder(of: absolute(path)))
  }

  /// A path from the root, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

/// A configuration and where it stands.
struct LocatedConfiguration {
  let configuration: Configuration
  /// As it was named or found; empty for none.
  let path: String
  /// From the root.
  let folder: String

  static let none = LocatedConfiguration(configuration: Configuration(), path: "", folder: "/")

  func isExcluded(_ path: String, isFolder: Bool) -> Bool { configuration.isExcluded(relative(path), isFolder: isFolder) }
  func picksUp(_ path: String) -> Bool { configuration.picksUp(relative(path)) }
  func format(forPath path: String) -> DocumentFormat { configuration.format(forPath: path) }
  func selection(forPath path: String) -> RuleSelection { configuration.selection(forPath: relative(path)) }

  /// Folders of rule files that the configuration names, from the root.
  var ruleFolders: [String] { configuration.rules.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 } }

  private func relative(_ path: String) -> String {
    let absolute = ConfigurationLookup.absolute(path)
    let prefix = folder == "/" ? "/" : folder + "/"
    return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : absolute
  }
}
