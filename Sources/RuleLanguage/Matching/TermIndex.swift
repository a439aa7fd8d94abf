import MTLLanguage
import MTLProse

/// Established terms as pairs of words, and for each atom — a word, or a few, that spinners write — the words that it may stand for.
struct TermIndex: @unchecked Sendable {
  static let section = "TERM"
  /// The most tokens of an atom.
  static let longestAtom = 3
  /// Words are numbered below this.
  static let wordLimit = 1 << 13

  /// How a word looks where another is established.
  enum Degree: Int {
    /// The established word.
    case itself = 0
    /// Rare beside technical words: tells of a spinner by itself.
    case telling
    /// Seldom there.
    case odd
    /// As good a word as the established one.
    case plain

    var isOdd: Bool { self == .telling || self == .odd }
  }

  /// What an atom may stand for.
  struct Reading {
    let word: Int
    let degree: Degree

    var code: Int { word << 2 | degree.rawValue }

    init(word: Int, degree: Degree) {
      self.word = word
      self.degree = degree
    }

    init(code: Int) { self.init(word: code >> 2, degree: Degree(rawValue: code & 3)!) }
  }

  /// The rules that have terms, and the one about strays.
  let rules: Set<Int>
  // SAFETY: read-only memory of the blob, which is held.
  private let blob: Blob
  /// The rule that reports spun words outside terms, or nil.
  let strayRule: Int?
  private let filter: (base: UnsafePointer<UInt8>, size: Int)
  private let atoms: UnsafePointer<UInt8>
  private let pairs: UnsafePointer<UInt8>
  private let ordinary: UnsafePointer<UInt8>
  private let words: UnsafePointer<UInt8>

  init(_ blob: Blob) {
    self.blob = blob
    let stray = blob.number(at: 0)
    strayRule = stray > 0 ? stray - 1 : nil
    func part(_ i: Int) -> UnsafePointer<UInt8> { blob.pointer + blob.number(at: 4 + i * 8) }
    let ruleList = part(5)
    rules = Set((0..<Blob.number(at: ruleList)).map { Blob.number(at: ruleList + 4 + $0 * 4) })
    filter = (part(0), blob.number(at: 8))
    atoms = part(1)
    pairs = part(2)
    ordinary = part(3)
    words = part(4)
  }

  static func key(_ first: Int, _ last: Int, isLinked: Bool) -> Int { (first << 13 | last) << 1 | (isLinked ? 1 : 0) }

  /// Whether an odd synonym may begin with this word.
  @inline(__always)
  func mayBegin(_ hash: UInt64) -> Bool {
    let (byte, bit) = PatternIndex.filterBit(hash, filter.size)
    return filter.base[byte] &>> bit & 1 == 1
  }

  /// The rule that has the term made of these words, and the place of the term among all; nil if none has it.
  func term(_ first: Int, _ last: Int, isLinked: Bool) -> (rule: Int, order: Int)? {
    let key = Self.key(first, last, isLinked: isLinked)
    let slots = Blob.number(at: pairs)
    guard slots > 0 else { return nil }
    var slot = PatternIndex.home(UInt64(truncatingIfNeeded: key), slots)
    while true {
      let at = pairs + 4 + slot * 12
      let found = Blob.number(at: at)
      if found == key { return (Blob.number(at: at + 4), Blob.number(at: at + 8)) }
      if found == 0 { return nil }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }

  /// Whether two neighbouring words are ordinary English however spun they look.
  func isOrdinary(_ first: UInt64, _ last: UInt64) -> Bool {
    let key = PatternIndex.pairHash(first, last)
    let slots = Blob.number(at: ordinary)
    var slot = PatternIndex.home(key, slots)
    while true {
      let found = Blob.hash(at: ordinary + 4 + slot * 8)
      if found == key { return true }
      if found == 0 { return false }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }

  func word(_ number: Int) -> String {
    let at = words + number * 8
    return String(decoding: UnsafeBufferPointer(start: words + Blob.number(at: at), count: Blob.number(at: at + 4)), as: UTF8.self)
  }

  /// The atoms that begin with token `i`, longer ones first: where each ends, and what it may stand for.
  func atoms(at i: Int, in tokens: Tokens) -> [TermAtom] {
    let hash = tokens.hashes[i]
    let slots = Blob.number(at: atoms)
    guard slots > 0 else { return [] }
    var slot = PatternIndex.home(hash, slots)
    while true {
      let at = atoms + 4 + slot * 16
      let key = Blob.hash(at: at)
      if key == 0 { return [] }
      if key == hash {
        return read(atoms + 4 + slots * 16 + Blob.number(at: at + 8), count: Blob.number(at: at + 12), at: i, in: tokens)
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }

  private func read(_ first: UnsafePointer<UInt8>, count: Int, at i: Int, in tokens: Tokens) -> [TermAtom] {
    var found: [TermAtom] = []
    var place = first
    for _ in 0..<count {
      let tail = Blob.number(at: place)
      place += 4
      var matches = i + tail < tokens.count
      for k in 0..<tail {
        if matches, Blob.hash(at: place) != tokens.hashes[i + 1 + k] || tokens.flags(i + 1 + k).contains(.sentenceStart) { matches = false }
        place += 8
      }
      let readings = Blob.number(at: place)
      place += 4
      if matches {
        found.append(TermAtom(tokens: i..<i + 1 + tail, readings: (0..<readings).map { Reading(code: Blob.number(at: place + $0 * 4)) }))
      }
      place += readings * 4
    }
    return found
  }
}

/// A word or a few in a text, and what they may stand for.
struct TermAtom {
  let tokens: Range<Int>
  let readings: [TermIndex.Reading]
}
