import MTLint

/// An annotated article: machine text with its repairs marked, in a file called `name.critic.txt`, `.critic.md` or `.critic.html`.
public struct Article: Sendable {
  public let markup: CriticMarkup
  /// The garbled side; called as the annotated file is.
  public let source: Source
  /// What the garbled side is, after the file’s extension.
  public let format: DocumentFormat

  /// - Throws: `CriticMarkupError`; `MeasureError` for a file that cannot be read.
  public init(path: String) throws { try self.init(TextFiles.read(path)) }

  public init(_ annotated: Source) throws {
    markup = try CriticMarkup(annotated)
    source = try Source(name: annotated.name, bytes: markup.garbled)
    format = DocumentFormat(path: annotated.name)
  }

  /// Lints the garbled side.
  public func score(_ session: LintSession) -> ArticleScore { ArticleScore(markup, session.lint(source, as: format).diagnostics) }
}
