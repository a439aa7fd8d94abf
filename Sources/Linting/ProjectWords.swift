/// The words of a project, as its `.mtlint-words.txt` keeps them: one word, name or phrase a line, sorted, so that changes of several
/// people can be merged line by line. A line that begins with `#` is a comment.
public struct ProjectWords: Hashable, Sendable {
  /// What the file is called; the nearest one upwards from a text counts.
  public static let fileName = ".mtlint-words.txt"

  private var comments: [String] = []
  /// Sorted, without equals.
  public private(set) var entries: [String] = []

  public init() {}

  /// Reads what the file holds; any text can be read.
  public init(_ source: Source) {
    let text = source.text(source.byteOrderMarkLength..<source.count)
    for line in text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
      let line = String(line)
      if line.hasPrefix("#") { comments.append(line) } else if let entry = Self.entry(line) { entries.append(entry) }
    }
    entries = Self.sorted(entries)
  }

  /// Adds entries.
  ///
  /// - Returns: those that were not there yet, as they were added.
  public mutating func add(_ words: [String]) -> [String] {
    let known = Set(entries)
    let new = Self.sorted(words.compactMap(Self.entry)).filter { !known.contains($0) }
    entries = Self.sorted(entries + new)
    return new
  }

  /// The content of the file.
  public func written() -> [UInt8] { Array((comments + entries).map { $0 + "\n" }.joined().utf8) }

  /// A word as it is kept, single spaces between its parts; nil for what holds no letter or digit or could not be told from a comment.
  public static func entry(_ text: String) -> String? {
    let parts = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
    let entry = parts.joined(separator: " ")
    guard !entry.hasPrefix("#"), entry.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return entry
  }

  /// Whatever their case, and then by their scalars, so that the order is the same everywhere.
  private static func sorted(_ entries: [String]) -> [String] {
    Set(entries).map { (key: Array($0.lowercased().unicodeScalars.map(\.value)), entry: $0) }.sorted {
      $0.key == $1.key
        ? $0.entry.unicodeScalars.lexicographicallyPrecedes($1.entry.unicodeScalars) : $0.key.lexicographicallyPrecedes($1.key)
    }.map(\.entry)
  }
}
