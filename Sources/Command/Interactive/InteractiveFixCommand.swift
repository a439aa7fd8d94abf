import MTLReporting
import MTLint

/// `mtlint fix --interactive`: asks about one finding at a time.
struct InteractiveFixCommand {
  private let arguments: Arguments
  private let paths: [String]
  private let terminal: Terminal
  private let options: ReportOptions
  /// Whether skipped findings are asked about.
  private let showsSkipped: Bool
  private let isQuiet: Bool
  /// Whether what is skipped is remembered, as a file of the project does.
  private let remembers: Bool

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    for other in ["--diff", "--check", "--review", "-o"] where arguments.has(other) || arguments.value(other) != nil {
      throw CommandError("--interactive and \(other) do not go together")
    }
    paths = arguments.operands.isEmpty ? ["."] : arguments.operands
    guard !paths.contains("-") else { throw CommandError("--interactive needs files: from standard input come the answers") }
    terminal = try Terminal()
    options = ReportOptions(isColored: try arguments.isColored())
    showsSkipped = arguments.has("--show-skipped")
    isQuiet = arguments.has("--quiet")
    remembers = !arguments.has("--no-config")
  }

  func run() throws -> ExitStatus {
    var run = Run(reader: try ArticleReader(arguments))
    for path in paths where !run.isOver {
      run.telling {
        for file in try FileWalk(settings: $0.reader.configurations).files(under: path) where !$0.isOver {
          $0.telling { try fix(file, &$0) }
        }
      }
    }
    if !isQuiet { StandardStreams.error(run.sentence + "\n") }
    return run.isBroken ? .failure : run.hasFailed ? .findings : .success
  }

  private func fix(_ file: String, _ run: inout Run) throws {
    // Made before the file is read, to see whether it changes while a person thinks.
    let writer = try AtomicWriter(file)
    writer.removeRemains()
    let article = try run.reader.read(file)
    let reported = article.lint(article.source)
    let memory = SkipMemory(for: file)
    let skipped = remembers && !showsSkipped && !reported.diagnostics.isEmpty ? try memory.skipped(among: reported.diagnostics) : []
    var session = FixSession(
      article.source, reported: reported, skipped: skipped, skippedRules: run.skippedRules, lint: Self.lint(article))
    guard session.question != nil else { return run.count(session, article) }

    let end = talk(&session)
    if end == .abandoned {
      run.isOver = true
      run.count(FixSession(article.source, reported: reported) { source, _ in article.lint(source) }, article)
      return
    }
    run.isOver = end == .quit
    run.skippedRules = session.skippedRules
    if session.repairs > 0 { try writer.write(session.source) }
    run.count(session, article)
    if !session.words.isEmpty {
      _ = try ProjectWordsLookup.add(session.words, toDictionaryAt: ProjectFile.place(of: ProjectWords.fileName, for: file))
      // Files to come are linted with the new words.
      run.reader = try ArticleReader(arguments)
    }
    if remembers { try memory.remember(session.skipped, before: reported.diagnostics, after: session.result.diagnostics) }
  }

  /// Lints an article as it is by then, with what was added to the dictionary by then.
  private static func lint(_ article: Article) -> FixSession.Lint {
    var known = (words: [String](), linter: article.linter)
    return { source, words in
      if words != known.words { known = (words, words.isEmpty ? article.linter : article.linter.adding(words)) }
      return known.linter.lint(source, as: article.format)
    }
  }

  private func talk(_ session: inout FixSession) -> FixDialogue.End {
    terminal.enter()
    defer { terminal.leave() }
    var dialogue = FixDialogue(session, options)
    var decoder = KeyDecoder()
    StandardStreams.output(dialogue.prompt(width: terminal.width))
    while true {
      let reaction = dialogue.press(terminal.read(&decoder), width: terminal.width)
      StandardStreams.output(reaction.output)
      if let end = reaction.end {
        session = dialogue.session
        return end
      }
    }
  }
}

/// What asking about some files came to.
private struct Run {
  var reader: ArticleReader
  /// Whether no other file is asked about.
  var isOver = false
  var skippedRules: Set<String> = []
  private var files = 0
  private var repairs = 0
  private var remaining = 0
  private(set) var hasFailed = false
  private(set) var isBroken = false

  init(reader: ArticleReader) { self.reader = reader }

  mutating func count(_ session: FixSession, _ article: Article) {
    if session.repairs > 0 { files += 1 }
    repairs += session.repairs
    remaining += session.result.diagnostics.count
    if session.result.diagnostics.contains(where: { article.threshold.isReached(by: $0.severity) }) { hasFailed = true }
  }

  /// Tells what keeps a file from being repaired; the exit status tells as well.
  mutating func telling(_ body: (inout Run) throws -> Void) {
    do {
      try body(&self)
    } catch let error as CommandError {
      StandardStreams.error("mtlint: \(error.message)\n")
      isBroken = true
    } catch {
      StandardStreams.error("\(error)\n")
      isBroken = true
    }
  }

  var sentence: String {
    let remain = FixTally.remain(remaining)
    if repairs == 0 { return "Nothing changed; \(remain)" }
    return "\(repairs == 1 ? "1 repair" : "\(repairs) repairs") in \(files == 1 ? "1 file" : "\(files) files"); \(remain)"
  }
}
