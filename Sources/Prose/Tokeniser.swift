/// Bytes to tokens, in one pass: borders, kind, case shape, folded hash, sentence starts.
struct Tokeniser: ~Copyable {
  private let abbreviations: AbbreviationSet

  init(abbreviations: Set<UInt64>) { self.abbreviations = AbbreviationSet(abbreviations) }

  /// What one run has written.
  struct Run {
    var count: Int
    /// Where to go on.
    var next: Int
    /// The flags of all tokens together.
    var flags: TokenFlags
    /// How many are words, of letters or of letters and digits.
    var words: Int
    var sentences: Int
    /// How many are numbers, or words with digits.
    var numbers: Int
  }

  /// Tokenises from `start` until `limit` or until the buffer is full. A full buffer is cut before its last sentence, where it has more
  /// than one.
  func run(_ base: UnsafePointer<UInt8>, from start: Int, to limit: Int, into buffer: TokenBuffer) -> Run {
    var scanner = Scanner(base: base, limit: limit, buffer: buffer)
    var position = start
    while scanner.count < TokenBuffer.capacity {
      position = scanner.skipSpace(position)
      guard position < limit else { return scanner.run(next: limit) }
      if !scanner.sentenceMayEnd {
        let next = scanner.plainWords(from: position)
        if next > position {
          position = next
          continue
        }
      }
      position = scanner.token(at: position, abbreviations: abbreviations)
    }
    let last = Int(buffer.sentences[scanner.sentences - 1])
    guard position < limit, last > TokenBuffer.capacity / 2 else { return scanner.run(next: position) }
    return scanner.run(next: scanner.start(of: last), upToSentence: last)
  }
}

/// The raw values of flags, as literals: a static property would be looked up for each token.
enum Flag {
  static let sentenceStart: UInt16 = 1
  static let nonASCII: UInt16 = 1 << 1
  static let nonLatin: UInt16 = 1 << 2
  static let innerCapital: UInt16 = 1 << 3
  static let number: UInt16 = 1 << 4
  static let clitic: UInt16 = 1 << 5
  static let quotationMark: UInt16 = 1 << 6
  static let hyphen: UInt16 = 1 << 7
  static let otherMark: UInt16 = 1 << 8
  static let oddSpacing: UInt16 = 1 << 9
  static let doubledMark: UInt16 = 1 << 10
  static let lowerAfterStop: UInt16 = 1 << 11
  static let gluedAfterStop: UInt16 = 1 << 12
  static let tightMark: UInt16 = 1 << 13
}

/// The state of one pass. Everything hot is a local or a `let`: stored properties of classes cost exclusivity checks.
struct Scanner {
  let base: UnsafePointer<UInt8>
  let limit: Int
  let classes = Scalars.classes
  let continues = Scalars.continues
  let marks = ASCIIMark.table
  let spans: UnsafeMutablePointer<UInt64>
  let hashes: UnsafeMutablePointer<UInt64>
  let traits: UnsafeMutablePointer<UInt32>
  let sentenceStarts: UnsafeMutablePointer<UInt16>
  let numberColumn: UnsafeMutablePointer<UInt16>
  var count = 0
  var others = 0
  var allTraits: UInt32 = 0
  var sentences = 0
  var numbers = 0
  /// A sentence may have ended: what comes next decides.
  var sentenceMayEnd = true

  init(base: UnsafePointer<UInt8>, limit: Int, buffer: TokenBuffer) {
    self.base = base
    self.limit = limit
    spans = buffer.spans
    hashes = buffer.hashes
    traits = buffer.traits
    sentenceStarts = buffer.sentences
    numberColumn = buffer.numbers
  }

  @inline(__always) func start(of i: Int) -> Int { Int(UInt32(truncatingIfNeeded: spans[i])) }
  @inline(__always) func end(of i: Int) -> Int { Int(spans[i] >> 32) }
  @inline(__always) func kind(of i: Int) -> TokenKind { unsafeBitCast(UInt8(truncatingIfNeeded: traits[i]), to: TokenKind.self) }

  func run(next: Int) -> Tokeniser.Run {
    Tokeniser.Run(
      count: count, next: next, flags: TokenFlags(rawValue: UInt16(truncatingIfNeeded: allTraits >> 16)), words: count - others,
      sentences: sentences, numbers: numbers)
  }

  /// Without the last sentence, which begins at token `end`.
  func run(next: Int, upToSentence end: Int) -> Tokeniser.Run {
    let words = (0..<end).count { kind(of: $0) == .word || kind(of: $0) == .alphanumeric }
    return Tokeniser.Run(
      count: end, next: next, flags: TokenFlags(rawValue: UInt16(truncatingIfNeeded: allTraits >> 16)), words: words,
      sentences: sentences - 1, numbers: (0..<numbers).count { Int(numberColumn[$0]) < end })
  }

  @inline(__always)
  func skipSpace(_ start: Int) -> Int {
    // One space, most often.
    let p = start < limit && base[start] == 0x20 ? start &+ 1 : start
    return p < limit && base[p] &- 0x21 < 0x5E ? p : Self.skipMoreSpace(base, p, limit)
  }

  // Static, since a method would be handed a copy of the scanner for each token.
  static func skipMoreSpace(_ base: UnsafePointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var p = start
    while p < limit {
      let byte = base[p]
      if byte < 0x80 {
        if Scalars.classes[Int(byte)] != Scalars.Class.space.rawValue { return p }
        p += 1
      } else {
        let (scalar, length) = Scalars.decode(base + p)
        if scalar == 0xFFFC || Scalars.classify(scalar) != .space { return p }
        p += length
      }
    }
    return p
  }

  @inline(__always)
  func classAt(_ p: Int) -> Scalars.Class {
    guard p < limit else { return .space }
    let value = classes[Int(base[p])]
    if value != Scalars.Class.multibyte.rawValue { return unsafeBitCast(value, to: Scalars.Class.self) }
    return Scalars.classify(Scalars.decode(base + p).scalar)
  }

  func length(_ p: Int) -> Int { Scalars.decode(base + p).length }

  /// Writes the token that begins at `p`, which is no space, and returns its end.
  @inline(__always)
  mutating func token(at p: Int, abbreviations: borrowing AbbreviationSet) -> Int {
    let byte = base[p]
    let value = classes[Int(byte)]
    if value == Scalars.Class.letter.rawValue { return word(p) }
    if value == Scalars.Class.punctuation.rawValue, count > 0, p &+ 1 == limit || base[p &+ 1] != byte {
      return mark(p, byte, abbreviations)
    }
    return otherToken(at: p, abbreviations: abbreviations)
  }

  mutating func otherToken(at p: Int, abbreviations: borrowing AbbreviationSet) -> Int {
    switch classAt(p) {
    case .letter: return longWord(p, isNumber: false)
    case .digit: return number(p)
    case .apostrophe:
      if let end = clitic(p) { return end }
      return punctuation(p, abbreviations)
    default: return punctuation(p, abbreviations)
    }
  }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ hash: WordHash, _ kind: TokenKind, _ shape: TokenShape, _ flag: UInt16) {
    let flag = sentenceMayEnd ? flag | decideSentence(start, hash, kind, shape) : flag
    let traits = UInt32(kind.rawValue) | UInt32(shape.rawValue) << 8 | UInt32(flag) << 16
    spans[count] = UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: end) << 32
    hashes[count] = hash.value
    self.traits[count] = traits
    allTraits |= traits
    if kind != .word, kind != .alphanumeric { others &+= 1 }
    count &+= 1
  }

  /// Tells that the token to be appended next holds digits.
  mutating func noteNumber() {
    numberColumn[numbers] = UInt16(truncatingIfNeeded: count)
    numbers &+= 1
  }

  /// After a full stop: a closing mark leaves the question open, a space and then no lower-case word begin a sentence, unless it is a
  /// month behind the number of a day: “16. March”, as many languages write dates.
  mutating func decideSentence(_ start: Int, _ hash: WordHash, _ kind: TokenKind, _ shape: TokenShape) -> UInt16 {
    if count == 0 {
      sentenceMayEnd = false
      return beginSentence()
    }
    if start == end(of: count - 1) {
      sentenceMayEnd = kind == .punctuation
      return sentenceMayEnd ? 0 : Flag.gluedAfterStop
    }
    sentenceMayEnd = false
    if kind == .word {
      if shape == .lower { return Flag.lowerAfterStop }
      if isDay(before: count - 1), Self.months.contains(hash.value) { return 0 }
    }
    return beginSentence()
  }

  /// Whether the full stop at token `i` is glued to a number of one or two digits.
  private func isDay(before i: Int) -> Bool {
    guard i > 0, kind(of: i - 1) == .number, end(of: i - 1) == start(of: i), base[start(of: i)] == 0x2E else { return false }
    return end(of: i - 1) - start(of: i - 1) <= 2
  }

  private static let months = Set(
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ].map { WordHash($0).value })

  private mutating func beginSentence() -> UInt16 {
    sentenceStarts[sentences] = UInt16(truncatingIfNeeded: count)
    sentences &+= 1
    return Flag.sentenceStart
  }

  func hasSeparator(_ start: Int, _ end: Int) -> Bool {
    for p in start..<end where base[p] == 0x2C || base[p] == 0x2E { return true }
    return false
  }

  /// One ASCII mark that does not stand twice, and not first in its block.
  @inline(__always)
  mutating func mark(_ p: Int, _ byte: UInt8, _ abbreviations: borrowing AbbreviationSet) -> Int {
    let isGlued = self.end(of: count &- 1) == p
    var flag = marks[Int(byte)].flags(isGlued: isGlued)
    if isGlued {
      if isDoubled(1, true) { flag |= Flag.doubledMark }
      if isTight(flag, p &+ 1) { flag |= Flag.tightMark }
    }
    append(p, p &+ 1, marks[Int(byte)].hash, .punctuation, .lower, flag)
    if byte == 0x2E {
      sentenceMayEnd = !isAbbreviation(before: count &- 1, abbreviations)
    } else if byte == 0x21 || byte == 0x3F {
      sentenceMayEnd = true
    }
    return p &+ 1
  }

  mutating func punctuation(_ start: Int, _ abbreviations: borrowing AbbreviationSet) -> Int {
    let (scalar, length) = Scalars.decode(base + start)
    var end = start + length
    if scalar == 0x2E || scalar == 0x2D {
      while end < limit, base[end] == base[start] { end += 1 }
    }
    var hasher = WordHash.Hasher()
    if scalar < 0x80 {
      for p in start..<end { hasher.take(base[p]) }
    } else {
      hasher.take(scalar: scalar)
    }
    let isOpaque = scalar == 0xFFFC
    append(start, end, hasher.finish(), isOpaque ? .opaque : .punctuation, .lower, isOpaque ? 0 : markFlags(scalar, start, end))
    switch scalar {
    case 0x2E: sentenceMayEnd = !isAbbreviation(before: count - 1, abbreviations)
    case 0x21, 0x3F, 0x2026: sentenceMayEnd = true
    default: break
    }
    return end
  }

  /// What is to be known of a mark at `start..<end`.
  func markFlags(_ scalar: UInt32, _ start: Int, _ end: Int) -> UInt16 {
    let isGlued = count > 0 && self.end(of: count - 1) == start
    let flag = Self.flags(of: scalar, count: end - start, isGlued: isGlued, isFirst: count == 0)
    return flag | (isDoubled(end - start, isGlued) ? Flag.doubledMark : 0) | (isGlued && isTight(flag, end) ? Flag.tightMark : 0)
  }

  /// Whether a mark that is glued to what stands before it, and has these flags, is one that a space should follow and does not.
  @inline(__always)
  func isTight(_ flag: UInt16, _ end: Int) -> Bool {
    flag & (Flag.quotationMark | Flag.otherMark) != 0 && end < limit && base[end] > 0x20
  }

  /// Whether a mark is two full stops, or is glued to a comma or semicolon.
  func isDoubled(_ length: Int, _ isGlued: Bool) -> Bool {
    guard length == 1 else { return length == 2 }
    guard isGlued, kind(of: count - 1) == .punctuation else { return false }
    let before = base[self.start(of: count - 1)]
    return before == 0x2C || before == 0x3B
  }

  /// - Parameter isFirst: whether nothing stands before the mark in its block.
  static func flags(of scalar: UInt32, count: Int, isGlued: Bool, isFirst: Bool) -> UInt16 {
    let spacing: UInt16 = isGlued || isFirst ? 0 : Flag.oddSpacing
    switch scalar {
    case 0x2E, 0x2C: return (count > 1 ? Flag.otherMark : 0) | spacing
    case 0x2D: return isGlued && count == 1 ? Flag.hyphen : Flag.otherMark
    case 0x27, 0x2018, 0x2019: return 0
    case 0x22, 0x201A...0x201F, 0x2039, 0x203A: return Flag.quotationMark
    case 0xAB, 0xBB: return Flag.quotationMark | Flag.nonASCII
    case 0x3A, 0x3B, 0x21, 0x3F, 0x29: return Flag.otherMark | spacing
    case 0x2010...0x2015, 0x2026: return Flag.otherMark
    default: return Flag.otherMark | (scalar < 0x80 ? 0 : Flag.nonASCII)
    }
  }

  /// Whether the full stop at token `i` belongs to the word before it: a known abbreviation or an initial.
  func isAbbreviation(before i: Int, _ abbreviations: borrowing AbbreviationSet) -> Bool {
    guard i > 0, end(of: i - 1) == start(of: i), kind(of: i - 1) == .word else { return false }
    if end(of: i - 1) - start(of: i - 1) == 1, base[start(of: i - 1)] & 0x20 == 0, base[start(of: i - 1)] != 0x49 { return true }
    return abbreviations.contains(hashes[i - 1])
  }
}
