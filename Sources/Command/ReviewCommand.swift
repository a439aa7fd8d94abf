import MTLint

/// `mtlint fix --review`: writes a file with all suggestions marked in CriticMarkup, for a person to decide on.
struct ReviewCommand {
  private let file: String
  private let reader: ArticleReader
  private let output: TextOutput
  private let isQuiet: Bool

  init(_ arguments: Arguments) throws {
    file = try arguments.onlyFile()
    reader = try ArticleReader(arguments)
    output = try TextOutput(arguments)
    isQuiet = arguments.has("--quiet")
  }

  func run() throws -> ExitStatus {
    let article = try reader.read(file)
    let markup = try Self.markup(of: article)
    try output.write(markup.written())
    if !isQuiet {
      let count = markup.marks.count
      StandardStreams.error(
        """
        \(count == 1 ? "1 suggestion" : "\(count) suggestions"). To accept one, delete its comment {>>…<<} (rewrite the repair before if you \
        like); then run: mtlint apply FILE

        """)
    }
    return .success
  }

  private static func markup(of article: Article) throws -> CriticMarkup {
    let source = article.source
    do {
      // Marks of its own could not be told from those of the review.
      if let own = try CriticMarkup(source).marks.first {
        let line = LineMap(source).line(at: own.offset)
        throw CommandError("\(source.name):\(line): there are CriticMarkup marks in the text already; resolve them first: mtlint apply")
      }
      return try Review(source, article.lint(source).diagnostics).markup
    } catch let error as CriticMarkupError {
      throw CommandError("\(source.name): cannot be reviewed in CriticMarkup: \(error)")
    }
  }
}

/// `mtlint apply`: writes the text that a review gives.
struct ApplyCommand {
  private let file: String
  private let output: TextOutput

  init(_ arguments: Arguments) throws {
    file = try arguments.onlyFile()
    output = try TextOutput(arguments)
  }

  func run() throws -> ExitStatus {
    let source = file == "-" ? try TextFile.readStandardInput(named: "<stdin>") : try TextFile.read(file)
    let markup: CriticMarkup
    do {
      markup = try CriticMarkup(source)
    } catch {
      throw CommandError("\(source.name):\(error)")
    }
    let (text, undecided) = Review.decided(markup)
    try output.write(text)
    if undecided > 0 {
      StandardStreams.error("\(undecided == 1 ? "1 suggestion" : "\(undecided) suggestions") not decided on: left as the text was\n")
    }
    return .success
  }
}

/// Where a command writes a text: standard output, or the file that `-o` names.
private struct TextOutput {
  private let writer: AtomicWriter?

  init(_ arguments: Arguments) throws { writer = try arguments.value("-o").map { try AtomicWriter($0) } }

  func write(_ bytes: [UInt8]) throws {
    guard let writer else { return StandardStreams.output(bytes) }
    writer.removeRemains()
    try writer.write(bytes)
  }
}

extension Arguments {
  fileprivate func onlyFile() throws -> String {
    guard operands.count == 1 else { throw CommandError("one file is needed, or - for standard input") }
    return operands[0]
  }
}
