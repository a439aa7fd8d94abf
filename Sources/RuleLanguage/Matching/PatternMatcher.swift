import MTLLanguage
import MTLProse

/// Runs the program of a pattern at a place: tries alternatives in order, and takes back what it captured where one fails.
///
/// The number of ways to try is bounded by the compiler, so that time stays linear in the text.
struct PatternMatcher {
  private let program: ProgramView
  // SAFETY: whoever makes a matcher for a block holds all of these while it is used. One is made for each block, hence no counting.
  private let place: UnsafePointer<Block>
  private unowned(unsafe) let resources: MatcherResources
  /// What the last match captured.
  private let captures: CaptureSlots
  private let tokens: UnsafePointer<Tokens>
  private var start = 0

  init(_ program: ProgramView, in block: UnsafePointer<Block>, _ resources: MatcherResources) {
    self.program = program
    self.resources = resources
    captures = resources.captures.slots
    place = block
    tokens = block.pointer(to: \.tokens)!
  }

  /// The end of a match that begins at token `start`, or nil; what it captured is kept until the next attempt.
  mutating func match(_ address: Int, at start: Int) -> Int? {
    // Most attempts fail at the first token.
    guard mayBegin(address, start) else { return nil }
    self.start = start
    captures.clear()
    return run(address, start)
  }

  /// Whether the first token is what a program begins with, as far as that is told without running it.
  @inline(__always)
  private func mayBegin(_ address: Int, _ i: Int) -> Bool {
    var pc = address
    while program.small(pc) == Opcode.save.rawValue { pc += 2 }
    switch program.small(pc) {
    case Opcode.token.rawValue: return i < tokens.pointee.count && takes(i, at: pc + 1)
    case Opcode.anyToken.rawValue: return i < tokens.pointee.count && takesAny(i, at: pc + 1)
    case Opcode.sentenceStart.rawValue: return tokens.pointee.isSentenceStart(i) || tokens.pointee.followsMark(i)
    case Opcode.sentenceEnd.rawValue: return i == tokens.pointee.count || tokens.pointee.flags(i).contains(.sentenceStart)
    default: return true
    }
  }

  // MARK: Instructions

  /// Where a program ends that begins at a token; or nil, with all captured since taken back.
  private mutating func run(_ address: Int, _ position: Int) -> Int? {
    let mark = captures.depth
    if let end = follow(address, position) { return end }
    captures.takeBack(to: mark)
    return nil
  }

  private mutating func follow(_ address: Int, _ position: Int) -> Int? {
    var pc = address
    var i = position
    while true {
      guard let opcode = Opcode(rawValue: program.small(pc)) else { return nil }
      switch opcode {
      case .end: return i
      case .token:
        guard mayTake(i), takes(i, at: pc + 1) else { return nil }
        i += 1
        pc += 4
      case .anyToken:
        guard mayTake(i), takesAny(i, at: pc + 1) else { return nil }
        i += 1
        pc += 2 + program.cell(pc + 1) * 3
      case .tokenClass:
        guard mayTake(i), isClass(i, at: pc + 1) else { return nil }
        i += 1
        pc += 4
      case .jump: pc = program.cell(pc + 1)
      case .glued:
        guard i < tokens.pointee.count, tokens.pointee.isGlued(i) else { return nil }
        pc += 1
      case .space:
        guard i > 0, i < tokens.pointee.count, !tokens.pointee.isGlued(i) else { return nil }
        pc += 1
      case .form:
        guard mayTake(i), hasForm(i, at: pc + 2, count: program.cell(pc + 1)) else { return nil }
        i += 1
        pc += 2 + program.cell(pc + 1)
      case .sentenceStart:
        guard tokens.pointee.isSentenceStart(i) || tokens.pointee.followsMark(i) && place.pointee.isSentenceStart(i) else { return nil }
        pc += 1
      case .sentenceEnd:
        guard i == tokens.pointee.count || tokens.pointee.flags(i).contains(.sentenceStart) else { return nil }
        pc += 1
      case .same:
        guard let next = same(program.small(pc + 1), at: i) else { return nil }
        i = next
        pc += 2
      case .split:
        let first = program.cell(pc + 1)
        if mayBegin(first, i), let end = run(first, i) { return end }
        pc = program.cell(pc + 2)
      case .save:
        captures.set(program.small(pc + 1), to: i + 1)
        pc += 2
      case .list: return list(program.cell(pc + 1), program.small(pc + 2), at: i, then: pc + 3)
      case .cell: return boundCell(program.small(pc + 1), program.cell(pc + 2), at: i, then: pc + 3)
      case .gap: return gap(program.cell(pc + 1), without: program.cell(pc + 2), at: i, then: pc + 3)
      }
    }
  }

  /// Whether token `i` exists and is still in the sentence in which the match began.
  private func mayTake(_ i: Int) -> Bool {
    i < tokens.pointee.count && (i == start || !tokens.pointee.flags(i).contains(.sentenceStart))
  }

  private func takes(_ i: Int, at address: Int) -> Bool {
    program.hash(address) == tokens.pointee.hashes[i] && TokenTraits.allow(program.small(address + 2), tokens.pointee.shape(i))
  }

  private func takesAny(_ i: Int, at address: Int) -> Bool {
    let hash = tokens.pointee.hashes[i]
    for k in 0..<program.cell(address) {
      let at = address &+ 1 &+ k &* 3
      if program.hash(at) == hash, TokenTraits.allow(program.small(at &+ 2), tokens.pointee.shape(i)) { return true }
    }
    return false
  }

  private mutating func list(_ number: Int, _ capture: Int, at i: Int, then pc: Int) -> Int? {
    guard mayTake(i) else { return nil }
    var members = program.list(number).members(at: i, in: tokens)
    while let (count, row) = members.next(in: tokens) {
      guard capture > 0 else {
        if let end = run(pc, i + count) { return end }
        continue
      }
      let mark = captures.depth
      captures.set(MatchSlots.list(capture), to: number + 1)
      captures.set(MatchSlots.row(capture), to: row)
      if let end = run(pc, i + count) { return end }
      captures.takeBack(to: mark)
    }
    return nil
  }

  private mutating func boundCell(_ capture: Int, _ number: Int, at i: Int, then pc: Int) -> Int? {
    guard mayTake(i), captures[MatchSlots.list(capture)] > 0 else { return nil }
    let wanted = captures[MatchSlots.row(capture)]
    var members = program.list(number).members(at: i, in: tokens)
    while let (count, row) = members.next(in: tokens) {
      if row == wanted, let end = run(pc, i + count) { return end }
    }
    return nil
  }

  private mutating func gap(_ length: Int, without: Int, at i: Int, then pc: Int) -> Int? {
    for skipped in 0...length {
      if let end = run(pc, i + skipped) { return end }
      guard skipped < length, mayTake(i + skipped) else { return nil }
      if without > 0, mayBegin(without, i + skipped), run(without, i + skipped) != nil { return nil }
    }
    return nil
  }

  private func same(_ capture: Int, at i: Int) -> Int? {
    let first = captures[MatchSlots.start(capture)] - 1
    let end = captures[MatchSlots.end(capture)] - 1
    guard first >= 0, end >= first else { return nil }
    for k in 0..<end - first {
      guard mayTake(i + k), tokens.pointee.hashes[first + k] == tokens.pointee.hashes[i + k] else { return nil }
    }
    return i + end - first
  }

  // MARK: Classes

  private func isClass(_ i: Int, at address: Int) -> Bool {
    let lexeme = Lexeme(rawValue: tokens.pointee.lexemes[i])
    let isWord = tokens.pointee.kind(i) == .word
    switch SimpleClass(rawValue: program.small(address)) {
    case nil: return isInteger(i, in: program.cell(address + 1)...program.cell(address + 2))
    case .word: return isWord
    case .lower: return isWord && tokens.pointee.shape(i) == .lower
    case .name: return isWord && TokenClasses.isName(tokens.pointee, i) { place.pointee.firstByte(i) }
    case .caps: return isWord && tokens.pointee.shape(i) == .caps
    case .unknown:
      return isWord && lexeme.isUnknown && !resources.dictionary.contains(tokens.pointee.hash(i))
        && resources.language.isUnknown(place.pointee.text(i).lowercased())
    case .number: return tokens.pointee.kind(i) == .number
    case .year:
      return tokens.pointee.ends[i] - tokens.pointee.starts[i] == 4 && (place.pointee.integer(i).map { $0 >= 1000 && $0 <= 2099 } ?? false)
    case .det: return lexeme.isAny(.determiner)
    case .punct: return tokens.pointee.kind(i) == .punctuation
    case .opaque: return tokens.pointee.kind(i) == .opaque
    case .prep: return lexeme.isAny(.preposition)
    case .pron: return lexeme.isAny(.pronoun)
    case .conj: return lexeme.isAny(.conjunction)
    case .aux: return lexeme.isAny(.auxiliary)
    case .given: return lexeme.isAny(.given) && tokens.pointee.shape(i) == .capitalised
    case .surname: return lexeme.isAny(.surname) && tokens.pointee.shape(i) != .lower
    case .place: return lexeme.isAny(.place) && tokens.pointee.shape(i) != .lower
    case .ing: return isWord && hasSuffix(i, "ing", longerThan: 4)
    case .past: return isWord && (lexeme.isAny(.irregularPast) || hasSuffix(i, "ed", longerThan: 3))
    case .plural:
      return isWord && (lexeme.isAny(.irregularPlural) || hasSuffix(i, "s", longerThan: 3) && !hasSuffix(i, "ss", longerThan: 3))
    }
  }

  /// Whether a number lies in a range and has no more digits than its upper bound: the index files it by its length.
  private func isInteger(_ i: Int, in range: ClosedRange<Int>) -> Bool {
    guard let value = place.pointee.integer(i), range.contains(value) else { return false }
    var digits = 1
    var bound = 10
    while bound <= range.upperBound { (digits, bound) = (digits + 1, bound * 10) }
    return Int(tokens.pointee.ends[i] - tokens.pointee.starts[i]) <= digits
  }

  /// Whether a number, or a word with digits, is written as a form says: `9` is a digit, `9+` one or more, anything else itself.
  private func hasForm(_ i: Int, at address: Int, count: Int) -> Bool {
    guard tokens.pointee.flags(i).contains(.number) else { return false }
    let bytes = place.pointee.bytes(of: i)
    func isDigit(_ k: Int) -> Bool { k < bytes.count && bytes[k] >= 0x30 && bytes[k] <= 0x39 }
    var k = 0
    var at = 0
    while at < count {
      let wanted = program.cell(address + at)
      at += 1
      guard wanted == 0x39 else {
        guard k < bytes.count, Int(bytes[k]) == wanted else { return false }
        k += 1
        continue
      }
      guard isDigit(k) else { return false }
      k += 1
      if at < count, program.cell(address + at) == 0x2B {
        at += 1
        while isDigit(k) { k += 1 }
      }
    }
    return k == bytes.count
  }

  private func hasSuffix(_ i: Int, _ suffix: StaticString, longerThan count: Int) -> Bool {
    let bytes = place.pointee.bytes(of: i)
    let length = suffix.utf8CodeUnitCount
    guard bytes.count > count else { return false }
    for k in 0..<length where bytes[bytes.count - length + k] | 0x20 != suffix.utf8Start[k] { return false }
    return true
  }
}

/// What classes of tokens mean, for rules of both kinds.
public enum TokenClasses {
  /// A word with a capital first letter that is no function word: what may be (part of) a name.
  public static func isName(_ block: Block, _ i: Int) -> Bool {
    block.tokens.kind(i) == .word && isName(block.tokens, i) { block.firstByte(i) }
  }

  /// - Parameter firstByte: the first byte of the word.
  @inline(__always)
  static func isName(_ tokens: Tokens, _ i: Int, firstByte: () -> UInt8) -> Bool {
    switch tokens.shape(i) {
    case .lower: return false
    case .mixed where firstByte() < 0x80 && firstByte() & 0x20 != 0: return false
    default: return !Lexeme(rawValue: tokens.lexemes[i]).isAny(.functionWord)
    }
  }
}
