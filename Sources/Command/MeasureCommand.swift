import MTLMeasuring
import MTLint

/// `mtlint measure`: what each rule finds in texts of known kinds.
struct MeasureCommand {
  private enum Format: String, CaseIterable { case text, json, markdown }

  private static let textOptions = "--clean, --machine, --reference, --pairs and --articles"

  private let catalogue: RuleCatalogue
  private let options: MeasureOptions
  private let format: Format
  private let old: Measurement?
  /// What stands at the end of a page.
  private let notes: String
  /// What was typed, for the page that `--format markdown` writes.
  private let command: String

  init(_ arguments: Arguments, typed: [String]) throws {
    guard arguments.operands.isEmpty else {
      throw CommandError("“\(arguments.operands[0])” is unexpected; texts are named by \(Self.textOptions)")
    }
    format = try arguments.choice("--format", Format.self) ?? .text
    let cache = try LinterCache(arguments)
    catalogue = try cache.catalogue(with: arguments.values("--rules"))
    var options = MeasureOptions()
    options.clean = arguments.values("--clean")
    options.machine = arguments.values("--machine")
    options.reference = arguments.values("--reference")
    options.pairs = arguments.values("--pairs")
    options.articles = arguments.values("--articles")
    options.selection = try cache.selection(catalogue)
    if let number = arguments.value("--examples") {
      guard let examples = Int(number), examples >= 0 else { throw CommandError("--examples cannot be “\(number)”; give a number") }
      options.examples = examples
    }
    guard !options.isEmpty else { throw CommandError("nothing to measure; name texts by \(Self.textOptions)") }
    self.options = options
    old = try arguments.value("--compare").map { try Measurement(jsonAt: $0) }
    notes = try arguments.value("--notes").map { try MeasureOptions.notes(at: $0) } ?? ""
    command = Self.command(typed)
  }

  func run() throws -> ExitStatus {
    let isWatched = StandardStreams.isTerminal(2)
    let measurement = try Measurer.run(catalogue, options) { progress in
      if isWatched { StandardStreams.error("\r\u{1B}[K\(progress.file)/\(progress.files) \(progress.path)") }
    }
    if isWatched { StandardStreams.error("\r\u{1B}[K") }
    switch (format, old) {
    case (.json, _): StandardStreams.output(try measurement.json())
    case (.markdown, _): StandardStreams.output(MeasurementReport.markdown(measurement, command: command, notes: notes))
    case (.text, let old?): StandardStreams.output(MeasurementComparison(old: old, new: measurement).text())
    case (.text, nil): StandardStreams.output(MeasurementReport.text(measurement))
    }
    return .success
  }

  /// The command as others can type it: the folder of the shared texts by its variable.
  private static func command(_ typed: [String]) -> String {
    let data = environment("MTLINT_DATA")
    let words = typed.map { word in data.map { word.replacing($0, with: "$MTLINT_DATA") } ?? word }
    return "mtlint measure " + words.joined(separator: " ")
  }
}
