/// Makes diagnostics of one document's findings: places become byte ranges, repairs become edits that respect markup, case and quotes.
final class DiagnosticBuilder {
  private let source: Source
  private let format: DocumentFormat
  private lazy var quotation = QuotationStyle(of: source)

  init(source: Source, format: DocumentFormat) {
    self.source = source
    self.format = format
  }

  /// - Parameter block: where the finding's tokens stand; nil for a finding that speaks of bytes alone.
  func diagnostic(_ finding: Finding, in block: Block?, _ stamp: RuleStamp) -> Diagnostic {
    let range = bytes(of: finding.place, in: block)
    let fixes = finding.repairs.compactMap { repair in
      fix(repair.text, repair.applicability, at: repair.place ?? finding.place, in: block)
    }
    return Diagnostic(
      rule: stamp.id, severity: stamp.severity, category: stamp.category, precedence: stamp.precedence, range: range,
      message: finding.message, text: text(of: finding.place, in: block, range), fixes: fixes, related: finding.related)
  }

  func diagnostic(_ match: RuleMatch, in block: Block, _ stamp: RuleStamp) -> Diagnostic {
    let fixes = match.repairs.compactMap { repair in
      let text = repair.keepsOwnCase ? repair.text : CaseKeeping.adapt(repair.text, to: match.tokens, in: block)
      return fix(text, repair.isSafe ? .safe : .suggested, at: .tokens(match.tokens), in: block)
    }
    return Diagnostic(
      rule: stamp.id, severity: stamp.severity, category: stamp.category, precedence: stamp.precedence,
      range: block.sourceRange(match.tokens), message: match.message, text: block.text(match.tokens), fixes: fixes,
      languages: match.languages)
  }

  // MARK: Places

  private func bytes(of place: Finding.Place, in block: Block?) -> Range<Int> {
    switch place {
    case .tokens(let tokens): block!.sourceRange(tokens)
    case .gap(let i): block!.sourceGap(before: i)
    case .bytes(let range): range
    }
  }

  private func text(of place: Finding.Place, in block: Block?, _ range: Range<Int>) -> String {
    if case .tokens(let tokens) = place, let block { return block.text(tokens) }
    return source.text(range)
  }

  // MARK: Fixes

  /// The fix that puts `text` in a place, or nil where it would touch markup.
  private func fix(_ text: String, _ applicability: Applicability, at place: Finding.Place, in block: Block?) -> Fix? {
    let styled = quotation.adapt(text)
    guard case .tokens(let tokens) = place, let block else {
      return Fix(title: styled, applicability: applicability, edits: [Edit(bytes(of: place, in: block), format.escape(styled))])
    }
    if styled.isEmpty {
      guard !block.hasMarkup(tokens) else { return nil }
      return Fix(title: "", applicability: applicability, edits: [deletion(of: tokens, in: block)])
    }
    var replaced = tokens
    var replacement = Substring(styled)
    if block.hasMarkup(tokens) {
      (replaced, replacement) = Self.shrink(tokens, replacement, in: block)
      guard !block.hasMarkup(replaced) else { return nil }
    }
    return Fix(title: styled, applicability: applicability, edits: [Edit(block.sourceRange(replaced), format.escape(String(replacement)))])
  }

  /// Takes words out; where they began a sentence, the next word begins it.
  private func deletion(of tokens: Range<Int>, in block: Block) -> Edit {
    let next = tokens.upperBound
    guard next < block.tokens.count, block.tokens.kind(next) == .word, block.tokens.shape(next) == .lower, !block.tokens.isGlued(next),
      block.tokens.shape(tokens.lowerBound) != .lower, CaseKeeping.beginsSentence(tokens.lowerBound, in: block),
      !block.hasMarkup(tokens.lowerBound..<next + 1)
    else { return Edit(deletedRange(of: tokens, in: block), "") }
    let range = block.sourceRange(tokens.lowerBound..<next + 1)
    return Edit(range, format.escape(CaseKeeping.capitalised(block.text(next))))
  }

  /// A word that goes takes the space before it along, or the one after it at the start of a block or behind an opening mark.
  private func deletedRange(of tokens: Range<Int>, in block: Block) -> Range<Int> {
    let range = block.sourceRange(tokens)
    if tokens.lowerBound > 0, !followsOpeningMark(tokens.lowerBound, block) {
      let gap = block.sourceGap(before: tokens.lowerBound)
      let isFollowedBySpace = tokens.upperBound >= block.tokens.count || !block.tokens.isGlued(tokens.upperBound)
      if gap.upperBound == range.lowerBound, isSpace(gap), isFollowedBySpace || isClosingMark(tokens.upperBound, block) {
        return gap.lowerBound..<range.upperBound
      }
    } else if tokens.upperBound < block.tokens.count {
      let gap = block.sourceGap(before: tokens.upperBound)
      if gap.lowerBound == range.upperBound, isSpace(gap) { return range.lowerBound..<gap.upperBound }
    }
    return range
  }

  private func followsOpeningMark(_ i: Int, _ block: Block) -> Bool {
    block.tokens.isGlued(i) && isMark(i - 1, block) && ["(", "[", "“", "‘", "«", "\"", "'"].contains(block.scalar(i - 1))
  }

  /// Whether a mark belongs to what stands before it.
  private func isClosingMark(_ i: Int, _ block: Block) -> Bool {
    guard isMark(i, block) else { return false }
    switch block.scalar(i) {
    case "(", "[", "“", "‘", "„", "«": return false
    case "\"", "'": return !(i + 1 < block.tokens.count && block.tokens.isGlued(i + 1) && block.tokens.kind(i + 1) == .word)
    default: return true
    }
  }

  private func isMark(_ i: Int, _ block: Block) -> Bool { block.tokens.kind(i) == .punctuation }

  private func isSpace(_ range: Range<Int>) -> Bool {
    source.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  /// Leaves out the words at both ends that stay as they are.
  private static func shrink(_ tokens: Range<Int>, _ replacement: Substring, in block: Block) -> (Range<Int>, Substring) {
    var low = tokens.lowerBound
    var high = tokens.upperBound
    var rest = replacement
    while low < high - 1, case let word = block.text(low) + " ", rest.hasPrefix(word), !block.tokens.isGlued(low + 1) {
      rest = rest.dropFirst(word.count)
      low += 1
    }
    while high - 1 > low, case let word = " " + block.text(high - 1), rest.hasSuffix(word), !block.tokens.isGlued(high - 1) {
      rest = rest.dropLast(word.count)
      high -= 1
    }
    return (low..<high, rest)
  }
}

/// Which quotation marks and apostrophes a document uses.
private struct QuotationStyle {
  private let hasStraightApostrophes: Bool
  private let hasStraightQuotes: Bool
  /// How many bytes are looked at: a document's style shows early.
  private static let reach = 1 << 16

  init(of source: Source) {
    let bytes = source.bytes
    var curly = (apostrophe: false, quote: false)
    var straight = (apostrophe: false, quote: false)
    var i = 0
    while i < min(bytes.count, Self.reach) {
      switch bytes[i] {
      case 0x27: straight.apostrophe = true
      case 0x22: straight.quote = true
      case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80:
        if bytes[i + 2] == 0x99 || bytes[i + 2] == 0x98 { curly.apostrophe = true }
        if bytes[i + 2] == 0x9C || bytes[i + 2] == 0x9D { curly.quote = true }
      default: break
      }
      i += 1
    }
    hasStraightApostrophes = straight.apostrophe && !curly.apostrophe
    hasStraightQuotes = straight.quote && !curly.quote
  }

  func adapt(_ text: String) -> String {
    guard hasStraightApostrophes || hasStraightQuotes else { return text }
    return String(
      text.map { character in
        switch character {
        case "’", "‘": hasStraightApostrophes ? "'" : character
        case "“", "”": hasStraightQuotes ? "\"" : character
        default: character
        }
      })
  }
}
