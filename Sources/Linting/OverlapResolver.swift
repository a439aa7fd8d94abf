/// Of several findings about one place, keeps the one that knows most; the others’ repairs follow its own.
///
/// Order: `over`, precedence, the earlier, the longer, the rule id.
struct OverlapResolver: Sendable {
  /// For a rule the rules it gives way to.
  private let superiors: [String: Set<String>]

  init(_ over: [(id: String, over: [String])]) {
    var superiors: [String: Set<String>] = [:]
    for (id, inferiors) in over { for inferior in inferiors { superiors[inferior, default: []].insert(id) } }
    self.superiors = superiors
  }

  /// Ordered by offset, then rule id.
  func resolve(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let sorted = diagnostics.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule) < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
    }
    var result: [Diagnostic] = []
    result.reserveCapacity(sorted.count)
    var first = 0
    while first < sorted.count {
      // Findings that hang together by overlaps are settled among themselves: few, as a rule, whatever the size of the file.
      var end = sorted[first].range.upperBound
      var next = first + 1
      while next < sorted.count, sorted[next].range.lowerBound < end || sorted[next].range.lowerBound == sorted[next - 1].range.lowerBound {
        end = max(end, sorted[next].range.upperBound)
        next += 1
      }
      if next == first + 1 { result.append(sorted[first]) } else { result += settle(sorted[first..<next]) }
      first = next
    }
    return result
  }

  private func settle(_ group: ArraySlice<Diagnostic>) -> [Diagnostic] {
    let ranked = group.map { (diagnostic: $0, isBeaten: isBeaten($0, in: group)) }.sorted { Self.rank($0) < Self.rank($1) }
    var kept: [Diagnostic] = []
    for (diagnostic, _) in ranked {
      if let winner = kept.firstIndex(where: { $0.sharesPlace(with: diagnostic) }) {
        kept[winner].addFixes(of: diagnostic)
      } else {
        kept.append(diagnostic)
      }
    }
    return kept.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
  }

  private static func rank(_ entry: (diagnostic: Diagnostic, isBeaten: Bool)) -> (Int, Int, Int, Int, String) {
    let range = entry.diagnostic.range
    return (entry.isBeaten ? 1 : 0, entry.diagnostic.precedence.rawValue, range.lowerBound, -range.count, entry.diagnostic.rule)
  }

  private func isBeaten(_ diagnostic: Diagnostic, in group: ArraySlice<Diagnostic>) -> Bool {
    guard let superiors = superiors[diagnostic.rule] else { return false }
    return group.contains { superiors.contains($0.rule) && $0.sharesPlace(with: diagnostic) }
  }
}

extension Diagnostic {
  /// Whether two findings are about the same place: their ranges overlap, or one is empty and touches the other.
  fileprivate func sharesPlace(with other: Diagnostic) -> Bool {
    if range.isEmpty { return other.range.contains(range.lowerBound) || other.range == range }
    if other.range.isEmpty { return range.contains(other.range.lowerBound) }
    return range.overlaps(other.range)
  }

  /// Takes the fixes of another finding about this place that it does not have itself.
  fileprivate mutating func addFixes(of other: Diagnostic) {
    for fix in other.fixes where fix.edits.allSatisfy({ $0.range.overlaps(range) || $0.range == range }) {
      if !fixes.contains(where: { isSame($0, fix) }) { fixes.append(fix) }
    }
  }

  /// Whether two fixes come to the same, however much of the place each replaces.
  private func isSame(_ a: Fix, _ b: Fix) -> Bool {
    if a.edits == b.edits { return true }
    guard let one = outcome(of: a), let other = outcome(of: b) else { return false }
    return one == other
  }

  /// The place as a fix leaves it; nil where an edit reaches beyond it, or the text as read is not that of the file.
  private func outcome(of fix: Fix) -> [UInt8]? {
    var bytes = Array(text.utf8)
    guard bytes.count == range.count else { return nil }
    for edit in fix.edits.reversed() {
      guard edit.range.lowerBound >= range.lowerBound, edit.range.upperBound <= range.upperBound else { return nil }
      let place = edit.range.lowerBound - range.lowerBound..<edit.range.upperBound - range.lowerBound
      bytes.replaceSubrange(place, with: edit.replacement.utf8)
    }
    return bytes
  }
}
