/// What people decided to leave as it is, as the `.mtlint-skipped.json` of a project keeps it.
///
/// Findings are recognised by their fingerprints and counted; there is no line number that other changes would make wrong. Each stands on
/// a line of its own, in the order of path, rule and text, so that changes of several people can be merged line by line.
public struct SkippedFindings: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    /// From the folder in which the file stands.
    public let path: String
    public let rule: String
    /// The garble; for people, as the path and the rule are.
    public let text: String
    /// How many findings with this fingerprint were skipped.
    public var count: Int

    public init(path: String, rule: String, text: String, count: Int) {
      self.path = path
      self.rule = rule
      self.text = text
      self.count = count
    }
  }

  /// What the file is called; the nearest one upwards from a text counts.
  public static let fileName = ".mtlint-skipped.json"

  /// By fingerprint.
  public private(set) var entries: [String: Entry] = [:]

  public init() {}

  /// Reads what the file holds. Of an entry that stands there twice, as after a merge, the larger count holds.
  ///
  /// - Throws: the first place that cannot be read.
  public init(_ source: Source) throws(ConfigurationErrors) {
    do throws(JSONCFault) {
      var reader = JSONCReader(source)
      let value = try reader.read()
      guard case .object(let members) = value.content else { throw JSONCFault(value.offset, "skipped findings are an object") }
      for member in members { try read(member) }
    } catch {
      throw ConfigurationErrors([error], path: source.name, in: source)
    }
  }

  private mutating func read(_ member: JSONCValue.Member) throws(JSONCFault) {
    if member.key == "version" {
      guard case .number(1) = member.value.content else { throw JSONCFault(member.value.offset, "only version 1 is known") }
      return
    }
    guard case .object(let fields) = member.value.content else {
      throw JSONCFault(member.value.offset, "a skipped finding is an object")
    }
    var (path, rule, text, count) = ("", "", "", 1)
    for field in fields {
      switch (field.key, field.value.content) {
      case ("path", .string(let value)): path = value
      case ("rule", .string(let value)): rule = value
      case ("text", .string(let value)): text = value
      case ("count", .number(let value)) where value >= 1 && value <= 1e9: count = Int(value)
      default: throw JSONCFault(field.value.offset, "\(quoted(field.key)) cannot be \(field.value.kind) here")
      }
    }
    let known = entries[member.key]?.count ?? 0
    entries[member.key] = Entry(path: path, rule: rule, text: text, count: max(count, known))
  }

  /// How many findings with a fingerprint were skipped.
  public func count(of fingerprint: String) -> Int { entries[fingerprint]?.count ?? 0 }

  /// Remembers an entry; one whose count is 0 is forgotten.
  public mutating func remember(_ entry: Entry, fingerprint: String) { entries[fingerprint] = entry.count > 0 ? entry : nil }

  /// The content of the file: the version comes last, so that all entries end alike.
  public func written() -> [UInt8] {
    let lines = entries.map { (key: [$1.path, $1.rule, $1.text, $0], entry: $1) }.sorted { a, b in
      a.key.lexicographicallyPrecedes(b.key) { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }.map { key, entry in
      "  \(json(key[3])): {\"path\": \(json(entry.path)), \"rule\": \(json(entry.rule)), \"text\": \(json(entry.text)), "
        + "\"count\": \(entry.count)},\n"
    }
    return Array(("{\n" + lines.joined() + "  \"version\": 1\n}\n").utf8)
  }
}

/// A JSON string (RFC 8259).
private func json(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
