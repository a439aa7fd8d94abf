/// Bytes to tokens, in one pass: borders, kind, case shape, folded hash, sentence starts.
struct Tokeniser {
  private let abbreviations: Set<UInt64>

  init(abbreviations: Set<UInt64>) { self.abbreviations = abbreviations }

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
}

/// The state of one pass. Everything hot is a local or a `let`: stored properties of classes cost exclusivity checks.
private struct Scanner {
  let base: UnsafePointer<UInt8>
  let limit: Int
  let classes = Scalars.classes
  let folds = Scalars.folds
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
  var sentenceMayEnd = false

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
    var p = start
    while p < limit {
      let byte = base[p]
      if byte < 0x80 {
        if classes[Int(byte)] != Scalars.Class.space.rawValue { return p }
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
  mutating func token(at p: Int, abbreviations: Set<UInt64>) -> Int {
    switch classAt(p) {
    case .letter:
      if p &+ 1 < limit, base[p &+ 1] == 0x2E, case let dotted = dottedLetters(p), dotted > 0 { return dottedWord(p, dotted) }
      return word(p)
    case .digit: return number(p)
    case .apostrophe:
      if let end = clitic(p) { return end }
      return punctuation(p, abbreviations)
    default: return punctuation(p, abbreviations)
    }
  }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ hash: WordHash, _ kind: TokenKind, _ shape: TokenShape, _ flag: UInt16) {
    var flag = flag
    if count == 0 {
      flag |= Flag.sentenceStart
    } else if sentenceMayEnd {
      flag |= decideSentence(start, kind, shape)
    }
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
    if start == Int(ends[count - 1]) {
      sentenceMayEnd = kind == .punctuation
      return 0
    }
    sentenceMayEnd = false
    if kind == .word, shape == .lower { return 0 }
    lastSentenceStart = count
    return Flag.sentenceStart
  }

  /// A run of letters, most often ASCII ones, that begins at `start`.
  @inline(__always)
  mutating func word(_ start: Int) -> Int {
    // Locals, since the loop is the hottest there is.
    let base = base
    let limit = limit
    let folds = folds
    var p = start
    var state = WordHash.seed
    var caseBits = 0
    while p < limit {
      let byte = base[p]
      let folded = folds[Int(byte)]
      if folded == 0 { break }
      state = WordHash.step(state, folded)
      // A capital differs from its fold by one bit.
      caseBits &+= Int(byte ^ folded)
      p &+= 1
    }
    if p < limit, continues[Int(base[p])] { return longWord(start, isNumber: false) }
    let uppers = caseBits >> 5
    let firstIsUpper = base[start] & 0x20 == 0
    let shape: TokenShape = uppers == 0 ? .lower : uppers == 1 && firstIsUpper ? .capitalised : uppers == p &- start ? .caps : .mixed
    append(start, p, WordHash.finish(state), .word, shape, shape == .mixed ? Flag.innerCapital : 0)
    return p
  }

  /// A run of letters of any script and digits, with apostrophes between letters.
  mutating func longWord(_ start: Int, isNumber: Bool) -> Int {
    var p = start
    var state = WordHash.seed
    var uppers = 0
    var letters = 0
    var digits = 0
    var flag: UInt16 = 0
    let firstIsUpper = base[p] < 0x80 ? base[p] & 0x20 == 0 && !isNumber : Scalars.isUpper(Scalars.decode(base + p).scalar)
    while p < limit {
      let byte = base[p]
      let value = classes[Int(byte)]
      if value == Scalars.Class.letter.rawValue {
        state = WordHash.step(state, byte | 0x20)
        uppers &+= Int((byte >> 5) & 1) ^ 1
        letters &+= 1
        p &+= 1
      } else if value == Scalars.Class.digit.rawValue {
        state = WordHash.step(state, byte)
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
        state = WordHash.step(state, scalar: scalar)
        p &+= length
      } else if value == Scalars.Class.apostrophe.rawValue {
        guard continuesPast(p, 1, letters) else { break }
        state = WordHash.step(state, byte)
        p &+= 1
      } else {
        break
      }
    }
    let shape: TokenShape = uppers == 0 ? .lower : uppers == 1 && firstIsUpper ? .capitalised : uppers == letters ? .caps : .mixed
    if shape == .mixed { flag |= Flag.innerCapital }
    if digits > 0 { flag |= Flag.number }
    append(start, p, WordHash.finish(state), digits > 0 ? .alphanumeric : .word, shape, flag)
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
    let state = WordHash.step(WordHash.step(WordHash.seed, 0x27), 0x73)
    append(p, s + 1, WordHash.finish(state), .clitic, base[s] == 0x53 ? .caps : .lower, Flag.clitic)
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
    var state = WordHash.seed
    var uppers = 0
    for p in start..<start + length {
      let byte = base[p]
      state = WordHash.step(state, UInt8(truncatingIfNeeded: Scalars.fold(UInt32(byte))))
      if byte != 0x2E, byte & 0x20 == 0 { uppers += 1 }
    }
    append(start, start + length, WordHash.finish(state), .word, uppers == 0 ? .lower : .caps, 0)
    return start + length
  }

  mutating func number(_ start: Int) -> Int {
    var p = start
    var state = WordHash.seed
    while p < limit {
      let byte = base[p]
      if byte >= 0x80 {
        let (scalar, length) = Scalars.decode(base + p)
        let kind = Scalars.classify(scalar)
        if kind == .letter { return longWord(start, isNumber: true) }
        guard kind == .digit else { break }
        state = WordHash.step(state, scalar: scalar)
        p += length
      } else if classes[Int(byte)] == Scalars.Class.digit.rawValue {
        state = WordHash.step(state, byte)
        p += 1
      } else if byte == 0x2C || byte == 0x2E, classAt(p + 1) == .digit {
        state = WordHash.step(state, byte)
        p += 1
      } else if classes[Int(byte)] == Scalars.Class.letter.rawValue, !hasSeparator(start, p) {
        return longWord(start, isNumber: true)
      } else {
        break
      }
    }
    append(start, p, WordHash.finish(state), .number, .lower, Flag.number)
    return p
  }

  func hasSeparator(_ start: Int, _ end: Int) -> Bool {
    for p in start..<end where base[p] == 0x2C || base[p] == 0x2E { return true }
    return false
  }

  mutating func punctuation(_ start: Int, _ abbreviations: Set<UInt64>) -> Int {
    let (scalar, length) = Scalars.decode(base + start)
    var end = start + length
    if scalar == 0x2E || scalar == 0x2D {
      while end < limit, base[end] == base[start] { end += 1 }
    }
    var state = WordHash.seed
    if scalar < 0x80 {
      for p in start..<end { state = WordHash.step(state, base[p]) }
    } else {
      state = WordHash.step(state, scalar: scalar)
    }
    let isOpaque = scalar == 0xFFFC
    append(start, end, WordHash.finish(state), isOpaque ? .opaque : .punctuation, .lower, isOpaque ? 0 : markFlags(scalar, start, end))
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
  func isAbbreviation(before i: Int, _ abbreviations: Set<UInt64>) -> Bool {
    guard i > 0, ends[i - 1] == starts[i], kinds[i - 1] == TokenKind.word.rawValue else { return false }
    if ends[i - 1] - starts[i - 1] == 1, shapes[i - 1] == TokenShape.capitalised.rawValue, base[Int(starts[i - 1])] != 0x49 { return true }
    return abbreviations.contains(hashes[i - 1])
  }
}
