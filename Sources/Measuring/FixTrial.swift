import MTLint

/// Applies fixes to the garbled side of an annotated article and looks which marks they repair.
struct FixTrial {
  private let garbled: [UInt8]
  /// Those that change something.
  let marks: [CriticMarkup.Mark]
  /// For each mark, where a finding about it may stand.
  private let places: [Range<Int>]
  /// For each mark the texts that may take its place.
  private let accepted: [[[UInt8]]]

  init(_ markup: CriticMarkup) {
    garbled = markup.garbled
    marks = markup.marks.filter { $0.kind != .comment && $0.kind != .highlight }
    places = marks.map { Self.place(of: $0, in: markup.garbled) }
    accepted = marks.map { [Array(markup.repaired[$0.repaired])] + $0.alternatives.map { Array($0.utf8) } }
  }

  /// The marks that a finding at `range` is about.
  func marks(at range: Range<Int>) -> [Int] { places.indices.filter { places[$0].touches(range) } }

  /// The marks that the best of the finding’s fixes repairs.
  func marksRepaired(by diagnostic: Diagnostic) -> [Int] {
    diagnostic.fixes.map { marksRepaired(by: $0, of: diagnostic.range) }.max { $0.count < $1.count } ?? []
  }

  private func marksRepaired(by fix: Fix, of range: Range<Int>) -> [Int] {
    let (hull, inside) = hull(of: fix, range)
    let edited = edited(hull, fix.edits)
    if let exact = match(edited[...], from: hull.lowerBound, to: hull.upperBound, inside[...], \.self) { return exact }
    // What deletes a line may leave its line break, or take it along.
    guard fix.edits.allSatisfy(\.replacement.isEmpty) else { return [] }
    return match(edited.joiningLines[...], from: hull.lowerBound, to: hull.upperBound, inside[...], \.joiningLines) ?? []
  }

  /// The bytes covered by a finding, a fix and the marks that they are about, and those marks.
  private func hull(of fix: Fix, _ range: Range<Int>) -> (Range<Int>, [Int]) {
    let touched = ([range] + fix.edits.map(\.range)).reduce(into: Set<Int>()) { $0.formUnion(marks(at: $1)) }
    var hull = touched.reduce(fix.edits.reduce(range) { $0.hull(with: $1.range) }) { $0.hull(with: marks[$1].garbled) }
    while true {
      let inside = marks.indices.filter { marks[$0].garbled.touches(hull) }
      let grown = inside.reduce(hull) { $0.hull(with: marks[$1].garbled) }
      if grown == hull { return (hull, inside) }
      hull = grown
    }
  }

  private func edited(_ range: Range<Int>, _ edits: [Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var position = range.lowerBound
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += garbled[position..<edit.range.lowerBound]
      result += Array(edit.replacement.utf8)
      position = edit.range.upperBound
    }
    return result + garbled[position..<range.upperBound]
  }

  /// Reads `text` as the garbled bytes from `start` to `end` in which each mark of `rest` was repaired or left as it was.
  ///
  /// - Returns: the marks that were repaired, as many as can be; nil if the text is something else.
  private func match(
    _ text: ArraySlice<UInt8>, from start: Int, to end: Int, _ rest: ArraySlice<Int>, _ form: ([UInt8]) -> [UInt8]
  ) -> [Int]? {
    guard let next = rest.first else { return text.elementsEqual(form(Array(garbled[start..<end]))) ? [] : nil }
    let mark = marks[next]
    let before = form(Array(garbled[start..<mark.garbled.lowerBound]))
    guard text.starts(with: before) else { return nil }
    let here = text.dropFirst(before.count)
    var best: [Int]?
    for (i, candidate) in ([Array(garbled[mark.garbled])] + accepted[next]).map(form).enumerated() where here.starts(with: candidate) {
      let others = match(here.dropFirst(candidate.count), from: mark.garbled.upperBound, to: end, rest.dropFirst(), form)
      guard let marks = others.map({ i > 0 ? [next] + $0 : $0 }) else { continue }
      if best == nil || marks.count > best!.count { best = marks }
    }
    return best
  }

  /// A mark’s own text, or, where text is missing or too much, the words next to it as well.
  private static func place(of mark: CriticMarkup.Mark, in bytes: [UInt8]) -> Range<Int> {
    guard mark.kind != .substitution else { return mark.garbled }
    let space = UInt8(ascii: " ")
    var start = mark.garbled.lowerBound
    var end = mark.garbled.upperBound
    while start > 0, bytes[start - 1] == space { start -= 1 }
    while start > 0, bytes[start - 1] > space { start -= 1 }
    while end < bytes.count, bytes[end] == space { end += 1 }
    while end < bytes.count, bytes[end] > space { end += 1 }
    return start..<end
  }
}

extension Range<Int> {
  /// Whether the two overlap, or one is empty and stands in or at the edge of the other.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    guard isEmpty || other.isEmpty else { return overlaps(other) }
    return lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }

  fileprivate func hull(with other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}

extension [UInt8] {
  fileprivate var joiningLines: [UInt8] { filter { $0 != 0x0A && $0 != 0x0D } }
}
