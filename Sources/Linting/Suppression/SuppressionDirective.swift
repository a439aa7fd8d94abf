/// A comment that means to say something about suppression, as it is written.
struct SuppressionDirective {
  enum Kind: String, CaseIterable {
    case disable = "mtlint-disable"
    case enable = "mtlint-enable"
    case disableLine = "mtlint-disable-line"
    case disableNextLine = "mtlint-disable-next-line"
    case disableFile = "mtlint-disable-file"
  }

  /// A word of the comment.
  struct Word {
    let text: String
    /// Byte offsets in the file.
    let range: Range<Int>
  }

  let comment: Comment
  /// What should be the name of a kind.
  let keyword: Word
  /// What should be rules, families or `all`.
  let names: [Word]

  var kind: Kind? { Kind(rawValue: keyword.text) }

  /// - Returns: nil for a comment that is about something else.
  init?(_ comment: Comment) {
    let text = comment.text.utf8
    guard let first = text.firstIndex(where: { !Self.isSpace($0) }), Self.isAddressed(text[first...]) else { return nil }
    self.comment = comment
    var words = Words(text[first...], offset: comment.range.lowerBound + 4 + text.distance(from: text.startIndex, to: first))
    guard let keyword = words.keyword() else { return nil }
    self.keyword = keyword
    var names: [Word] = []
    while let name = words.next() { names.append(name) }
    self.names = names
  }

  /// Whether a text begins with `mtlint`, in any case, and something that is no letter.
  private static func isAddressed(_ text: Substring.UTF8View) -> Bool {
    let start = text.prefix(7)
    return start.count == 7 && start.prefix(6).lazy.map { $0 | 0x20 }.elementsEqual("mtlint".utf8) && !isLetter(start.last!)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
  static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
}

/// The words of a suppression up to the reason, which begins with a colon or with a word of hyphens or dashes.
private struct Words {
  private var rest: Substring.UTF8View
  private var offset: Int
  private var isAtReason = false

  init(_ text: Substring.UTF8View, offset: Int) {
    rest = text
    self.offset = offset
  }

  /// The first word; also `mtlint` and another one that are not joined by the hyphen they need, if they say what a kind says.
  mutating func keyword() -> SuppressionDirective.Word? {
    let before = self
    guard let word = next() else { return nil }
    if word.text.utf8.count > 6, word.text.utf8.dropFirst(6).first == UInt8(ascii: "-") { return word }
    self = before
    skip(6)
    skip(rest.prefix { SuppressionDirective.isSpace($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") }.count)
    guard let second = next(), SuppressionDirective.Kind(rawValue: "mtlint-" + second.text.lowercased()) != nil else { return nil }
    return SuppressionDirective.Word(text: "mtlint " + second.text, range: word.range.lowerBound..<second.range.upperBound)
  }

  mutating func next() -> SuppressionDirective.Word? {
    skip(rest.prefix { SuppressionDirective.isSpace($0) || $0 == UInt8(ascii: ",") }.count)
    let word = rest.prefix { !SuppressionDirective.isSpace($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ":") }
    let text = String(Substring(word))
    isAtReason = isAtReason || text.unicodeScalars.allSatisfy { "-–—".unicodeScalars.contains($0) }
    guard !isAtReason else { return nil }
    let start = offset
    skip(word.count)
    isAtReason = rest.first == UInt8(ascii: ":")
    return SuppressionDirective.Word(text: text, range: start..<offset)
  }

  private mutating func skip(_ count: Int) {
    rest = rest.dropFirst(count)
    offset += count
  }
}
