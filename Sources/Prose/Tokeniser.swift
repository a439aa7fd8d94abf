/// Bytes to tokens, in one pass: borders, kind, case shape, folded hash, sentence starts.
struct Tokeniser: ~Copyable {
  private let abbreviations: AbbreviationSet

  init(abbreviations: Set<UInt64>) { self.abbreviations = AbbreviationSet(abbreviations) }

  /// Tokenises from `start` until `limit` or until the buffer is full.
  ///
  /// - Returns: how many tokens were written, and where to go on. A full buffer is cut before its last sentence, where it has more than one.
  func run(_ base: UnsafePointer<UInt8>, from start: Int, to limit: Int, into buffer: TokenBuffer) -> (count: Int, next: Int) {
    var scanner = Scanner(base: base, limit: limit, buffer: buffer)
    var position = start
    while scanner.count < TokenBuffer.capacity {
      position = scanner.skipSpace(position)
      guard position < limit else { return (scanner.count, limit) }
      position = scanner.token(at: position, abbreviations: abbreviations)
    }
    guard position < limit, scanner.lastSentenceStart > TokenBuffer.capacity / 2 else { return (scanner.count, position) }
    return (scanner.lastSentenceStart, Int(buffer.starts[scanner.lastSentenceStart]))
  }
}

/// The raw values of flags, as literals: a static property would be looked up for each token.
private enum Flag {
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
}

/// The state of one pass. Everything hot is a local or a `let`: stored properties of classes cost exclusivity checks.
private struct Scanner {
  let base: UnsafePointer<UInt8>
  let limit: Int
  let classes = Scalars.classes
  let continues = Scalars.continues
  let starts: UnsafeMutablePointer<UInt32>
  let ends: UnsafeMutablePointer<UInt32>
  let hashes: UnsafeMutablePointer<UInt64>
  let kinds: UnsafeMutablePointer<UInt8>
  let shapes: UnsafeMutablePointer<UInt8>
  let flags: UnsafeMutablePointer<UInt16>
  var count = 0
  var lastSentenceStart = 0
  /// A sentence may have ended: what comes next decides.
  var sentenceMayEnd = true

  init(base: UnsafePointer<UInt8>, limit: Int, buffer: TokenBuffer) {
    self.base = base
    self.limit = limit
    starts = buffer.starts
    ends = buffer.ends
    hashes = buffer.hashes
    kinds = buffer.kinds
    shapes = buffer.shapes
    flags = buffer.flags
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
    if classes[Int(base[p])] == Scalars.Class.letter.rawValue { return word(p) }
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
    let flag = sentenceMayEnd ? flag | decideSentence(start, kind, shape) : flag
    starts[count] = UInt32(truncatingIfNeeded: start)
    ends[count] = UInt32(truncatingIfNeeded: end)
    hashes[count] = hash.value
    kinds[count] = kind.rawValue
    shapes[count] = shape.rawValue
    flags[count] = flag
    count += 1
  }

  /// After a full stop: a closing mark leaves the question open, a space and then no lower-case word begin a sentence.
  mutating func decideSentence(_ start: Int, _ kind: TokenKind, _ shape: TokenShape) -> UInt16 {
    if count == 0 {
      sentenceMayEnd = false
      return Flag.sentenceStart
    }
    if start == Int(ends[count - 1]) {
      sentenceMayEnd = kind == .punctuation
      return sentenceMayEnd ? 0 : Flag.gluedAfterStop
    }
    sentenceMayEnd = false
    if kind == .word, shape == .lower { return Flag.lowerAfterStop }
    lastSentenceStart = count
    return Flag.sentenceStart
  }

  /// A word that begins with an ASCII letter; up to seven ASCII letters are taken in one step.
  @inline(__always)
  mutating func word(_ start: Int) -> Int {
    // SAFETY: readable memory goes on for eight bytes behind the text (see `Source` and `BlockReader`).
    let raw = UInt64(littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
    let bits = ASCIILetters.leadingBits(raw)
    let end = start &+ bits &>> 3
    guard bits < 64, end < limit, !continues[Int(base[end])], !(bits == 8 && base[end] == 0x2E) else { return otherWord(start) }
    let mask = (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1
    let uppers = ~raw & mask & ASCIILetters.caseBits
    var hasher = WordHash.Hasher()
    hasher.take(group: (raw | ASCIILetters.caseBits) & mask)
    if uppers == 0 {
      append(start, end, hasher.finish(), .word, .lower, 0)
    } else {
      let shape: TokenShape = uppers == 0x20 ? .capitalised : uppers == mask & ASCIILetters.caseBits ? .caps : .mixed
      append(start, end, hasher.finish(), .word, shape, shape == .mixed ? Flag.innerCapital : 0)
    }
    return end
  }

  /// Any other word: dotted letters, a longer one, or one that is not all ASCII letters.
  mutating func otherWord(_ start: Int) -> Int {
    if start + 1 < limit, base[start + 1] == 0x2E, case let dotted = dottedLetters(start), dotted > 0 { return dottedWord(start, dotted) }
    var hasher = WordHash.Hasher()
    var p = start
    var uppers: UInt64 = 0
    var laterUppers: UInt64 = 0
    var lowers: UInt64 = 0
    while true {
      // SAFETY: as in `word`.
      let raw = UInt64(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt64.self))
      let bits = min(ASCIILetters.leadingBits(raw), (limit &- p) &* 8)
      let mask = bits == 64 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1
      uppers |= ~raw & mask & ASCIILetters.caseBits
      laterUppers |= ~raw & mask & (p == start ? ASCIILetters.caseBits &- 0x20 : ASCIILetters.caseBits)
      lowers |= raw & mask & ASCIILetters.caseBits
      if bits > 0 { hasher.take(group: (raw | ASCIILetters.caseBits) & mask) }
      p &+= bits &>> 3
      if bits < 64 { break }
    }
    if p < limit, continues[Int(base[p])] { return longWord(start, isNumber: false) }
    let shape: TokenShape = uppers == 0 ? .lower : laterUppers == 0 ? .capitalised : lowers == 0 ? .caps : .mixed
    append(start, p, hasher.finish(), .word, shape, shape == .mixed ? Flag.innerCapital : 0)
    return p
  }

  /// A run of letters of any script and digits, with apostrophes between letters.
  mutating func longWord(_ start: Int, isNumber: Bool) -> Int {
    var p = start
    var hasher = WordHash.Hasher()
    var uppers = 0
    var letters = 0
    var digits = 0
    var flag: UInt16 = 0
    let firstIsUpper = base[p] < 0x80 ? base[p] & 0x20 == 0 && !isNumber : Scalars.isUpper(Scalars.decode(base + p).scalar)
    while p < limit {
      let byte = base[p]
      let value = classes[Int(byte)]
      if value == Scalars.Class.letter.rawValue {
        hasher.take(byte | 0x20)
        uppers &+= Int((byte >> 5) & 1) ^ 1
        letters &+= 1
        p &+= 1
      } else if value == Scalars.Class.digit.rawValue {
        hasher.take(byte)
        digits &+= 1
        p &+= 1
      } else if value == Scalars.Class.multibyte.rawValue {
        let (scalar, length) = Scalars.decode(base + p)
        let kind = Scalars.classify(scalar)
        if kind == .apostrophe {
          guard continuesPast(p, length, letters) else { break }
        } else {
          guard kind == .letter || kind == .digit else { break }
          flag |= Flag.nonASCII
          if !Scalars.isLatin(scalar) { flag |= Flag.nonLatin }
          letters &+= 1
          if Scalars.isUpper(scalar) { uppers &+= 1 }
        }
        hasher.take(scalar: scalar)
        p &+= length
      } else if value == Scalars.Class.apostrophe.rawValue {
        guard continuesPast(p, 1, letters) else { break }
        hasher.take(byte)
        p &+= 1
      } else {
        break
      }
    }
    let shape: TokenShape = uppers == 0 ? .lower : uppers == 1 && firstIsUpper ? .capitalised : uppers == letters ? .caps : .mixed
    if shape == .mixed { flag |= Flag.innerCapital }
    if digits > 0 { flag |= Flag.number }
    append(start, p, hasher.finish(), digits > 0 ? .alphanumeric : .word, shape, flag)
    return p
  }

  /// Whether an apostrophe stands between letters and does not begin a `’s` at the end of the word.
  func continuesPast(_ p: Int, _ length: Int, _ letters: Int) -> Bool {
    let next = p + length
    guard letters > 0, next < limit, classAt(next) == .letter else { return false }
    guard base[next] | 0x20 == 0x73 else { return true }
    let after = classAt(next + 1)
    return after == .letter || after == .digit
  }

  /// `’s` glued to a word before it.
  mutating func clitic(_ p: Int) -> Int? {
    let s = p + length(p)
    guard count > 0, Int(ends[count - 1]) == p, s < limit, base[s] | 0x20 == 0x73 else { return nil }
    let before = kinds[count - 1]
    guard
      before == TokenKind.word.rawValue || before == TokenKind.alphanumeric.rawValue || before == TokenKind.number.rawValue
        || before == TokenKind.opaque.rawValue
    else { return nil }
    let after = classAt(s + 1)
    guard after != .letter, after != .digit else { return nil }
    var hasher = WordHash.Hasher()
    hasher.take(0x27)
    hasher.take(0x73)
    append(p, s + 1, hasher.finish(), .clitic, base[s] == 0x53 ? .caps : .lower, Flag.clitic)
    return s + 1
  }

  /// The length of `U.S.`-like dotted single letters at `p`, or 0. At least two letters.
  func dottedLetters(_ p: Int) -> Int {
    var q = p
    var letters = 0
    while q + 1 < limit, base[q] < 0x80, classes[Int(base[q])] == Scalars.Class.letter.rawValue, base[q + 1] == 0x2E {
      letters += 1
      q += 2
    }
    guard letters >= 2 else { return 0 }
    let after = classAt(q)
    return after == .letter || after == .digit ? 0 : q - p
  }

  mutating func dottedWord(_ start: Int, _ length: Int) -> Int {
    var hasher = WordHash.Hasher()
    var uppers = 0
    for p in start..<start + length {
      let byte = base[p]
      hasher.take(UInt8(truncatingIfNeeded: Scalars.fold(UInt32(byte))))
      if byte != 0x2E, byte & 0x20 == 0 { uppers += 1 }
    }
    append(start, start + length, hasher.finish(), .word, uppers == 0 ? .lower : .caps, 0)
    return start + length
  }

  mutating func number(_ start: Int) -> Int {
    var p = start
    var hasher = WordHash.Hasher()
    while p < limit {
      let byte = base[p]
      if byte >= 0x80 {
        let (scalar, length) = Scalars.decode(base + p)
        let kind = Scalars.classify(scalar)
        if kind == .letter { return longWord(start, isNumber: true) }
        guard kind == .digit else { break }
        hasher.take(scalar: scalar)
        p += length
      } else if classes[Int(byte)] == Scalars.Class.digit.rawValue {
        hasher.take(byte)
        p += 1
      } else if byte == 0x2C || byte == 0x2E, classAt(p + 1) == .digit {
        hasher.take(byte)
        p += 1
      } else if classes[Int(byte)] == Scalars.Class.letter.rawValue, !hasSeparator(start, p) {
        return longWord(start, isNumber: true)
      } else {
        break
      }
    }
    append(start, p, hasher.finish(), .number, .lower, Flag.number)
    return p
  }

  func hasSeparator(_ start: Int, _ end: Int) -> Bool {
    for p in start..<end where base[p] == 0x2C || base[p] == 0x2E { return true }
    return false
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
    let isGlued = count > 0 && Int(ends[count - 1]) == start
    return flags(of: scalar, start, end, isGlued: isGlued) | (isDoubled(end - start, isGlued) ? Flag.doubledMark : 0)
  }

  /// Whether a mark is two full stops, or is glued to a comma or semicolon.
  func isDoubled(_ length: Int, _ isGlued: Bool) -> Bool {
    guard length == 1 else { return length == 2 }
    guard isGlued, kinds[count - 1] == TokenKind.punctuation.rawValue else { return false }
    let before = base[Int(starts[count - 1])]
    return before == 0x2C || before == 0x3B
  }

  func flags(of scalar: UInt32, _ start: Int, _ end: Int, isGlued: Bool) -> UInt16 {
    switch scalar {
    case 0x2E, 0x2C: return (end - start > 1 ? Flag.otherMark : 0) | (isGlued || count == 0 ? 0 : Flag.oddSpacing)
    case 0x2D: return isGlued && end - start == 1 ? Flag.hyphen : Flag.otherMark
    case 0x27, 0x2018, 0x2019: return 0
    case 0x22, 0x201A...0x201F, 0x2039, 0x203A: return Flag.quotationMark
    case 0xAB, 0xBB: return Flag.quotationMark | Flag.nonASCII
    case 0x3A, 0x3B, 0x21, 0x3F, 0x29: return Flag.otherMark | (isGlued || count == 0 ? 0 : Flag.oddSpacing)
    case 0x2010...0x2015, 0x2026: return Flag.otherMark
    default: return Flag.otherMark | (scalar < 0x80 ? 0 : Flag.nonASCII)
    }
  }

  /// Whether the full stop at token `i` belongs to the word before it: a known abbreviation or an initial.
  func isAbbreviation(before i: Int, _ abbreviations: borrowing AbbreviationSet) -> Bool {
    guard i > 0, ends[i - 1] == starts[i], kinds[i - 1] == TokenKind.word.rawValue else { return false }
    if ends[i - 1] - starts[i - 1] == 1, shapes[i - 1] == TokenShape.capitalised.rawValue, base[Int(starts[i - 1])] != 0x49 { return true }
    return abbreviations.contains(hashes[i - 1])
  }
}
