/// Makes a configuration of a value, and notes everything that is wrong with it.
struct ConfigurationReader {
  private(set) var faults: [JSONCFault] = []
  /// All rules and families that are named.
  private(set) var names: [WrittenName] = []

  private typealias Member = JSONCValue.Member

  private static let ruleKeys = ["only", "skip", "tier", "from", "severity"]
  private static let pathKeys = ruleKeys + ["match"]
  private static let keys = ruleKeys + ["failOn", "paths", "include", "exclude", "formats", "dictionary", "rules", "$schema"]

  /// What other linters call these keys.
  private static let synonyms = [
    "ignore": "exclude", "ignores": "exclude", "ignorePatterns": "exclude", "files": "match", "overrides": "paths", "select": "only",
    "enable": "only", "disable": "skip", "language": "from", "lang": "from", "source": "from", "words": "dictionary",
    "severities": "severity", "fail-on": "failOn", "glob": "match", "path": "match",
  ]

  mutating func configuration(from root: JSONCValue) -> Configuration {
    var configuration = Configuration()
    guard let members = object(root, "the configuration") else { return configuration }
    for member in members { read(member, into: &configuration) }
    return configuration
  }

  private mutating func read(_ member: Member, into configuration: inout Configuration) {
    switch member.key {
    case "$schema": break
    case "failOn": configuration.failOn = choice(member) ?? configuration.failOn
    case "paths": configuration.paths = paths(member)
    case "include": configuration.include = patterns(member.value, "include")
    case "exclude": configuration.exclude = patterns(member.value, "exclude")
    case "formats": configuration.formats = formats(member)
    case "dictionary": configuration.dictionary = texts(member.value, "“dictionary”").map(\.text)
    case "rules": configuration.rules = folders(member)
    default:
      if !read(member, into: &configuration.base) { unknown(member, among: Self.keys) }
    }
  }

  /// - Returns: whether it is a key about rules.
  private mutating func read(_ member: Member, into settings: inout RuleSettings) -> Bool {
    switch member.key {
    case "only": settings.only = ruleNames(member)
    case "skip": settings.skip = ruleNames(member)
    case "tier": settings.tier = choice(member)
    case "from": settings.from = language(member)
    case "severity": readSeverities(member, into: &settings)
    default: return false
    }
    return true
  }

  private mutating func paths(_ member: Member) -> [PathSettings] {
    guard case .array(let elements) = member.value.content else {
      mismatch(member.value, "“paths”", "a list of objects", remedy: "write [{ \"match\": \"drafts/\", … }]")
      return []
    }
    return elements.compactMap { element in pathSettings(element) }
  }

  private mutating func pathSettings(_ value: JSONCValue) -> PathSettings? {
    guard let members = object(value, "an entry of “paths”") else { return nil }
    var settings = PathSettings()
    var hasMatch = false
    for member in members {
      if member.key == "match" {
        hasMatch = true
        settings.match = patterns(member.value, "match", allowsOne: true)
        if case .array(let all) = member.value.content, all.isEmpty { fault(member.value.offset, "“match” is empty: nothing matches") }
      } else if !read(member, into: &settings.rules) {
        let isGeneral = Self.keys.contains(member.key)
        if isGeneral { fault(member.offset, "“\(member.key)” holds for all paths", remedy: "write it outside “paths”") }
        if !isGeneral { unknown(member, among: Self.pathKeys) }
      }
    }
    if !hasMatch { fault(value.offset, "this entry says for no path that it holds", remedy: "add “\"match\": \"drafts/\"”") }
    return settings
  }

  private mutating func readSeverities(_ member: Member, into settings: inout RuleSettings) {
    guard let members = object(member.value, "“severity”") else { return }
    for member in members {
      names.append(WrittenName(text: member.key, offset: member.offset))
      if case .string("off") = member.value.content {
        settings.off.insert(member.key)
      } else if let severity: Severity = choice(member, besides: ["off"]) {
        settings.severities[member.key] = severity
      }
    }
  }

  private mutating func formats(_ member: Member) -> [String: DocumentFormat] {
    var formats: [String: DocumentFormat] = [:]
    for member in object(member.value, "“formats”") ?? [] {
      let suffix = member.key.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
      if suffix.isEmpty || suffix.contains("/") || suffix.utf8.count < member.key.utf8.count {
        let remedy = suffix.isEmpty || suffix.contains("/") ? nil : "write “\(suffix)”"
        fault(member.offset, "\(quoted(member.key)) is no extension without its dot", remedy: remedy)
      }
      formats[suffix.lowercased()] = choice(member)
    }
    return formats
  }

  private mutating func folders(_ member: Member) -> [String] {
    if case .object = member.value.content {
      mismatch(member.value, "“rules”", "a list of folders of rule files", remedy: "severities of rules stand under “severity”")
      return []
    }
    return texts(member.value, "“rules”").map(\.text)
  }

  private mutating func language(_ member: Member) -> String? {
    guard case .string(let text) = member.value.content else {
      mismatch(member.value, "“from”", "a language code", remedy: nil)
      return nil
    }
    let code = text.prefix { $0 != "-" && $0 != "_" }.lowercased()
    let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    if isCode, code == text { return text }
    fault(
      member.value.offset, "\(quoted(text)) is no ISO 639-1 code of a language",
      remedy: isCode ? "write “\(code)”" : "write two letters, such as “id” for Indonesian")
    return nil
  }

  // MARK: Kinds of values

  private mutating func ruleNames(_ member: Member) -> [String] {
    let written = texts(member.value, "“\(member.key)”")
    names += written
    return written.map(\.text)
  }

  private mutating func patterns(_ value: JSONCValue, _ key: String, allowsOne: Bool = false) -> PathPatterns {
    var written: [WrittenName] = []
    if allowsOne, case .string(let text) = value.content {
      written = [WrittenName(text: text, offset: value.offset)]
    } else {
      written = texts(value, "“\(key)”")
    }
    var patterns: [GlobPattern] = []
    for pattern in written {
      do {
        patterns.append(try GlobPattern(pattern.text))
      } catch {
        fault(pattern.offset, "\(quoted(pattern.text)): \(error)", remedy: error.remedy)
      }
    }
    return PathPatterns(patterns)
  }

  /// The strings of a list, none of them empty.
  private mutating func texts(_ value: JSONCValue, _ what: String) -> [WrittenName] {
    guard case .array(let elements) = value.content else {
      var remedy: String?
      if case .string = value.content { remedy = "write it in brackets: [\"…\"]" }
      mismatch(value, what, "a list of strings", remedy: remedy)
      return []
    }
    var texts: [WrittenName] = []
    for element in elements {
      guard case .string(let text) = element.content else {
        mismatch(element, "an entry of \(what)", "a string", remedy: nil)
        continue
      }
      if text.allSatisfy(\.isWhitespace) {
        fault(element.offset, "an entry of \(what) is empty", remedy: "remove it")
      } else {
        texts.append(WrittenName(text: text, offset: element.offset))
      }
    }
    return texts
  }

  private mutating func object(_ value: JSONCValue, _ what: String) -> [Member]? {
    if case .object(let members) = value.content { return members }
    mismatch(value, what, "an object", remedy: nil)
    return nil
  }

  /// One of the values of an enumeration, or of those `besides` it, which the caller knows itself.
  private mutating func choice<T>(_ member: Member, besides: [String] = []) -> T?
  where T: RawRepresentable<String> & CaseIterable {
    let known = T.allCases.map(\.rawValue) + besides
    let list = known.map { "“\($0)”" }.joined(separator: ", ")
    guard case .string(let text) = member.value.content else {
      mismatch(member.value, quoted(member.key), "one of \(list)", remedy: nil)
      return nil
    }
    if let value = T(rawValue: text) { return value }
    let remedy = Spelling.remedy(for: text, among: known)
    fault(member.value.offset, "\(quoted(member.key)) is one of \(list), not \(quoted(text))", remedy: remedy)
    return nil
  }

  // MARK: Faults

  private mutating func unknown(_ member: Member, among keys: [String]) {
    let synonym = Self.synonyms[member.key].flatMap { keys.contains($0) ? "did you mean “\($0)”?" : nil }
    fault(member.offset, "unknown key \(quoted(member.key))", remedy: synonym ?? Spelling.remedy(for: member.key, among: keys))
  }

  private mutating func mismatch(_ value: JSONCValue, _ what: String, _ wanted: String, remedy: String?) {
    fault(value.offset, "\(what) must be \(wanted), not \(value.kind)", remedy: remedy)
  }

  private mutating func fault(_ offset: Int, _ message: String, remedy: String? = nil) {
    faults.append(JSONCFault(offset, message, remedy: remedy))
  }
}
