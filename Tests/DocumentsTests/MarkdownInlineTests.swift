import MTLDocuments
import MTLProse
import Testing

@Suite struct MarkdownInlineTests {
  @Test(
    "emphasis is transparent where its marks find each other",
    arguments: [
      ("a *b* c", "a b c"), ("**bold** and __bold__", "bold and bold"), ("Krem**lin**’s", "Kremlin|’s"), ("***both***", "both"),
      ("snake_case_word", "snake|_|case|_|word"), ("2 * 3 * 4", "2 * 3 * 4"), ("*open", "*|open"), ("~~gone~~ ~5", "gone ~|5"),
      ("*a **b* c**", "a b c"), ("\\*not\\*", "*|not|*"), ("_a_b", "_|a|_|b"), ("«*да*»", "«|да|»"),
      ("*foo [bar*](/url)", "*|foo bar|*"), ("**a*b**", "a|*|b"), ("a * b*", "a * b|*"),
    ])
  func emphasis(text: String, expected: String) throws {
    #expect(try inline(text) == expected)
  }

  @Test(
    "code, images and addresses are opaque",
    arguments: [
      ("run `ls -l` now", "run □ now"), ("`` a ` b `` c", "□ c"), ("a ` b", "a ` b"), ("`a\nb` c", "□ c"), ("`*a*`", "□"),
      ("see ![the alt](x.png \"t\") here", "see □ here"), ("<https://a.b/c> <me@x.org>", "□ □"),
      ("at https://x.org/a_b_c, or www.x.org.", "at □|, or □|."), ("ask foo_bar@x.org.", "ask □|."),
      ("(http://x.org/a(b))", "(|□|)"), ("“http://x.org”", "“|□|”"), ("12:30 a://b @name", "12|:|30 a|:|/|/|b @|name"),
      ("**http://x.org**", "□"), ("![a [b](c)](d) e", "□ e"), ("![ref][r]\n\n[r]: x", "□"), ("<code>x</code> y", "□ y"),
    ])
  func opaque(text: String, expected: String) throws {
    #expect(try inline(text) == expected)
  }

  @Test(
    "the text of a link is read, its destination is not",
    arguments: [
      ("a [link](http://x.org) b", "a link b"), ("[a *b*](<x y> 'title')", "a b"), ("[a](b(c)d)", "a"), ("[a] (b)", "[|a|] (|b|)"),
      ("[a][r] [r][] [R]\n\n[r]: x", "a r R"), ("[sic] [a][b]", "[|sic|] [|a|]|[|b|]"), ("[a [b](c) d](e)", "[|a b d|]|(|e|)"),
      ("[not](a b)", "[|not|]|(|a b|)"), ("note[^1] here", "note here"), ("[![img](a)](b) x", "□ x"), ("\\[a](b)", "[|a|]|(|b|)"),
    ])
  func links(text: String, expected: String) throws {
    #expect(try inline(text) == expected)
  }

  @Test(
    "entities and tags",
    arguments: [
      ("Russian&rsquo;s", "Russian|’s"), ("&#8217; &#x2019;", "’ ’"), ("&unknown; AT&T", "&|unknown|; AT|&|T"), ("&lt;unk&gt;", "<|unk|>"),
      ("a<br>b", "a b"), ("Krem<b>lin</b>", "Kremlin"), ("a <unk> b", "a <|unk|> b"), ("a <my-tag x='1'>b</my-tag>", "a b"),
      ("a <!-- no --> b", "a b"), ("a < b > c", "a < b > c"), ("<a href=\"*\">x</a>*", "x|*"), ("x <b and y", "x <|b and y"),
    ])
  func references(text: String, expected: String) throws {
    #expect(try inline(text) == expected)
  }

  @Test("a paragraph without markup is one piece, whatever its marks look like")
  func onePiece() throws {
    let source = try Source("- Costs [sic] 2 * 3 < 7 & a_b:\n  goes on [there]!")
    #expect(pieces(source, .markdown) == [[.text(2..<source.count)]])
  }

  @Test("a line break with quotation marks behind it reads as one space")
  func markers() throws {
    let source = try Source("> a\n> b")
    #expect(pieces(source, .markdown) == [[.text(2..<3), Piece(.space, 3..<6), .text(6..<7)]])
  }

  /// The tokens of the only block, `|` where they are glued.
  private func inline(_ text: String) throws -> String {
    let source = try Source(text)
    let reader = BlockReader()
    var result = ""
    var scanner = DocumentScanner(.markdown)
    scanner.scan(source) { kind, pieces in
      #expect(kind == .paragraph)
      reader.read(kind, pieces, of: source, intern: { _, _, _, _ in (0, []) }) { block in
        for i in 0..<block.tokens.count { result += (i == 0 ? "" : block.tokens.isGlued(i) ? "|" : " ") + block.text(i) }
      }
    }
    return result.replacing("\u{FFFC}", with: "□")
  }
}
