import MTLProse

/// The words of a language: one open-addressing table from hash to `Lexeme`.
///
/// Words themselves are not stored: their place and 28 bits of hash tell them apart, so that an unknown word is taken for a known one
/// once in about a hundred million. One look-up touches one cache line as a rule. Beside its lexeme an entry has four bits for whoever
/// compiled rules against the lexicon, so that what is looked up need not be looked up again for them.
public struct Lexicon: Sendable {
  private let table: Blob
  private let slots: UInt64
  /// Copies of the entries of common words, one to a slot, in a table that stays in the cache: most words of a text are found there.
  private let common: Blob
  private let spellings: Blob

  static let tableSection = "LXTB"
  static let commonSection = "LXCM"
  static let spellingSection = "LXSP"
  private static let commonSlots: UInt64 = 1 << 13
  /// Bytes in a slot: the lexeme, then the tag of the hash.
  private static let slotSize = 8
  /// Where an entry has its lexeme, and its mark above that.
  private static let lexemeBits: UInt32 = 0x07FF_FFFF
  private static let markShift: UInt32 = 27

  /// The lexicon of a blob, or nil if it holds none.
  public init?(_ blob: Blob) {
    guard let table = blob.section(Self.tableSection), let common = blob.section(Self.commonSection),
      let spellings = blob.section(Self.spellingSection)
    else { return nil }
    self.table = table
    self.common = common
    self.spellings = spellings
    slots = UInt64(table.count / Self.slotSize)
  }

  /// What is known of the word with this hash.
  public subscript(_ hash: WordHash) -> Lexeme { Lexeme(rawValue: Self.find(hash.value, in: table.pointer, slots) & Self.lexemeBits) }

  @inline(__always)
  private static func find(_ hash: UInt64, in table: UnsafePointer<UInt8>, _ slots: UInt64) -> UInt32 {
    var slot = home(hash, slots)
    let tag = tag(hash)
    while true {
      let entry = Blob.hash(at: table + Int(truncatingIfNeeded: slot) &* slotSize)
      if entry >> 32 == tag { return UInt32(truncatingIfNeeded: entry) }
      if entry == 0 { return 0 }
      slot = slot &+ 1 == slots ? 0 : slot &+ 1
    }
  }

  /// The upper half of a hash. It may be 0: what marks an empty slot is that it holds no lexeme.
  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt64 { hash >> 32 }

  public subscript(_ word: String) -> Lexeme { self[WordHash(word)] }

  /// Fills the columns of a block's tokens that hold what is known of them, and the numbers of the words of letters that are unknown.
  ///
  /// - Returns: how many words are unknown, and what the words are together.
  public func intern(
    _ tokens: Tokens, _ lexemes: UnsafeMutablePointer<UInt32>, _ marks: UnsafeMutablePointer<UInt8>,
    _ unknownWords: UnsafeMutablePointer<UInt16>
  ) -> (unknownWords: Int, facts: WordFacts) {
    look(up: tokens, into: lexemes, rest: unknownWords)
    var summary = Summary(unknownWords)
    var all: UInt32 = 0
    var i = 0
    while i < tokens.count {
      // SAFETY: the columns have a slot for each token.
      let entry = lexemes[i]
      marks[i] = UInt8(truncatingIfNeeded: entry >> Self.markShift)
      let lexeme = entry & Self.lexemeBits
      lexemes[i] = lexeme
      all |= lexeme
      // Most tokens are words in lower case that are written so.
      if !tokens.isLowerWord(i) || lexeme & Self.lowerFacts == 0 { summary.note(i, lexeme, tokens) }
      i &+= 1
    }
    return summary.total(all)
  }

  /// Fills a column with the entries of tokens: of common words first, in steps that wait for memory together.
  ///
  /// - Parameter rest: room for the numbers of the tokens that are not common.
  private func look(up tokens: Tokens, into entries: UnsafeMutablePointer<UInt32>, rest: UnsafeMutablePointer<UInt16>) {
    let (count, hashes) = (tokens.count, tokens.hashes)
    let (table, slots, common) = (table.pointer, slots, common.pointer)
    var missing = 0
    for i in 0..<count {
      let hash = hashes[i]
      let entry = Blob.hash(at: common + Int(truncatingIfNeeded: Self.home(hash, Self.commonSlots)) &* Self.slotSize)
      let isThere = entry >> 32 == Self.tag(hash)
      entries[i] = isThere ? UInt32(truncatingIfNeeded: entry) : 0
      rest[missing] = UInt16(truncatingIfNeeded: i)
      missing &+= isThere ? 0 : 1
    }
    for k in 0..<missing {
      let i = Int(rest[k])
      entries[i] = Self.find(hashes[i], in: table, slots)
    }
  }

  private static let lowerFacts = Lexeme.lower.rawValue | Lexeme.newswire.rawValue

  /// What the words of a block are together, of which most say nothing.
  private struct Summary {
    private let unknownWords: UnsafeMutablePointer<UInt16>
    private var unknown = 0
    private var facts: WordFacts = []
    private var capitalised: UInt32 = 0

    init(_ unknownWords: UnsafeMutablePointer<UInt16>) { self.unknownWords = unknownWords }

    @inline(never)
    mutating func note(_ i: Int, _ lexeme: UInt32, _ tokens: Tokens) {
      guard tokens.kind(i) == .word else { return }
      if tokens.isLowerWord(i) {
        facts.insert(lexeme == 0 ? .unknownLower : .lowerProper)
      } else {
        capitalised |= lexeme
        if lexeme & Lexeme.functionWord.rawValue != 0, !tokens.flags(i).contains(.sentenceStart), tokens.ends[i] &- tokens.starts[i] > 1 {
          facts.insert(.capitalFunctionWord)
        }
      }
      guard lexeme == 0 else { return }
      unknownWords[unknown] = UInt16(truncatingIfNeeded: i)
      unknown &+= 1
    }

    func total(_ all: UInt32) -> (unknownWords: Int, facts: WordFacts) {
      var facts = facts
      if Lexeme(rawValue: capitalised).isAny(.given) { facts.insert(.givenName) }
      if Lexeme(rawValue: all).isAny(.archaic) { facts.insert(.archaic) }
      return (unknown, facts)
    }
  }

  /// How a word of mixed case is written (`iPhone`), or nil if it has no such form.
  public func spelling(of hash: WordHash) -> String? {
    // A few hundred entries, looked at only to word a suggestion: a scan does.
    var offset = 0
    while offset < spellings.count {
      let length = spellings.number(at: offset + 8)
      if spellings.hash(at: offset) == hash.value { return spellings.text(at: offset + 12, count: length) }
      offset += 12 + length
    }
    return nil
  }

  /// The slot where the search for a hash begins. The hash has holes (see `WordHash`), hence the multiplication.
  @inline(__always)
  private static func home(_ hash: UInt64, _ slots: UInt64) -> UInt64 { ((hash &* 0x9E37_79B9_7F4A_7C15) >> 32 &* slots) >> 32 }

  /// The sections of a lexicon with these words.
  static func sections(_ words: [UInt64: Lexeme], marks: [UInt64: UInt8], spellings: [String]) -> [(name: String, bytes: [UInt8])] {
    var entries = words.mapValues { (entry: $0.rawValue, rank: $0.isAny(.functionWord) ? 0 : $0.grade) }
    for (hash, mark) in marks { entries[hash, default: (0, Self.rank(ofUnlisted: hash))].entry |= UInt32(mark) << markShift }
    let slots = max(8, entries.count + entries.count / 5)
    var table = [UInt64](repeating: 0, count: slots)
    var common = [UInt64](repeating: 0, count: Int(commonSlots))
    // Common words first, so that they stand where they are looked for.
    for (hash, entry) in entries.sorted(by: { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }) {
      let value = tag(hash) << 32 | UInt64(entry.entry)
      var slot = Int(home(hash, UInt64(slots)))
      while table[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = value
      let commonSlot = Int(home(hash, commonSlots))
      if common[commonSlot] == 0 { common[commonSlot] = value }
    }
    var forms = BlobWriter()
    for form in spellings.sorted() {
      forms.hash(WordHash(form).value)
      forms.number(form.utf8.count)
      forms.text(form)
    }
    return [(tableSection, bytes(table)), (commonSection, bytes(common)), (spellingSection, forms.bytes)]
  }

  /// Marks are as common as the commonest words; other things that are in no list are not.
  private static func rank(ofUnlisted hash: UInt64) -> Int { marks.contains(hash) ? 0 : Lexeme.ungraded }
  private static let marks = Set(
    [".", ",", "\"", "“", "”", "'s", "'", "-", "–", "—", ":", ";", "(", ")", "/", "%", "$", "&"].map { WordHash($0).value })

  private static func bytes(_ slots: [UInt64]) -> [UInt8] {
    var writer = BlobWriter()
    for slot in slots { writer.hash(slot) }
    return writer.bytes
  }
}
