/// Gives a replacement the case of what it replaces.
public enum CaseKeeping {
  /// `text`, with a capital where a sentence begins, in capitals where all was in capitals, and in title case where every word was.
  public static func adapt(_ text: String, to tokens: Range<Int>, in block: Block) -> String {
    guard let first = tokens.first(where: { block.tokens.kind($0) == .word }) else { return text }
    if text.lowercased() == block.text(tokens).lowercased() { return text }
    let words = tokens.filter { block.tokens.kind($0) == .word }
    if words.allSatisfy({ block.tokens.shape($0) == .caps }), words.count > 1 || isInCapitals(block, tokens) { return text.uppercased() }
    guard block.tokens.shape(first) == .capitalised else { return text }
    if beginsSentence(first, in: block) { return capitalised(text) }
    let contentWords = words.filter { !Lexeme(rawValue: block.tokens.lexemes[$0]).isAny(.functionWord) }
    // A text with capitals of its own knows best.
    guard text == text.lowercased(), !contentWords.isEmpty, contentWords.allSatisfy({ block.tokens.shape($0) != .lower }) else {
      return text
    }
    return titleCased(text)
  }

  /// Whether only opening marks stand between a token and the start of its sentence.
  public static func beginsSentence(_ i: Int, in block: Block) -> Bool {
    var k = i
    while !block.tokens.flags(k).contains(.sentenceStart) {
      guard k > 0, block.tokens.kind(k - 1) == .punctuation else { return k == 0 }
      k -= 1
    }
    return true
  }

  public static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func titleCased(_ text: String) -> String {
    let small: Set<Substring> = ["a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "from"]
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.enumerated().map { i, word in i > 0 && small.contains(word) ? String(word) : capitalised(String(word)) }.joined(
      separator: " ")
  }

  /// Whether the words around a single word in capitals are in capitals too: else it is an abbreviation.
  private static func isInCapitals(_ block: Block, _ tokens: Range<Int>) -> Bool {
    let neighbours = [tokens.lowerBound - 1, tokens.upperBound].filter {
      $0 >= 0 && $0 < block.tokens.count && block.tokens.kind($0) == .word
    }
    return !neighbours.isEmpty && neighbours.allSatisfy { block.tokens.shape($0) == .caps }
  }
}
