/// Lints one file after another on one thread.
public final class LintSession {
  private let linter: Linter
  private let reader: BlockReader
  private var features = FeatureScan()
  /// For each bit of a block's features, the bits of the rules that wait for it; the last is for rules that are always asked.
  private let waiting: [UInt64]

  init(_ linter: Linter) {
    self.linter = linter
    reader = BlockReader(abbreviations: linter.language.abbreviations)
    waiting = (0..<32).map { bit in
      linter.triggers.enumerated().reduce(0) { bits, trigger in
        let waits = bit == 31 ? trigger.element.isAlways : trigger.element.features.rawValue >> UInt32(bit) & 1 == 1
        return waits ? bits | 1 << UInt64(trigger.offset) : bits
      }
    }
  }

  /// What is wrong with a text. Any text can be linted.
  public func lint(_ source: Source, as format: DocumentFormat) -> LintResult {
    // Locals, since the stored properties of a class are checked for exclusive access each time.
    var document = DocumentPass(source: source, format: format, linter: linter)
    var features = features
    let (linter, reader, waiting) = (linter, reader, waiting)
    let lexicon = linter.language.lexicon
    reader.reset()
    var scanner = DocumentScanner(format)
    scanner.scan(source) { kind, pieces in
      reader.read(kind, pieces, of: source, intern: { lexicon.intern($0, $1, $2, $3) }) { block in
        let found = features.features(of: block)
        document.words += block.tokens.words
        document.check(block, asked: Self.asked(found.rawValue | 1 << 31, waiting))
      }
    }
    self.features = features
    return document.finish(comments: scanner.comments(in: source))
  }

  /// A bit for each coded rule that is to be asked about a block.
  private static func asked(_ features: UInt32, _ waiting: [UInt64]) -> UInt64 {
    var asked: UInt64 = 0
    var rest = features
    while rest != 0 {
      asked |= waiting[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return asked
  }
}

/// One document on its way through the rules.
private struct DocumentPass {
  private let linter: Linter
  private let context: Context
  // SAFETY: the linter holds the rules. Counting references to them was an eighth of the time.
  private let rules: [Unmanaged<ActiveRule>]
  private let documentRules: [Unmanaged<ActiveDocumentRule>]
  private let builder: DiagnosticBuilder
  var words = 0
  private var diagnostics: [Diagnostic] = []
  /// What is told only if the document is garbled without it.
  private var unsure: [Diagnostic] = []
  /// Of rules that wait for the whole document.
  private var pending: [(diagnostic: Diagnostic, set: Int, condition: DocumentCondition)] = []
  private var facts: [DocumentFacts]
  private var matchers: [RuleSetMatcher]

  init(source: Source, format: DocumentFormat, linter: Linter) {
    self.linter = linter
    context = linter.context
    rules = linter.rules.map(Unmanaged.passUnretained)
    documentRules = linter.documentRules.map(Unmanaged.passUnretained)
    builder = DiagnosticBuilder(source: source, format: format)
    facts = Array(repeating: DocumentFacts(), count: linter.documentRules.count)
    matchers = linter.ruleSets.map { RuleSetMatcher($0.rules, language: linter.language, dictionary: linter.dictionary) }
  }

  /// - Parameter asked: a bit for each coded rule that is to look at the block.
  mutating func check(_ block: Block, asked: UInt64) {
    var rest = asked
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      rest &= rest &- 1
      if i < rules.count { ask(rules[i], block) } else { gather(i - rules.count, block) }
    }
    for i in matchers.indices {
      var waiting: [(Diagnostic, DocumentCondition)] = []
      matchers[i].check(block) { match in
        let diagnostic = builder.diagnostic(match, in: block, linter.ruleSets[i].stamps[match.rule])
        if let condition = match.condition { waiting.append((diagnostic, condition)) } else { diagnostics.append(diagnostic) }
      }
      for (diagnostic, condition) in waiting { pending.append((diagnostic, i, condition)) }
    }
  }

  private mutating func ask(_ rule: Unmanaged<ActiveRule>, _ block: Block) {
    rule._withUnsafeGuaranteedRef { rule in
      rule.check(block, context) { take($0, builder.diagnostic($0, in: block, rule.stamp)) }
    }
  }

  private mutating func gather(_ i: Int, _ block: Block) {
    documentRules[i]._withUnsafeGuaranteedRef { $0.gather(block, context, &facts[i]) }
  }

  private mutating func take(_ finding: Finding, _ diagnostic: Diagnostic) {
    if finding.waitsForGarbles { unsure.append(diagnostic) } else { diagnostics.append(diagnostic) }
  }

  mutating func finish(comments: [Comment]) -> LintResult {
    for (i, active) in linter.documentRules.enumerated() where !facts[i].all.isEmpty {
      var found: [(Finding, Diagnostic)] = []
      active.judge(facts[i], words: words, context) { found.append(($0, builder.diagnostic($0, in: nil, active.stamp))) }
      for (finding, diagnostic) in found { take(finding, diagnostic) }
    }
    if !pending.isEmpty || !unsure.isEmpty { judgePending() }
    return LintResult(diagnostics: diagnostics.isEmpty ? [] : linter.resolver.resolve(diagnostics), words: words, comments: comments)
  }

  /// Takes in what waited for the document, if that is as it should be. Whether it is garbled is told by what does not ask for that.
  private mutating func judgePending() {
    var doubtful: [Diagnostic] = []
    for (diagnostic, set, condition) in pending where matchers[set].holds(condition, words: words) {
      if matchers[set].waitsForGarbles(condition) { doubtful.append(diagnostic) } else { diagnostics.append(diagnostic) }
    }
    doubtful += unsure
    guard !doubtful.isEmpty, linter.readsExamples || isGarbled else { return }
    diagnostics += doubtful
  }

  private var isGarbled: Bool {
    linter.takesAllForGarbled || GarbledDocument.isGarbled(by: linter.resolver.resolve(diagnostics), words: words)
  }
}
