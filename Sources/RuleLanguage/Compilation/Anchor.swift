import MTLLanguage
import MTLProse

/// What a pattern is filed under: the rarest word, pair of neighbouring words, or number that every match of it holds.
struct Anchor {
  /// Any of these words, or of these pairs.
  let words: [UInt64]
  let pairs: [(UInt64, UInt64)]
  /// How many tokens may stand between the start of a match and the anchor.
  let offset: ClosedRange<Int>
  /// The share of tokens of English text that this anchor is expected to stop at.
  var cost: Double
  /// What may stand right before the anchor, and right after it: after its second word if it is a pair.
  var before = TokenBuckets.all
  var after = TokenBuckets.all

  /// At how many places a match may begin for one anchor.
  var starts: Double { Double(offset.upperBound - offset.lowerBound + 1) }

  /// The cheapest anchor of a pattern, or nil if it has none.
  ///
  /// - Parameter limit: at how many places a match should begin for one anchor; one with more is taken only where there is no other.
  static func best(of steps: [Step], atMost limit: Double, _ lists: [CompiledList], _ language: Language) -> Anchor? {
    var best: Anchor?
    var before = 0...0
    let neighbours = Neighbours(lists: lists)
    for (i, step) in steps.enumerated() {
      let left = neighbours.before(i, in: steps)
      for anchor in candidates(steps, i, before, lists, language) {
        // Where no sentence begins it is passed over at a glance.
        let cost = (left == .sentenceStart ? anchor.cost / 2 : anchor.cost) + (anchor.starts > limit ? 1e6 : 0)
        guard cost < best?.cost ?? .infinity else { continue }
        best = anchor
        best?.cost = cost
        best?.before = left
        best?.after = anchor.pairs.isEmpty ? neighbours.after(i, in: steps) : neighbours.afterPair(i, in: steps)
      }
      let extent = Extent.of(step, lists)
      before = before.lowerBound + extent.shortest...before.upperBound + extent.longest
    }
    return best
  }

  /// The most pairs that one pattern is filed under.
  private static let pairLimit = 1024

  private static func candidates(
    _ steps: [Step], _ i: Int, _ offset: ClosedRange<Int>, _ lists: [CompiledList], _ language: Language
  ) -> [Anchor] {
    let step = steps[i]
    guard step.least > 0 else { return [] }
    let spread = Double(offset.upperBound - offset.lowerBound + 1)
    if let anchor = ofNumbers(step.item, offset, spread) { return [anchor] }
    guard let words = firstWords(step.item, lists), !words.isEmpty else { return [] }
    var found = [Anchor(words: words, pairs: [], offset: offset, cost: words.reduce(0) { $0 + frequency($1, language) } * spread)]
    if case .list(let number) = step.item { found.append(ofMembers(lists[number], offset, spread, language)) }
    if words.count <= pairLimit, let pairs = firstPairs(step, followedBy: neighbour(steps, i, lists), lists), pairs.count <= pairLimit {
      let cost = pairs.reduce(0) { $0 + pairFrequency($1.0, $1.1, language) }
      found.append(Anchor(words: [], pairs: pairs, offset: offset, cost: cost * spread))
    }
    return found
  }

  /// A class of numbers, or any of several.
  private static func ofNumbers(_ item: Step.Item, _ offset: ClosedRange<Int>, _ spread: Double) -> Anchor? {
    switch item {
    case .tokenClass(let found): return ofNumbers(found, offset, spread)
    case .alternatives(let branches):
      var words: Set<UInt64> = []
      var cost = 0.0
      for branch in branches {
        guard let step = branch.first, step.least > 0, let anchor = ofNumbers(step.item, offset, spread) else { return nil }
        words.formUnion(anchor.words)
        cost += anchor.cost
      }
      return Anchor(words: words.sorted(), pairs: [], offset: offset, cost: cost)
    default: return nil
    }
  }

  /// A class of numbers, by how long they are and how they end.
  private static func ofNumbers(_ found: TokenClass, _ offset: ClosedRange<Int>, _ spread: Double) -> Anchor? {
    let lengths: ClosedRange<Int>
    var tail = 0
    var hasLetters = false
    switch found {
    case .int(let range): lengths = String(range.lowerBound).utf8.count...String(range.upperBound).utf8.count
    case .form(let form):
      guard let known = tailOfNumbers(form) else { return anyNumber(offset, spread) }
      tail = known
      hasLetters = form.unicodeScalars.contains { $0.properties.isAlphabetic }
      let least = form.utf8.count { $0 != 0x2B }
      lengths = least...(form.contains("+") ? max(least, PatternIndex.longestNumber) : least)
    case .simple(.year): lengths = 4...4
    case .simple(.number): return anyNumber(offset, spread)
    case .simple: return nil
    }
    // English writes decimals with a point, and few numbers with a comma that is not before three digits.
    let rarity = [5, 6].contains(tail) ? 1000.0 : tail > 0 ? 10 : 1
    let cost = lengths.reduce(0) { $0 + ($1 <= 2 ? 6e-3 : $1 <= 4 ? 4e-3 : 1e-3) } / rarity
    let keys = Set(lengths.map { PatternIndex.numberKey($0, tail: tail, hasLetters: hasLetters) })
    return Anchor(words: keys.sorted(), pairs: [], offset: offset, cost: cost * spread)
  }

  private static func anyNumber(_ offset: ClosedRange<Int>, _ spread: Double) -> Anchor {
    Anchor(words: [PatternIndex.anyNumber], pairs: [], offset: offset, cost: 0.03 * spread)
  }

  /// How numbers of a form end (see `PatternIndex.tail`), or nil if that is not settled.
  private static func tailOfNumbers(_ form: String) -> Int? {
    var end = Array(form.utf8)
    // Of digits without number that begin the form, any are as good as one.
    if end.count > 1, end[1] == 0x2B { end.remove(at: 1) }
    guard !end.suffix(4).contains(0x2B) else { return nil }
    return end.withUnsafeBufferPointer { PatternIndex.tail($0) }
  }

  /// A list by its members: those of several words by their first two.
  private static func ofMembers(_ list: CompiledList, _ offset: ClosedRange<Int>, _ spread: Double, _ language: Language) -> Anchor {
    var words: Set<UInt64> = []
    var pairs: Set<[UInt64]> = []
    for member in list.members {
      if member.tokens.count > 1 {
        pairs.insert([member.tokens[0].hash, member.tokens[1].hash])
      } else {
        words.insert(member.tokens[0].hash)
      }
    }
    let cost = words.reduce(0) { $0 + frequency($1, language) } + pairs.reduce(0) { $0 + pairFrequency($1[0], $1[1], language) }
    return Anchor(
      words: words.sorted(), pairs: pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }, offset: offset,
      cost: cost * spread * 0.999)
  }

  /// A few words, one of which every match must hold besides its anchor: the rarest there are. Empty where nothing is known.
  ///
  /// A block without any of them need not be tried.
  static func requirement(of steps: [Step], besides anchor: Anchor, _ lists: [CompiledList], _ language: Language) -> [UInt64] {
    let anchorWords = Set(anchor.words + anchor.pairs.flatMap { [$0.0, $0.1] })
    var best: (words: [UInt64], cost: Double) = ([], .infinity)
    for step in steps where step.least > 0 {
      guard let words = firstWords(step.item, lists), !words.isEmpty, words.count <= 24, !anchorWords.isSuperset(of: words) else {
        continue
      }
      let cost = words.reduce(0) { $0 + frequency($1, language) }
      if cost < best.cost { best = (words, cost) }
    }
    return best.words
  }

  /// The words that must come right after step `i`, if they are known.
  private static func neighbour(_ steps: [Step], _ i: Int, _ lists: [CompiledList]) -> [UInt64]? {
    guard steps[i].least == 1, steps[i].most == 1 else { return nil }
    for step in steps[(i + 1)...] {
      switch step.item {
      case .reportStart, .reportEnd, .space: continue
      default: return step.least > 0 ? firstWords(step.item, lists) : nil
      }
    }
    return nil
  }

  /// The pairs of words that a match of a step can begin with, or nil if they are not known.
  ///
  /// - Parameter next: the words that can come behind the step, if they are known.
  private static func firstPairs(_ step: Step, followedBy next: [UInt64]?, _ lists: [CompiledList]) -> [(UInt64, UInt64)]? {
    guard step.least == 1, step.most == 1 else { return nil }
    switch step.item {
    case .tokens(let tokens):
      guard let next else { return nil }
      return Set(tokens.map(\.hash)).sorted().flatMap { first in next.map { (first, $0) } }
    case .list(let number):
      let members = lists[number].members
      guard let next = next ?? (members.allSatisfy { $0.tokens.count > 1 } ? [] : nil) else { return nil }
      return members.flatMap { member in
        member.tokens.count > 1 ? [(member.tokens[0].hash, member.tokens[1].hash)] : next.map { (member.tokens[0].hash, $0) }
      }
    case .alternatives(let branches):
      var pairs: [(UInt64, UInt64)] = []
      for branch in branches {
        let second = branch.count > 1 ? neighbour(branch, 0, lists) : next
        guard let found = firstPairs(branch[0], followedBy: second, lists) else { return nil }
        pairs += found
      }
      return pairs
    default: return nil
    }
  }

  /// The hashes that a match of an item can begin with, or nil if they are not known.
  private static func firstWords(_ item: Step.Item, _ lists: [CompiledList]) -> [UInt64]? {
    switch item {
    case .tokens(let tokens): return Array(Set(tokens.map(\.hash))).sorted()
    case .list(let number): return lists[number].firstHashes
    case .alternatives(let branches):
      var words: [UInt64] = []
      for branch in branches {
        guard let first = branch.first, first.least > 0, let found = firstWords(first.item, lists) else { return nil }
        words += found
      }
      return Array(Set(words)).sorted()
    default: return nil
    }
  }

  // MARK: How frequent words are

  /// The share of tokens of English text that are this word, by its grade (Zipf 1949: frequency falls as rank grows).
  private static func frequency(_ hash: UInt64, _ language: Language) -> Double {
    if let share = FrequentWords.share(of: hash) { return share }
    let lexeme = language.lexicon[WordHash(value: hash)]
    if lexeme.isAny(.functionWord) { return 5e-4 }
    switch lexeme.grade {
    case 1: return 2e-4
    case 2: return 5e-5
    case 3: return 1e-5
    default: return 2e-6
    }
  }

  private static func isMark(_ hash: UInt64) -> Bool { marks.contains(hash) }
  private static let marks = Set([",", ".", "“", "”", "\"", "-", "'s", "(", ")", ":", ";"].map { WordHash($0).value })

  /// Words keep company: a pair of them is ten times as frequent as chance would have it. Marks stand anywhere, prepositions apart.
  private static func pairFrequency(_ a: UInt64, _ b: UInt64, _ language: Language) -> Double {
    func isPreposition(_ hash: UInt64) -> Bool { language.lexicon[WordHash(value: hash)].isAny(.preposition) }
    let company: Double = isMark(a) || isMark(b) ? 1 : isPreposition(a) && isPreposition(b) ? 0.5 : 10
    let (a, b) = (frequency(a, language), frequency(b, language))
    return min(a, b, company * a * b)
  }
}
