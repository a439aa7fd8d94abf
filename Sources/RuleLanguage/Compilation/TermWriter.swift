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
  /// For each pair of words its rule, how many terms came before it, and its firmness.
  private var pairs: [Int: (rule: Int, order: Int, firmness: TermIndex.Firmness)] = [:]
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
    var parts = term.string.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    func takeMarks(_ i: Int) -> Int {
      let marks = parts[i].reversed().prefix { $0 == "!" }.count
      parts[i].removeLast(marks)
      return min(marks, 2)
    }
    guard parts.count == 2 || parts.count == 3 && Self.links.contains(parts[1]) else {
      throw Fault(
        term.place, "a term is two words, with “of”, “to”, “in”, “and” or “by” between them or not",
        remedy: "write longer terms as their pairs")
    }
    var firmness = TermIndex.Firmness()
    firmness.first = takeMarks(0)
    firmness.last = takeMarks(parts.count - 1)
    let (first, last) = (parts[0], parts[parts.count - 1])
    for last in [last, plurals[last]].compactMap({ $0 }) {
      let key = TermIndex.key(number(first), number(last), isLinked: parts.count == 3)
      if pairs[key] == nil { pairs[key] = (rule, pairs.count, firmness) }
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

  /// What may stand between the two words of a term.
  static let links: Set<String> = ["of", "to", "in", "and", "by"]

  /// What spinners put between two words besides.
  private static let spunLinks: Set<String> = ["-", "for", "on", "or", "into", "from", "with"]

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
    var writer = self
    writer.pairs = admissible()
    return [(TermIndex.section, writer.section(rules: ruleList()))]
  }

  private func section(rules: [UInt8]) -> [UInt8] {
    var groups: [UInt64: [(tail: ArraySlice<UInt64>, readings: [TermIndex.Reading])]] = [:]
    for (hashes, readings) in atoms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      groups[hashes[0], default: []].append((hashes.dropFirst(), readings))
    }
    let parts = [roleTable(), atomTable(groups), pairTable(), ordinaryTable(), wordTable(), rules]
    var writer = BlobWriter()
    writer.number((strayRule ?? -1) + 1)
    var offset = 4 + parts.count * 8
    for part in parts {
      writer.number(offset)
      writer.number(part.count)
      offset += part.count
    }
    for part in parts { writer.append(part) }
    return writer.bytes
  }

  /// The terms of which something spun could be admitted.
  private func admissible() -> [Int: (rule: Int, order: Int, firmness: TermIndex.Firmness)] {
    let odd = Set(atoms.values.joined().filter(\.degree.isOdd).map(\.word))
    return pairs.filter { key, term in
      let (first, last, _) = TermIndex.words(key)
      return odd.contains(first) && odd.contains(last) || term.firmness.code > 0 && (odd.contains(first) || odd.contains(last))
    }
  }

  /// What may be the first and the last half of terms: spun words of any, others of firm terms alone.
  private struct Halves {
    var first: Set<Int> = []
    var last: Set<Int> = []
    var firmFirst: Set<Int> = []
    var firmLast: Set<Int> = []
  }

  private func roleTable() -> [UInt8] {
    var halves = Halves()
    for (key, term) in pairs {
      let (first, last, _) = TermIndex.words(key)
      halves.first.insert(first)
      halves.last.insert(last)
      guard term.firmness.code > 0 else { continue }
      halves.firmFirst.insert(first)
      halves.firmLast.insert(last)
    }
    var roles: [UInt64: UInt8] = [:]
    for (hashes, readings) in atoms {
      let (begin, end) = (hashes[0], hashes[hashes.count - 1])
      for reading in readings {
        let isOdd = reading.degree.isOdd
        if (isOdd ? halves.first : halves.firmFirst).contains(reading.word) {
          roles[end, default: 0] |= TermRoles.first | (isOdd ? TermRoles.oddFirst : 0)
        }
        if (isOdd ? halves.last : halves.firmLast).contains(reading.word) {
          roles[begin, default: 0] |= TermRoles.last | (isOdd ? TermRoles.oddLast : 0)
        }
        if isOdd { roles[begin, default: 0] |= TermRoles.odd }
      }
      if hashes.count > 1 { roles[end, default: 0] |= TermRoles.tail }
    }
    for link in Self.links.union(Self.spunLinks) { roles[CompiledToken(link).hash, default: 0] |= TermRoles.link }
    let size = TermRoles.size(words: roles.count)
    var bytes = [UInt8](repeating: 0, count: size)
    for (hash, role) in roles { bytes[TermRoles.place(hash, size - 1)] |= role }
    return bytes
  }

  private func atomTable(_ groups: [UInt64: [(tail: ArraySlice<UInt64>, readings: [TermIndex.Reading])]]) -> [UInt8] {
    var followers: [Int: UInt64] = [:]
    for key in pairs.keys {
      let (first, last, isLinked) = TermIndex.words(key)
      followers[first, default: 0] |= TermIndex.signature(of: last, isLinked: isLinked)
    }
    let slots = groups.count * 2
    var table = [(key: UInt64, place: Int)](repeating: (0, 0), count: slots)
    var data = BlobWriter()
    for key in groups.keys.sorted() {
      var slot = PatternIndex.home(key, slots)
      while table[slot].key != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = (key, data.count)
      Self.write(groups[key]!, followers, to: &data)
    }
    var writer = BlobWriter()
    writer.number(slots)
    for entry in table {
      writer.hash(entry.key)
      writer.number(entry.place)
    }
    writer.append(data.bytes)
    return writer.bytes
  }

  private static func write(
    _ group: [(tail: ArraySlice<UInt64>, readings: [TermIndex.Reading])], _ followers: [Int: UInt64], to data: inout BlobWriter
  ) {
    var signatures = [UInt64](repeating: 0, count: TermGroup.Signature.allCases.count)
    for reading in group.flatMap(\.readings) {
      let (behind, own) = (followers[reading.word] ?? 0, TermIndex.signature(of: reading.word, isLinked: false))
      signatures[TermGroup.Signature.followers.rawValue] |= behind
      signatures[TermGroup.Signature.own.rawValue] |= own
      signatures[TermGroup.Signature.linkedOwn.rawValue] |= TermIndex.signature(of: reading.word, isLinked: true)
      guard reading.degree.isOdd else { continue }
      signatures[TermGroup.Signature.oddFollowers.rawValue] |= behind
      signatures[TermGroup.Signature.oddOwn.rawValue] |= own
    }
    for signature in signatures { data.hash(signature) }
    data.number(group.count)
    // Longer atoms first.
    for atom in group.sorted(by: { $0.tail.count > $1.tail.count }) {
      data.number(atom.tail.count)
      for hash in atom.tail { data.hash(hash) }
      data.number(atom.readings.count)
      for reading in atom.readings {
        data.number(reading.code)
        data.hash(followers[reading.word] ?? 0)
      }
    }
  }

  private func pairTable() -> [UInt8] {
    let slots = pairs.count * 2
    var table = [(key: Int, rule: Int, order: Int, firmness: Int)](repeating: (0, 0, 0, 0), count: slots)
    for (key, term) in pairs.sorted(by: { $0.key < $1.key }) {
      var slot = PatternIndex.home(UInt64(truncatingIfNeeded: key), slots)
      while table[slot].key != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = (key, term.rule, term.order, term.firmness.code)
    }
    var writer = BlobWriter()
    writer.number(slots)
    for entry in table {
      writer.number(entry.key)
      writer.number(entry.rule)
      writer.number(entry.order)
      writer.number(entry.firmness)
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
