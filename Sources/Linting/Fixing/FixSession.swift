/// A person’s way through the findings of one text, one at a time: what is asked, what was answered, and what the text has become.
///
/// A value without input and output. After each repair the text is linted again, so that every question is about the text as it is by
/// then. Questions come in the order of the text; what a repair brought to light before its place is asked about in the end. Every answer
/// can be taken back.
public struct FixSession {
  /// What is to be reported about a text, suppressions applied, where some words beside those of the project are no mistakes.
  public typealias Lint = (_ source: Source, _ words: [String]) -> LintResult

  /// What is asked about.
  public struct Question: Sendable {
    public let diagnostic: Diagnostic
    /// The repairs to choose from: those that can be applied and change something, nine at most.
    public let fixes: [Fix]
    /// Byte offsets of what an own wording replaces: the finding, and what its first repair edits in the same lines.
    public let place: Range<Int>
    /// How many findings are still to be asked about, this one among them.
    public let left: Int
  }

  public enum Answer: Hashable, Sendable {
    /// One of the question’s fixes, from 0.
    case repair(Int)
    /// The place is replaced by this, as it is typed: nothing is escaped.
    case write(String)
    case skip
    /// All findings of the rule are skipped.
    case skipRule
    /// The garble is a word or a phrase of the project.
    case addWord
  }

  /// What an answer came to.
  public enum Outcome: Hashable, Sendable {
    /// - Parameter still: whether the finding is there again, in what was written.
    case repaired(still: Bool)
    /// How many findings are not asked about any more.
    case skipped(Int)
    /// The entry, and how many findings are no mistakes with it.
    case added(String, Int)
    /// Nothing was answered, since this changes nothing.
    case unchanged
    /// Nothing was answered, since the project’s dictionary has no say here.
    case noWord
  }

  public static let fixLimit = 9

  private let lint: Lint
  private var state: State
  private var history: [State] = []
  /// Rules that were skipped before this text.
  private let foreignRules: Set<String>

  /// - Parameters:
  ///   - reported: what `lint` says of the text, without words.
  ///   - skipped: findings of `reported` that were skipped in an earlier run.
  ///   - skippedRules: rules that are not asked about.
  public init(
    _ source: Source, reported: LintResult, skipped: [Diagnostic] = [], skippedRules: Set<String> = [], lint: @escaping Lint
  ) {
    self.lint = lint
    foreignRules = skippedRules
    state = State(source: source, result: reported)
    state.skips = Set(skipped.map(Skip.init))
    state.rules = skippedRules
    state.updateOpen()
  }

  /// Nil when there is nothing left to ask.
  public var question: Question? {
    guard let next = state.next else { return nil }
    let diagnostic = state.result.diagnostics[next]
    let fixes = diagnostic.fixes.filter { $0.isWellFormed(in: state.source) && $0.changes(state.source) }.prefix(Self.fixLimit)
    return Question(diagnostic: diagnostic, fixes: Array(fixes), place: place(of: diagnostic, fixes.first), left: state.open.count)
  }

  private func place(of diagnostic: Diagnostic, _ fix: Fix?) -> Range<Int> {
    let edits = fix?.edits.map(\.range) ?? []
    let whole = edits.reduce(diagnostic.range) { min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound) }
    // A line break that a repair takes along is not for people to type.
    let beside = [whole.lowerBound..<diagnostic.range.lowerBound, diagnostic.range.upperBound..<whole.upperBound]
    return beside.contains { state.source.bytes[$0].contains(0x0A) } ? diagnostic.range : whole
  }

  /// Answers the question there is.
  public mutating func answer(_ answer: Answer) -> Outcome {
    guard let question else { return .unchanged }
    switch answer {
    case .repair(let i):
      guard question.fixes.indices.contains(i) else { return .unchanged }
      return apply(question.fixes[i].edits, for: question)
    case .write(let text):
      guard text != state.source.text(question.place) else { return .unchanged }
      return apply([Edit(question.place, text)], for: question)
    case .skip: return skip { $0.skips.insert(Skip(question.diagnostic)) }
    case .skipRule: return skip { $0.rules.insert(question.diagnostic.rule) }
    case .addWord: return addWord(question.diagnostic)
    }
  }

  /// Takes the last answer back; false if there is none.
  public mutating func undo() -> Bool {
    guard let last = history.popLast() else { return false }
    state = last
    return true
  }

  // MARK: What it came to

  /// The text with all repairs so far.
  public var source: Source { state.source }
  /// What is found in it.
  public var result: LintResult { state.result }
  /// How many repairs were made.
  public var repairs: Int { state.repairs }
  /// New entries of the project’s dictionary.
  public var words: [String] { state.words }
  /// Whether there is an answer to take back.
  public var canUndo: Bool { !history.isEmpty }
  /// Findings of the text that were skipped, now or in an earlier run; not those of rules that were skipped before this text.
  public var skipped: [Diagnostic] {
    state.result.diagnostics.filter { state.skips.contains(Skip($0)) || ownSkippedRules.contains($0.rule) }
  }
  /// All rules that are not asked about.
  public var skippedRules: Set<String> { state.rules }

  private var ownSkippedRules: Set<String> { state.rules.subtracting(foreignRules) }

  // MARK: Steps

  private mutating func apply(_ edits: [Edit], for question: Question) -> Outcome {
    guard let source = try? Source(name: state.source.name, bytes: state.source.applying(edits)) else { return .unchanged }
    var next = State(source: source, result: lint(source, state.words))
    next.rules = state.rules
    next.words = state.words
    next.repairs = state.repairs + 1
    let shift = OffsetShift(edits)
    next.skips = Set(state.skips.compactMap { skip in shift.moved(skip.offset).map { skip.moved(to: $0) } })
    next.cursor = shift.start(ofEditAt: question.place.lowerBound)
    _ = step(to: next)
    let written = next.cursor...max(next.cursor, shift.start(ofEditAt: question.place.upperBound))
    let key = FindingKey(question.diagnostic)
    return .repaired(still: next.result.diagnostics.contains { FindingKey($0) == key && written.contains($0.range.lowerBound) })
  }

  private mutating func skip(_ change: (inout State) -> Void) -> Outcome {
    var next = state
    change(&next)
    return .skipped(step(to: next))
  }

  private mutating func addWord(_ diagnostic: Diagnostic) -> Outcome {
    guard let word = ProjectWords.entry(diagnostic.text) else { return .noWord }
    let words = state.words + [word]
    let result = lint(state.source, words)
    guard !result.diagnostics.contains(where: { $0.range == diagnostic.range && $0.rule == diagnostic.rule }) else { return .noWord }
    var next = state
    next.result = result
    next.words = words
    return .added(word, step(to: next))
  }

  /// - Returns: how many questions fewer there are.
  private mutating func step(to next: State) -> Int {
    history.append(state)
    state = next
    state.updateOpen()
    return history[history.count - 1].open.count - state.open.count
  }

  /// A text, what is found in it, and what of that was decided.
  private struct State {
    let source: Source
    var result: LintResult
    var skips: Set<Skip> = []
    var rules: Set<String> = []
    var words: [String] = []
    var repairs = 0
    /// Where asking goes on: findings before it wait for the end.
    var cursor = 0
    /// The findings that are still to be asked about, by their numbers.
    private(set) var open: [Int] = []

    init(source: Source, result: LintResult) {
      self.source = source
      self.result = result
    }

    var next: Int? { open.first { result.diagnostics[$0].range.lowerBound >= cursor } ?? open.first }

    mutating func updateOpen() {
      open = result.diagnostics.indices.filter { i in
        let diagnostic = result.diagnostics[i]
        return !rules.contains(diagnostic.rule) && !skips.contains(Skip(diagnostic))
      }
    }
  }
}

/// A finding that was skipped, and where it stands in the text as it is.
private struct Skip: Hashable {
  let key: FindingKey
  let offset: Int

  init(_ diagnostic: Diagnostic) { self.init(key: FindingKey(diagnostic), offset: diagnostic.range.lowerBound) }

  private init(key: FindingKey, offset: Int) {
    self.key = key
    self.offset = offset
  }

  func moved(to offset: Int) -> Skip { Skip(key: key, offset: offset) }
}
