/// A pattern for paths, as in `.gitignore`.
///
/// - `*` any characters but `/`; `?` one character but `/`; `[a-z]` one of some, `[!a-z]` one of all others; `\` takes the meaning from
///   the character behind it. A character is a Unicode scalar. Letters match in their own case only.
/// - `**` as a whole segment: any number of folders. At the end of a pattern: everything inside.
/// - A `/` at the start or inside binds the pattern to the configuration’s folder; without one it matches at any depth.
/// - A `/` at the end: folders only.
/// - What matches a folder matches everything below it.
/// - `!` in front: what matches is taken out again (see `PathPatterns`).
///
/// Matching goes back to the last `*` of a segment and the last `**` of the pattern only, so it takes at most the product of both lengths.
public struct GlobPattern: Hashable, Sendable {
  enum Segment: Hashable {
    case folders
    case name([Unit])
  }

  enum Unit: Hashable {
    case scalar(Unicode.Scalar)
    case any
    case anyString
    case set([ClosedRange<Unicode.Scalar>], negated: Bool)

    func matches(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .scalar(let own): own == scalar
      case .any, .anyString: true
      case .set(let ranges, let negated): ranges.contains { $0.contains(scalar) } != negated
      }
    }
  }

  /// As it was written.
  public let text: String
  /// Whether it takes out what it matches.
  public let isNegated: Bool
  private let segments: [Segment]
  private let foldersOnly: Bool

  /// - Throws: `GlobError`, which says what is wrong with the pattern.
  public init(_ text: String) throws(GlobError) {
    self.text = text
    var rest = text[...]
    isNegated = rest.first == "!"
    if isNegated { rest.removeFirst() }
    foldersOnly = rest.last == "/"
    var parser = GlobParser(rest.unicodeScalars)
    var segments = try parser.segments()
    guard !segments.isEmpty else { throw GlobError("an empty pattern matches nothing") }
    if !parser.isAnchored, segments != [.folders] { segments.insert(.folders, at: 0) }
    self.segments = segments
  }

  /// Whether the pattern matches a path, or a folder that the path lies in. It is for `PathPatterns` to heed `isNegated`.
  ///
  /// - Parameter path: relative to the configuration’s folder, with `/` between its parts.
  public func matches(_ path: String, isFolder: Bool = false) -> Bool { matches(GlobPath(path), isFolder: isFolder) }

  func matches(_ path: GlobPath, isFolder: Bool) -> Bool {
    let names = path.names
    var s = 0
    var n = 0
    var retry: (segment: Int, name: Int)?
    while n < names.count {
      if s == segments.count { return true }
      switch segments[s] {
      case .folders:
        if s + 1 == segments.count { return !foldersOnly || isFolder || n + 1 < names.count }
        retry = (s, n)
        s += 1
      case .name(let units) where Self.matches(units, names[n]):
        s += 1
        n += 1
      case .name:
        guard let last = retry else { return false }
        retry = (last.segment, last.name + 1)
        s = last.segment + 1
        n = last.name + 1
      }
    }
    return s == segments.count && (isFolder || !foldersOnly)
  }

  private static func matches(_ units: [Unit], _ name: [Unicode.Scalar]) -> Bool {
    var u = 0
    var n = 0
    var retry: (unit: Int, scalar: Int)?
    while n < name.count {
      if u < units.count, units[u] == .anyString {
        retry = (u, n)
        u += 1
      } else if u < units.count, units[u].matches(name[n]) {
        u += 1
        n += 1
      } else {
        guard let last = retry else { return false }
        retry = (last.unit, last.scalar + 1)
        u = last.unit + 1
        n = last.scalar + 1
      }
    }
    return units[u...].allSatisfy { $0 == .anyString }
  }
}

/// What is wrong with a pattern.
public struct GlobError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  /// What to write instead, if that can be said.
  public let remedy: String?

  init(_ description: String, remedy: String? = nil) {
    self.description = description
    self.remedy = remedy
  }
}

/// The parts of a path, without empty ones and `.`.
struct GlobPath {
  let names: [[Unicode.Scalar]]

  init(_ path: String) {
    names = path.unicodeScalars.split(separator: "/").lazy.map(Array.init).filter { $0 != ["."] }
  }
}

/// Patterns in order: of those that match, the last one counts.
public struct PathPatterns: Hashable, Sendable {
  public let patterns: [GlobPattern]

  public init(_ patterns: [GlobPattern] = []) { self.patterns = patterns }

  /// Whether there is no pattern, so that nothing matches.
  public var isEmpty: Bool { patterns.isEmpty }

  /// Whether the last pattern that matches the path is one without `!`.
  public func matches(_ path: String, isFolder: Bool = false) -> Bool {
    guard let last = lastMatch(path, isFolder: isFolder) else { return false }
    return !patterns[last].isNegated
  }

  /// Whether a folder matches together with everything that may lie in it: no pattern behind the one that counts takes anything out.
  public func matchesAll(in folder: String) -> Bool {
    guard let last = lastMatch(folder, isFolder: true) else { return false }
    return !patterns[last...].contains(where: \.isNegated)
  }

  private func lastMatch(_ path: String, isFolder: Bool) -> Int? {
    guard !patterns.isEmpty else { return nil }
    let path = GlobPath(path)
    return patterns.lastIndex { $0.matches(path, isFolder: isFolder) }
  }
}
