import MTLProse

/// A text and its repair in one: prose in which every change is marked, in CriticMarkup.
///
/// `{~~garbled~>repaired~~}`, `{--deleted--}`, `{++inserted++}`, `{==highlighted==}` and `{>>comment<<}`. A comment directly behind a mark
/// speaks of that mark; any other one stands for itself. Marks do not nest. What begins no mark is text, brackets and all.
///
/// Nothing is lost: `written()` gives back the bytes that were read.
public struct CriticMarkup: Hashable, Sendable {
  /// One change, with what is said about it.
  public struct Mark: Hashable, Sendable {
    public let kind: Kind
    /// Byte offsets in `garbled`; empty for an insertion and for a comment that stands for itself.
    public let garbled: Range<Int>
    /// Byte offsets in `repaired`; empty for a deletion. The same text as `garbled` for a highlight.
    public let repaired: Range<Int>
    /// Byte offset of the mark in the annotated text.
    public let offset: Int
    /// What stands between `{>>` and `<<}`.
    public let comment: String?

    public init(kind: Kind, garbled: Range<Int>, repaired: Range<Int>, offset: Int = 0, comment: String? = nil) {
      self.kind = kind
      self.garbled = garbled
      self.repaired = repaired
      self.offset = offset
      self.comment = comment
    }
  }

  public enum Kind: Sendable, CaseIterable {
    case substitution, deletion, insertion, highlight, comment
  }

  /// The text before the repair, UTF-8.
  public let garbled: [UInt8]
  /// The text after it.
  public let repaired: [UInt8]
  /// In the order of the text; none overlaps another. Outside them `garbled` and `repaired` are the same.
  public let marks: [Mark]

  /// Reads an annotated text.
  public init(_ source: Source) throws(CriticMarkupError) {
    var reader = CriticMarkupReader(source)
    try reader.read()
    garbled = reader.garbled
    repaired = reader.repaired
    marks = reader.marks
  }

  /// Lays changes over a text, to be written down.
  ///
  /// - Parameter changes: do not overlap and lie on scalar borders, in order. An edit that replaces nothing becomes an insertion, one
  ///   that puts nothing there a deletion.
  /// - Throws: `CriticMarkupError` when the text, a replacement or a comment holds marks itself, or an edge of one would come to be part
  ///   of a mark: read again, it would say something else.
  public init(_ source: Source, changes: [(edit: Edit, comment: String?)]) throws(CriticMarkupError) {
    var repaired: [UInt8] = []
    var marks: [Mark] = []
    var position = 0
    for (edit, comment) in changes {
      repaired.append(contentsOf: source.bytes[position..<edit.range.lowerBound])
      let start = repaired.count
      repaired.append(contentsOf: edit.replacement.utf8)
      let kind: Kind = edit.range.isEmpty ? .insertion : edit.replacement.isEmpty ? .deletion : .substitution
      marks.append(Mark(kind: kind, garbled: edit.range, repaired: start..<repaired.count, comment: comment))
      position = edit.range.upperBound
    }
    repaired.append(contentsOf: source.bytes[position...])
    garbled = Array(source.bytes)
    self.repaired = repaired
    self.marks = marks
    try checkWriting(of: source)
  }

  /// The annotated text.
  public func written() -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for mark in marks {
      result.append(contentsOf: garbled[position..<mark.garbled.lowerBound])
      write(mark, into: &result)
      position = mark.garbled.upperBound
    }
    result.append(contentsOf: garbled[position...])
    return result
  }

  private func write(_ mark: Mark, into result: inout [UInt8]) {
    switch mark.kind {
    case .substitution:
      result += Array("{~~".utf8) + garbled[mark.garbled] + Array("~>".utf8) + repaired[mark.repaired] + Array("~~}".utf8)
    case .deletion: result += Array("{--".utf8) + garbled[mark.garbled] + Array("--}".utf8)
    case .insertion: result += Array("{++".utf8) + repaired[mark.repaired] + Array("++}".utf8)
    case .highlight: result += Array("{==".utf8) + garbled[mark.garbled] + Array("==}".utf8)
    case .comment: break
    }
    if let comment = mark.comment { result += Array("{>>\(comment)<<}".utf8) }
  }

  /// What was written must read as what was meant.
  private func checkWriting(of source: Source) throws(CriticMarkupError) {
    guard let written = try? Source(name: source.name, bytes: written()) else {
      throw CriticMarkupError(.ambiguous, line: 1, column: 1)
    }
    let again = try CriticMarkup(written)
    for (meant, read) in zip(marks, again.marks) where !meant.isSame(as: read) {
      throw CriticMarkupError(.ambiguous, at: read.offset, in: written)
    }
    if let extra = again.marks.dropFirst(marks.count).first { throw CriticMarkupError(.ambiguous, at: extra.offset, in: written) }
    if again.garbled != garbled || again.repaired != repaired { throw CriticMarkupError(.ambiguous, at: 0, in: written) }
  }
}

extension CriticMarkup.Mark {
  /// Whether two marks say the same, wherever they stand in their annotated texts.
  fileprivate func isSame(as other: Self) -> Bool {
    kind == other.kind && garbled == other.garbled && repaired == other.repaired && comment == other.comment
  }
}

// Annotated articles name the rule and other good repairs in the comment: `{>>order/capital-apposition | also: Tbilisi, | also: …<<}`.
extension CriticMarkup.Mark {
  /// The rule or the family that should find the mark: what the comment begins with. Nil without a comment.
  public var subject: String? { comment.map { String($0.components.first ?? "") } }

  /// The rule id, if the comment names one.
  public var rule: String? { subject.flatMap { $0.contains("/") ? $0 : nil } }

  /// The part of the subject before a slash.
  public var family: String? { subject.map { String($0.prefix { $0 != "/" }) } }

  /// Repairs that are as good as the one in the text.
  public var alternatives: [String] {
    (comment?.components.dropFirst() ?? []).compactMap { part in
      guard part.hasPrefix("also:") else { return nil }
      let text = part.dropFirst("also:".count)
      return String(text.first == " " ? text.dropFirst() : text)
    }
  }
}

extension String {
  /// The parts of a comment: ` | ` stands between them.
  fileprivate var components: [Substring] {
    var result: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: " |"), rest[range.upperBound...].first ?? " " == " " {
      result.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...].drop { $0 == " " }
    }
    return result + [rest]
  }
}
