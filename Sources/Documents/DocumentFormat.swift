/// How the bytes of a document are to be read.
public enum DocumentFormat: String, Sendable, CaseIterable {
  case text, markdown, html

  /// The format that a file's extension stands for; plain text for any other and for none.
  public init(path: String) {
    let name = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    guard let dot = name.firstIndex(of: UInt8(ascii: ".")) else {
      self = .text
      return
    }
    let suffix = String(decoding: name[..<dot].reversed(), as: UTF8.self).lowercased()
    switch suffix {
    case "md", "markdown", "mdx", "qmd", "rmd": self = .markdown
    case "html", "htm", "xhtml": self = .html
    default: self = .text
    }
  }

  /// Extensions, without the dot, of the files that a walk through a directory picks up.
  public static let extensions = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"]
}
