/// A text with all that is suggested for it, for a person to decide on in an editor of their own.
///
/// Each suggestion is a mark with a comment: `{~~garbled~>repaired~~}{>>family/rule | why | also: another repair<<}`. To accept it is to
/// delete the comment or to write the text instead of the mark; a repair may be rewritten in its mark. To reject it is to leave it alone.
public struct Review: Sendable {
  public let markup: CriticMarkup

  /// - Throws: `CriticMarkupError` where text and marks could not be told apart, since the text holds such signs itself.
  public init(_ source: Source, _ diagnostics: [Diagnostic]) throws(CriticMarkupError) {
    let candidates = diagnostics.compactMap { Candidate($0.withWholeFixes(in: source), .suggested, in: source) }
    let wellFormed = candidates.indices.filter { candidates[$0].fix.isWellFormed(in: source) }
    let kept = Collisions(candidates, wellFormed).settle(wellFormed).kept.map { candidates[$0] }
    let changes = kept.map { (edit: $0.fix.edits[0], comment: String?.some(Self.comment($0.diagnostic, $0.fix, in: source))) }
    markup = try CriticMarkup(source, changes: changes.sorted { $0.edit.range.lowerBound < $1.edit.range.lowerBound })
  }

  private static func comment(_ diagnostic: Diagnostic, _ fix: Fix, in source: Source) -> String {
    let place = fix.edits[0].range
    let others = diagnostic.fixes.filter { $0 != fix && $0.edits.count == 1 }.compactMap { other -> String? in
      let edit = other.edits[0]
      guard edit.range.lowerBound >= place.lowerBound, edit.range.upperBound <= place.upperBound else { return nil }
      return source.text(place.lowerBound..<edit.range.lowerBound) + edit.replacement
        + source.text(edit.range.upperBound..<place.upperBound)
    }
    let parts = [diagnostic.message].filter { !$0.hasPrefix("also:") } + others.map { "also: " + $0 }
    // What would read as the end of the comment, or as the next part of it, is left out.
    return ([diagnostic.rule] + parts.filter { !$0.contains { "{}|\r\n".contains($0) } }).joined(separator: " | ")
  }

  /// The text that a review gives: marks that still have the comment of a suggestion are as they were, all others as they were repaired.
  public static func decided(_ markup: CriticMarkup) -> (text: [UInt8], undecided: Int) {
    var text: [UInt8] = []
    var undecided = 0
    var position = 0
    for mark in markup.marks {
      text += markup.garbled[position..<mark.garbled.lowerBound]
      if mark.isSuggestion {
        undecided += 1
        text += markup.garbled[mark.garbled]
      } else {
        text += markup.repaired[mark.repaired]
      }
      position = mark.garbled.upperBound
    }
    return (text + markup.garbled[position...], undecided)
  }
}

extension CriticMarkup.Mark {
  /// Whether the comment begins with the id of a rule, and there is something to decide.
  fileprivate var isSuggestion: Bool {
    guard kind != .comment, kind != .highlight, let rule else { return false }
    let parts = rule.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
      }
  }
}

extension Diagnostic {
  /// The same with fixes of one edit each, which covers what stands between the edits as well.
  fileprivate func withWholeFixes(in source: Source) -> Diagnostic {
    var copy = self
    copy.fixes = fixes.map { $0.whole(in: source) }
    return copy
  }
}

extension Fix {
  fileprivate func whole(in source: Source) -> Fix {
    guard edits.count > 1, let first = edits.first, let last = edits.last else { return self }
    guard zip(edits, edits.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound }), last.range.upperBound <= source.count
    else { return self }
    var text = ""
    var position = first.range.lowerBound
    for edit in edits {
      text += source.text(position..<edit.range.lowerBound) + edit.replacement
      position = edit.range.upperBound
    }
    return Fix(title: title, applicability: applicability, edits: [Edit(first.range.lowerBound..<position, text)])
  }
}
