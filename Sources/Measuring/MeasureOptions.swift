import MTLint

/// What to measure on which texts. Paths are files, or folders whose files all count.
public struct MeasureOptions: Sendable {
  /// Prose that people wrote. Here, in machine text and in references a line that holds one form feed ends a document.
  public var clean: [String] = []
  /// Machine translations.
  public var machine: [String] = []
  /// Translations by people of what was translated in `machine`.
  public var reference: [String] = []
  /// Tab-separated sentences, under a header line that names the columns `mt` (machine translation) and `post_edit` (by a person).
  /// A column is read as one document.
  public var pairs: [String] = []
  /// Annotated articles (see `Article`).
  public var articles: [String] = []
  public var selection = RuleSelection()
  /// How many hits to keep for each rule and kind of text.
  public var examples = 0

  public init() {}

  /// The text of a file that people write, to stand at the end of a page.
  ///
  /// - Throws: `MeasureError` for a file that cannot be read.
  public static func notes(at path: String) throws -> String {
    let file = try TextFiles.read(path)
    return file.text(0..<file.count)
  }

  public var isEmpty: Bool { clean.isEmpty && machine.isEmpty && reference.isEmpty && pairs.isEmpty && articles.isEmpty }
}

/// What keeps texts from being measured.
public struct MeasureError: Error, Hashable, CustomStringConvertible {
  /// Names the file and what is wrong with it.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// How far a measurement has come.
public struct MeasureProgress: Sendable {
  /// The file that is about to be read, as it was named.
  public let path: String
  /// Its number, from 1.
  public let file: Int
  /// How many files there are.
  public let files: Int
}
