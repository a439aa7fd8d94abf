import Foundation
import MTLMeasuring
import MTLint
import Testing

/// What `fix --suggested` makes of the garbled side of annotated articles.
@Suite(.serialized) struct AnnotatedFixTests {
  @Test("in the places that fixing touches or leaves reported stands what the annotator wrote, in six of ten of each article at least")
  func share() throws {
    var sum = FixScore()
    for file in Corpus.annotated {
      let score = try FixScore(Article(path: file.path))
      say("\(file.name): \(score)")
      for change in score.outside { Issue.record("\(file.name): changed outside of all marks: \(change)") }
      #expect(score.share >= 0.6, "\(file.name): \(score)")
      sum.add(score)
    }
    say("all annotated articles: \(sum)")
  }

  private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// How many places of an annotated article read as its annotator would have them, once it is fixed.
private struct FixScore: CustomStringConvertible {
  /// Marks in whose place something was changed or is still reported.
  private(set) var touched = 0
  /// Those of them in whose place their repair stands, or one that the annotator calls as good.
  private(set) var right = 0
  /// Changes where there is no mark.
  private(set) var outside: [String] = []
  private(set) var wrong: [String] = []

  init() {}

  init(_ article: Article) throws {
    let session = try Corpus.linter.get().makeSession()
    let result = Fixer(.suggested) { session.lint($0, as: article.format) }.fix(article.source)
    let origins = Origins(article.source, result)
    let reported = result.remaining.diagnostics.map { origins.garbled($0.range) }
    let marks = article.markup.marks.filter { $0.kind != .comment && $0.kind != .highlight }
    for place in Self.merged(marks.map(\.garbled) + origins.changes) {
      let inside = marks.filter { place.lowerBound <= $0.garbled.lowerBound && $0.garbled.upperBound <= place.upperBound }
      let (old, new) = (Array(article.source.bytes[place]), origins.text(of: place))
      let isChanged = old != new
      guard isChanged || reported.contains(where: { $0.overlaps(place) || $0.isEmpty && place.contains($0.lowerBound) }) else { continue }
      let change = "“\(String(decoding: old, as: UTF8.self))” → “\(String(decoding: new, as: UTF8.self))”"
      if inside.isEmpty {
        if isChanged { outside.append(change) }
        continue
      }
      touched += inside.count
      let repaired = Self.repaired(new, place, inside, article)
      right += repaired
      if repaired < inside.count { wrong.append(change) }
    }
  }

  var share: Double { touched == 0 ? 1 : Double(right) / Double(touched) }
  var description: String {
    "\(right) of \(touched) places (\(Int(share * 100)) %)" + wrong.map { "\n    otherwise: \($0)" }.joined()
  }

  mutating func add(_ other: FixScore) {
    touched += other.touched
    right += other.right
    outside += other.outside
  }

  /// Ranges that touch each other are one place.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// How many marks of a place are repaired in its new text; 0 if it reads as nobody wrote it.
  private static func repaired(_ text: [UInt8], _ place: Range<Int>, _ marks: [CriticMarkup.Mark], _ article: Article) -> Int {
    let reading = PlaceReading(garbled: article.source.bytes, repaired: article.markup.repaired)
    if let count = reading.repairs(text[...], from: place.lowerBound, to: place.upperBound, marks[...]) { return count }
    // What deletes a line may leave its line break, or take it along.
    let joined = PlaceReading(garbled: article.source.bytes, repaired: article.markup.repaired, form: \.joiningLines)
    return joined.repairs(text.joiningLines[...], from: place.lowerBound, to: place.upperBound, marks[...]) ?? 0
  }
}

/// Reads a text as garbled bytes in which each mark was repaired or left alone.
private struct PlaceReading {
  let garbled: UnsafeBufferPointer<UInt8>
  let repaired: [UInt8]
  var form: ([UInt8]) -> [UInt8] = { $0 }

  /// - Returns: how many marks were repaired; nil if the text is something else.
  func repairs(_ text: ArraySlice<UInt8>, from start: Int, to end: Int, _ marks: ArraySlice<CriticMarkup.Mark>) -> Int? {
    guard let mark = marks.first else { return text.elementsEqual(form(Array(garbled[start..<end]))) ? 0 : nil }
    let before = form(Array(garbled[start..<mark.garbled.lowerBound]))
    guard text.starts(with: before) else { return nil }
    let here = text.dropFirst(before.count)
    let good = [Array(repaired[mark.repaired])] + mark.alternatives.map { Array($0.utf8) }
    let candidates = good.map { (form($0), 1) } + [(form(Array(garbled[mark.garbled])), 0)]
    return candidates.compactMap { candidate, count in
      guard here.starts(with: candidate) else { return nil }
      return repairs(here.dropFirst(candidate.count), from: mark.garbled.upperBound, to: end, marks.dropFirst()).map { $0 + count }
    }.max()
  }
}

extension [UInt8] {
  fileprivate var joiningLines: [UInt8] { filter { $0 != 0x0A && $0 != 0x0D } }
}

/// Where the bytes of a fixed text come from.
private struct Origins {
  private let text: [UInt8]
  /// For each byte of the text its offset before fixing; nil for one that a fix wrote.
  private let origins: [Int?]
  private let count: Int
  /// The places of the unfixed text that were replaced, and those where text was put in, as empty ranges.
  private(set) var changes: [Range<Int>] = []

  init(_ source: Source, _ result: FixResult) {
    var text = Array(source.bytes)
    var origins = (0..<source.count).map(Int?.some)
    for fixes in Dictionary(grouping: result.applied, by: \.pass).sorted(by: { $0.key < $1.key }).map(\.value) {
      for edit in fixes.flatMap(\.fix.edits).sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        let new = Array(edit.replacement.utf8)
        // What a replacement has in common with the text before it at either end was not changed.
        var (start, end, tail) = (edit.range.lowerBound, edit.range.upperBound, new.count)
        var head = 0
        while start < end, head < tail, text[start] == new[head] { (start, head) = (start + 1, head + 1) }
        while start < end, head < tail, text[end - 1] == new[tail - 1] { (end, tail) = (end - 1, tail - 1) }
        text.replaceSubrange(start..<end, with: new[head..<tail])
        origins.replaceSubrange(start..<end, with: repeatElement(nil, count: tail - head))
      }
    }
    self.text = text
    self.origins = origins
    count = source.count
    var next = 0
    var isNew = false
    for origin in origins + [source.count] {
      guard let origin else {
        isNew = true
        continue
      }
      if isNew || origin > next { changes.append(next..<origin) }
      next = origin + 1
      isNew = false
    }
  }

  /// What stands in a place now; the bytes beside it are as they were.
  func text(of place: Range<Int>) -> [UInt8] {
    let start = place.lowerBound == 0 ? 0 : origins.firstIndex(of: place.lowerBound - 1)! + 1
    let end = place.upperBound == count ? text.count : origins.firstIndex(of: place.upperBound)!
    return Array(text[start..<end])
  }

  /// Where a place of the fixed text was.
  func garbled(_ range: Range<Int>) -> Range<Int> {
    let low = origins[..<range.lowerBound].lazy.compactMap(\.self).last.map { $0 + 1 } ?? 0
    let high = origins[range.upperBound...].lazy.compactMap(\.self).first ?? count
    return low..<max(low, high)
  }
}
