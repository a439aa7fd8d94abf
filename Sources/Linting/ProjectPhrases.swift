/// Those entries of a project’s dictionary that are more than one word to the tokeniser: phrases, words with hyphens, names with marks.
///
/// A finding of a rule about words and names that lies in such a phrase is not reported. Case, the form of apostrophes and the kind of
/// white space do not matter; a longer word that contains the phrase is not it.
public struct ProjectPhrases: Sendable {
  /// Folded, by their first scalar.
  private var phrases: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
  private var longest = 0
  private static let families: Set<Substring> = ["spelling", "casing", "name", "residue", "repetition"]

  public init(_ entries: [String]) {
    for entry in entries where !entry.unicodeScalars.allSatisfy(Self.isWord) {
      let folded = Self.folded(entry)
      guard let first = folded.first else { continue }
      phrases[first, default: []].append(folded)
      longest = max(longest, folded.count)
    }
  }

  public var isEmpty: Bool { phrases.isEmpty }

  /// Whether a finding lies in a phrase.
  public func cover(_ diagnostic: Diagnostic, in source: Source) -> Bool {
    guard !isEmpty, diagnostic.range.count <= 4 * longest, Self.families.contains(diagnostic.rule.prefix { $0 != "/" }) else {
      return false
    }
    let window = window(around: diagnostic.range, in: source)
    let (text, offsets) = folded(window, of: source)
    for start in text.indices where offsets[start] <= diagnostic.range.lowerBound {
      guard start == 0 || !Self.isWord(text[start - 1]), let candidates = phrases[text[start]] else { continue }
      for phrase in candidates where text[start...].starts(with: phrase) {
        let end = start + phrase.count
        let isWhole = end == text.count || !Self.isWord(text[end])
        if isWhole, (end < offsets.count ? offsets[end] : window.upperBound) >= diagnostic.range.upperBound { return true }
      }
    }
    return false
  }

  /// Wide enough for a phrase that only just holds the range: a scalar takes four bytes at most, and beside the phrase stands another one.
  private func window(around range: Range<Int>, in source: Source) -> Range<Int> {
    let reach = 4 * longest + 8
    var low = max(0, range.lowerBound - reach)
    var high = min(source.count, range.upperBound + reach)
    while low < range.lowerBound, source.bytes[low] & 0xC0 == 0x80 { low += 1 }
    while high < source.count, source.bytes[high] & 0xC0 == 0x80 { high += 1 }
    return low..<high
  }

  /// The folded text of a range, and where each scalar of it stands in the source.
  private func folded(_ range: Range<Int>, of source: Source) -> (text: [Unicode.Scalar], offsets: [Int]) {
    var text: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = range.lowerBound
    for scalar in source.text(range).unicodeScalars {
      for folded in Self.fold(scalar) where !(folded == " " && text.last == " ") {
        text.append(folded)
        offsets.append(offset)
      }
      offset += UTF8.width(scalar)
    }
    return (text, offsets)
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.flatMap(fold) }

  private static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar == "’" || scalar == "ʼ" { return ["'"] }
    if scalar.properties.isWhitespace { return [" "] }
    return Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
  }
}
