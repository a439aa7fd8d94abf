/// Holds rules against their own examples.
public struct ExampleTester: Sendable {
  private let catalogue: RuleCatalogue

  public init(_ catalogue: RuleCatalogue) { self.catalogue = catalogue }

  /// The examples of a rule that do not do what they say; empty for a rule that keeps its word.
  public func failures(of info: RuleInfo) -> [ExampleFailure] {
    var selection = RuleSelection()
    selection.only = [info.id]
    let session = Linter(catalogue, selection, [], readsExamples: true).makeSession()
    return info.bad.compactMap { failure(of: $0, info, session) } + info.good.compactMap { failure(ofGood: $0, info, session) }
  }

  private func failure(of example: Example, _ info: RuleInfo, _ session: LintSession) -> ExampleFailure? {
    func failed(_ reason: String) -> ExampleFailure { ExampleFailure(rule: info.id, example: example.marked, reason: reason) }
    guard let marked = MarkedText(example.marked) else { return failed("exactly one part must stand in […]") }
    guard let source = try? Source(marked.text) else { return failed("too long") }
    let found = session.lint(source, as: .text).diagnostics
    guard let diagnostic = found.first(where: { $0.range == marked.range }) else {
      let others = found.map { "“\(source.text($0.range))”" }.joined(separator: ", ")
      return failed("“\(marked.garble)” is not found" + (others.isEmpty ? "" : ", but \(others)"))
    }
    guard let repair = example.repair else { return nil }
    guard let fix = diagnostic.fixes.first else { return failed("no fix is offered instead of “\(repair)”") }
    let repaired = String(decoding: source.applying(fix.edits), as: UTF8.self)
    guard !Self.isExpected(repaired, by: repair, in: marked) else { return nil }
    return failed("the first fix gives “\(fix.title)” instead of “\(repair)”")
  }

  /// Whether a text is the marked one with a repair in its place, without regard to space.
  private static func isExpected(_ repaired: String, by repair: String, in marked: MarkedText) -> Bool {
    var prefix = marked.prefix
    // A deletion before a mark takes the space before it along.
    if repair.isEmpty, let mark = marked.suffix.first, ".,;:!?)".contains(mark) {
      while prefix.hasSuffix(" ") { prefix.removeLast() }
    }
    let rest = repair + marked.suffix
    if words(repaired) == words(prefix + rest) { return true }
    // Repairs are written in lower case; where the garble has a capital, so has what stands there instead.
    guard marked.garble.first?.isUppercase == true else { return false }
    let space = String(rest.prefix { $0 == " " })
    return words(repaired) == words(prefix + space + CaseKeeping.capitalised(String(rest.dropFirst(space.count))))
  }

  private func failure(ofGood text: String, _ info: RuleInfo, _ session: LintSession) -> ExampleFailure? {
    let text = MarkedText.unescaped(text)
    guard let source = try? Source(text) else { return ExampleFailure(rule: info.id, example: text, reason: "too long") }
    guard let found = session.lint(source, as: .text).diagnostics.first else { return nil }
    return ExampleFailure(rule: info.id, example: text, reason: "“\(source.text(found.range))” is found")
  }

  /// Without regard to how much space stands where.
  private static func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
}

/// An example that does not do what it says.
public struct ExampleFailure: Sendable, Hashable {
  public let rule: String
  public let example: String
  public let reason: String
}

/// A text with one part in brackets; `\[` and `\]` are literal, `\n` is a line break.
struct MarkedText {
  let prefix: String
  let garble: String
  let suffix: String

  var text: String { prefix + garble + suffix }
  /// Bytes of the part in brackets.
  var range: Range<Int> { prefix.utf8.count..<prefix.utf8.count + garble.utf8.count }

  /// Nil unless exactly one part stands in brackets.
  init?(_ marked: String) {
    var parts = [""]
    var isEscaped = false
    for character in marked {
      switch character {
      case _ where isEscaped:
        parts[parts.count - 1].append(character == "n" ? "\n" : character)
        isEscaped = false
      case "\\": isEscaped = true
      case "[", "]":
        guard (character == "[") == (parts.count == 1) else { return nil }
        parts.append("")
      default: parts[parts.count - 1].append(character)
      }
    }
    guard parts.count == 3 else { return nil }
    (prefix, garble, suffix) = (parts[0], parts[1], parts[2])
  }

  /// A text without brackets that are marks.
  static func unescaped(_ text: String) -> String {
    text.replacing("\\n", with: "\n").replacing("\\[", with: "[").replacing("\\]", with: "]")
  }
}
