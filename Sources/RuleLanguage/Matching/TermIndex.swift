import MTLLanguage
import MTLProse

/// Established terms as pairs of words, and for each atom — a word, or a few, that spinners write — the words that it may stand for.
struct TermIndex: @unchecked Sendable {
  static let section = "TERM"
  /// The most tokens of an atom.
  static let longestAtom = 3
  /// Words are numbered below this.
  static let wordLimit = 1 << 14
  /// Terms are numbered below this.
  static let termLimit = 1 << 15

  /// How seldom a word stands where it does unless a spinner wrote it, in halvings: 1 to 15 for a synonym, 0 to 15 for an established word.
  typealias Strength = Int

  /// Strengths are at most this.
  static let strongest: Strength = 15
  /// A synonym’s strength where none is written.
  static let usual: Strength = 5
  /// What comes to less is not reported in any company.
  static let least: Strength = 5
  /// Two halves of a term that come to this are reported without others in the document.
  static let sufficient: Strength = 13
  /// What two halves with a function word between them must come to, which English joins more freely.
  static let sufficientWhenLinked: Strength = 16
  /// So are three words of two terms that share one.
  static let sufficientOfThree: Strength = 18

  /// What an atom may stand for.
  struct Reading {
    let word: Int
    /// 0 for the established word.
    let strength: Strength
    var isSpun: Bool { strength > 0 }

    var code: Int { word << 4 | strength }

    init(word: Int, strength: Strength) {
      self.word = word
      self.strength = strength
    }

    init(code: Int) { self.init(word: code >> 4, strength: code & 15) }
  }

  /// How established a term is.
  struct Standing {
    /// The strengths of its words where they stand as they are.
    var first: Strength = 0
    var last: Strength = 0
    /// What is added where neither does, 0 to 7.
    var whole: Strength = 0
    static let mostWhole: Strength = 7
    static let bits = 11

    var code: Int { whole << 8 | first << 4 | last }

    init() {}
    init(code: Int) { (whole, first, last) = (code >> 8 & 7, code >> 4 & 15, code & 15) }

    /// What the two halves of the term have, and what both come to.
    func strengths(_ a: Reading, _ b: Reading) -> (last: Strength, both: Strength) {
      let (first, last) = (a.isSpun ? a.strength : first, b.isSpun ? b.strength : last)
      return (last, first + last + (a.isSpun && b.isSpun ? whole : 0))
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
  /// For each rule its number, and the number of its first term.
  private let firstTerms: [(rule: Int, order: Int)]

  init(_ blob: Blob) {
    self.blob = blob
    let stray = blob.number(at: 0)
    strayRule = stray > 0 ? stray - 1 : nil
    func part(_ i: Int) -> UnsafePointer<UInt8> { blob.pointer + blob.number(at: 4 + i * 8) }
    let ruleList = part(5)
    firstTerms = (0..<Blob.number(at: ruleList)).map {
      (Blob.number(at: ruleList + 4 + $0 * 8), Blob.number(at: ruleList + 8 + $0 * 8))
    }
    rules = Set(firstTerms.map(\.rule) + [strayRule].compactMap { $0 })
    roles = TermRoles(part(0), size: blob.number(at: 8))
    atoms = part(1)
    atomSlots = Blob.number(at: atoms)
    pairs = part(2)
    ordinary = part(3)
    words = part(4)
  }

  static func key(_ first: Int, _ last: Int, isLinked: Bool) -> Int { (first << 14 | last) << 1 | (isLinked ? 1 : 0) }

  static func words(_ key: Int) -> (first: Int, last: Int, isLinked: Bool) { (key >> 15, key >> 1 & (wordLimit - 1), key & 1 == 1) }

  /// What stands in a slot of the table of terms: the low bits of the key; its highest bit, the term’s number and its standing.
  static func entry(_ key: Int, order: Int, _ standing: Standing) -> (low: Int, rest: Int) {
    (key & lowBits, (key >> 28) << 26 | order << Standing.bits | standing.code)
  }

  private static let lowBits = (1 << 28) - 1

  /// Bytes of such a slot.
  static let entrySize = 8

  /// The number of the term made of these words, and its standing; nil if there is none.
  func term(_ first: Int, _ last: Int, isLinked: Bool) -> (order: Int, standing: Standing)? {
    let key = Self.key(first, last, isLinked: isLinked)
    let slots = Blob.number(at: pairs)
    guard slots > 0 else { return nil }
    var slot = PatternIndex.home(UInt64(truncatingIfNeeded: key), slots)
    while true {
      let at = pairs + 4 + slot * Self.entrySize
      let (low, rest) = (Blob.number(at: at), Blob.number(at: at + 4))
      if low == key & Self.lowBits, rest >> 26 == key >> 28 {
        return (rest >> Standing.bits & (Self.termLimit - 1), Standing(code: rest & ((1 << Standing.bits) - 1)))
      }
      if low == 0 { return nil }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }

  /// The rule that has a term.
  func rule(ofTerm order: Int) -> Int { firstTerms.last { $0.order <= order }!.rule }

  /// Whether two neighbouring words are ordinary English however spun they look.
  func isOrdinary(_ first: UInt64, _ last: UInt64) -> Bool {
    let key = PatternIndex.pairHash(first, last)
    let slots = Blob.number(at: ordinary)
    var slot = PatternIndex.home(key, slots)
    while true {
      let found = Blob.number(at: ordinary + 4 + slot * 4)
      if found == Self.digest(key) { return true }
      if found == 0 { return false }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }

  func word(_ number: Int) -> String {
    let at = words + number * Self.wordSize
    return String(decoding: UnsafeBufferPointer(start: words + Blob.number(at: at), count: Blob.number(at: at + 4)), as: UTF8.self)
  }

  /// Bytes of a word: where its text stands, how long it is, and the signature of the words that follow it in terms.
  static let wordSize = 16

  /// The signature of the words that follow a word in terms.
  @inline(__always)
  func followers(of word: Int) -> UInt64 { Blob.hash(at: words + word * Self.wordSize + 8) }

  /// The first token with which a spun term's last half may begin; nil where there is none.
  func firstCandidate(in tokens: Tokens) -> Int? {
    let (roles, hashes) = (roles, tokens.hashes)
    for i in 1..<max(1, tokens.count) {
      let role = roles[hashes[i]]
      guard role & (TermRoles.last | TermRoles.spunLast) != 0 else { continue }
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

  /// Bytes of a slot: the digest of the first word's hash, and the place of the atoms.
  static let slotSize = 8

  /// Of a hash what tells it from others in a table: 28 bits, never 0.
  @inline(__always)
  static func digest(_ hash: UInt64) -> Int {
    let bits = hash & 0x7F | hash >> 1 & 0x3F80 | hash >> 2 & 0x1F_C000 | hash >> 3 & 0xFE0_0000
    return max(1, Int(truncatingIfNeeded: bits))
  }

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
    let digest = Self.digest(hash)
    var slot = PatternIndex.home(hash, atomSlots)
    while true {
      let at = atoms + 4 + slot * Self.slotSize
      let key = Blob.number(at: at)
      if key == digest { return TermGroup(atoms + 4 + atomSlots * Self.slotSize + Blob.number(at: at + 4)) }
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
  /// The same of a spun one.
  static let spunFirst: UInt8 = 2
  /// A spun atom that may be the last half of a term begins with the word.
  static let spunLast: UInt8 = 4
  /// The same of any.
  static let last: UInt8 = 8
  /// What may stand between the halves.
  static let link: UInt8 = 16
  /// An atom of several words ends with the word.
  static let tail: UInt8 = 32
  /// A spun atom begins with the word.
  static let spun: UInt8 = 64

  init(_ table: UnsafePointer<UInt8>, size: Int) {
    self.table = table
    mask = size - 1
  }

  /// Bytes for so many words: four for each.
  static func size(words: Int) -> Int {
    var size = 512
    while size < words * 4 { size *= 2 }
    return size
  }

  @inline(__always)
  subscript(_ hash: UInt64) -> UInt8 { table[Self.place(hash, mask)] }

  @inline(__always)
  static func place(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 25) & mask }

  /// Whether, by their roles, two atoms may be the halves of a spun term: at least one is spun.
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
    /// The same where the atom is spun.
    case spunFollowers
    /// The words that an atom may stand for.
    case own
    /// The same where the atom is spun.
    case spunOwn
  }

  @inline(__always)
  private subscript(_ signature: Signature) -> UInt64 { Blob.hash(at: place + signature.rawValue * 8) }

  /// Whether an atom of this group may be the first half of a spun term, one of the other the last.
  @inline(__always)
  func mayPrecede(_ other: TermGroup, isLinked: Bool) -> Bool {
    isLinked || self[.spunFollowers] & other[.own] | self[.followers] & other[.spunOwn] != 0
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

  /// Bytes of a reading.
  static let size = 4

  init(_ place: UnsafePointer<UInt8>) {
    self.place = place
    count = Blob.number(at: place)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  subscript(_ i: Int) -> TermIndex.Reading { TermIndex.Reading(code: Blob.number(at: place + 4 + i * Self.size)) }
}

/// A word or a few in a text, and what they may stand for.
struct TermAtom {
  let tokens: Range<Int>
  let readings: TermReadings
  var isSpun: Bool { readings.contains(where: \.isSpun) }
}
