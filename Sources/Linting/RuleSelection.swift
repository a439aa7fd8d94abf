/// Which rules run, and how severe their findings are.
public struct RuleSelection: Hashable, Sendable {
  /// Rule ids or families; when not empty, nothing else runs, and tiers do not matter.
  public var only: [String] = []
  /// Rule ids or families that do not run.
  public var skip: [String] = []
  /// `.strict` runs the rules of both tiers.
  public var tier: Tier = .default
  /// The source language, if known (ISO 639-1): then the packs of other languages do not run.
  public var from: String?
  /// Severities by rule id or family, instead of the rule’s own. An id goes before a family. A rule whose id stands here was asked for:
  /// it runs whatever its tier.
  public var severities: [String: Severity] = [:]
  /// Rule ids or families that do not run, but for rules whose id has a severity in `severities`.
  public var off: Set<String> = []

  public init() {}

  public func includes(_ info: RuleInfo) -> Bool {
    guard !skip.contains(where: { Self.names($0, info) }), !isOff(info) else { return false }
    guard only.isEmpty else { return only.contains { Self.names($0, info) } }
    if let from, !info.from.isEmpty, !info.from.contains(from) { return false }
    return info.tier == .default || tier == .strict || severities[info.id] != nil
  }

  public func severity(of info: RuleInfo) -> Severity { severities[info.id] ?? severities[info.family] ?? info.severity }

  /// Lays settings over what is selected: `skip` adds, severities replace those of the same name, everything else replaces if it is set.
  public mutating func apply(_ settings: RuleSettings) {
    if let only = settings.only { self.only = only }
    skip += settings.skip
    if let tier = settings.tier { self.tier = tier }
    if let from = settings.from { self.from = from }
    for (name, severity) in settings.severities {
      severities[name] = severity
      off.remove(name)
    }
    for name in settings.off {
      severities[name] = nil
      off.insert(name)
    }
  }

  private func isOff(_ info: RuleInfo) -> Bool {
    !off.isEmpty && severities[info.id] == nil && (off.contains(info.id) || off.contains(info.family))
  }

  private static func names(_ selector: String, _ info: RuleInfo) -> Bool { selector == info.id || selector == info.family }
}
