/// The settings of a project: what stands in its `.mtlint.json`, which is JSON with comments and trailing commas.
///
/// All paths are relative to the folder of the configuration file, with `/` between their parts. The keys, none of which is required:
///
/// - `only`, `skip`: lists of rule ids or families that alone run, or do not.
/// - `tier`: `"default"` or `"strict"`.
/// - `from`: the source language, an ISO 639-1 code.
/// - `severity`: an object of rule ids or families to `"error"`, `"warning"`, `"hint"` or `"off"`. An id goes before its family, so that a
///   family may be off but for one rule; a `strict` rule whose id has a severity runs.
/// - `failOn`: `"error"`, `"warning"`, `"hint"` or `"never"`: the least severity with which a run fails.
/// - `paths`: a list of objects with `match`, a pattern or a list of them, and any of the keys above but `failOn`. All whose `match` holds
///   for a path count, in order: `skip` adds to what is skipped, `severity` replaces name by name, the others replace.
/// - `exclude`: patterns of paths that are not linted. `include`: patterns of files that a walk through folders picks up, instead of those
///   with a known extension.
/// - `formats`: an object of extensions, without the dot, to `"text"`, `"markdown"` or `"html"`.
/// - `dictionary`: words and phrases of the project that are no mistakes.
/// - `rules`: folders of rule files.
/// - `$schema`: for editors; not looked at.
///
/// Patterns are those of `GlobPattern`.
public struct Configuration: Sendable {
  /// What the file is called; the nearest one upwards from a text counts.
  public static let fileName = ".mtlint.json"

  /// What holds for all paths.
  public internal(set) var base = RuleSettings()
  /// What holds for some paths, in order.
  public internal(set) var paths: [PathSettings] = []
  /// With which findings a run fails.
  public internal(set) var failOn: FailureThreshold = .warning
  /// Files that a walk picks up; if empty, those with a known extension.
  public internal(set) var include = PathPatterns()
  /// Paths that are not linted.
  public internal(set) var exclude = PathPatterns()
  /// Formats by extension, in lower case and without the dot.
  public internal(set) var formats: [String: DocumentFormat] = [:]
  /// Words and phrases that are no mistakes.
  public internal(set) var dictionary: [String] = []
  /// Folders of rule files, as they are written.
  public internal(set) var rules: [String] = []
  private var origin: Origin?

  /// The defaults: what holds where there is no configuration file.
  public init() {}

  /// Reads a configuration file.
  ///
  /// Names of rules are not looked at, since the rules may lie in the folders that `rules` names: see `validate(against:)`.
  /// - Parameter path: the file as messages name it.
  /// - Throws: all that is wrong with the file; but only the first place where it is no JSON.
  public static func parse(_ source: Source, path: String) throws(ConfigurationErrors) -> Configuration {
    var json = JSONCReader(source)
    var reader = ConfigurationReader()
    var configuration = Configuration()
    var faults: [JSONCFault]
    do {
      configuration = reader.configuration(from: try json.read())
      faults = json.faults + reader.faults
    } catch {
      faults = json.faults + [error]
    }
    guard faults.isEmpty else { throw ConfigurationErrors(faults, path: path, in: source) }
    configuration.origin = Origin(path: path, source: source, names: reader.names)
    return configuration
  }

  /// Reads a configuration file that may be any bytes.
  ///
  /// - Throws: as `parse(_:path:)` does, and when the bytes are not UTF-8.
  public static func parse(bytes: [UInt8], path: String) throws(ConfigurationErrors) -> Configuration {
    let source: Source
    do {
      source = try Source(name: path, bytes: bytes)
    } catch {
      throw ConfigurationErrors(unreadable: bytes, error, path: path)
    }
    return try parse(source, path: path)
  }

  /// Checks that the rules and families it names exist.
  ///
  /// - Throws: an error for each name that is unknown.
  public func validate(against known: RuleNames) throws(ConfigurationErrors) {
    guard let origin else { return }
    var faults: [JSONCFault] = []
    for name in origin.names where !known.contains(name.text) {
      // A proposal means a look at every name there is: enough for people, bounded for files made by machines.
      let nearest = faults.count < 100 ? known.nearest(to: name.text) : nil
      let remedy = nearest.map { "did you mean “\($0)”?" }
      faults.append(JSONCFault(name.offset, "\(quoted(name.text)) is neither a rule nor a family", remedy: remedy))
    }
    if !faults.isEmpty { throw ConfigurationErrors(faults, path: origin.path, in: origin.source) }
  }

  /// Which rules look at a file.
  ///
  /// - Parameter path: relative to the configuration’s folder.
  public func selection(forPath path: String) -> RuleSelection {
    var selection = RuleSelection()
    selection.apply(base)
    for settings in paths where settings.match.matches(path) { selection.apply(settings.rules) }
    return selection
  }

  /// Whether a file, or a folder with all that lies in it, is not to be linted.
  ///
  /// - Parameter path: relative to the configuration’s folder.
  public func isExcluded(_ path: String, isFolder: Bool = false) -> Bool {
    isFolder ? exclude.matchesAll(in: path) : exclude.matches(path)
  }

  /// Whether a walk through folders picks up a file: it is not excluded, and it is included or, if nothing is, has a known extension.
  ///
  /// - Parameter path: relative to the configuration’s folder.
  public func picksUp(_ path: String) -> Bool {
    guard !isExcluded(path) else { return false }
    guard include.isEmpty else { return include.matches(path) }
    let suffix = Self.suffix(of: path)
    return formats[suffix] != nil || DocumentFormat.extensions.contains(suffix)
  }

  /// How a file is to be read.
  public func format(forPath path: String) -> DocumentFormat { formats[Self.suffix(of: path)] ?? DocumentFormat(path: path) }

  /// What stands behind the last dot of the file’s name, in lower case; empty if there is none.
  private static func suffix(of path: String) -> String {
    guard let name = path.utf8.split(separator: UInt8(ascii: "/")).last, let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(Substring(name[name.index(after: dot)...])).lowercased()
  }
}

/// Settings for the paths that match some patterns.
public struct PathSettings: Hashable, Sendable {
  /// The paths for which they hold.
  public internal(set) var match = PathPatterns()
  public internal(set) var rules = RuleSettings()
}

/// Where a configuration was read, to say where a rule that it names stands.
private struct Origin {
  let path: String
  let source: Source
  let names: [WrittenName]
}

/// The name of a rule or family, where it is written.
struct WrittenName {
  let text: String
  /// Byte offset.
  let offset: Int
}
