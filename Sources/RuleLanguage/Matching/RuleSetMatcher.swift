import MTLLanguage
import MTLProse

/// A place that a declarative rule reports.
public struct RuleMatch {
  /// Number of the rule in its set.
  public let rule: Int
  /// The reported tokens of the block.
  public let tokens: Range<Int>
  public let message: String
  public let repairs: [Repair]
  /// Source languages of a phrase.
  public let languages: [String]
  /// What has yet to be judged when the whole document has been seen, or nil.
  public let condition: DocumentCondition?

  /// What could stand in the reported place.
  public struct Repair {
    public let text: String
    public let isSafe: Bool
    /// Whether the case of the text is meant as it stands.
    public let keepsOwnCase: Bool
  }
}

/// Something that must hold of the whole document.
public struct DocumentCondition: Sendable {
  /// Address of the conditions of a pattern; 0 for a spun phrase, which waits for others.
  let address: Int
}

/// Which rules of a set run: those that were selected, and of phrases those of the source language.
public struct ActiveRules: Sendable {
  public let set: RuleSet
  /// By rule number.
  public let isActive: [Bool]
  /// ISO 639-1, or nil for all.
  public let from: String?

  public init(set: RuleSet, isActive: [Bool], from: String?) {
    self.set = set
    self.isActive = isActive
    self.from = from
  }
}

/// Finds the matches of a rule set in one document, block by block.
public struct RuleSetMatcher {
  private let active: ActiveRules
  private let set: RuleSet
  /// Nil unless a rule about terms runs.
  private let terms: TermIndex?
  private let findsStrays: Bool
  private let language: Language
  private let resources: MatcherResources
  private var statistics = DocumentStatistics()
  private var candidates: [Candidate] = []
  private var spun = SpunPhrases()
  /// What the block at hand may hold; nil until it is asked.
  private var blockWords: BlockWords.View?

  private struct Candidate {
    let pattern: Int
    let rule: Int
    let reported: Range<Int>
    let slots: MatchState
  }

  public init(_ active: ActiveRules, language: Language, dictionary: ProjectDictionary) {
    self.active = active
    set = active.set
    terms = set.terms.flatMap { terms in terms.rules.contains { active.isActive[$0] } ? terms : nil }
    findsStrays = terms?.strayRule.map { active.isActive[$0] } ?? false
    self.language = language
    resources = MatcherResources(language: language, dictionary: dictionary)
  }

  /// Reports the matches in a block, ordered by rule and place; of two overlapping matches of one rule the first.
  public mutating func check(_ block: Block, report: (RuleMatch) -> Void) {
    if let terms { findSpun(terms, in: block, report: report) }
    find(in: block)
    guard !candidates.isEmpty else { return }
    candidates.sort {
      ($0.rule, $0.reported.lowerBound, $1.reported.count, $0.pattern) < ($1.rule, $1.reported.lowerBound, $0.reported.count, $1.pattern)
    }
    var last: (rule: Int, end: Int) = (-1, 0)
    for candidate in candidates where candidate.rule != last.rule || candidate.reported.lowerBound >= last.end {
      guard let match = match(candidate, in: block) else { continue }
      last = (candidate.rule, max(candidate.reported.upperBound, candidate.reported.lowerBound + 1))
      report(match)
    }
    candidates.removeAll(keepingCapacity: true)
  }

  /// Whether what a match waits for holds of the document, all of whose blocks have been checked.
  ///
  /// - Parameter words: number of words in the document.
  public func holds(_ condition: DocumentCondition, words: Int) -> Bool {
    guard condition.address > 0 else { return spun.areCompany(words: words) }
    for i in 0..<set.cell(condition.address) {
      let at = condition.address + 1 + i * 3
      switch ConditionKind(rawValue: set.cell(at)) {
      case .modern: if !statistics.isModern { return false }
      case .mentions, .density:
        let count = statistics.mentions[set.cell(at + 1)] ?? 0
        let needed = set.cell(at) == ConditionKind.mentions.rawValue ? 1 : max(2, set.cell(at + 2) * words / 1000)
        if count < needed { return false }
      case .heading, .garbled, .less, .greater, nil: break
      }
    }
    return true
  }

  /// Whether a match waits besides for a document that is garbled without it, which this matcher alone cannot tell.
  public func waitsForGarbles(_ condition: DocumentCondition) -> Bool {
    condition.address > 0 && conditionKinds(condition.address).contains(.garbled)
  }

  // MARK: Finding

  private mutating func findSpun(_ terms: TermIndex, in block: Block, report: (RuleMatch) -> Void) {
    let candidate = terms.firstCandidate(in: block.tokens)
    guard candidate != nil || findsStrays else { return }
    for phrase in TermMatcher(terms, in: block, findsStrays: findsStrays).phrases(from: candidate ?? block.tokens.count) {
      spun.note(phrase)
      guard active.isActive[phrase.rule] else { continue }
      let reader = TemplateReader(
        set: set, block: block, language: language, slots: .none, reported: phrase.tokens, source: phrase.established)
      report(
        RuleMatch(
          rule: phrase.rule, tokens: phrase.tokens, message: reader.text(at: set.saysAddress(ofRule: phrase.rule))?.text ?? "",
          repairs: [RuleMatch.Repair(text: phrase.established, isSafe: false, keepsOwnCase: false)], languages: [],
          condition: phrase.standsAlone ? nil : DocumentCondition(address: 0)))
    }
  }

  private mutating func find(in block: Block) {
    guard block.tokens.count > 0 else { return }
    withUnsafePointer(to: block) { place in
      var matcher = PatternMatcher(set.program, in: place, resources)
      find(in: place, &matcher)
    }
  }

  // From here on a block is handed on by its place: a copy for each look would cost more than the look.

  private mutating func find(in block: UnsafePointer<Block>, _ matcher: inout PatternMatcher) {
    blockWords = nil
    let (words, pairs, hashes) = (set.index.words, set.index.pairs, block.pointee.tokens.hashes)
    let hits = resources.hits(block.pointee.tokens.count)
    for k in 0..<set.index.gate.sift(block.pointee.tokens, into: hits) {
      let (i, isPair) = WordGate.hit(hits[k])
      if isPair {
        let pair = PatternIndex.pairHash(hashes[i - 1], hashes[i])
        if pairs.mayHold(pair) { visit(pairs.postings(pair), at: i - 1, isPair: true, in: block, &matcher) }
      } else {
        visit(words.postings(hashes[i]), at: i, in: block, &matcher)
      }
    }
    for i in block.pointee.tokens.numbers { visitNumber(at: Int(i), in: block, &matcher) }
    for i in block.pointee.tokens.sentenceStarts { visitStart(Int(i), in: block, &matcher) }
  }

  /// Looks for what begins a sentence, at its first token and behind the opening marks before it.
  private mutating func visitStart(_ first: Int, in block: UnsafePointer<Block>, _ matcher: inout PatternMatcher) {
    let (words, pairs) = (set.index.startWords, set.index.startPairs)
    let (hashes, count) = (block.pointee.tokens.hashes, block.pointee.tokens.count)
    var i = first
    repeat {
      let hash = hashes[i]
      if words.mayHold(hash) { visit(words.postings(hash), at: i, beginsSentence: true, in: block, &matcher) }
      if i + 1 < count, case let pair = PatternIndex.pairHash(hash, hashes[i + 1]), pairs.mayHold(pair) {
        visit(pairs.postings(pair), at: i, isPair: true, beginsSentence: true, in: block, &matcher)
      }
      if block.pointee.tokens.flags(i).contains(.number) { visitNumber(at: i, words, beginsSentence: true, in: block, &matcher) }
      i += 1
    } while block.pointee.tokens.followsMark(i) && block.pointee.isSentenceStart(i)
  }

  private mutating func visitNumber(at i: Int, in block: UnsafePointer<Block>, _ matcher: inout PatternMatcher) {
    statistics.note(number: i, in: block)
    visitNumber(at: i, set.index.words, beginsSentence: false, in: block, &matcher)
  }

  private mutating func visitNumber(
    at i: Int, _ words: KeyTable, beginsSentence: Bool, in block: UnsafePointer<Block>, _ matcher: inout PatternMatcher
  ) {
    let bytes = block.pointee.bytes(of: i)
    let hasLetters = block.pointee.tokens.kind(i) == .alphanumeric
    let key = PatternIndex.numberKey(bytes.count, tail: PatternIndex.tail(bytes), hasLetters: hasLetters)
    if words.mayHold(key) { visit(words.postings(key), at: i, beginsSentence: beginsSentence, in: block, &matcher) }
    if words.mayHold(PatternIndex.anyNumber) {
      visit(words.postings(PatternIndex.anyNumber), at: i, beginsSentence: beginsSentence, in: block, &matcher)
    }
  }

  /// - Parameter beginsSentence: whether these are patterns of which nothing stands before the key.
  private mutating func visit(
    _ postings: Postings, at i: Int, isPair: Bool = false, beginsSentence: Bool = false, in block: UnsafePointer<Block>,
    _ matcher: inout PatternMatcher
  ) {
    let before = beginsSentence ? 0 : TokenBuckets.demanded(by: i - 1, in: block)
    let after = TokenBuckets.demanded(by: isPair ? i + 2 : i + 1, in: block)
    for k in 0..<postings.count where postings.allow(k, before: before, after: after) {
      let requirement = postings.requirement(k)
      if requirement == 0 || holds(requirement, block) { attempt(postings, k, at: i, in: block, &matcher) }
    }
  }

  /// Whether the block may hold what a pattern requires besides its key.
  @inline(__always)
  private mutating func holds(_ requirement: Int, _ block: UnsafePointer<Block>) -> Bool {
    (blockWords ?? noteWords(of: block)).mayHold(anyAt: requirement, of: set.program)
  }

  private mutating func noteWords(of block: UnsafePointer<Block>) -> BlockWords.View {
    resources.blockWords.fill(from: block.pointee.tokens, areMarked: set.index.gate.isInLexicon)
    blockWords = resources.blockWords.view
    return resources.blockWords.view
  }

  private mutating func attempt(
    _ postings: Postings, _ k: Int, at i: Int, in block: UnsafePointer<Block>, _ matcher: inout PatternMatcher
  ) {
    let rule = postings.rule(k)
    if rule == Postings.mention { return noteMention(of: postings.pattern(k), at: i, in: block) }
    guard active.isActive[rule] else { return }
    let (least, most) = postings.extent(k)
    let (first, last) = (max(0, i - most), i - least)
    guard first <= last else { return }
    let address = postings.program(k)
    for start in first...last {
      if let end = matcher.match(address, at: start) { take(postings.pattern(k), of: rule, start..<end, in: block.pointee) }
    }
  }

  private mutating func noteMention(of list: Int, at i: Int, in block: UnsafePointer<Block>) {
    if set.list(number: list).match(at: i, in: block.pointee) != nil { statistics.mentions[list, default: 0] += 1 }
  }

  private mutating func take(_ pattern: Int, of rule: Int, _ whole: Range<Int>, in block: Block) {
    let slots = MatchState(resources.captures.slots)
    let record = set.patternAddress(pattern)
    guard !whole.isEmpty, speaksOfSource(record), !isInsideCompound(whole, in: block) else { return }
    let reported = set.cell(record + 2) == 1 ? slots.range(0) ?? whole : whole
    candidates.append(Candidate(pattern: pattern, rule: rule, reported: reported, slots: slots))
  }

  /// Whether a phrase renders the source language, if one was stated.
  private func speaksOfSource(_ record: Int) -> Bool {
    guard let from = active.from, set.cell(record + 7) > 0 else { return true }
    return set.string(at: record + 6).split(separator: " ").contains { $0 == from }
  }

  /// Whether a match begins or ends inside a hyphenated word.
  private func isInsideCompound(_ range: Range<Int>, in block: Block) -> Bool {
    let tokens = block.tokens
    func isJoint(_ i: Int) -> Bool {
      i > 0 && i + 1 < tokens.count && block.isMark(i, "-") && tokens.isGlued(i) && tokens.isGlued(i + 1) && tokens.kind(i + 1) == .word
    }
    return isJoint(range.lowerBound - 1) || isJoint(range.upperBound)
  }

  // MARK: Reporting

  private func match(_ candidate: Candidate, in block: Block) -> RuleMatch? {
    let record = set.patternAddress(candidate.pattern)
    guard !isException(set.cell(record + 9), candidate, in: block) else { return nil }
    let condition = set.cell(record + 8)
    if condition > 0, wantsHeading(condition), !block.kind.isHeading { return nil }
    let reader = TemplateReader(
      set: set, block: block, language: language, slots: candidate.slots, reported: candidate.reported, source: set.string(at: record + 4))
    if condition > 0, !compares(condition, reader) { return nil }
    let says = reader.text(at: set.saysAddress(ofRule: candidate.rule))?.text ?? ""
    return RuleMatch(
      rule: candidate.rule, tokens: candidate.reported, message: says, repairs: repairs(set.cell(record + 3), reader),
      languages: set.string(at: record + 6).split(separator: " ").map(String.init),
      condition: condition > 0 && waitsForDocument(condition) ? DocumentCondition(address: condition) : nil)
  }

  private func repairs(_ address: Int, _ reader: TemplateReader) -> [RuleMatch.Repair] {
    (0..<set.cell(address)).compactMap { i in
      reader.text(at: set.cell(address + 2 + i * 2)).map {
        RuleMatch.Repair(text: $0.text, isSafe: set.cell(address + 1 + i * 2) == 1, keepsOwnCase: $0.keepsOwnCase)
      }
    }
  }

  private func conditionKinds(_ address: Int) -> [ConditionKind] {
    (0..<set.cell(address)).compactMap { ConditionKind(rawValue: set.cell(address + 1 + $0 * 3)) }
  }

  private func wantsHeading(_ address: Int) -> Bool { conditionKinds(address).contains(.heading) }
  private func waitsForDocument(_ address: Int) -> Bool { conditionKinds(address).contains(where: \.waitsForDocument) }

  /// Whether the numbers that are to be compared compare so; a number that is not written does not.
  private func compares(_ address: Int, _ reader: TemplateReader) -> Bool {
    (0..<set.cell(address)).allSatisfy { i in
      let at = address + 1 + i * 3
      let kind = ConditionKind(rawValue: set.cell(at))
      guard kind == .less || kind == .greater else { return true }
      let sides = set.cell(at + 1)
      guard let left = number(set.cell(sides), reader), let right = number(set.cell(sides + 1), reader) else { return false }
      let bound = right + set.cell(at + 2) - ConditionKind.marginOffset
      return kind == .less ? left < bound : left > bound
    }
  }

  private func number(_ template: Int, _ reader: TemplateReader) -> Int? { reader.text(at: template).flatMap { Int($0.text) } }

  /// Whether an exception of the rule overlaps what would be reported.
  private func isException(_ address: Int, _ candidate: Candidate, in block: Block) -> Bool {
    guard address > 0 else { return false }
    return withUnsafePointer(to: block) { place in
      var matcher = PatternMatcher(set.program, in: place, resources)
      return isException(address, candidate, in: block, &matcher)
    }
  }

  private func isException(_ address: Int, _ candidate: Candidate, in block: Block, _ matcher: inout PatternMatcher) -> Bool {
    for i in 0..<set.cell(address) {
      let (program, longest, isMarked) = (set.cell(address + 1 + i * 3), set.cell(address + 2 + i * 3), set.cell(address + 3 + i * 3) == 1)
      let last = min(block.tokens.count - 1, candidate.reported.upperBound + (isMarked ? longest : 0))
      let first = max(0, candidate.reported.lowerBound - longest)
      guard first <= last else { continue }
      for start in first...last {
        guard let end = matcher.match(program, at: start) else { continue }
        let range = isMarked ? MatchState(resources.captures.slots).range(0) ?? start..<end : start..<end
        if range.overlaps(candidate.reported) { return true }
      }
    }
    return false
  }
}

/// What conditions ask of a whole document.
private struct DocumentStatistics {
  var mentions: [Int: Int] = [:]
  private var recentYears = 0
  private var oldYears = 0

  /// Whether the document speaks of our time: at least two years since 1950, and none before 1900.
  var isModern: Bool { recentYears >= 2 && oldYears == 0 }

  @inline(__always)
  mutating func note(number i: Int, in block: UnsafePointer<Block>) {
    guard block.pointee.tokens.ends[i] - block.pointee.tokens.starts[i] == 4 else { return }
    noteYear(block.pointee.integer(i) ?? 0)
  }

  private mutating func noteYear(_ value: Int) {
    if value >= 1950, value <= 2099 { recentYears += 1 } else if value >= 1000, value < 1900 { oldYears += 1 }
  }
}
