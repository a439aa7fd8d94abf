import MTLLanguage
import MTLProse

/// Gathers established terms and the synonyms that spinners put for their words, and writes what a `TermIndex` reads.
///
/// A term is kept as its pairs of neighbouring words, a spun word as the words that it may stand for: what grows is the sum of both, not
/// the number of combinations.
struct TermWriter {
  /// The rule that reports spun words outside terms, or nil.
  var strayRule: Int?
  private var words: [String] = [""]
  private var numbers: [String: Int] = [:]
  /// What an atom, one token or more, may stand for.
  private var atoms: [[UInt64]: [TermIndex.Reading]] = [:]
  /// For each pair of words its rule, and how many terms came before it.
  private var pairs: [Int: (rule: Int, order: Int)] = [:]
  private var ordinary: Set<UInt64> = []
  private var plurals: [String: String] = [:]
  private let tokeniser = LiteralTokeniser()

  // MARK: Gathering

  mutating func add(_ rows: [[Cell]], _ language: Language) {
    for row in rows {
      let word = row[0].string
      let isPlural = word.hasSuffix("s") && !word.hasSuffix("ss")
      let plural = isPlural || word.hasSuffix("ing") || word.contains(" ") ? nil : language.inflection.forms(of: word, .plural).first
      if let plural { plurals[word] = plural }
      for (degree, cell) in zip([TermIndex.Degree.telling, .odd, .plain], row.dropFirst()) {
        for spun in cell.split(" / ") where !spun.text.isEmpty {
          add(spun.string, standsFor: word, degree)
          if let plural, let many = Self.plural(of: spun.string, language) { add(many, standsFor: plural, degree) }
        }
      }
    }
  }

  /// - Throws: `Fault` where there are more words than the index can number.
  mutating func add(term: Cell, rule: Int) throws {
    let parts = term.string.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    guard parts.count == 2 || parts.count == 3 && Self.links.contains(parts[1]) else {
      throw Fault(
        term.place, "a term is two words, with “of”, “to”, “in”, “and” or “by” between them or not",
        remedy: "write longer terms as their pairs")
    }
    let (first, last) = (parts[0], parts[parts.count - 1])
    for last in [last, plurals[last]].compactMap({ $0 }) {
      let key = TermIndex.key(number(first), number(last), isLinked: parts.count == 3)
      if pairs[key] == nil { pairs[key] = (rule, pairs.count) }
    }
    guard words.count < TermIndex.wordLimit else { throw Fault(term.place, "more words in terms than \(TermIndex.wordLimit)") }
  }

  /// Two words that are ordinary English, whatever they look like; in the plural as well.
  mutating func add(ordinary phrase: Cell, _ language: Language) {
    let words = tokeniser.tokens(of: phrase.string).filter { $0.text != "-" }.map(\.text)
    guard words.count == 2 else { return }
    let forms = words.map { word in
      word.hasSuffix("s") || word.hasSuffix("ing") ? [word] : [word] + language.inflection.forms(of: word, .plural)
    }
    for first in forms[0] {
      for last in forms[1] { ordinary.insert(PatternIndex.pairHash(CompiledToken(first).hash, CompiledToken(last).hash)) }
    }
  }

  private static let links: Set<String> = ["of", "to", "in", "and", "by"]

  private mutating func add(_ spun: String, standsFor word: String, _ degree: TermIndex.Degree) {
    let hashes = hashes(of: spun)
    guard (1...TermIndex.longestAtom).contains(hashes.count) else { return }
    let reading = TermIndex.Reading(word: number(word), degree: degree)
    if atoms[hashes]?.contains(where: { $0.word == reading.word }) != true { atoms[hashes, default: []].append(reading) }
  }

  /// The number of a word, which stands for itself from then on.
  private mutating func number(_ word: String) -> Int {
    if let known = numbers[word] { return known }
    let number = words.count
    words.append(word)
    numbers[word] = number
    let own = hashes(of: word)
    if !own.isEmpty { atoms[own, default: []].append(TermIndex.Reading(word: number, degree: .itself)) }
    return number
  }

  private func hashes(of text: String) -> [UInt64] { tokeniser.tokens(of: text).map { CompiledToken($0).hash } }

  private static func plural(of text: String, _ language: Language) -> String? {
    var parts = text.split(separator: " ").map(String.init)
    guard let last = parts.last, !last.hasSuffix("ing"), !last.hasSuffix("s"), parts.count < 3 else { return nil }
    guard let many = language.inflection.forms(of: last, .plural).first else { return nil }
    parts[parts.count - 1] = many
    return parts.joined(separator: " ")
  }

  // MARK: Writing

  func sections() -> [(name: String, bytes: [UInt8])] {
    guard !pairs.isEmpty || strayRule != nil else { return [] }
    var groups: [UInt64: [(tail: ArraySlice<UInt64>, readings: [TermIndex.Reading])]] = [:]
    for (hashes, readings) in atoms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      groups[hashes[0], default: []].append((hashes.dropFirst(), readings))
    }
    let parts = [filter(groups), Self.atomTable(groups), pairTable(), ordinaryTable(), wordTable(), ruleList()]
    var writer = BlobWriter()
    writer.number((strayRule ?? -1) + 1)
    var offset = 4 + parts.count * 8
    for part in parts {
      writer.number(offset)
      writer.number(part.count)
      offset += part.count
    }
    for part in parts { writer.append(part) }
    return [(TermIndex.section, writer.bytes)]
  }

  /// A bit for each word that an odd synonym begins with.
  private func filter(_ groups: [UInt64: [(tail: ArraySlice<UInt64>, readings: [TermIndex.Reading])]]) -> [UInt8] {
    let keys = groups.filter { $0.value.contains { $0.readings.contains { $0.degree.isOdd } } }.map(\.key)
    let size = PatternIndex.filterSize(keys: keys.count)
    var bits = [UInt8](repeating: 0, count: size)
    for key in keys {
      let (byte, bit) = PatternIndex.filterBit(key, size)
      bits[byte] |= 1 << bit
    }
    return bits
  }

  private static func atomTable(_ groups: [UInt64: [(tail: ArraySlice<UInt64>, readings: [TermIndex.Reading])]]) -> [UInt8] {
    let slots = groups.count * 2
    var table = [(key: UInt64, place: Int, count: Int)](repeating: (0, 0, 0), count: slots)
    var data = BlobWriter()
    for key in groups.keys.sorted() {
      // Longer atoms first.
      let group = groups[key]!.sorted { $0.tail.count > $1.tail.count }
      var slot = PatternIndex.home(key, slots)
      while table[slot].key != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = (key, data.count, group.count)
      for atom in group {
        data.number(atom.tail.count)
        for hash in atom.tail { data.hash(hash) }
        data.number(atom.readings.count)
        for reading in atom.readings { data.number(reading.code) }
      }
    }
    var writer = BlobWriter()
    writer.number(slots)
    for entry in table {
      writer.hash(entry.key)
      writer.number(entry.place)
      writer.number(entry.count)
    }
    writer.append(data.bytes)
    return writer.bytes
  }

  private func pairTable() -> [UInt8] {
    let slots = pairs.count * 2
    var table = [(key: Int, rule: Int, order: Int)](repeating: (0, 0, 0), count: slots)
    for (key, term) in pairs.sorted(by: { $0.key < $1.key }) {
      var slot = PatternIndex.home(UInt64(truncatingIfNeeded: key), slots)
      while table[slot].key != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = (key, term.rule, term.order)
    }
    var writer = BlobWriter()
    writer.number(slots)
    for entry in table {
      writer.number(entry.key)
      writer.number(entry.rule)
      writer.number(entry.order)
    }
    return writer.bytes
  }

  private func ordinaryTable() -> [UInt8] {
    let slots = max(2, ordinary.count * 2)
    var table = [UInt64](repeating: 0, count: slots)
    for key in ordinary.sorted() {
      var slot = PatternIndex.home(key, slots)
      while table[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = key
    }
    var writer = BlobWriter()
    writer.number(slots)
    for key in table { writer.hash(key) }
    return writer.bytes
  }

  private func ruleList() -> [UInt8] {
    let rules = Set(pairs.values.map(\.rule) + [strayRule].compactMap { $0 }).sorted()
    var writer = BlobWriter()
    writer.number(rules.count)
    for rule in rules { writer.number(rule) }
    return writer.bytes
  }

  private func wordTable() -> [UInt8] {
    var writer = BlobWriter()
    var offset = words.count * 8
    for word in words {
      writer.number(offset)
      writer.number(word.utf8.count)
      offset += word.utf8.count
    }
    for word in words { writer.text(word) }
    return writer.bytes
  }
}
