import MTLDocuments
import MTLProse
import Testing

/// What holds for every document, however broken.
@Suite struct LawTests {
  private static let alphabet: [String] = [
    "a", "b", " ", "  ", "\n", "\n\n", "\r", "\r\n", "\t", "    ", "\u{0C}", "*", "**", "_", "~~", "`", "``", "```", "[", "]", "![", "](",
    ")", "(",
    "<", ">", "</", "/>", "<b>", "</b>", "<li>", "</ul>", "<td>", "<h1>", "<code>", "</code>", "<pre>", "<script>", "</script>", "<unk>",
    "</unk>", "<a href=\"", "'", "\"", "=", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&", "&amp;", "&#", "&#8217;", ";", "\\", "|",
    "---",
    "|-|", "===", "#", "# ", "> ", "- ", "1. ", "+++", "[^1]", "[^1]: ", "[a]: b", "http://", "www.", "x@y.z", ":", "/", "@", ".", "w", "é",
    "’", "中", "😀", "\u{A0}", "\u{FEFF}", "\u{FFFC}", "\u{0}",
  ]

  @Test("pieces stand in order, inside the file, on scalar borders, and none is empty", arguments: DocumentFormat.allCases)
  func pieces(format: DocumentFormat) throws {
    var random = Generator(state: 7)
    for round in 0..<4000 {
      let text = (0..<1 + Int(random.next() % 60)).map { _ in Self.alphabet[Int(random.next() % UInt64(Self.alphabet.count))] }.joined()
      let source = try Source(text)
      var last = 0
      for block in DocumentsTests.pieces(source, format) {
        #expect(!block.isEmpty)
        for piece in block {
          let isSound = Int(piece.start) >= last && piece.start < piece.end && Int(piece.end) <= source.count
          try #require(isSound, "round \(round): \(piece) after \(last) in \(text.debugDescription)")
          let isOnBorders = isBorder(Int(piece.start), source) && isBorder(Int(piece.end), source)
          try #require(isOnBorders, "round \(round): \(piece) in \(text.debugDescription)")
          last = Int(piece.end)
        }
      }
      for comment in DocumentScanner(format).comments(in: source) { #expect(comment.range.upperBound <= source.count) }
      _ = try reading(text, format)
    }
  }

  @Test(
    "time is linear whatever is repeated",
    arguments: [
      "[", "]", "[]", "<", "*", "`", ">", "> ", "- ", "_", "&", "@", "a@", "!", "![", "[](", "[a](", "[a][", "<a ", "<a b=\"", "<a b='>",
      "</", "<!--",
      "<![CDATA[", "<?", "a*b_", "*a_ ", "a**b ", "`` ` ``` ", "http://", "www.", "w", "w@w.w", "&#", "&amp", "<b>", "<unk>", "<code>",
      "</code>",
      "<svg>", "<li>", "</td>", "<ul><li>", "<pre>", "|", "|-\n", "[a]: b\n", "[^a]:", "[^a", "\\", "\n", "> \n", "- a\n", "a\n", "a\n\n",
      "#", "~~a", "<h1>",
      "`a``b```c", "<a b=\">\" ", "\t", " ", "a b\n> ", "***a ", "<x-y>", "](", "]:", "[[a]", "(", "http://(", "<a:", "a|b\n-|-\n", "1. ",
    ])
  func linear(unit: String) throws {
    // Large enough that quadratic time would take minutes, unoptimised as well.
    let source = try Source(String(repeating: unit, count: 120_000 / unit.utf8.count))
    for format in DocumentFormat.allCases {
      var scanner = DocumentScanner(format)
      let time = ContinuousClock().measure { scanner.scan(source) { _, _ in } }
      #expect(time < .seconds(4), "\(unit.debugDescription) as \(format): \(time)")
    }
  }

  private func isBorder(_ offset: Int, _ source: Source) -> Bool {
    offset == source.count || source.bytes[offset] & 0xC0 != 0x80
  }

  /// SplitMix64, so that a failure can be repeated.
  private struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
