import MTLLanguage
import MTLProse

/// What a spinner seems to have made of an established term.
struct SpunPhrase {
  let rule: Int
  let tokens: Range<Int>
  /// The term it seems to stand for.
  let established: String
  /// Whether it is reported without others in the document.
  let standsAlone: Bool
  /// How much it tells of a spinner: 4 where both words are telling, 3 where one is, 1 where none is, 0 outside terms.
  let weight: Int
}

/// The different spun phrases of a document.
struct SpunPhrases {
  private var seen: Set<String> = []
  private var weight = 0
  /// Three telling phrases.
  private static let least = 9
  /// A spun text has dozens; of manuals about music, numbers and computers none came to half of this.
  private static let leastInThousand = 8

  mutating func note(_ phrase: SpunPhrase) {
    guard phrase.weight > 0 else { return }
    let singular = phrase.established.hasSuffix("s") ? String(phrase.established.dropLast()) : phrase.established
    if seen.insert(singular).inserted { weight += phrase.weight }
  }

  func areCompany(words: Int) -> Bool { weight >= max(Self.least, words * Self.leastInThousand / 1000) }
}

/// Finds what spinners made of established terms in a block: an odd synonym beside a word, so that both together read as a term.
struct TermMatcher {
  private let index: TermIndex
  private let block: Block
  private let tokens: Tokens

  init(_ index: TermIndex, in block: Block) {
    self.index = index
    self.block = block
    tokens = block.tokens
  }

  private struct Hit {
    let first: Range<Int>
    let last: Range<Int>
    var words: (first: Int, last: Int)
    let link: String
    let rule: Int
    /// Of readings that are equally good, the one listed first stands.
    let order: Int
    /// 3: both halves are telling; 2: one is; 1: one is odd; 0: no listed term.
    let degree: Int
  }

  /// In order of place, none overlapping another.
  func phrases() -> [SpunPhrase] {
    var hits: [Hit] = []
    for i in 0..<tokens.count where index.mayBegin(tokens.hashes[i]) { find(at: i, &hits) }
    guard !hits.isEmpty else { return [] }
    hits.sort { ($0.first.lowerBound, $1.degree, $0.last.upperBound) < ($1.first.lowerBound, $0.degree, $1.last.upperBound) }
    return joined(hits)
  }

  // MARK: Finding

  private func find(at i: Int, _ hits: inout [Hit]) {
    let odd = index.atoms(at: i, in: tokens).filter { $0.readings.contains { $0.degree.isOdd } }
    guard !odd.isEmpty else { return }
    let count = hits.count
    for atom in odd {
      for (next, link) in followers(of: atom) { note(atom, next, link, &hits) }
      for (previous, link) in leaders(of: atom) { note(previous, atom, link, &hits) }
      if hits.count > count { return }
    }
    stray(odd, &hits)
  }

  /// The atoms behind an atom, and what stands between: nothing, a hyphen, or a function word.
  private func followers(of atom: TermAtom) -> [(TermAtom, link: String)] {
    let i = atom.tokens.upperBound
    guard let j = beyondHyphen(i), continues(j) else { return [] }
    var found = index.atoms(at: j, in: tokens).map { ($0, link: j > i ? "-" : " ") }
    if isLink(j), continues(j + 1) { found += index.atoms(at: j + 1, in: tokens).map { ($0, link: " \(block.text(j)) ") } }
    return found
  }

  /// The atoms before an atom that are not odd: those have met it as their follower.
  private func leaders(of atom: TermAtom) -> [(TermAtom, link: String)] {
    let i = atom.tokens.lowerBound
    guard i > 0, !tokens.flags(i).contains(.sentenceStart) else { return [] }
    let isHyphenated = i > 1 && tokens.isGlued(i) && block.isMark(i - 1, "-") && tokens.isGlued(i - 1)
    let end = isHyphenated ? i - 1 : i
    var found = endings(at: end).map { ($0, link: isHyphenated ? "-" : " ") }
    if !isHyphenated, i > 1, isLink(i - 1), !tokens.flags(i - 1).contains(.sentenceStart) {
      found += endings(at: i - 1).map { ($0, link: " \(block.text(i - 1)) ") }
    }
    return found.filter { !$0.0.readings.contains { $0.degree.isOdd } }
  }

  private func endings(at end: Int) -> [TermAtom] {
    (1...TermIndex.longestAtom).flatMap { length in
      end >= length ? index.atoms(at: end - length, in: tokens).filter { $0.tokens.upperBound == end } : []
    }
  }

  private func beyondHyphen(_ i: Int) -> Int? {
    guard i < tokens.count else { return nil }
    return block.isMark(i, "-") && tokens.isGlued(i) && i + 1 < tokens.count && tokens.isGlued(i + 1) ? i + 1 : i
  }

  private func continues(_ i: Int) -> Bool { i < tokens.count && !tokens.flags(i).contains(.sentenceStart) }

  private func isLink(_ i: Int) -> Bool { Lexeme(rawValue: tokens.lexemes[i]).isAny(.functionWord) }

  private func note(_ first: TermAtom, _ last: TermAtom, _ link: String, _ hits: inout [Hit]) {
    let isLinked = link.utf8.count > 1
    if !isLinked, isOrdinary(first, last) { return }
    var best: Hit?
    for a in first.readings {
      for b in last.readings where a.degree.isOdd || b.degree.isOdd {
        guard let term = index.term(a.word, b.word, isLinked: isLinked) else { continue }
        let telling = (a.degree == .telling ? 1 : 0) + (b.degree == .telling ? 1 : 0)
        let hit = Hit(
          first: first.tokens, last: last.tokens, words: (a.word, b.word), link: link, rule: term.rule, order: term.order,
          degree: 1 + telling)
        if best.map({ ($0.degree, hit.order) < (hit.degree, $0.order) }) ?? true { best = hit }
      }
    }
    if let best { hits.append(best) }
  }

  /// An odd word beside another synonym, where both are no listed term, or a telling one by itself.
  private func stray(_ odd: [TermAtom], _ hits: inout [Hit]) {
    guard let rule = index.strayRule else { return }
    for atom in odd where tokens.shape(atom.tokens.lowerBound) == .lower {
      guard let own = atom.readings.first(where: { $0.degree.isOdd }) else { continue }
      func hit(_ first: Range<Int>, _ last: Range<Int>, _ words: (Int, Int), _ link: String) -> Hit {
        Hit(first: first, last: last, words: words, link: link, rule: rule, order: 0, degree: 0)
      }
      var isOrdinaryHere = false
      for (other, link) in followers(of: atom) where link.utf8.count == 1 {
        if isOrdinary(atom, other) { isOrdinaryHere = true }
        guard let word = spunReading(of: other), !isOrdinaryHere else { continue }
        return hits.append(hit(atom.tokens, other.tokens, (own.word, word), link))
      }
      for (other, link) in leaders(of: atom) where link.utf8.count == 1 {
        if isOrdinary(other, atom) { isOrdinaryHere = true }
        guard let word = spunReading(of: other), !isOrdinaryHere else { continue }
        return hits.append(hit(other.tokens, atom.tokens, (word, own.word), link))
      }
      if own.degree == .telling, atom.tokens.count == 1, !isOrdinaryHere {
        return hits.append(hit(atom.tokens, atom.tokens, (own.word, 0), ""))
      }
    }
  }

  /// The word that a synonym may stand for.
  private func spunReading(of atom: TermAtom) -> Int? { atom.readings.first { $0.degree != .itself }?.word }

  private func isOrdinary(_ first: TermAtom, _ last: TermAtom) -> Bool {
    index.isOrdinary(tokens.hashes[first.tokens.upperBound - 1], tokens.hashes[last.tokens.lowerBound])
  }

  // MARK: Reporting

  /// Pairs that share a word become one phrase; of others that overlap, the surer one stands.
  private func joined(_ hits: [Hit]) -> [SpunPhrase] {
    var result: [SpunPhrase] = []
    var last: Hit?
    for hit in hits {
      if let before = last, let phrase = result.last, hit.first.lowerBound < phrase.tokens.upperBound {
        guard hit.degree > 0, before.degree > 0, hit.first == before.last, hit.words.first == before.words.last else {
          if hit.degree > 0, before.degree == 0 {
            result[result.count - 1] = self.phrase(hit)
            last = hit
          }
          continue
        }
        result[result.count - 1] = SpunPhrase(
          rule: phrase.rule, tokens: phrase.tokens.lowerBound..<hit.last.upperBound,
          established: phrase.established + hit.link + index.word(hit.words.last), standsAlone: phrase.standsAlone || hit.degree == 3,
          weight: max(phrase.weight, Self.weight(hit)))
      } else {
        result.append(phrase(hit))
      }
      last = hit
    }
    return result
  }

  private static func weight(_ hit: Hit) -> Int { hit.degree >= 2 ? hit.degree + 1 : hit.degree }

  private func phrase(_ hit: Hit) -> SpunPhrase {
    SpunPhrase(
      rule: hit.rule, tokens: hit.first.lowerBound..<hit.last.upperBound,
      established: index.word(hit.words.first) + hit.link + (hit.words.last > 0 ? index.word(hit.words.last) : ""),
      standsAlone: hit.degree == 3, weight: Self.weight(hit))
  }
}
