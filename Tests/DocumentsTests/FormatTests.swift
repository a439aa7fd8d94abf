import MTLDocuments
import MTLProse
import Testing

@Suite struct FormatTests {
  @Test(
    "the extension says the format",
    arguments: [
      ("a.md", DocumentFormat.markdown), ("a/b.MARKDOWN", .markdown), ("x.qmd", .markdown), ("x.html", .html), ("x.XHTML", .html),
      ("x.txt", .text), ("README", .text), ("dir.md/README", .text), (".md", .markdown), ("", .text),
    ])
  func format(path: String, expected: DocumentFormat) {
    #expect(DocumentFormat(path: path) == expected)
  }

  @Test(
    "an escaped replacement reads as it was meant",
    arguments: ["a < b & c > d", "*not* _em_ [x](y) `c` ~~d~~", "<unk> &amp; &#1;", "# no", "- no", "AT&T", "a|b\\"])
  func escaping(text: String) throws {
    for format in DocumentFormat.allCases {
      #expect(try composed(format.escape(text), format) == [text], "\(format)")
    }
  }

  @Test("what needs no escape is left as it is")
  func plain() {
    #expect(DocumentFormat.markdown.escape("AT&T – 1.5 (x) #5 a-b!") == "AT&T – 1.5 (x) #5 a-b!")
  }

  @Test(
    "comments are found in every format, but not in Markdown code",
    arguments: [
      (DocumentFormat.text, "a <!-- one --> b\n<!-- two\nlines -->\n<!-- open", [" one ", " two\nlines "]),
      (.markdown, "<!-- one -->\n\na <!-- two --> `<!-- no -->`", [" one ", " two "]),
      (.markdown, "```\n<!-- no -->\n```\n    x\n- <!-- three -->", [" three "]),
      (.markdown, "    <!-- no -->\n\n> <!-- yes -->", [" yes "]),
      (.html, "<p>a<!-- one --></p><script><!-- no --></script><!----><!-- open", [" one ", "", " open"]),
      (.html, "none", []),
    ])
  func comments(format: DocumentFormat, text: String, expected: [String]) throws {
    let source = try Source(text)
    let comments = DocumentScanner(format).comments(in: source)
    #expect(comments.map(\.text) == expected)
    for comment in comments { #expect(source.text(comment.range).hasPrefix("<!--")) }
  }

  /// What the pieces of each block read as.
  private func composed(_ text: String, _ format: DocumentFormat) throws -> [String] {
    let source = try Source(text)
    return pieces(source, format).map { block in
      block.map { piece in
        switch piece.kind {
        case .text: return source.text(Int(piece.start)..<Int(piece.end))
        case .space: return " "
        case .opaque: return "□"
        case .scalar: return String(Character(piece.scalar))
        }
      }.joined()
    }
  }
}
