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
  /// How much it tells of a spinner: 4 where it stands alone, 3 or 1 where that lacks little, 0 otherwise.
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
  private let findsStrays: Bool

  init(_ index: TermIndex, in block: Block, findsStrays: Bool) {
    self.index = index
    self.block = block
    self.findsStrays = findsStrays
    tokens = block.tokens
  }

  private enum Joint {
    case space
    case hyphen
    /// A function word, by its token.
    case word(Int)

    var isLink: Bool { if case .word = self { true } else { false } }
  }

  private struct Hit {
    let first: Range<Int>
    let last: Range<Int>
    var words: (first: Int, last: Int)
    var link: String
    /// The number of the term, nil where none is listed.
    let order: Int?
    /// What the last half has, and what both come to.
    let strengths: (last: Int, both: Int)

    var isTerm: Bool { order != nil }
    var strength: Int { strengths.both }
    let isLinked: Bool
    var standsAlone: Bool { isTerm && strength >= (isLinked ? TermIndex.sufficientWhenLinked : TermIndex.sufficient) }
    /// Of readings that are equally good, the one listed first stands.
    var rank: (Int, Int) { (strength, -(order ?? 0)) }
  }

  /// In order of place, none overlapping another.
  ///
  /// - Parameter candidate: see `TermIndex.firstCandidate(in:)`.
  func phrases(from candidate: Int) -> [SpunPhrase] {
    var hits: [Hit] = []
    let (roles, hashes) = (index.roles, tokens.hashes)
    for i in candidate..<tokens.count {
      let role = roles[hashes[i]]
      if role & (TermRoles.last | TermRoles.spunLast) != 0 { meet(i, role, &hits) }
    }
    if findsStrays { findStrays(&hits) }
    guard !hits.isEmpty else { return [] }
    hits.sort {
      ($0.first.lowerBound, $0.isTerm ? 0 : 1, $1.strength, $0.last.upperBound)
        < ($1.first.lowerBound, $1.isTerm ? 0 : 1, $0.strength, $1.last.upperBound)
    }
    return joined(hits)
  }

  // MARK: Finding

  /// Looks at the atoms that begin with token `i`, whose role is given, and those before it.
  @inline(__always)
  private func meet(_ i: Int, _ role: UInt8, _ hits: inout [Hit]) {
    let before = index.roles[tokens.hashes[i - 1]]
    if TermRoles.mayMeet(before, role) { meet(i - 1, before, i, &hits) }
    if before & TermRoles.link != 0, i > 1 {
      let beyond = index.roles[tokens.hashes[i - 2]]
      if TermRoles.mayMeet(beyond, role), continues(i - 1) { meet(i - 2, beyond, i, &hits) }
    }
  }

  /// Looks at the atoms that end with token `end`, whose role is given, before those that begin with token `begin`.
  private func meet(_ end: Int, _ role: UInt8, _ begin: Int, _ hits: inout [Hit]) {
    guard continues(begin), let last = index.group(tokens.hashes[begin]), let joint = joint(end, begin) else { return }
    let longest = role & TermRoles.tail == 0 ? 1 : min(TermIndex.longestAtom, end + 1)
    for length in stride(from: longest, to: 0, by: -1) {
      let start = end + 1 - length
      guard let first = index.group(tokens.hashes[start]), first.mayPrecede(last, isLinked: joint.isLink) else { continue }
      // Longer atoms come first: what a part of one could stand for is beside the point.
      let isFound = first.contains(at: start, in: tokens) { a in
        a.tokens.upperBound == end + 1 && last.contains(at: begin, in: tokens) { note(a, $0, joint, &hits) }
      }
      if isFound { return }
    }
  }

  /// What stands between two atoms; nil if that cannot stand in a term.
  private func joint(_ end: Int, _ begin: Int) -> Joint? {
    guard begin > end + 1 else { return .space }
    guard block.isMark(end + 1, "-") else { return isLink(end + 1) ? .word(end + 1) : nil }
    return tokens.isGlued(end + 1) && tokens.isGlued(begin) ? .hyphen : nil
  }

  private func text(_ joint: Joint) -> String {
    switch joint {
    case .space: " "
    case .hyphen: "-"
    case .word(let i): " \(block.text(i)) "
    }
  }

  private func findStrays(_ hits: inout [Hit]) {
    guard index.strayRule != nil else { return }
    let taken = Set(hits.flatMap { [$0.first.lowerBound, $0.last.lowerBound] })
    for i in 0..<tokens.count where index.roles[tokens.hashes[i]] & TermRoles.spun != 0 {
      let spun = index.atoms(at: i, in: tokens).filter(\.isSpun)
      if spun.isEmpty || taken.contains(i) { continue }
      stray(spun, &hits)
    }
  }

  /// The atoms behind an atom, and what stands between: nothing, a hyphen, or a function word.
  private func followers(of atom: TermAtom) -> [(TermAtom, link: String)] {
    let i = atom.tokens.upperBound
    guard let j = beyondHyphen(i), continues(j) else { return [] }
    var found = index.atoms(at: j, in: tokens).map { ($0, link: j > i ? "-" : " ") }
    if isLink(j), continues(j + 1) { found += index.atoms(at: j + 1, in: tokens).map { ($0, link: " \(block.text(j)) ") } }
    return found
  }

  /// The atoms before an atom that are not spun: those have met it as their follower.
  private func leaders(of atom: TermAtom) -> [(TermAtom, link: String)] {
    let i = atom.tokens.lowerBound
    guard i > 0, !tokens.flags(i).contains(.sentenceStart) else { return [] }
    let isHyphenated = i > 1 && tokens.isGlued(i) && block.isMark(i - 1, "-") && tokens.isGlued(i - 1)
    let end = isHyphenated ? i - 1 : i
    var found = endings(at: end).map { ($0, link: isHyphenated ? "-" : " ") }
    if !isHyphenated, i > 1, isLink(i - 1), !tokens.flags(i - 1).contains(.sentenceStart) {
      found += endings(at: i - 1).map { ($0, link: " \(block.text(i - 1)) ") }
    }
    return found.filter { !$0.0.isSpun }
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

  /// Whether the two can be the halves of a term; if so it is noted.
  private func note(_ first: TermAtom, _ last: TermAtom, _ joint: Joint, _ hits: inout [Hit]) -> Bool {
    let isLinked = joint.isLink
    // A word said twice is another mistake.
    guard tokens.hashes[first.tokens.lowerBound] != tokens.hashes[last.tokens.lowerBound] else { return false }
    var best: Hit?
    for a in first.readings {
      let followers = index.followers(of: a.word)
      for b in last.readings where a.isSpun || b.isSpun {
        guard followers & TermIndex.signature(of: b.word, isLinked: isLinked) != 0 else { continue }
        guard let term = index.term(a.word, b.word, isLinked: isLinked) else { continue }
        let strengths = term.standing.strengths(a, b)
        guard strengths.both >= TermIndex.least else { continue }
        let hit = Hit(
          first: first.tokens, last: last.tokens, words: (a.word, b.word), link: "", order: term.order,
          strengths: strengths, isLinked: isLinked)
        if best.map({ $0.rank < hit.rank }) ?? true { best = hit }
      }
    }
    guard var best, isLinked || !isOrdinary(first, last) else { return false }
    best.link = text(joint)
    hits.append(best)
    return true
  }

  /// What a synonym must be to tell of a spinner beside another, and by itself, where no term is listed.
  private static let (odd, telling) = (4, 7)

  /// An odd word beside another synonym, where both are no listed term, or a telling one by itself.
  private func stray(_ spun: [TermAtom], _ hits: inout [Hit]) {
    guard index.strayRule != nil else { return }
    for atom in spun where tokens.shape(atom.tokens.lowerBound) == .lower {
      guard let own = spunReading(of: atom), own.strength >= Self.odd else { continue }
      func hit(_ first: Range<Int>, _ last: Range<Int>, _ words: (Int, Int), _ link: String) -> Hit {
        Hit(first: first, last: last, words: words, link: link, order: nil, strengths: (0, 0), isLinked: false)
      }
      var isOrdinaryHere = false
      for (other, link) in followers(of: atom) where link.utf8.count == 1 {
        if isOrdinary(atom, other) { isOrdinaryHere = true }
        guard let word = spunReading(of: other)?.word, !isOrdinaryHere else { continue }
        return hits.append(hit(atom.tokens, other.tokens, (own.word, word), link))
      }
      for (other, link) in leaders(of: atom) where link.utf8.count == 1 {
        if isOrdinary(other, atom) { isOrdinaryHere = true }
        guard let word = spunReading(of: other)?.word, !isOrdinaryHere else { continue }
        return hits.append(hit(other.tokens, atom.tokens, (word, own.word), link))
      }
      if own.strength >= Self.telling, atom.tokens.count == 1, !isOrdinaryHere {
        return hits.append(hit(atom.tokens, atom.tokens, (own.word, 0), ""))
      }
    }
  }

  /// The word that a synonym most likely stands for.
  private func spunReading(of atom: TermAtom) -> TermIndex.Reading? {
    atom.readings.filter(\.isSpun).max { $0.strength < $1.strength }
  }

  private func isOrdinary(_ first: TermAtom, _ last: TermAtom) -> Bool {
    index.isOrdinary(tokens.hashes[first.tokens.upperBound - 1], tokens.hashes[last.tokens.lowerBound])
  }

  // MARK: Reporting

  /// Pairs that share a word become one phrase; of others that overlap, the surer one stands.
  private func joined(_ hits: [Hit]) -> [SpunPhrase] {
    var result: [SpunPhrase] = []
    var last: Hit?
    var strength = 0
    for hit in hits {
      if let before = last, let phrase = result.last, hit.first.lowerBound < phrase.tokens.upperBound {
        guard hit.isTerm, before.isTerm, hit.first == before.last, hit.words.first == before.words.last else {
          if hit.isTerm, !before.isTerm || hit.standsAlone && !phrase.standsAlone {
            result[result.count - 1] = self.phrase(hit)
            last = hit
            strength = hit.strength
          }
          continue
        }
        strength += hit.strengths.last
        let standsAlone = phrase.standsAlone || hit.standsAlone || strength >= TermIndex.sufficientOfThree
        result[result.count - 1] = SpunPhrase(
          rule: phrase.rule, tokens: phrase.tokens.lowerBound..<hit.last.upperBound,
          established: phrase.established + hit.link + index.word(hit.words.last), standsAlone: standsAlone,
          weight: standsAlone ? 4 : max(phrase.weight, Self.weight(hit)))
      } else {
        result.append(phrase(hit))
        strength = hit.strength
      }
      last = hit
    }
    return result
  }

  private static func weight(_ hit: Hit) -> Int {
    guard hit.isTerm else { return 0 }
    if hit.standsAlone { return 4 }
    return switch hit.strength {
    case 10...: 3
    case 7...: 1
    default: 0
    }
  }

  private func phrase(_ hit: Hit) -> SpunPhrase {
    SpunPhrase(
      rule: hit.order.map(index.rule(ofTerm:)) ?? index.strayRule!, tokens: hit.first.lowerBound..<hit.last.upperBound,
      established: index.word(hit.words.first) + hit.link + (hit.words.last > 0 ? index.word(hit.words.last) : ""),
      standsAlone: hit.standsAlone, weight: Self.weight(hit))
  }
}
