import MTLLinting

/// What several rules ask of a block.
extension Block {
  @inline(__always) func lexeme(_ i: Int) -> Lexeme { Lexeme(rawValue: tokens.lexemes[i]) }

  /// The words of letters that the lexicon does not know, in order.
  var unknownWords: some Sequence<Int> { tokens.unknownWords.lazy.map(Int.init) }

  /// Whether token `i` exists and is a word.
  @inline(__always) func isWord(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens.kind(i) == .word }

  /// Whether token `i` is a word in lower case.
  @inline(__always) func isLowerWord(_ i: Int) -> Bool { isWord(i) && tokens.shape(i) == .lower }

  /// Whether token `i` is a word with a capital first letter.
  @inline(__always) func isCapitalWord(_ i: Int) -> Bool { isWord(i) && tokens.shape(i) != .lower }

  /// Whether token `i` is a word that carries meaning.
  @inline(__always) func isContentWord(_ i: Int) -> Bool { isWord(i) && !lexeme(i).isAny(.functionWord) }

  /// Whether token `i` exists and is this ASCII mark.
  @inline(__always) func hasMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool { i >= 0 && i < tokens.count && isMark(i, mark) }

  /// Number of bytes of a token as read.
  @inline(__always) func length(_ i: Int) -> Int { Int(tokens.ends[i] - tokens.starts[i]) }

  /// Whether a sentence begins at token `i`, which may lie past the end.
  @inline(__always) func startsSentence(_ i: Int) -> Bool { i >= tokens.count || tokens.flags(i).contains(.sentenceStart) }

  /// Whether the block is among the first of its document, as many as the longest article has; what is longer is not one text.
  var isInArticle: Bool { index < 240 }

  /// Whether token `i` is part of a hyphenated compound.
  func isHyphenated(_ i: Int) -> Bool {
    hasMark(i - 1, "-") && tokens.isGlued(i) && tokens.isGlued(i - 1) || hasMark(i + 1, "-") && tokens.isGlued(i + 1)
  }

  /// Whether a mark other than a quotation mark, bracket or dash touches the word: part of an address, a file name, a handle.
  func touchesCode(_ i: Int) -> Bool {
    if tokens.isGlued(i), tokens.kind(i - 1) == .punctuation, Self.codeMarks.contains(firstByte(i - 1)) { return true }
    guard i + 2 < tokens.count, tokens.isGlued(i + 1), tokens.isGlued(i + 2), tokens.kind(i + 1) == .punctuation else { return false }
    return Self.codeMarks.contains(firstByte(i + 1)) && tokens.kind(i + 2) != .punctuation
  }

  private static let codeMarks: Set<UInt8> = Set("@#/_.\\=+~$%^&:".utf8)

  /// Whether what stands at `i` shows that a noun phrase has ended before it: a mark, a preposition or conjunction, the end.
  func endsNounPhrase(before i: Int) -> Bool {
    guard i < tokens.count else { return true }
    if tokens.kind(i) == .punctuation { return !(isMark(i, "-") && tokens.isGlued(i)) }
    return isWord(i) && lexeme(i).isAny([.preposition, .conjunction]) || startsSentence(i)
  }

  /// Whether a quotation was opened before token `i` and not yet closed.
  func isInsideQuotation(_ i: Int) -> Bool {
    var open = false
    for k in 0..<i where tokens.kind(k) == .punctuation {
      switch scalar(k) {
      case "\"": open.toggle()
      case "“", "„", "«": open = true
      case "”", "»": open = false
      default: break
      }
    }
    return open
  }

  /// Whether most words with a meaning in a block have a capital: a title.
  var isTitleCased: Bool {
    var capitals = 0
    var words = 0
    for i in 0..<tokens.count where isContentWord(i) {
      words += 1
      if tokens.shape(i) != .lower { capitals += 1 }
    }
    return capitals * 3 >= words * 2
  }

  /// Whether the block holds a word of news: a paragraph that has none may be about machines, plants or mathematics.
  var speaksOfPublicLife: Bool { (0..<tokens.count).contains { newsWords.contains(self, $0) } }

  /// Whether two runs of tokens of one length are the same, whatever their case.
  func isSame(_ a: Int, _ b: Int, _ count: Int) -> Bool {
    for k in 0..<count where tokens.hashes[a + k] != tokens.hashes[b + k] { return false }
    return true
  }
}

private let newsWords = WordSet(
  """
  said says told police minister ministry president government percent court mayor villagers residents district province million euros killed
  injured died arrested hospital parliament elections coach season club festival museum temperatures snow floods earthquake inflation
  prime spokesman spokeswoman citizens prosecutor sentenced workers soldiers army striker fans spectators harvest farmers municipality
  """)

/// A set of words that a rule brings along, looked up by hash in an open-addressing table.
struct WordSet: Sendable {
  private let table: [UInt64]

  /// - Parameter words: separated by white space.
  init(_ words: String) {
    let hashes = words.split { $0 == " " || $0 == "\n" }.map { WordHash(String($0)).value }
    var size = 8
    while size < hashes.count * 3 { size *= 2 }
    var table = [UInt64](repeating: 0, count: size)
    for hash in hashes {
      var slot = Self.home(hash, size)
      while table[slot] != 0, table[slot] != hash { slot = (slot + 1) & (size - 1) }
      table[slot] = hash
    }
    self.table = table
  }

  func contains(_ word: WordHash) -> Bool {
    var slot = Self.home(word.value, table.count)
    while table[slot] != 0 {
      if table[slot] == word.value { return true }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    return false
  }

  @inline(__always) func contains(_ block: Block, _ i: Int) -> Bool {
    i >= 0 && i < block.tokens.count && contains(block.tokens.hash(i))
  }

  func contains(_ word: Substring) -> Bool { contains(WordHash(String(word))) }

  @inline(__always)
  private static func home(_ hash: UInt64, _ size: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 25) & (size &- 1) }
}
