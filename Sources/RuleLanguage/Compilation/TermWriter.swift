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
  /// For each pair of words the number of its term, and its standing.
  private var pairs: [Int: Term] = [:]
  private typealias Term = (order: Int, standing: TermIndex.Standing)
  private var terms = 0
  /// For each rule the number of its first term.
  private var firstTerms: [(rule: Int, order: Int)] = []
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
      for cell in row[1].split(" / ") where !cell.text.isEmpty {
        var spun = cell.string.split(separator: " ")
        let strength = Self.takeStrength(from: &spun) ?? TermIndex.usual
        guard strength > 0, !spun.isEmpty else { continue }
        add(spun.joined(separator: " "), standsFor: word, strength)
        if let plural, let many = Self.plural(of: spun.joined(separator: " "), language) { add(many, standsFor: plural, strength) }
      }
    }
  }

  /// The number at the end, which is taken away.
  private static func takeStrength(from words: inout [Substring]) -> TermIndex.Strength? {
    guard words.count > 1, let last = words.last, let strength = Int(last), strength >= 0 else { return nil }
    words.removeLast()
    return min(strength, TermIndex.strongest)
  }

  /// - Throws: `Fault` where there are more words or terms than the index can number.
  mutating func add(term: Cell, rule: Int) throws {
    var rest = term.string.split(whereSeparator: { $0 == " " || $0 == "-" })
    var standing = TermIndex.Standing()
    if let last = rest.last, last.hasPrefix("+"), let strength = Int(last.dropFirst()), strength >= 0 {
      standing.whole = min(strength, TermIndex.Standing.mostWhole)
      rest.removeLast()
    }
    standing.last = Self.takeStrength(from: &rest) ?? 0
    if rest.count > 1, let strength = Int(rest[1]), strength >= 0 {
      standing.first = min(strength, TermIndex.strongest)
      rest.remove(at: 1)
    }
    let parts = rest.map(String.init)
    guard parts.count == 2 || parts.count == 3 && Self.links.contains(parts[1]) else {
      throw Fault(
        term.place, "a term is two words, with “of”, “to”, “in”, “and” or “by” between them or not",
        remedy: "write longer terms as their pairs")
    }
    if firstTerms.last?.rule != rule { firstTerms.append((rule, terms)) }
    let (first, last) = (parts[0], parts[parts.count - 1])
    for last in [last, plurals[last]].compactMap({ $0 }) {
      let key = TermIndex.key(number(first), number(last), isLinked: parts.count == 3)
      if pairs[key] == nil { pairs[key] = (terms, standing) }
    }
    terms += 1
    guard words.count < TermIndex.wordLimit else { throw Fault(term.place, "more words in terms than \(TermIndex.wordLimit)") }
    guard terms < TermIndex.termLimit else { throw Fault(term.place, "more terms than \(TermIndex.termLimit)") }
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

  private mutating func add(_ spun: String, standsFor word: String, _ strength: TermIndex.Strength) {
    let hashes = hashes(of: spun)
    guard (1...TermIndex.longestAtom).contains(hashes.count) else { return }
    let reading = TermIndex.Reading(word: number(word), strength: strength)
    if atoms[hashes]?.contains(where: { $0.word == reading.word }) != true { atoms[hashes, default: []].append(reading) }
  }

  /// The number of a word, which stands for itself from then on.
  private mutating func number(_ word: String) -> Int {
    if let known = numbers[word] { return known }
    let number = words.count
    words.append(word)
    numbers[word] = number
    let own = hashes(of: word)
    if !own.isEmpty { atoms[own, default: []].append(TermIndex.Reading(word: number, strength: 0)) }
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

  /// The terms of which something can be spun.
  private func admissible() -> [Int: Term] {
    let spun = Set(atoms.values.joined().filter(\.isSpun).map(\.word))
    return pairs.filter { key, _ in
      let (first, last, _) = TermIndex.words(key)
      return spun.contains(first) || spun.contains(last)
    }
  }

  private func roleTable() -> [UInt8] {
    let halves = pairs.keys.map { TermIndex.words($0) }
    let (firsts, lasts) = (Set(halves.map(\.first)), Set(halves.map(\.last)))
    var roles: [UInt64: UInt8] = [:]
    for (hashes, readings) in atoms {
      let (begin, end) = (hashes[0], hashes[hashes.count - 1])
      for reading in readings {
        if firsts.contains(reading.word) { roles[end, default: 0] |= TermRoles.first | (reading.isSpun ? TermRoles.spunFirst : 0) }
        if lasts.contains(reading.word) { roles[begin, default: 0] |= TermRoles.last | (reading.isSpun ? TermRoles.spunLast : 0) }
        if reading.isSpun { roles[begin, default: 0] |= TermRoles.spun }
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
    let followers = followers()
    let slots = Self.slots(groups.count)
    var table = [(key: Int, place: Int)](repeating: (0, 0), count: slots)
    var data = BlobWriter()
    for key in groups.keys.sorted() {
      var slot = PatternIndex.home(key, slots)
      while table[slot].key != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = (TermIndex.digest(key), data.count)
      Self.write(groups[key]!, followers, to: &data)
    }
    var writer = BlobWriter()
    writer.number(slots)
    for entry in table {
      writer.number(entry.key)
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
      guard reading.isSpun else { continue }
      signatures[TermGroup.Signature.spunFollowers.rawValue] |= behind
      signatures[TermGroup.Signature.spunOwn.rawValue] |= own
    }
    for signature in signatures { data.hash(signature) }
    data.number(group.count)
    // Longer atoms first.
    for atom in group.sorted(by: { $0.tail.count > $1.tail.count }) {
      data.number(atom.tail.count)
      for hash in atom.tail { data.hash(hash) }
      data.number(atom.readings.count)
      for reading in atom.readings { data.number(reading.code) }
    }
  }

  private func pairTable() -> [UInt8] {
    let slots = Self.slots(pairs.count)
    var table = [(low: Int, rest: Int)](repeating: (0, 0), count: slots)
    for (key, term) in pairs.sorted(by: { $0.key < $1.key }) {
      var slot = PatternIndex.home(UInt64(truncatingIfNeeded: key), slots)
      while table[slot].low != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = TermIndex.entry(key, order: term.order, term.standing)
    }
    var writer = BlobWriter()
    writer.number(slots)
    for entry in table {
      writer.number(entry.low)
      writer.number(entry.rest)
    }
    return writer.bytes
  }

  /// Slots of a table that is searched from a home onwards: a quarter more than there are keys, and one that stays empty.
  private static func slots(_ keys: Int) -> Int { keys + keys / 4 + 1 }

  /// For each word the signature of those that follow it in terms.
  private func followers() -> [Int: UInt64] {
    var followers: [Int: UInt64] = [:]
    for key in pairs.keys {
      let (first, last, isLinked) = TermIndex.words(key)
      followers[first, default: 0] |= TermIndex.signature(of: last, isLinked: isLinked)
    }
    return followers
  }

  private func ordinaryTable() -> [UInt8] {
    let slots = Self.slots(ordinary.count)
    var table = [Int](repeating: 0, count: slots)
    for key in ordinary.sorted() {
      var slot = PatternIndex.home(key, slots)
      while table[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = TermIndex.digest(key)
    }
    var writer = BlobWriter()
    writer.number(slots)
    for digest in table { writer.number(digest) }
    return writer.bytes
  }

  private func ruleList() -> [UInt8] {
    var writer = BlobWriter()
    writer.number(firstTerms.count)
    for (rule, order) in firstTerms {
      writer.number(rule)
      writer.number(order)
    }
    return writer.bytes
  }

  private func wordTable() -> [UInt8] {
    var writer = BlobWriter()
    let followers = followers()
    var offset = words.count * TermIndex.wordSize
    for (number, word) in words.enumerated() {
      writer.number(offset)
      writer.number(word.utf8.count)
      writer.hash(followers[number] ?? 0)
      offset += word.utf8.count
    }
    for word in words { writer.text(word) }
    return writer.bytes
  }
}
