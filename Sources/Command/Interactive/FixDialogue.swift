import MTLReporting
import MTLint

/// The talk about one text: keys in, words for the terminal out. It neither reads nor writes.
struct FixDialogue {
  enum End: Equatable {
    /// Nothing is left to ask: on to the next file.
    case done
    /// The rest is left as it is, and so are all files to come.
    case quit
    /// Nothing of this file is kept.
    case abandoned
  }

  /// What a key came to.
  struct Reaction {
    var output: [UInt8] = []
    var end: End?
  }

  private enum Mode {
    case asking
    case editing(LineEditor)
  }

  private(set) var session: FixSession
  private let options: ReportOptions
  private var mode = Mode.asking

  init(_ session: FixSession, _ options: ReportOptions) {
    self.session = session
    self.options = options
  }

  /// The question there is, or what to do when there is none.
  ///
  /// - Parameter width: columns of the terminal by now.
  func prompt(width: Int) -> [UInt8] {
    var output: [UInt8] = []
    let reporter = reporter(width)
    output += "\n".utf8
    if let question = session.question {
      reporter.write(question, of: session.source, into: &output)
      reporter.write(choices: Self.choices(question, session.canUndo), into: &output)
    } else {
      reporter.write("Nothing is left to ask: \(sum).", into: &output)
      reporter.write(choices: ["Enter write"] + (session.canUndo ? ["u undo"] : []) + ["x abandon", "? help"], into: &output)
    }
    if case .editing(let editor) = mode { output += Self.field(editor, width) }
    return output
  }

  mutating func press(_ key: Key, width: Int) -> Reaction {
    switch (mode, key) {
    case (_, .endOfInput): return Reaction(end: .abandoned)
    case (_, .redraw), (_, .suspend): return Reaction(output: Array("\n".utf8) + prompt(width: width))
    case (.editing(let editor), _): return edit(editor, key, width)
    case (.asking, .interrupt), (.asking, .character("x")): return Reaction(output: Array("\n".utf8), end: .abandoned)
    case (.asking, .character("q")): return Reaction(output: Array("\n".utf8), end: .quit)
    case (.asking, .character("u")):
      guard session.undo() else { return Self.bell }
      return say("taken back", width)
    case (.asking, .character("?")), (.asking, .character("h")): return help(width)
    case (.asking, .enter) where session.question == nil: return Reaction(end: .done)
    case (.asking, .character(let character)) where session.question != nil: return answer(character, width)
    default: return Self.bell
    }
  }

  // MARK: Answers

  private mutating func answer(_ character: Character, _ width: Int) -> Reaction {
    guard let question = session.question else { return Self.bell }
    let outcome: FixSession.Outcome
    switch character {
    case "s": outcome = session.answer(.skip)
    case "r": outcome = session.answer(.skipRule)
    case "a": outcome = session.answer(.addWord)
    case "e":
      let editor = LineEditor(session.source.text(question.place))
      mode = .editing(editor)
      var output: [UInt8] = []
      reporter(width).write(choices: ["your own wording:", "Enter accept", "Esc back"], into: &output)
      return Reaction(output: output + Self.field(editor, width))
    default:
      guard let number = character.wholeNumberValue, question.fixes.indices.contains(number - 1) else { return Self.bell }
      outcome = session.answer(.repair(number - 1))
    }
    return tell(outcome, question, width)
  }

  private mutating func edit(_ old: LineEditor, _ key: Key, _ width: Int) -> Reaction {
    var editor = old
    switch key {
    case .enter:
      guard let question = session.question else { return Self.bell }
      mode = .asking
      let outcome = session.answer(.write(editor.text))
      return tell(outcome, question, width, after: "\n")
    case .escape, .interrupt:
      mode = .asking
      return Reaction(output: Array("\n".utf8) + prompt(width: width))
    default:
      guard editor.press(key) else { return Self.bell }
      mode = .editing(editor)
      return Reaction(output: Self.field(editor, width))
    }
  }

  private func tell(_ outcome: FixSession.Outcome, _ question: FixSession.Question, _ width: Int, after: String = "") -> Reaction {
    let rule = question.diagnostic.rule
    let text =
      switch outcome {
      case .repaired(still: false): "repaired"
      case .repaired(still: true): "repaired, but \(rule) is still there"
      case .skipped(1): "skipped"
      case .skipped(let count): "skipped, and \(count - 1) more of \(rule)"
      case .added(let word, let count): "“\(word)” comes into the dictionary: \(count == 1 ? "1 finding" : "\(count) findings") fewer"
      case .unchanged: "nothing changed"
      case .noWord: "the dictionary has no say about \(rule); skip it instead"
      }
    return say(text, width, after: after)
  }

  private func say(_ text: String, _ width: Int, after: String = "") -> Reaction {
    var output = Array(after.utf8)
    reporter(width).write("→ " + text, into: &output)
    return Reaction(output: output + prompt(width: width))
  }

  // MARK: Words

  private static let bell = Reaction(output: [0x07])

  private func reporter(_ width: Int) -> QuestionReporter {
    QuestionReporter(ReportOptions(width: width, isColored: options.isColored))
  }

  private static func choices(_ question: FixSession.Question, _ canUndo: Bool) -> [String] {
    let count = question.fixes.count
    return (count == 0 ? [] : [count == 1 ? "1 repair" : "1–\(count) repair"])
      + ["e own wording", "s skip", "r skip rule", "a add to dictionary"] + (canUndo ? ["u undo"] : [])
      + ["q quit and keep", "x abandon", "? help"]
  }

  /// What was decided so far.
  var sum: String {
    var parts = [session.repairs == 1 ? "1 repair" : "\(session.repairs) repairs"]
    let skipped = session.skipped.count
    parts.append("\(skipped) skipped")
    if !session.words.isEmpty { parts.append(session.words.count == 1 ? "1 word added" : "\(session.words.count) words added") }
    return parts.joined(separator: ", ")
  }

  private static func field(_ editor: LineEditor, _ width: Int) -> [UInt8] {
    let field = InputField(before: editor.before, after: editor.after, columns: width - 4)
    // The row is cleared and written again; then the cursor goes to its column.
    return Array("\r\u{1B}[K  > ".utf8) + field.bytes + Array("\r\u{1B}[\(field.cursor + 4)C".utf8)
  }

  private static let helpLines = [
    "1–9  the repair of that number is written into the text",
    "e    write what shall stand there yourself; the line begins with what stands there now. Arrows, Ctrl-A and Ctrl-E move, Ctrl-U and "
      + "Ctrl-W erase, Enter accepts, Esc leaves it. Markup is yours to escape",
    "s    leave it as it is; it is remembered, and not asked again (--show-skipped does)",
    "r    the same for all findings of this rule; files to come are not asked about it either",
    "a    the garble is a word, a name or a phrase of the project: it goes into \(ProjectWords.fileName)",
    "u    take the last answer back, as often as there are answers",
    "q    quit: what was decided is written, the rest stays as it is",
    "x    abandon: this file stays as it was (Ctrl-C does the same)",
  ]

  private func help(_ width: Int) -> Reaction {
    var output = Array("\n".utf8)
    for line in Self.helpLines { reporter(width).write(line, hanging: 5, into: &output) }
    return Reaction(output: output + prompt(width: width))
  }
}
