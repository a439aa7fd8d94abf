/// Which names are disabled at a place of a document, to tell whether an `enable` means anything.
struct OpenRegions {
  private var isAllOpen = false
  /// By family, the family and ids that are disabled.
  private var names: [String: Set<String>] = [:]

  /// Notes that a name is disabled from here.
  mutating func open(_ name: String) {
    if name == Suppressions.all { isAllOpen = true } else { names[Self.family(name), default: []].insert(name) }
  }

  /// Notes that a name is enabled from here.
  ///
  /// - Returns: whether anything that it stands for was disabled.
  mutating func close(_ name: String) -> Bool {
    let family = Self.family(name)
    if name == Suppressions.all {
      defer { (isAllOpen, names) = (false, [:]) }
      return isAllOpen || !names.isEmpty
    }
    if name == family { return names.removeValue(forKey: family) != nil || isAllOpen }
    let wasOpen = names[family]?.remove(name) != nil || names[family]?.contains(family) == true
    if names[family]?.isEmpty == true { names[family] = nil }
    return wasOpen || isAllOpen
  }

  private static func family(_ name: String) -> String { String(name.prefix { $0 != "/" }) }
}
