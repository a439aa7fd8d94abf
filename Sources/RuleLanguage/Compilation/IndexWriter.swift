import MTLLanguage
import MTLProse

/// Files patterns under their anchors: a bit set that rejects most tokens, and a table of what is left.
struct IndexWriter {
  private var words: [UInt64: [Postings.Posting]] = [:]
  private var pairs: [UInt64: [Postings.Posting]] = [:]
  /// The same of patterns that begin a sentence with their anchor.
  private var startWords: [UInt64: [Postings.Posting]] = [:]
  private var startPairs: [UInt64: [Postings.Posting]] = [:]
  /// The first and the second words of pairs.
  private var firsts: Set<UInt64> = []
  private var seconds: Set<UInt64> = []
  private var required: Set<UInt64> = []

  /// - Parameters:
  ///   - program: address of the pattern's program.
  ///   - rule: number of its rule.
  ///   - requirement: address of the words of which a block must hold one, or 0.
  mutating func add(pattern: Int, program: Int, rule: Int, requirement: Int, _ anchor: Anchor) {
    let posting = Postings.Posting(
      pattern: pattern, least: anchor.offset.lowerBound, most: anchor.offset.upperBound, program: program, rule: rule,
      requirement: requirement, before: Int(anchor.before.rawValue), after: Int(anchor.after.rawValue))
    if anchor.before == .sentenceStart {
      for hash in anchor.words { startWords[hash, default: []].append(posting) }
      for (first, second) in anchor.pairs { startPairs[PatternIndex.pairHash(first, second), default: []].append(posting) }
      return
    }
    for hash in anchor.words { words[hash, default: []].append(posting) }
    for (first, second) in anchor.pairs {
      firsts.insert(first)
      seconds.insert(second)
      pairs[PatternIndex.pairHash(first, second), default: []].append(posting)
    }
  }

  /// Notes words of which blocks must hold one for some pattern.
  mutating func require(_ words: [UInt64]) { required.formUnion(words) }

  /// The sections of the blob.
  func sections() -> [(name: String, bytes: [UInt8])] {
    [
      (PatternIndex.wordSection, Self.table(words)), (PatternIndex.pairSection, Self.table(pairs)), (PatternIndex.gateSection, gate),
      (PatternIndex.startWordSection, Self.table(startWords)), (PatternIndex.startPairSection, Self.table(startPairs)),
    ]
  }

  /// What words are to the index: bits of `WordGate`, by hash.
  var marks: [UInt64: UInt8] {
    var marks: [UInt64: UInt8] = [:]
    for hash in words.keys { marks[hash, default: 0] |= WordGate.key }
    for hash in firsts { marks[hash, default: 0] |= WordGate.first }
    for hash in seconds { marks[hash, default: 0] |= WordGate.second }
    for hash in required { marks[hash, default: 0] |= WordGate.required }
    return marks
  }

  /// See `WordGate`.
  private var gate: [UInt8] {
    let marks = marks
    var gate = [UInt8](repeating: 0, count: WordGate.size(words: marks.count))
    for (hash, mark) in marks {
      let (byte, shift) = WordGate.place(hash, gate.count - 1)
      gate[byte] |= (mark & ~WordGate.required) << shift
    }
    return gate
  }

  /// Number of slots and bytes of the bit set; the bit set; slots of hash, place and number of postings; postings.
  private static func table(_ keys: [UInt64: [Postings.Posting]]) -> [UInt8] {
    let filterSize = PatternIndex.filterSize(keys: keys.count)
    var filter = [UInt8](repeating: 0, count: filterSize)
    let slots = max(4, keys.count + keys.count / 3 + 1)
    var slotKeys = [UInt64](repeating: 0, count: slots)
    var slotPostings = [[Postings.Posting]](repeating: [], count: slots)
    for (hash, postings) in keys.sorted(by: { $0.key < $1.key }) {
      let bit = PatternIndex.filterBit(hash, filterSize)
      filter[bit.byte] |= 1 << bit.bit
      var slot = PatternIndex.home(hash, slots)
      while slotKeys[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      slotKeys[slot] = hash
      slotPostings[slot] = postings
    }
    var writer = BlobWriter()
    writer.number(slots)
    writer.number(filterSize)
    writer.append(filter)
    var first = 0
    for slot in 0..<slots {
      writer.hash(slotKeys[slot])
      writer.number(first)
      writer.number(slotPostings[slot].count)
      first += slotPostings[slot].count
    }
    for slot in 0..<slots { writer.append(postings(slotPostings[slot])) }
    return writer.bytes
  }

  private static func postings(_ postings: [Postings.Posting]) -> [UInt8] {
    var writer = BlobWriter()
    for posting in postings {
      for number in posting.cells { writer.number(number) }
    }
    return writer.bytes
  }
}
