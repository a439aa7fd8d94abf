import MTLint

/// A hit in its context, to be read by a person.
public struct QuotedHit: Codable, Hashable, Sendable {
  /// Where a hit may stand.
  public enum Text: String, Codable, Sendable, CaseIterable { case machine, reference, clean }

  /// What a fix does to the distance from the post-edit.
  public enum Effect: String, Codable, Sendable { case closer, same, further }

  public let text: Text
  /// Path and line.
  public let place: String
  /// What stands before the garble in its line, the garble, and what stands behind it; cut to a few words.
  public let before: String
  public let garble: String
  public let after: String
  /// What the first fix puts there; nil without a fix.
  public let repair: String?
  public let isSafe: Bool
  /// Nil where there is no post-edit to compare with.
  public let effect: Effect?
  public let postEdit: String?
}

/// A hit: what it takes to quote it.
struct Hit {
  let diagnostic: Diagnostic
  let source: Source
  /// The bytes of the line in which it begins.
  let line: Range<Int>
  var effect: QuotedHit.Effect?
  var postEdit: String?

  /// Depends on nothing but the line and the place in it: so a sample by rank is fair, and the same whatever else was measured.
  var rank: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in source.bytes[line] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ UInt64(diagnostic.range.lowerBound - line.lowerBound)) &* 0x100_0000_01B3
    return hash ^ hash >> 29
  }

  func quoted(in text: QuotedHit.Text, line number: Int) -> QuotedHit {
    let garble = diagnostic.range.lowerBound..<max(diagnostic.range.lowerBound, min(diagnostic.range.upperBound, line.upperBound))
    let fix = diagnostic.fixes.first
    return QuotedHit(
      text: text, place: "\(source.name):\(number)",
      before: Self.words(of: source.text(line.lowerBound..<garble.lowerBound), fromEnd: true), garble: source.text(garble),
      after: Self.words(of: source.text(garble.upperBound..<max(garble.upperBound, line.upperBound)), fromEnd: false),
      repair: fix?.title, isSafe: fix?.applicability == .safe, effect: effect, postEdit: postEdit)
  }

  private static let context = 80

  /// The last or first whole words that fit.
  private static func words(of text: String, fromEnd: Bool) -> String {
    guard text.count > context else { return text }
    if fromEnd { return "…" + text.suffix(context).drop { $0 != " " } }
    let head = text.prefix(context)
    return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + " …"
  }
}

/// A few of many hits, chosen by rank; of equal ones one is kept.
struct Sample {
  private let limit: Int
  private var kept: [(rank: UInt64, hit: QuotedHit)] = []

  init(limit: Int) { self.limit = limit }

  /// - Parameter lineNumber: asked only if the hit is kept.
  mutating func offer(_ hit: Hit, in text: QuotedHit.Text, lineNumber: () -> Int) {
    guard limit > 0 else { return }
    let rank = hit.rank
    if kept.count == limit, rank > kept[limit - 1].rank { return }
    let quoted = hit.quoted(in: text, line: lineNumber())
    let place = kept.firstIndex { $0.rank >= rank } ?? kept.count
    if place < kept.count, kept[place].rank == rank {
      if quoted.place < kept[place].hit.place { kept[place].hit = quoted }
      return
    }
    kept.insert((rank, quoted), at: place)
    if kept.count > limit { kept.removeLast() }
  }

  var hits: [QuotedHit] { kept.map(\.hit) }
}
