import FoundationEssentials
import MTLint

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures the linter on one file: `Benchmark FILE [--patterns N] [--rounds N]`.
struct Benchmark {
  private let path: String
  private let source: Source
  private let format: DocumentFormat
  private let rounds: Int
  private let patterns: Int
  private let process: WholeProcess?

  init(_ arguments: [String]) throws {
    var operands: [String] = []
    var numbers = ["--patterns": 0, "--rounds": 5]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if numbers[argument] == nil {
        operands.append(argument)
      } else if let value = rest.popFirst().flatMap({ Int($0) }), value > 0 {
        numbers[argument] = value
      } else {
        throw UsageError()
      }
    }
    guard operands.count == 1, FileManager.default.isReadableFile(atPath: operands[0]) else { throw UsageError() }
    path = operands[0]
    rounds = numbers["--rounds"]!
    process = WholeProcess(path: path, rounds: rounds)
    source = try Source(name: path, bytes: Data(contentsOf: URL(filePath: path)))
    format = DocumentFormat(path: path)
    patterns = numbers["--patterns"]!
  }

  func run() throws {
    print("\(path): \(source.count) bytes, best of \(rounds) rounds, one thread\n")
    let catalogue = try MTLint.catalogue()
    measureStages(catalogue)
    if patterns > 0 { try measurePatterns(catalogue) }
    printProcess()
  }

  // MARK: In this process

  private func measureStages(_ catalogue: RuleCatalogue) {
    let language = catalogue.language
    row("reading and tokenising", time { read { _ in } })
    row("… with the lexicon", time { read(language) { _ in } })
    row("… with declarative rules", time { match(catalogue.ruleSets[0], language) })
    let session = Linter(catalogue).makeSession()
    row("everything", time { _ = session.lint(source, as: format) })
  }

  /// Cuts the file into blocks of tokens.
  private func read(_ language: Language? = nil, _ body: (Block) -> Void) {
    let reader = BlockReader(abbreviations: language?.abbreviations ?? [])
    var scanner = DocumentScanner(format)
    scanner.scan(source) { kind, pieces in
      reader.read(kind, pieces, of: source, intern: { language?.lexicon.intern($0, $1, $2, $3) ?? (0, []) }, body: body)
    }
  }

  private func match(_ set: RuleSet, _ language: Language) {
    let active = ActiveRules(set: set, isActive: (0..<set.ruleCount).map { set.header(ofRule: $0).tier == .default }, from: nil)
    var matcher = RuleSetMatcher(active, language: language, dictionary: ProjectDictionary())
    read(language) { block in matcher.check(block) { _ in } }
  }

  private func measurePatterns(_ catalogue: RuleCatalogue) throws {
    var patterns = Patterns(of: words())
    let language = catalogue.language
    print("")
    let few = try compile(patterns.file(count: self.patterns), language)
    let many = try compile(patterns.file(count: self.patterns * 100), language)
    let base = time { read(language) { _ in } }
    let fewTime = time { match(few, language) }
    let manyTime = time { match(many, language) }
    row("reading, no patterns", base)
    row("\(self.patterns) generated patterns", fewTime)
    row("\(self.patterns * 100) generated patterns", manyTime)
    print("a hundred times the patterns take \(decimal(manyTime / fewTime)) times the time")
  }

  private func compile(_ file: RuleFile, _ language: Language) throws -> RuleSet {
    RuleSet(Blob(BlobWriter.container(try RuleSetCompiler(language: language).compile([file]).sections)))!
  }

  /// The words of letters in the file’s first megabyte, each once.
  private func words() -> [String] {
    let text = source.text(0..<min(source.count, 1 << 20))
    let isWord: (Substring) -> Bool = { $0.utf8.count > 2 && $0.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }
    return Set(text.split { $0 == " " || $0 == "\n" }.filter(isWord)).map(String.init).sorted()
  }

  // MARK: As a process of its own

  private func printProcess() {
    print("")
    guard let process else { return print("There is no mtlint beside this program; build it to see what a whole run takes.") }
    row("mtlint lint, whole process", process.file.seconds)
    print("peak memory: \(megabytes(process.file.memory)) MB, \(megabytes(process.file.memory - source.count)) MB more than the file")
    print("one-line file: \(decimal(process.line.seconds * 1000)) ms, \(megabytes(process.line.memory)) MB")
  }

  // MARK: Printing

  private func time(_ body: () -> Void) -> Double { Clock.best(of: rounds, body) }

  private func row(_ name: String, _ seconds: Double) {
    func pad(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
    let label = name + String(repeating: " ", count: max(0, 32 - name.count))
    print("\(label) \(pad(decimal(seconds * 1000), 10)) ms \(pad(decimal(Double(source.count) / seconds / 1e6), 9)) MB/s")
  }

  private func megabytes(_ bytes: Int) -> String { decimal(Double(bytes) / 1e6) }

  private func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}

struct UsageError: Error {}

do {
  try Benchmark(Array(CommandLine.arguments.dropFirst())).run()
} catch is UsageError {
  print("usage: Benchmark FILE [--patterns N] [--rounds N]; FILE is a text that can be read")
  exit(2)
} catch {
  print("\(error)")
  exit(2)
}
