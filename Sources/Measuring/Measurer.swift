import MTLint

/// Lints texts of known kinds and counts what rules find in them.
///
/// A file is read at a time. What comes out depends on the texts and rules alone, never on the order of files.
public struct Measurer {
  private let options: MeasureOptions
  private let linter: Linter
  private let session: LintSession
  private var figures: Measurement
  /// The place of each rule in `figures.rules`.
  private let indices: [String: Int]
  /// By rule, then by kind of text.
  private var samples: [[QuotedHit.Text: Sample]]

  public init(_ catalogue: RuleCatalogue, _ options: MeasureOptions) {
    self.options = options
    linter = Linter(catalogue, selection: options.selection)
    session = linter.makeSession()
    let active = linter.activeRules
    figures = Measurement(rules: catalogue.headers.filter { active.contains($0.id) }.map { .init(id: $0.id, tier: $0.tier) })
    indices = Dictionary(figures.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let empty = Dictionary(uniqueKeysWithValues: QuotedHit.Text.allCases.map { ($0, Sample(limit: options.examples)) })
    samples = Array(repeating: empty, count: figures.rules.count)
  }

  /// Measures everything.
  ///
  /// - Throws: `MeasureError` for a file that cannot be read or is not what it was given as; it names the file.
  public static func run(
    _ catalogue: RuleCatalogue, _ options: MeasureOptions, progress: (MeasureProgress) -> Void = { _ in }
  ) throws -> Measurement {
    var measurer = Measurer(catalogue, options)
    return try measurer.run(progress)
  }

  private mutating func run(_ progress: (MeasureProgress) -> Void) throws -> Measurement {
    let plain = try [(QuotedHit.Text.clean, options.clean), (.machine, options.machine), (.reference, options.reference)].map {
      ($0, try TextFiles.paths($1, where: TextFiles.isPlain))
    }
    let pairs = try TextFiles.paths(options.pairs, where: TextFiles.isPairs)
    let articles = try TextFiles.paths(options.articles, where: TextFiles.isAnnotated)
    let files = plain.reduce(0) { $0 + $1.1.count } + pairs.count + articles.count
    var file = 0
    func next(_ path: String) {
      file += 1
      progress(MeasureProgress(path: path, file: file, files: files))
    }
    for (kind, paths) in plain {
      for path in paths {
        next(path)
        try measure(path, as: kind)
      }
    }
    for path in pairs {
      next(path)
      try measurePairs(path)
    }
    for path in articles {
      next(path)
      try measureArticle(path)
    }
    for i in figures.rules.indices { figures.rules[i].examples = QuotedHit.Text.allCases.flatMap { samples[i][$0]!.hits } }
    figures.families.sort { $0.family < $1.family }
    figures.texts.sort { $0.path < $1.path }
    return figures
  }

  // MARK: Running text

  private mutating func measure(_ path: String, as kind: QuotedHit.Text) throws {
    let file = try TextFiles.read(path)
    let format = DocumentFormat(path: path)
    figures[kind].files += 1
    var text = Measurement.TextFigures(path: path)
    defer { if kind != .clean { figures.texts.append(text) } }
    try TextFiles.forEachDocument(of: file) { source, linesBefore in
      let result = session.lint(source, as: format)
      figures[kind].documents += 1
      figures[kind].words += result.words
      text.add(words: result.words, hits: result.diagnostics.count, in: kind)
      guard !result.diagnostics.isEmpty else { return }
      let lines = LineMap(source)
      for diagnostic in result.diagnostics {
        let line = lines.line(at: diagnostic.range.lowerBound)
        count(Hit(diagnostic: diagnostic, source: source, line: lines.range(ofLine: line)), in: kind) { line + linesBefore }
      }
    }
  }

  private mutating func count(_ hit: Hit, in kind: QuotedHit.Text, lineNumber: () -> Int) {
    guard let i = indices[hit.diagnostic.rule] else { return }
    figures.rules[i][kind] += 1
    samples[i][kind]!.offer(hit, in: kind, lineNumber: lineNumber)
  }

  // MARK: Sentence pairs

  private mutating func measurePairs(_ path: String) throws {
    let pairs = try SentencePairs(TextFiles.read(path))
    figures.pairs.files += 1
    figures.pairs.documents += pairs.count
    var text = Measurement.TextFigures(path: path)
    measure(pairs.machine, as: .machine, against: pairs.postEdit, &text)
    measure(pairs.postEdit, as: .reference, against: nil, &text)
    figures.texts.append(text)
  }

  private mutating func measure(
    _ column: SentencePairs.Column, as kind: QuotedHit.Text, against postEdit: SentencePairs.Column?, _ text: inout Measurement.TextFigures
  ) {
    let result = session.lint(column.source, as: .text)
    text.add(words: result.words, hits: result.diagnostics.count, in: kind)
    figures[kind].documents += 1
    figures[kind].words += result.words
    if postEdit != nil { figures.pairs.words += result.words }
    for diagnostic in result.diagnostics {
      let row = column.row(at: diagnostic.range.lowerBound)
      var hit = Hit(diagnostic: diagnostic, source: column.source, line: column.range(ofRow: row))
      if let postEdit {
        let edited = postEdit.source.text(postEdit.range(ofRow: row))
        hit.postEdit = edited
        hit.effect = effect(of: hit, edited)
        if let effect = hit.effect, let i = indices[diagnostic.rule] { figures.rules[i].add(effect, of: diagnostic.fixes[0]) }
      }
      count(hit, in: kind) { row + 2 }
    }
  }

  /// What the first fix alone does to the sentence; nil without one, and for one that reaches beyond the sentence.
  private func effect(of hit: Hit, _ postEdit: String) -> QuotedHit.Effect? {
    guard let fix = hit.diagnostic.fixes.first, fix.edits.allSatisfy({ hit.line.contains($0.range) }) else { return nil }
    let sentence = hit.source.text(hit.line)
    let edits = fix.edits.map {
      Edit($0.range.lowerBound - hit.line.lowerBound..<$0.range.upperBound - hit.line.lowerBound, $0.replacement)
    }
    guard let fixed = try? Source(sentence).applying(edits) else { return nil }
    let target = WordDistance(postEdit)
    let before = WordDistance(sentence).distance(to: target)
    let after = WordDistance(String(decoding: fixed, as: UTF8.self)).distance(to: target)
    return after < before ? .closer : after > before ? .further : .same
  }

  // MARK: Annotated articles

  private mutating func measureArticle(_ path: String) throws {
    let article = try self.article(path)
    let result = session.lint(article.source, as: article.format)
    let score = ArticleScore(article.markup, result.diagnostics)
    figures.articles.files += 1
    figures.articles.documents += 1
    figures.articles.words += result.words
    for verdict in score.verdicts {
      for rule in verdict.foundBy { if let i = indices[rule] { figures.rules[i].articles.found += 1 } }
      for rule in verdict.repairedBy { if let i = indices[rule] { figures.rules[i].articles.repaired += 1 } }
      if !verdict.isFound, let rule = verdict.mark.rule, let i = indices[rule] { figures.rules[i].articles.missed += 1 }
      figures.add(verdict)
    }
    for finding in score.falseFindings { if let i = indices[finding.rule] { figures.rules[i].articles.false += 1 } }
  }

  private func article(_ path: String) throws -> Article {
    do {
      return try Article(TextFiles.read(path))
    } catch let error as CriticMarkupError {
      throw MeasureError("\(path):\(error)")
    }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}

extension Measurement {
  fileprivate subscript(text: QuotedHit.Text) -> Amount {
    get {
      switch text {
      case .machine: machine
      case .reference: reference
      case .clean: clean
      }
    }
    set {
      switch text {
      case .machine: machine = newValue
      case .reference: reference = newValue
      case .clean: clean = newValue
      }
    }
  }

  fileprivate mutating func add(_ verdict: ArticleScore.Verdict) {
    let family = verdict.mark.family ?? ""
    let i = families.firstIndex { $0.family == family } ?? families.count
    if i == families.count { families.append(FamilyMarks(family: family)) }
    if verdict.isFound { families[i].marks.found += 1 } else { families[i].marks.missed += 1 }
    if verdict.isRepaired { families[i].marks.repaired += 1 }
  }
}

extension Measurement.TextFigures {
  fileprivate mutating func add(words: Int, hits: Int, in kind: QuotedHit.Text) {
    switch kind {
    case .machine:
      machineWords += words
      machine += hits
    case .reference:
      referenceWords += words
      reference += hits
    case .clean: break
    }
  }
}

extension Measurement.RuleFigures {
  fileprivate subscript(text: QuotedHit.Text) -> Int {
    get {
      switch text {
      case .machine: machine
      case .reference: reference
      case .clean: clean
      }
    }
    set {
      switch text {
      case .machine: machine = newValue
      case .reference: reference = newValue
      case .clean: clean = newValue
      }
    }
  }

  fileprivate mutating func add(_ effect: QuotedHit.Effect, of fix: Fix) {
    if fix.applicability == .safe { safe.add(effect) } else { suggested.add(effect) }
  }
}

extension Measurement.Effects {
  fileprivate mutating func add(_ effect: QuotedHit.Effect) {
    switch effect {
    case .closer: closer += 1
    case .same: same += 1
    case .further: further += 1
    }
  }
}
