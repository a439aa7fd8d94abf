/// The suppressions of a document: HTML comments, in every format, that say which findings not to report.
///
/// - `<!-- mtlint-disable rule … -->` from here to `<!-- mtlint-enable rule … -->`, or to the end of the file. Of several about the same
///   rule, the last one before a finding counts; so a family may be disabled and one of its rules enabled again.
/// - `<!-- mtlint-disable-line rule … -->` in the line in which the comment begins.
/// - `<!-- mtlint-disable-next-line rule … -->` in the line behind the one in which the comment ends.
/// - `<!-- mtlint-disable-file rule … -->` in the whole file, wherever it stands.
///
/// Each names one or several rules or families, or `all`, which does not mean the rules about suppressions. Behind ` -- ` or a colon there
/// may be a reason. A line is what an editor numbers. Of a finding it counts where it begins.
///
/// To look a finding up takes the time of a binary search, however many suppressions there are.
public struct Suppressions: Sendable {
  private struct Directive {
    let kind: SuppressionDirective.Kind
    let names: [String]
    let comment: Range<Int>
    /// Whether it is an `enable` behind which is enabled just what was before it.
    var changesNothing = false
  }

  private struct Line: Hashable {
    let number: Int
    let name: String
  }

  /// Something wrong with a comment itself.
  private struct Remark {
    let rule: RuleInfo
    let range: Range<Int>
    let message: String
    let fix: Fix?
  }

  static let all = "all"

  private let source: Source
  private let known: RuleNames
  private let lines: LineMap?
  private var directives: [Directive] = []
  /// By name, the indices of the directives that begin or end a region, in file order.
  private var switches: [String: [Int]] = [:]
  private var byLine: [Line: Int] = [:]
  private var byFile: [String: Int] = [:]
  private var problems: [Remark] = []

  /// - Parameter comments: those of the source, in file order; without any, nothing is looked at.
  public init(comments: [Comment], in source: Source, known: RuleNames) {
    self.source = source
    self.known = known
    let written = comments.compactMap(SuppressionDirective.init)
    lines = written.isEmpty ? nil : LineMap(source)
    var open = OpenRegions()
    for directive in written { add(directive, &open) }
  }

  /// Whether there is nothing to suppress and nothing wrong.
  public var isEmpty: Bool { directives.isEmpty && problems.isEmpty }

  /// Whether a finding is not to be reported.
  public func covers(_ diagnostic: Diagnostic) -> Bool {
    guard !directives.isEmpty else { return false }
    var isCovered = false
    forEachDirective(covering: diagnostic) { _ in isCovered = true }
    return isCovered
  }

  /// Takes out the findings that are suppressed, and adds those about the suppressions themselves, as far as the selection includes them.
  ///
  /// - Parameters:
  ///   - diagnostics: all findings of the document.
  ///   - didRun: whether the rule with this id looked at the document. A suppression that suppresses nothing is a finding only if all rules
  ///     that it names did.
  /// - Returns: what is to be reported, ordered by offset and rule id, and how many findings were taken out.
  public func apply(
    to diagnostics: [Diagnostic], selection: RuleSelection = RuleSelection(), didRun: (String) -> Bool
  ) -> (kept: [Diagnostic], suppressed: Int) {
    guard !isEmpty else { return (diagnostics, 0) }
    var isUsed = [Bool](repeating: false, count: directives.count)
    var kept = diagnostics.filter { diagnostic in
      var isCovered = false
      forEachDirective(covering: diagnostic) { directive in
        isCovered = true
        isUsed[directive] = true
      }
      return !isCovered
    }
    let own = diagnosed(problems + unused(isUsed, didRun), selection)
    kept += own.filter { !covers($0) }
    let suppressed = diagnostics.count + own.count - kept.count
    if !own.isEmpty { kept.sort { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) } }
    return (kept, suppressed)
  }

  // MARK: Reading

  private mutating func add(_ written: SuppressionDirective, _ open: inout OpenRegions) {
    guard let kind = written.kind else { return misspelt(written.keyword, among: SuppressionDirective.Kind.allCases.map(\.rawValue)) }
    if written.names.isEmpty {
      problem(written.keyword, "“\(kind.rawValue)” must name what it is about: a rule, a family or “all”")
    }
    var names: [String] = []
    var unknown: SuppressionDirective.Word?
    for name in written.names {
      if name.text == Self.all || known.contains(name.text) { names.append(name.text) } else { unknown = unknown ?? name }
    }
    if let unknown { self.unknown(unknown) }
    guard !names.isEmpty else { return }
    var directive = Directive(kind: kind, names: names, comment: written.comment.range)
    if kind == .disable {
      for name in names { open.open(name) }
    }
    if kind == .enable { directive.changesNothing = names.filter { open.close($0) }.isEmpty }
    file(directive)
  }

  private mutating func file(_ directive: Directive) {
    let index = directives.count
    directives.append(directive)
    for name in directive.names {
      switch directive.kind {
      case .disable, .enable: switches[name, default: []].append(index)
      case .disableFile: if byFile[name] == nil { byFile[name] = index }
      case .disableLine: file(index, name, at: lines?.line(at: directive.comment.lowerBound))
      case .disableNextLine: file(index, name, at: lines.map { $0.line(at: directive.comment.upperBound) + 1 })
      }
    }
  }

  private mutating func file(_ index: Int, _ name: String, at line: Int?) {
    guard let line else { return }
    let key = Line(number: line, name: name)
    if byLine[key] == nil { byLine[key] = index }
  }

  // MARK: Looking up

  private func forEachDirective(covering diagnostic: Diagnostic, _ body: (Int) -> Void) {
    let family = String(diagnostic.rule.prefix { $0 != "/" })
    let names = [diagnostic.rule, family] + (family == Self.family ? [] : [Self.all])
    if !byFile.isEmpty { names.compactMap { byFile[$0] }.forEach(body) }
    if !byLine.isEmpty, let lines {
      let line = lines.line(at: diagnostic.range.lowerBound)
      names.compactMap { byLine[Line(number: line, name: $0)] }.forEach(body)
    }
    if !switches.isEmpty, let last = names.compactMap({ lastSwitch(of: $0, before: diagnostic.range.lowerBound) }).max(),
      directives[last].kind == .disable
    {
      body(last)
    }
  }

  private func lastSwitch(of name: String, before offset: Int) -> Int? {
    guard let indices = switches[name] else { return nil }
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if directives[indices[middle]].comment.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : indices[low - 1]
  }

  // MARK: Findings

  private func unused(_ isUsed: [Bool], _ didRun: (String) -> Bool) -> [Remark] {
    var ran: [String: Bool] = [:]
    func didAllRun(_ name: String) -> Bool {
      if let known = ran[name] { return known }
      let result = name == Self.all ? known.all.allSatisfy(didRun) : known.ids(of: name).allSatisfy(didRun)
      ran[name] = result
      return result
    }
    return zip(directives, isUsed).compactMap { directive, isUsed in
      if directive.kind == .enable {
        return directive.changesNothing ? unused(directive, "What this comment enables is not disabled here") : nil
      }
      guard !isUsed, !directive.names.contains(where: Self.isOwn), directive.names.allSatisfy(didAllRun) else { return nil }
      return unused(directive, "This comment suppresses nothing")
    }
  }

  private static func isOwn(_ name: String) -> Bool { name == family || name.hasPrefix(family + "/") }

  private func unused(_ directive: Directive, _ message: String) -> Remark {
    let removal = Edit.removal(ofComment: directive.comment, from: source)
    let fix = Fix(title: "", applicability: .suggested, edits: [removal])
    return Remark(rule: Self.unused, range: directive.comment, message: message, fix: fix)
  }

  private mutating func misspelt(_ word: SuppressionDirective.Word, among names: [String]) {
    let nearest = Spelling.nearest(to: word.text, among: names)
    problem(word, "\(quoted(word.text)) is no suppression", nearest: nearest)
  }

  private mutating func unknown(_ word: SuppressionDirective.Word) {
    // A proposal means a look at every name there is: enough for people, bounded for files made by machines.
    let nearest = problems.count < 100 ? word.text == "*" ? Self.all : known.nearest(to: word.text) : nil
    let hint = nearest == nil ? "; a reason stands behind “ -- ”" : ""
    problem(word, "\(quoted(word.text)) is neither a rule nor a family" + hint, nearest: nearest)
  }

  private mutating func problem(_ word: SuppressionDirective.Word, _ message: String, nearest: String? = nil) {
    let fix = nearest.map { Fix(title: $0, applicability: .suggested, edits: [Edit(word.range, $0)]) }
    let remedy = nearest.map { "; did you mean “\($0)”?" } ?? ""
    problems.append(Remark(rule: Self.invalid, range: word.range, message: message + remedy, fix: fix))
  }

  /// Diagnostics for the remarks of selected rules, with the severity that was selected.
  private func diagnosed(_ remarks: [Remark], _ selection: RuleSelection) -> [Diagnostic] {
    remarks.compactMap { remark in
      let rule = remark.rule
      guard selection.includes(rule) else { return nil }
      return Diagnostic(
        rule: rule.id, severity: selection.severity(of: rule), category: rule.category, precedence: rule.precedence, range: remark.range,
        message: remark.message, text: source.text(remark.range), fixes: remark.fix.map { [$0] } ?? [])
    }
  }
}
