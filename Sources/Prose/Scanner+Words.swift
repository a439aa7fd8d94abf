// Words and numbers.
extension Scanner {
  /// Takes words of up to fifteen ASCII letters, with a capital at most at their start, as long as one follows the other; most words do.
  ///
  /// No sentence may be about to begin. Returns where something else stands.
  @inline(__always)
  mutating func plainWords(from start: Int) -> Int {
    // Everything in locals: the scanner itself lies in memory.
    let (base, limit, continues) = (base, limit, continues)
    let (spans, hashes, traits) = (spans, hashes, traits)
    var count = count
    var p = start
    while count < TokenBuffer.capacity {
      // SAFETY: as in `word`; what lies behind the limit is told by where it ends.
      let raw = UInt64(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt64.self))
      var bits = ASCIILetters.leadingBits(raw)
      guard bits > 0 else { break }
      var end = p &+ bits &>> 3
      var hasher = WordHash.Hasher()
      var uppers = ~raw & ASCIILetters.caseBits
      if bits < 64 {
        let mask = (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1
        uppers &= mask
        hasher.take(group: (raw | ASCIILetters.caseBits) & mask)
      } else {
        guard end < limit else { break }
        // SAFETY: as in `word(_:after:)`.
        let more = UInt64(littleEndian: UnsafeRawPointer(base + end).loadUnaligned(as: UInt64.self))
        bits = ASCIILetters.leadingBits(more)
        guard bits < 64 else { break }
        let mask = (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1
        guard ~more & mask & ASCIILetters.caseBits == 0 else { break }
        end = end &+ bits &>> 3
        hasher.take(group: raw | ASCIILetters.caseBits)
        if bits > 0 { hasher.take(group: (more | ASCIILetters.caseBits) & mask) }
      }
      guard end < limit, uppers & ~0x20 == 0 else { break }
      let behind = base[end]
      if behind != 0x20 {
        guard !continues[Int(behind)], !(behind == 0x2E && end &- p == 1) else { break }
      }
      spans[count] = UInt64(truncatingIfNeeded: p) | UInt64(truncatingIfNeeded: end) << 32
      hashes[count] = hasher.finish().value
      // The case bit of the first letter becomes `TokenShape.capitalised`, one byte up.
      traits[count] = UInt32(truncatingIfNeeded: uppers &<< 3)
      count &+= 1
      // A mark, most likely: no word follows at once.
      guard behind == 0x20 else {
        p = end
        break
      }
      p = end &+ 1
    }
    self.count = count
    return p
  }

  /// A word that begins with an ASCII letter; up to seven ASCII letters are taken in one step.
  @inline(__always)
  mutating func word(_ start: Int) -> Int {
    // SAFETY: readable memory goes on for eight bytes behind the text (see `Source` and `BlockReader`).
    let raw = UInt64(littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
    let bits = ASCIILetters.leadingBits(raw)
    let end = start &+ bits &>> 3
    guard bits < 64 else { return word(start, after: raw) }
    guard end < limit, !continues[Int(base[end])], !(bits == 8 && base[end] == 0x2E) else { return otherWord(start) }
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

  /// A word that begins with eight ASCII letters; up to seven more are taken in one step.
  @inline(__always)
  mutating func word(_ start: Int, after first: UInt64) -> Int {
    guard start &+ 8 < limit else { return otherWord(start) }
    // SAFETY: as above; eight bytes after the first eight, which end inside the text.
    let raw = UInt64(littleEndian: UnsafeRawPointer(base + start + 8).loadUnaligned(as: UInt64.self))
    let bits = ASCIILetters.leadingBits(raw)
    let end = start &+ 8 &+ bits &>> 3
    guard bits < 64, end < limit, !continues[Int(base[end])] else { return otherWord(start) }
    let mask = (1 &<< UInt64(truncatingIfNeeded: bits)) &- 1
    let uppers = ~first & ASCIILetters.caseBits
    let laterUppers = ~raw & mask & ASCIILetters.caseBits
    var hasher = WordHash.Hasher()
    hasher.take(group: first | ASCIILetters.caseBits)
    if bits > 0 { hasher.take(group: (raw | ASCIILetters.caseBits) & mask) }
    if uppers | laterUppers == 0 {
      append(start, end, hasher.finish(), .word, .lower, 0)
    } else if uppers == 0x20, laterUppers == 0 {
      append(start, end, hasher.finish(), .word, .capitalised, 0)
    } else {
      let isCaps = uppers == ASCIILetters.caseBits && laterUppers == mask & ASCIILetters.caseBits
      append(start, end, hasher.finish(), .word, isCaps ? .caps : .mixed, isCaps ? 0 : Flag.innerCapital)
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
    if digits > 0 {
      flag |= Flag.number
      noteNumber()
    }
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
    guard count > 0, end(of: count - 1) == p, s < limit, base[s] | 0x20 == 0x73 else { return nil }
    let before = kind(of: count - 1)
    guard before != .clitic, before != .punctuation else { return nil }
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
    noteNumber()
    append(start, p, hasher.finish(), .number, .lower, Flag.number)
    return p
  }
}
