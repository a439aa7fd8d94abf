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

  /// How little a term, spun, needs to be told from ordinary English.
  struct Firmness: Equatable {
    /// What must stand for the last word to suffice where the first stands as it is: 0 nothing does, 1 a telling synonym, 2 an odd one as well.
    var first = 0
    /// The same where the last word stands as it is.
    var last = 0

    var code: Int { first * 3 + last }

    init() {}
    init(code: Int) { (first, last) = (code / 3, code % 3) }

    /// Whether the two can be the halves of the spun term at all: beside a word that is not spun, a telling one is of firm terms alone.
    func admits(_ a: Degree, _ b: Degree) -> Bool {
      a.isOdd && b.isOdd || code > 0 && (a == .telling || b == .telling) || suffices(a, b)
    }

    /// Whether the two are reported without others in the document.
    func suffices(_ a: Degree, _ b: Degree) -> Bool {
      switch (a, b) {
      case (.telling, .telling): true
      case (.telling, .odd), (.odd, .telling): first + last > 0
      case (.itself, .telling): first > 0
      case (.itself, .odd): first > 1
      case (.telling, .itself): last > 0
      case (.odd, .itself): last > 1
      default: false
      }
    }
  }

  /// The rules that have terms, and the one about strays.
  let rules: Set<Int>
  // SAFETY: read-only memory of the blob, which is held.
  private let blob: Blob
  /// The rule that reports spun words outside terms, or nil.
  let strayRule: Int?
  let roles: TermRoles
  private let atoms: UnsafePointer<UInt8>
  private let atomSlots: Int
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
    roles = TermRoles(part(0), size: blob.number(at: 8))
    atoms = part(1)
    atomSlots = Blob.number(at: atoms)
    pairs = part(2)
    ordinary = part(3)
    words = part(4)
  }

  static func key(_ first: Int, _ last: Int, isLinked: Bool) -> Int { (first << 13 | last) << 1 | (isLinked ? 1 : 0) }

  static func words(_ key: Int) -> (first: Int, last: Int, isLinked: Bool) { (key >> 14, key >> 1 & (wordLimit - 1), key & 1 == 1) }

  /// The rule that has the term made of these words, the place of the term among all, and its firmness; nil if none has it.
  func term(_ first: Int, _ last: Int, isLinked: Bool) -> (rule: Int, order: Int, firmness: Firmness)? {
    let key = Self.key(first, last, isLinked: isLinked)
    let slots = Blob.number(at: pairs)
    guard slots > 0 else { return nil }
    var slot = PatternIndex.home(UInt64(truncatingIfNeeded: key), slots)
    while true {
      let at = pairs + 4 + slot * 16
      let found = Blob.number(at: at)
      if found == key { return (Blob.number(at: at + 4), Blob.number(at: at + 8), Firmness(code: Blob.number(at: at + 12))) }
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

  /// The first token with which a spun term's last half may begin; nil where there is none.
  func firstCandidate(in tokens: Tokens) -> Int? {
    let (roles, hashes) = (roles, tokens.hashes)
    for i in 1..<max(1, tokens.count) {
      let role = roles[hashes[i]]
      guard role & (TermRoles.last | TermRoles.oddLast) != 0 else { continue }
      let before = roles[hashes[i - 1]]
      if TermRoles.mayMeet(before, role) {
        if before & TermRoles.tail != 0 { return i }
        if let first = group(hashes[i - 1]), let last = group(hashes[i]), first.mayPrecede(last, isLinked: false) { return i }
      }
      if before & TermRoles.link != 0, i > 1, TermRoles.mayMeet(roles[hashes[i - 2]], role) { return i }
    }
    return nil
  }

  // MARK: Atoms

  /// Bytes of a slot: the hash of the first word, and the place of the atoms.
  static let slotSize = 12

  /// The bit in a signature, which has none in the high bit of a byte, of a word that ends a term.
  @inline(__always)
  static func signature(of word: Int, isLinked: Bool) -> UInt64 {
    let bit = UInt64(truncatingIfNeeded: (word << 1 | (isLinked ? 1 : 0)) &* 0x9E37_79B1) >> 13 & 63
    return 1 << (bit & 7 == 7 ? bit ^ 1 : bit)
  }

  /// The atoms that begin with a word, longer ones first.
  @inline(__always)
  func group(_ hash: UInt64) -> TermGroup? {
    guard atomSlots > 0 else { return nil }
    var slot = PatternIndex.home(hash, atomSlots)
    while true {
      let at = atoms + 4 + slot * Self.slotSize
      let key = Blob.hash(at: at)
      if key == hash { return TermGroup(atoms + 4 + atomSlots * Self.slotSize + Blob.number(at: at + 8)) }
      if key == 0 { return nil }
      slot = slot + 1 == atomSlots ? 0 : slot + 1
    }
  }

  /// The atoms that begin with token `i`, longer ones first: where each ends, and what it may stand for.
  func atoms(at i: Int, in tokens: Tokens) -> [TermAtom] {
    var found: [TermAtom] = []
    _ = group(tokens.hashes[i])?.contains(at: i, in: tokens) {
      found.append($0)
      return false
    }
    return found
  }
}

/// What a word may be in a spun term, as bits in a table that is addressed by its hash: one look for most words of a text.
///
/// A plain view: whoever uses it holds the index.
struct TermRoles: @unchecked Sendable {
  // SAFETY: read-only memory of the blob that the index holds; its size is a power of two.
  private let table: UnsafePointer<UInt8>
  private let mask: Int

  /// An atom that may be the first half of a term ends with the word.
  static let first: UInt8 = 1
  /// The same of an odd one.
  static let oddFirst: UInt8 = 2
  /// An odd atom that may be the last half of a term begins with the word.
  static let oddLast: UInt8 = 4
  /// The same of any.
  static let last: UInt8 = 8
  /// What may stand between the halves.
  static let link: UInt8 = 16
  /// An atom of several words ends with the word.
  static let tail: UInt8 = 32
  /// An odd atom begins with the word.
  static let odd: UInt8 = 64

  init(_ table: UnsafePointer<UInt8>, size: Int) {
    self.table = table
    mask = size - 1
  }

  /// Bytes for so many words: eight for each.
  static func size(words: Int) -> Int {
    var size = 512
    while size < words * 8 { size *= 2 }
    return size
  }

  @inline(__always)
  subscript(_ hash: UInt64) -> UInt8 { table[Self.place(hash, mask)] }

  @inline(__always)
  static func place(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 25) & mask }

  /// Whether, by their roles, two atoms may be the halves of a spun term: at least one is odd.
  @inline(__always)
  static func mayMeet(_ first: UInt8, _ last: UInt8) -> Bool { first & last &>> 2 & 3 != 0 }
}

/// The atoms that begin with the same word, behind signatures: what their words can be in terms, a bit for many words.
struct TermGroup {
  // SAFETY: as in `TermRoles`.
  private let place: UnsafePointer<UInt8>

  init(_ place: UnsafePointer<UInt8>) { self.place = place }

  /// Which signature.
  enum Signature: Int, CaseIterable {
    /// The words that follow, in terms, the words that an atom may stand for.
    case followers
    /// The same where the atom is odd.
    case oddFollowers
    /// The words that an atom may stand for.
    case own
    /// The same where the atom is odd.
    case oddOwn
    /// The words behind a link.
    case linkedOwn
  }

  @inline(__always)
  private subscript(_ signature: Signature) -> UInt64 { Blob.hash(at: place + signature.rawValue * 8) }

  /// Whether an atom of this group may be the first half of a spun term, one of the other the last.
  @inline(__always)
  func mayPrecede(_ other: TermGroup, isLinked: Bool) -> Bool {
    if isLinked { return self[.followers] & other[.linkedOwn] != 0 }
    return self[.oddFollowers] & other[.own] | self[.followers] & other[.oddOwn] != 0
  }

  /// Whether the condition holds of an atom that stands at token `i`, which is the word of the group; longer ones are asked first.
  @inline(__always)
  func contains(at i: Int, in tokens: Tokens, where condition: (TermAtom) -> Bool) -> Bool {
    var place = place + Signature.allCases.count * 8
    let count = Blob.number(at: place)
    place += 4
    for _ in 0..<count {
      let tail = Blob.number(at: place)
      place += 4
      var matches = i + tail < tokens.count
      for k in 0..<tail {
        if matches, Blob.hash(at: place) != tokens.hashes[i + 1 + k] || tokens.flags(i + 1 + k).contains(.sentenceStart) { matches = false }
        place += 8
      }
      let readings = TermReadings(place)
      if matches, condition(TermAtom(tokens: i..<i + 1 + tail, readings: readings)) { return true }
      place += 4 + readings.count * TermReadings.size
    }
    return false
  }
}

/// What an atom may stand for.
struct TermReadings: RandomAccessCollection {
  // SAFETY: as in `TermRoles`.
  private let place: UnsafePointer<UInt8>
  let count: Int

  /// Bytes of a reading: its code, and the signature of the words that may follow.
  static let size = 12

  init(_ place: UnsafePointer<UInt8>) {
    self.place = place
    count = Blob.number(at: place)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  subscript(_ i: Int) -> TermIndex.Reading { TermIndex.Reading(code: Blob.number(at: place + 4 + i * Self.size)) }

  /// The signature of the words that follow the word of a reading in terms.
  @inline(__always)
  func followers(_ i: Int) -> UInt64 { Blob.hash(at: place + 8 + i * Self.size) }
}

/// A word or a few in a text, and what they may stand for.
struct TermAtom {
  let tokens: Range<Int>
  let readings: TermReadings
  var isOdd: Bool { readings.contains { $0.degree.isOdd } }
}
