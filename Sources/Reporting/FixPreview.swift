import MTLLinting

/// What a fix replaces and what will stand there, to be read side by side.
///
/// Both are taken from the file as it is and as it will be, not from the fix’s title: its edits may be narrower than the finding, or
/// stand beside it.
struct FixPreview {
  /// As it is now; `(insert)` if nothing.
  let before: DisplayText
  /// As it will be; `(delete)` if nothing.
  let after: DisplayText

  /// - Parameter columns: how long the text before may be before the place shrinks to what changes.
  init(_ fix: Fix, of diagnostic: Diagnostic, in source: Source, columns: Int) {
    let (old, new) = Self.texts(fix, diagnostic, source, columns)
    // Where only white space changes, it must be seen.
    let showsSpace = Self.collapsed(old) == Self.collapsed(new)
    before = Self.shown(old, showsSpace, ifEmpty: "(insert)")
    after = Self.shown(new, showsSpace, ifEmpty: "(delete)")
  }

  private static func texts(_ fix: Fix, _ diagnostic: Diagnostic, _ source: Source, _ columns: Int) -> (String, String) {
    guard let first = fix.edits.first, let last = fix.edits.last else { return (diagnostic.text, fix.title) }
    let changed = first.range.lowerBound..<last.range.upperBound
    let whole =
      min(changed.lowerBound, diagnostic.range.lowerBound)..<max(changed.upperBound, diagnostic.range.upperBound)
    let place = whole.count <= columns ? whole : changed
    guard place.count <= 1000 else { return (diagnostic.text, fix.title) }

    var new = ""
    var position = place.lowerBound
    for edit in fix.edits {
      new += source.text(position..<edit.range.lowerBound) + edit.replacement
      position = edit.range.upperBound
    }
    return (source.text(place), new + source.text(position..<place.upperBound))
  }

  private static func shown(_ text: String, _ showsSpace: Bool, ifEmpty substitute: String) -> DisplayText {
    if text.isEmpty { return DisplayText(substitute) }
    let words = collapsed(text)
    return DisplayText(showsSpace || words.isEmpty ? visible(text) : words)
  }

  private static func collapsed(_ text: String) -> String {
    // By scalars: a mark that stands on a space is not white.
    text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
  }

  private static func visible(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = "\0"
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": result += "␣"
      case "\t": result += "⇥"
      case "\n" where previous == "\r": break
      case "\n", "\r": result += "⏎"
      case _ where scalar.properties.isWhitespace: result += scalar.notation
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}
