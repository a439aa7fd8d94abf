/// What makes a finding the same before and after a repair: its rule, and its garble whatever its case and spacing. Never its place.
struct FindingKey: Hashable {
  let rule: String
  let text: String

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.rule
    var folded = String.UnicodeScalarView()
    var isAfterSpace = false
    for scalar in diagnostic.text.lowercased().unicodeScalars {
      if Self.isSpace(scalar) {
        isAfterSpace = !folded.isEmpty
      } else {
        if isAfterSpace { folded.append(" ") }
        folded.append(scalar)
        isAfterSpace = false
      }
    }
    text = String(folded)
  }

  /// Asked of every scalar of every finding, and looking up properties takes long.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || 0x09...0x0D ~= scalar.value : scalar.properties.isWhitespace
  }
}

/// How often each finding stands in a text.
struct FindingCounts {
  private var counts: [FindingKey: Int] = [:]

  init(_ diagnostics: [Diagnostic]) { for diagnostic in diagnostics { counts[FindingKey(diagnostic), default: 0] += 1 } }

  /// Takes one finding away.
  mutating func remove(_ diagnostic: Diagnostic) { counts[FindingKey(diagnostic), default: 0] -= 1 }

  /// The first of `diagnostics` that is one too many; nil if all are among those counted.
  func firstBeyond(_ diagnostics: [Diagnostic]) -> Diagnostic? {
    var rest = counts
    for diagnostic in diagnostics {
      let key = FindingKey(diagnostic)
      guard let count = rest[key], count > 0 else { return diagnostic }
      rest[key] = count - 1
    }
    return nil
  }
}
