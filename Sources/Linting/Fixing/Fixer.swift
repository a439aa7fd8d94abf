/// Repairs a text in memory, and takes nothing for a repair that linting does not confirm.
///
/// The fixes of all findings are applied together and the result is linted again. They stand only if every finding that they are for is
/// gone and nothing is found that was not there before; else those in lines without objection are tried by themselves, and of the others
/// half of each line, down to single fixes. This is repeated until nothing stands any more. So findings only fall, bytes outside the edits
/// are as they were, and fixing what was fixed changes nothing.
public struct Fixer {
  /// Which fixes are applied.
  public enum Scope: Sendable {
    /// Those that cannot make a text worse.
    case safe
    /// Suggested ones as well: of each finding the first fix.
    case suggested
  }

  /// How often one text is linted at most: where fixes stand in each other’s way, what was not tried by then is not applied.
  public static let limit = 500
  /// How many bytes are linted at most on behalf of one text, so that a large file is done in seconds too; but sixteen rounds in any case.
  private static let byteLimit = 64 << 20

  private static func budget(for source: Source) -> Int { max(16, min(limit, byteLimit / max(1, source.count))) }

  private let scope: Scope
  private let lint: (Source) -> LintResult

  /// - Parameter lint: what is to be reported about a text, suppressions applied, so that suppressed places are never touched. It must
  ///   say the same of the same text.
  public init(_ scope: Scope = .safe, lint: @escaping (Source) -> LintResult) {
    self.scope = scope
    self.lint = lint
  }

  /// Applies fixes until none is left that makes the text better.
  public func fix(_ source: Source) -> FixResult { fix(source, reported: lint(source)) }

  /// As `fix(_:)`, for a text whose findings are known.
  public func fix(_ source: Source, reported result: LintResult) -> FixResult {
    var state = State(source: source, result: result)
    var applied: [AppliedFix] = []
    var budget = Self.budget(for: source)
    for pass in 0..<Self.limit {
      var trial = Pass(base: state, scope: scope, budget: budget, lint: lint)
      trial.run()
      budget = trial.budget
      applied += trial.applied(pass)
      guard !trial.standing.isEmpty, budget > 0 else {
        return FixResult(source: trial.state.source, applied: applied, notApplied: trial.notApplied, remaining: trial.state.result)
      }
      state = trial.state
    }
    preconditionFailure("a pass in which something stands lints at least once")
  }

  /// A text and what is found in it.
  fileprivate struct State {
    let source: Source
    let result: LintResult
  }
}

/// Tries the fixes that one report offers. All edits hold for `base`.
private struct Pass {
  private let base: Fixer.State
  private let scope: Fixer.Scope
  private let lint: (Source) -> LintResult
  /// In the order of the text; fixes go by their numbers here.
  private let offered: [Candidate]
  private(set) var budget: Int
  private(set) var standing: Set<Int> = []
  private var refused: [Int: RefusedFix.Reason] = [:]
  /// The text with the fixes that stand.
  private(set) var state: Fixer.State
  private lazy var regions = Regions(base.source)

  init(base: Fixer.State, scope: Fixer.Scope, budget: Int, lint: @escaping (Source) -> LintResult) {
    self.base = base
    self.scope = scope
    self.budget = budget
    self.lint = lint
    offered = base.result.diagnostics.compactMap { Candidate($0, scope, in: base.source) }
    state = base
  }

  mutating func run() {
    for i in offered.indices where !offered[i].fix.isWellFormed(in: base.source) { refused[i] = .malformed }
    var undecided = offered.indices.filter { refused[$0] == nil }
    let collisions = Collisions(offered, undecided)
    while !undecided.isEmpty {
      let (kept, waiting) = collisions.settle(undecided)
      attempt(kept)
      // What gave way to a fix that does not stand gets its turn.
      undecided = waiting.filter { i in
        guard let winner = collisions.obstacle(to: i, among: standing) else { return true }
        refused[i] = .overlap(rule: offered[winner].diagnostic.rule)
        return false
      }
    }
  }

  func applied(_ pass: Int) -> [AppliedFix] {
    standing.sorted().map { AppliedFix(diagnostic: offered[$0].diagnostic, fix: offered[$0].fix, pass: pass) }
  }

  /// What was not applied, in the order of the text.
  var notApplied: [RefusedFix] {
    // Where fixes stand beside it, places have moved, and the limit is why there was no other pass.
    guard standing.isEmpty else {
      return state.result.diagnostics.compactMap { diagnostic in
        Candidate(diagnostic, scope, in: state.source).map { RefusedFix(diagnostic: diagnostic, fix: $0.fix, reason: .limit) }
      }
    }
    return refused.sorted { $0.key < $1.key }.map { i, reason in
      RefusedFix(diagnostic: offered[i].diagnostic, fix: offered[i].fix, reason: reason)
    }
  }

  // MARK: Trials

  /// Adds fixes to those that stand, all of them or as many as can be.
  private mutating func attempt(_ candidates: [Int]) {
    guard !candidates.isEmpty else { return }
    guard budget > 0 else { return refuse(candidates, .limit) }
    let trial = standing.union(candidates)
    let edits = trial.flatMap { offered[$0].fix.edits }
    guard let source = try? Source(name: base.source.name, bytes: base.source.applying(edits)) else {
      return divide(candidates, .malformed)
    }
    budget -= 1
    let result = lint(source)
    guard let reason = objection(to: result, candidates) else {
      standing = trial
      state = Fixer.State(source: source, result: result)
      return
    }
    guard candidates.count > 1 else { return refuse(candidates, reason) }
    let objections = localObjections(to: result, OffsetShift(edits), candidates)
    if objections.isEmpty { divide(candidates, reason) } else { sort(candidates, objections, reason) }
  }

  private mutating func divide(_ candidates: [Int], _ reason: RefusedFix.Reason) {
    guard candidates.count > 1 else { return refuse(candidates, reason) }
    let middle = candidates.count / 2
    attempt(Array(candidates[..<middle]))
    attempt(Array(candidates[middle...]))
  }

  /// Tries those that nothing in their regions speaks against, then half of each other region.
  ///
  /// A rule about blocks finds the same in a block whatever stands around it. So of a fix that is alone in its regions it is known by now
  /// that it cannot stand, and regions are halved together. Where a rule looks at the whole document, a fix may be refused for another’s
  /// sake: the text is no worse for it, since nothing stands that was not linted as a whole.
  private mutating func sort(_ candidates: [Int], _ objections: [Int: Diagnostic], _ reason: RefusedFix.Reason) {
    var fixesInRegion: [Int: Int] = [:]
    for i in candidates { for region in regions(of: i) { fixesInRegion[region, default: 0] += 1 } }
    var innocent: [Int] = []
    var contested: [Int: [Int]] = [:]
    for i in candidates {
      let place = regions(of: i)
      guard let extra = place.lazy.compactMap({ objections[$0] }).first else {
        innocent.append(i)
        continue
      }
      if place.allSatisfy({ fixesInRegion[$0] == 1 }) {
        refused[i] = objection(extra, [i])
      } else {
        contested[place.lowerBound, default: []].append(i)
      }
    }
    let first = contested.values.flatMap { $0[..<(($0.count + 1) / 2)] }.sorted()
    let second = contested.values.flatMap { $0[(($0.count + 1) / 2)...] }.sorted()
    guard max(innocent.count, first.count) < candidates.count else { return divide(candidates, reason) }
    attempt(innocent)
    attempt(first)
    attempt(second)
  }

  private mutating func refuse(_ candidates: [Int], _ reason: RefusedFix.Reason) {
    for i in candidates { refused[i] = reason }
  }

  // MARK: Objections

  /// Why `candidates` may not stand; nil if each of them took its finding away and none brought another.
  private func objection(to result: LintResult, _ candidates: [Int]) -> RefusedFix.Reason? {
    var allowed = FindingCounts(state.result.diagnostics)
    for i in candidates { allowed.remove(offered[i].diagnostic) }
    return allowed.firstBeyond(result.diagnostics).map { objection($0, candidates) }
  }

  private func objection(_ extra: Diagnostic, _ candidates: [Int]) -> RefusedFix.Reason {
    let key = FindingKey(extra)
    return candidates.contains { FindingKey(offered[$0].diagnostic) == key } ? .remains : .newFinding(rule: extra.rule, text: extra.text)
  }

  /// By region of `base`, the first finding that should not be there with `candidates`.
  ///
  /// - Parameter shift: from `base` to the text of `result`.
  private mutating func localObjections(to result: LintResult, _ shift: OffsetShift, _ candidates: [Int]) -> [Int: Diagnostic] {
    let regions = regions
    let standingShift = OffsetShift(standing.flatMap { offered[$0].fix.edits })
    var allowed: [LocalKey: Int] = [:]
    for diagnostic in state.result.diagnostics {
      allowed[LocalKey(diagnostic, regions.number(at: standingShift.origin(of: diagnostic.range.lowerBound))), default: 0] += 1
    }
    for i in candidates {
      let diagnostic = offered[i].diagnostic
      allowed[LocalKey(diagnostic, regions.number(at: diagnostic.range.lowerBound)), default: 0] -= 1
    }
    var objections: [Int: Diagnostic] = [:]
    for diagnostic in result.diagnostics {
      let key = LocalKey(diagnostic, regions.number(at: shift.origin(of: diagnostic.range.lowerBound)))
      if let count = allowed[key], count > 0 {
        allowed[key] = count - 1
      } else if objections[key.region] == nil {
        objections[key.region] = diagnostic
      }
    }
    return objections
  }

  /// The regions of `base` in which a finding stands and its fix edits.
  private mutating func regions(of i: Int) -> ClosedRange<Int> {
    let candidate = offered[i]
    let range = candidate.diagnostic.range
    let low = min(range.lowerBound, candidate.fix.edits.first?.range.lowerBound ?? range.lowerBound)
    let high = max(range.upperBound, candidate.fix.edits.last?.range.upperBound ?? range.upperBound)
    return regions.number(at: low)...regions.number(at: max(low, high - 1))
  }
}

/// A finding in a region, wherever in it.
private struct LocalKey: Hashable {
  let region: Int
  let key: FindingKey

  init(_ diagnostic: Diagnostic, _ region: Int) {
    self.region = region
    key = FindingKey(diagnostic)
  }
}
