import MTLint

/// How findings in the garbled side of an annotated article compare with its marks.
///
/// A mark is *found* if a finding stands in its place: overlaps it, or, where text is missing or too much, touches the words next to it in
/// the same line. It is *repaired* if one of that finding’s fixes, applied alone, puts the mark’s repair or one of its alternatives there
/// and changes nothing else, other marks’ repairs excepted: so a narrower or wider edit counts as well, and one finding may repair several
/// marks. A finding in no mark’s place is *false*.
public struct ArticleScore: Sendable {
  /// What became of one mark.
  public struct Verdict: Sendable {
    public let mark: CriticMarkup.Mark
    /// Rules of the findings in the mark’s place, in order, each once.
    public fileprivate(set) var foundBy: [String] = []
    /// Those whose fixes repair it.
    public fileprivate(set) var repairedBy: [String] = []

    public var isFound: Bool { !foundBy.isEmpty }
    public var isRepaired: Bool { !repairedBy.isEmpty }
  }

  /// One for each mark that changes something, in order.
  public private(set) var verdicts: [Verdict]
  /// Findings where the annotator changed nothing.
  public private(set) var falseFindings: [Diagnostic] = []
  /// Findings in a mark’s place whose every fix puts something else there than the annotator would.
  public private(set) var misrepaired: [Diagnostic] = []

  public var found: Int { verdicts.count { $0.isFound } }
  public var repaired: Int { verdicts.count { $0.isRepaired } }
  public var missed: [CriticMarkup.Mark] { verdicts.filter { !$0.isFound }.map(\.mark) }

  /// - Parameter diagnostics: of the garbled side.
  public init(_ markup: CriticMarkup, _ diagnostics: [Diagnostic]) {
    let trial = FixTrial(markup)
    verdicts = trial.marks.map { Verdict(mark: $0) }
    for diagnostic in diagnostics {
      let hit = trial.marks(at: diagnostic.range)
      guard !hit.isEmpty else {
        falseFindings.append(diagnostic)
        continue
      }
      let repaired = trial.marksRepaired(by: diagnostic)
      for i in Set(hit).union(repaired) { verdicts[i].foundBy.appendOnce(diagnostic.rule) }
      for i in repaired { verdicts[i].repairedBy.appendOnce(diagnostic.rule) }
      if repaired.isEmpty, !diagnostic.fixes.isEmpty { misrepaired.append(diagnostic) }
    }
  }
}

extension [String] {
  fileprivate mutating func appendOnce(_ text: String) {
    if !contains(text) { append(text) }
  }
}
