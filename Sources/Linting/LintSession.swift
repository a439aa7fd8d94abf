/// Lints one file after another on one thread.
public final class LintSession {
  private let linter: Linter
  private let reader: BlockReader
  private var features = FeatureScan()
  private let triggerFeatures: [UInt32]

  init(_ linter: Linter) {
    self.linter = linter
    reader = BlockReader(abbreviations: linter.language.abbreviations)
    triggerFeatures = linter.triggers.map { $0.isAlways ? UInt32.max : $0.features.rawValue }
  }

  /// What is wrong with a text. Any text can be linted.
  public func lint(_ source: Source, as format: DocumentFormat) -> LintResult {
    // Locals, since the stored properties of a class are checked for exclusive access each time.
    var document = DocumentPass(source: source, format: format, linter: linter)
    var features = features
    let (linter, reader, triggerFeatures) = (linter, reader, triggerFeatures)
    reader.reset()
    var scanner = DocumentScanner(format)
    scanner.scan(source) { kind, pieces in
      reader.read(kind, pieces, of: source, intern: { linter.language.lexicon.intern($0, $1) }) { block in
        let (found, words, triggered) = features.scan(block, words: linter.triggerWords)
        document.words += words
        document.check(block, asked: Self.asked(found.rawValue | 1 << 31, triggered, triggerFeatures))
      }
    }
    self.features = features
    return document.finish(comments: scanner.comments(in: source))
  }

  /// A bit for each coded rule that is to be asked about a block.
  private static func asked(_ features: UInt32, _ triggered: UInt64, _ triggerFeatures: [UInt32]) -> UInt64 {
    var asked = triggered
    for i in 0..<triggerFeatures.count where triggerFeatures[i] & features != 0 { asked |= 1 << UInt64(i) }
    return asked
  }
}

/// One document on its way through the rules.
private struct DocumentPass {
  private let linter: Linter
  private let context: Context
  private let builder: DiagnosticBuilder
  var words = 0
  private var diagnostics: [Diagnostic] = []
  /// Of rules that wait for the whole document.
  private var pending: [(diagnostic: Diagnostic, set: Int, condition: DocumentCondition)] = []
  private var facts: [[DocumentFact]]
  private var matchers: [RuleSetMatcher]

  init(source: Source, format: DocumentFormat, linter: Linter) {
    self.linter = linter
    context = linter.context
    builder = DiagnosticBuilder(source: source, format: format)
    facts = Array(repeating: [], count: linter.documentRules.count)
    matchers = linter.ruleSets.map { RuleSetMatcher($0.rules, language: linter.language, dictionary: linter.dictionary) }
  }

  /// - Parameter asked: a bit for each coded rule that is to look at the block.
  mutating func check(_ block: Block, asked: UInt64) {
    var found: [Diagnostic] = []
    var rest = asked
    while rest != 0 {
      let i = rest.trailingZeroBitCount
      rest &= rest &- 1
      if i < linter.rules.count {
        let active = linter.rules[i]
        active.rule.check(block, in: context) { found.append(builder.diagnostic($0, in: block, active.stamp)) }
      } else {
        gather(i - linter.rules.count, block)
      }
    }
    for i in matchers.indices {
      var waiting: [(Diagnostic, DocumentCondition)] = []
      matchers[i].check(block) { match in
        let diagnostic = builder.diagnostic(match, in: block, linter.ruleSets[i].stamps[match.rule])
        if let condition = match.condition { waiting.append((diagnostic, condition)) } else { found.append(diagnostic) }
      }
      for (diagnostic, condition) in waiting { pending.append((diagnostic, i, condition)) }
    }
    if !found.isEmpty { diagnostics += found }
  }

  private mutating func gather(_ i: Int, _ block: Block) {
    var found: [DocumentFact] = []
    linter.documentRules[i].rule.gather(block, in: context) { found.append($0) }
    facts[i] += found.prefix(DocumentFact.limit - facts[i].count)
  }

  mutating func finish(comments: [Comment]) -> LintResult {
    for (i, active) in linter.documentRules.enumerated() where !facts[i].isEmpty {
      var found: [Diagnostic] = []
      active.rule.judge(facts[i], words: words, in: context) { found.append(builder.diagnostic($0, in: nil, active.stamp)) }
      diagnostics += found
    }
    for (diagnostic, set, condition) in pending where matchers[set].holds(condition, words: words) { diagnostics.append(diagnostic) }
    return LintResult(diagnostics: diagnostics.isEmpty ? [] : linter.resolver.resolve(diagnostics), words: words, comments: comments)
  }
}
