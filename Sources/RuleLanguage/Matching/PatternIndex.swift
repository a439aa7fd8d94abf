import MTLLanguage
import MTLProse

/// Tells for a token which patterns may match around it.
///
/// Patterns are filed under the rarest word or pair of neighbouring words that every match of them holds. A gate of three bits a word,
/// which tell whether it may be a key, or the first or second of a pair that is one, rejects most tokens; what passes is looked up in an open-addressing table.
struct PatternIndex: Sendable {
  static let wordSection = "IWRD"
  static let pairSection = "IPAR"
  static let gateSection = "IGAT"
  static let startWordSection = "ISTW"
  static let startPairSection = "ISTP"

  let words: KeyTable
  let pairs: KeyTable
  let gate: WordGate
  /// What begins a sentence stands apart, since it is looked for at few places; no gate is needed there.
  let startWords: KeyTable
  let startPairs: KeyTable

  init?(_ blob: Blob) {
    guard let words = blob.section(Self.wordSection), let pairs = blob.section(Self.pairSection),
      let startWords = blob.section(Self.startWordSection), let startPairs = blob.section(Self.startPairSection)
    else { return nil }
    self.startWords = KeyTable(startWords)
    self.startPairs = KeyTable(startPairs)
    self.words = KeyTable(words)
    self.pairs = KeyTable(pairs)
    gate = WordGate(blob.section(Self.gateSection))
  }

  /// What a pair of neighbouring words is filed under; as a word hash, without the high bit of each byte.
  @inline(__always)
  static func pairHash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first ^ (second << 7 | second >> 57)) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) & 0x7F7F_7F7F_7F7F_7F7F
  }

  /// Numbers of this many bytes and longer ones are filed together.
  static let longestNumber = 16

  /// What all numbers, and words with digits, are filed under, besides what they look like and their own text.
  static let anyNumber: UInt64 = 0x0103_0507_090B_0D0F

  /// What numbers, and words with digits, of so many bytes are filed under.
  ///
  /// - Parameters:
  ///   - tail: see `tail(_:)`.
  ///   - hasLetters: whether it is a word with digits.
  @inline(__always)
  static func numberKey(_ length: Int, tail: Int, hasLetters: Bool) -> UInt64 {
    0x0103_0507_090B_0000 | UInt64(truncatingIfNeeded: min(length, longestNumber)) << 8
      | UInt64(truncatingIfNeeded: tail | (hasLetters ? 8 : 0))
  }

  /// How a number ends: 0 without a separator among its last four bytes, else how many bytes stand behind the last separator; plus 4
  /// for a comma.
  @inline(__always)
  static func tail(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for k in 1..<max(1, min(4, bytes.count)) {
      switch bytes[bytes.count - 1 - k] {
      case UInt8(ascii: ","): return k + 4
      case UInt8(ascii: "."): return k
      default: continue
      }
    }
    return 0
  }

  /// Bytes of a bit set: sixteen bits a key, four in each byte; a power of two, at least 512.
  static func filterSize(keys: Int) -> Int {
    var size = 512
    while size < keys * 4 { size *= 2 }
    return size
  }

  /// The byte and bit of a hash in a bit set. The shift brings other bits to where the hash has holes.
  @inline(__always)
  static func filterBit(_ hash: UInt64, _ size: Int) -> (byte: Int, bit: UInt8) {
    (Int(truncatingIfNeeded: hash ^ hash >> 25) & (size &- 1), UInt8(truncatingIfNeeded: hash >> 51 & 3))
  }

  /// The slot where the search for a hash begins.
  @inline(__always)
  static func home(_ hash: UInt64, _ slots: Int) -> Int { Int(truncatingIfNeeded: (UInt64(home32(hash)) &* UInt64(slots)) >> 32) }

  @inline(__always)
  private static func home32(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 32) }
}

/// What a word may be to an index: bits in a table that is addressed by its hash, or beside its lexeme in the lexicon.
///
/// A plain view, as `KeyTable`.
struct WordGate: @unchecked Sendable {
  // SAFETY: read-only memory of the blob that `RuleSet` holds; its size is a power of two. Nil where the lexicon has the bits.
  private let table: UnsafePointer<UInt8>?
  private let mask: Int
  var isInLexicon: Bool { table == nil }

  /// A word may be a key.
  static let key: UInt8 = 1
  /// A word may be the first of a pair that is a key.
  static let first: UInt8 = 2
  /// A word may be the second of such a pair.
  static let second: UInt8 = 4
  /// A block must hold this word or another for some pattern; in the lexicon only.
  static let required: UInt8 = 8

  /// - Parameter blob: the table, or nil if the lexicon in the same blob as the rules has the bits.
  init(_ blob: Blob?) {
    table = blob?.pointer
    mask = (blob?.count ?? 1) - 1
  }

  /// Bytes for so many words, two words to a byte: four bytes for each.
  static func size(words: Int) -> Int {
    var size = 512
    while size < words * 4 { size *= 2 }
    return size
  }

  /// Writes what lets tokens through: for a key its number twice, for a pair that of its second token twice and one.
  ///
  /// - Parameter hits: with two places for each token.
  /// - Returns: how many there are.
  func sift(_ tokens: Tokens, into hits: UnsafeMutablePointer<UInt32>) -> Int {
    var found = 0
    var previous: UInt64 = 0
    // Eight tokens in one word, a byte each.
    for start in stride(from: 0, to: tokens.count, by: 8) {
      let group = table.map { marks(tokens, from: start, in: $0) } ?? Self.marks(tokens, from: start)
      let before = (group &<< 8) | previous
      previous = group &>> 56
      var bits = group & Self.keys | (before & (group &>> 1) & Self.firsts)
      while bits != 0 {
        let bit = UInt32(truncatingIfNeeded: bits.trailingZeroBitCount)
        hits[found] = UInt32(truncatingIfNeeded: start &<< 1) &+ ((bit &>> 3) &<< 1 | bit & 1)
        found &+= 1
        bits &= bits &- 1
      }
    }
    return found
  }

  private static let keys: UInt64 = 0x0101_0101_0101_0101
  private static let firsts: UInt64 = 0x0202_0202_0202_0202

  /// The marks of eight tokens, 0 for those behind the last.
  @inline(__always)
  static func marks(_ tokens: Tokens, from start: Int) -> UInt64 {
    // SAFETY: the column is readable for eight bytes behind its last.
    let group = UInt64(littleEndian: UnsafeRawPointer(tokens.marks + start).loadUnaligned(as: UInt64.self))
    let count = tokens.count &- start
    return count < 8 ? group & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1) : group
  }

  private func marks(_ tokens: Tokens, from start: Int, in table: UnsafePointer<UInt8>) -> UInt64 {
    var group: UInt64 = 0
    for i in start..<min(start + 8, tokens.count) {
      let (byte, shift) = Self.place(tokens.hashes[i], mask)
      group |= UInt64(table[byte] &>> shift & 7) &<< UInt64(truncatingIfNeeded: (i &- start) &* 8)
    }
    return group
  }

  /// The token of a hit, and whether it is the second of a pair.
  @inline(__always)
  static func hit(_ hit: UInt32) -> (token: Int, isPair: Bool) { (Int(hit >> 1), hit & 1 == 1) }

  @inline(__always)
  static func place(_ hash: UInt64, _ mask: Int) -> (byte: Int, shift: UInt8) {
    (Int(truncatingIfNeeded: hash ^ hash >> 25) & mask, UInt8(truncatingIfNeeded: hash >> 50 & 4))
  }
}

/// One of the two tables of an index.
///
/// A plain view: whoever uses it holds the rule set.
struct KeyTable: @unchecked Sendable {
  // SAFETY: read-only memory of the blob that `RuleSet` holds.
  private let filter: UnsafePointer<UInt8>
  private let filterSize: Int
  private let slots: Int
  private static let slotSize = 16

  init(_ blob: Blob) {
    slots = blob.number(at: 0)
    filterSize = blob.number(at: 4)
    filter = blob.pointer + 8
  }

  /// Whether something may be filed under a hash.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let (byte, bit) = PatternIndex.filterBit(hash, filterSize)
    return filter[byte] &>> bit & 1 == 1
  }

  /// The postings of a hash.
  func postings(_ hash: UInt64) -> Postings {
    let table = filter + filterSize
    var slot = PatternIndex.home(hash, slots)
    while true {
      let entry = table + slot * Self.slotSize
      let key = Blob.hash(at: entry)
      if key == 0 { return Postings(first: table, count: 0) }
      if key == hash {
        let first = table + slots * Self.slotSize + Blob.number(at: entry + 8) * Postings.size
        return Postings(first: first, count: Blob.number(at: entry + 12))
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }
}

/// Patterns that are filed under one key.
struct Postings {
  // SAFETY: as in `KeyTable`.
  let first: UnsafePointer<UInt8>
  let count: Int

  /// Bytes of a posting.
  static let size = 28
  private static let bucketOffset = 20

  /// In place of a rule: the key may begin a member of a list whose mentions are counted; its number stands in place of the pattern.
  static let mention = 0xFFF_FFFF

  /// A pattern that may match around a key.
  struct Posting {
    let pattern: Int
    /// How many tokens before the key a match begins: at least, at most.
    let least: Int
    let most: Int
    /// What is known of the pattern without looking it up: the address of its program, and its rule.
    let program: Int
    let rule: Int
    /// Address of the words of which a block must hold one, or 0.
    let requirement: Int
    /// What may stand right before and right after the key: raw `TokenBuckets`.
    let before: Int
    let after: Int

    /// Its numbers as they are written.
    var cells: [Int] { [pattern, least << 14 | most, program, rule, requirement, before, after] }
  }

  // Number by number, since most patterns are out after a look at one or two.

  func pattern(_ i: Int) -> Int { number(0, of: i) }
  @inline(__always)
  func extent(_ i: Int) -> (least: Int, most: Int) {
    let both = number(1, of: i)
    return (both >> 14, both & 0x3FFF)
  }
  func program(_ i: Int) -> Int { number(2, of: i) }
  func rule(_ i: Int) -> Int { number(3, of: i) }
  func requirement(_ i: Int) -> Int { number(4, of: i) }

  /// Whether what stands before and after the key may do so; what they demand is told by `TokenBuckets.demanded`.
  @inline(__always)
  func allow(_ i: Int, before: UInt32, after: UInt32) -> Bool {
    let buckets = first + (i &* Self.size &+ Self.bucketOffset)
    return TokenBuckets.written(buckets) & before == before && TokenBuckets.written(buckets + 4) & after == after
  }

  @inline(__always)
  private func number(_ column: Int, of i: Int) -> Int { Blob.number(at: first + (i &* Self.size &+ column &* 4)) }
}
