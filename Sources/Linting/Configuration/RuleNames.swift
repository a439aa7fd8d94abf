/// The names by which configurations and suppressions call rules: ids and families.
///
/// Make one for a catalogue and share it between files.
public struct RuleNames: Sendable {
  private let ids: Set<String>
  private let families: Set<String>
  /// Ids and families, sorted, so that of two equally near names the same one is always proposed.
  private let sorted: [String]
  /// Ids by family.
  private let members: [String: [String]]

  /// - Parameter infos: the rules of the catalogue; those of `Suppressions.infos` are added.
  public init(_ infos: [RuleInfo]) {
    let all = infos + Suppressions.infos
    ids = Set(all.map(\.id))
    members = Dictionary(grouping: ids) { String($0.prefix { $0 != "/" }) }
    families = Set(Family.allCases.map(\.rawValue)).union(members.keys)
    sorted = families.union(ids).sorted()
  }

  /// Whether `name` is a rule id or a family.
  public func contains(_ name: String) -> Bool { ids.contains(name) || families.contains(name) }

  /// The ids that a name stands for: itself, or those of the family.
  public func ids(of name: String) -> [String] { ids.contains(name) ? [name] : members[name] ?? [] }

  /// All rule ids but those about suppressions themselves.
  var all: some Sequence<String> { ids.lazy.filter { !$0.hasPrefix(Suppressions.family + "/") } }

  /// The known name that was probably meant: the id with that last part, or the nearest name.
  public func nearest(to name: String) -> String? {
    let suffix = "/" + name
    if let id = sorted.first(where: { $0.hasSuffix(suffix) }) { return id }
    return Spelling.nearest(to: name, among: sorted)
  }
}
