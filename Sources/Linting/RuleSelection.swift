/// Which rules run, and how severe their findings are.
public struct RuleSelection: Sendable {
  /// Rule ids or families; when not empty, nothing else runs, and tiers do not matter.
  public var only: [String] = []
  /// Rule ids or families that do not run.
  public var skip: [String] = []
  /// `.strict` runs the rules of both tiers.
  public var tier: Tier = .default
  /// The source language, if known (ISO 639-1): then the packs of other languages do not run.
  public var from: String?
  /// Severities by rule id or family, instead of the rule’s own. An id goes before a family.
  public var severities: [String: Severity] = [:]

  public init() {}

  public func includes(_ info: RuleInfo) -> Bool {
    guard !skip.contains(where: { Self.names($0, info) }) else { return false }
    guard only.isEmpty else { return only.contains { Self.names($0, info) } }
    if let from, !info.from.isEmpty, !info.from.contains(from) { return false }
    return info.tier == .default || tier == .strict
  }

  public func severity(of info: RuleInfo) -> Severity { severities[info.id] ?? severities[info.family] ?? info.severity }

  private static func names(_ selector: String, _ info: RuleInfo) -> Bool { selector == info.id || selector == info.family }
}
