/// A finding and the fix that is to be tried for it.
struct Candidate {
  let diagnostic: Diagnostic
  let fix: Fix

  /// The first fix of a finding that may be applied and changes something; nil if there is none.
  init?(_ diagnostic: Diagnostic, _ scope: Fixer.Scope, in source: Source) {
    let fix = diagnostic.fixes.first { (scope == .suggested || $0.applicability == .safe) && $0.changes(source) }
    guard let fix else { return nil }
    self.diagnostic = diagnostic
    self.fix = fix
  }

  /// Which goes first where two edit the same place: precedence, then the earlier, then the rule id.
  fileprivate var rank: (Int, Int, String) { (diagnostic.precedence.rawValue, diagnostic.range.lowerBound, diagnostic.rule) }
}

extension Fix {
  /// Whether the text would be another one.
  func changes(_ source: Source) -> Bool { edits.contains { !$0.isIdle(in: source) } }

  /// Whether the edits lie in the text and can be applied together.
  func isWellFormed(in source: Source) -> Bool {
    var end = 0
    for edit in edits {
      guard edit.range.lowerBound >= end, edit.range.upperBound <= source.count else { return false }
      end = edit.range.upperBound
    }
    return true
  }
}

extension Edit {
  fileprivate func isIdle(in source: Source) -> Bool {
    range.upperBound <= source.count && source.bytes[range].elementsEqual(replacement.utf8)
  }

  /// Whether the order of two edits would matter: they overlap, or one inserts where the other begins or ends.
  fileprivate func collides(with other: Edit) -> Bool {
    guard range.isEmpty || other.range.isEmpty else { return range.overlaps(other.range) }
    return range.lowerBound <= other.range.upperBound && other.range.lowerBound <= range.upperBound
  }
}

/// Which fixes of a report edit the same places, by their numbers.
struct Collisions {
  private let candidates: [Candidate]
  private var partners: [Int: Set<Int>] = [:]

  /// - Parameter numbers: those of `candidates` that are well-formed.
  init(_ candidates: [Candidate], _ numbers: [Int]) {
    self.candidates = candidates
    let edits = numbers.flatMap { i in candidates[i].fix.edits.map { (edit: $0, fix: i) } }.sorted {
      ($0.edit.range.lowerBound, $0.edit.range.upperBound) < ($1.edit.range.lowerBound, $1.edit.range.upperBound)
    }
    for i in edits.indices {
      var next = i + 1
      while next < edits.count, edits[next].edit.range.lowerBound <= edits[i].edit.range.upperBound {
        if edits[next].fix != edits[i].fix, edits[next].edit.collides(with: edits[i].edit) {
          partners[edits[i].fix, default: []].insert(edits[next].fix)
          partners[edits[next].fix, default: []].insert(edits[i].fix)
        }
        next += 1
      }
    }
  }

  /// Parts some fixes into those that can be applied together and those that give way to one of them.
  func settle(_ numbers: [Int]) -> (kept: [Int], waiting: [Int]) {
    guard !partners.isEmpty else { return (numbers, []) }
    var beaten: Set<Int> = []
    let wanted = Set(numbers)
    for i in numbers.filter({ partners[$0] != nil }).sorted(by: { candidates[$0].rank < candidates[$1].rank }) where !beaten.contains(i) {
      beaten.formUnion(partners[i]!.intersection(wanted))
    }
    return (numbers.filter { !beaten.contains($0) }, numbers.filter(beaten.contains))
  }

  /// One of `standing` that edits what this fix edits.
  func obstacle(to number: Int, among standing: Set<Int>) -> Int? { partners[number]?.intersection(standing).min() }
}
