/// The nearest right spelling of a name, for error messages.
public enum Spelling {
  /// “did you mean …?”, or nil when nothing is near.
  public static func remedy(for name: String, among known: some Sequence<String>) -> String? {
    nearest(to: name, among: known).map { "did you mean “\($0)”?" }
  }

  /// The known name at the least edit distance, if that is at most a third of the name's length (at least 1): some of it must stay.
  public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    let limit = min(max(1, wanted.count / 3), wanted.count - 1)
    var best: (distance: Int, name: String)?
    for candidate in known {
      let distance = distance(wanted, Array(candidate.lowercased().utf8))
      if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours count one
  /// (Damerau 1964; Wagner and Fischer 1974 for the table).
  public static func distance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
    if abs(a.count - b.count) > 8 { return abs(a.count - b.count) }
    var previous = [Int](repeating: 0, count: b.count + 1)
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var next = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        next[j + 1] = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { next[j + 1] = min(next[j + 1], previous[j - 1] + 1) }
      }
      previous = row
      row = next
    }
    return row[b.count]
  }
}
