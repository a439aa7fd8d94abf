import MTLProse
import Testing

@testable import MTLDocuments

@Suite struct PlainTextTests {
  @Test(
    "a line is a block",
    arguments: [
      ("One line.\nAnother.\r\nThird.\rFourth.", "paragraph: One line.\nparagraph: Another.\nparagraph: Third.\nparagraph: Fourth."),
      ("\u{FEFF}Title of it\n\nText here.", "heading: Title of it\nparagraph: Text here."),
      ("A sentence.\n\nText.", "paragraph: A sentence.\nparagraph: Text."),
      ("Title\nText", "paragraph: Title\nparagraph: Text"),
      ("a\u{0C}b", "paragraph: a\nparagraph: b"),
      ("a <!-- c --> b\n<!-- only -->\nc <!-- open", "paragraph: a b\nparagraph: c <!-- open"),
      ("see https://x.org/a, or WWW.x.org www.x.org me@x.org.", "paragraph: see □, or WWW.x.org □ □."),
      ("**kept** &amp; <unk>", "paragraph: **kept** & amp; <unk>"),
      ("\n \n\n", ""),
    ])
  func lines(text: String, expected: String) throws {
    #expect(try squeezed(reading(text, .text)) == squeezed(expected))
  }

  private static let gutenberg = """
    THE ADVENTURE OF THE LETTER

    It was a cold morning of the early spring, and we sat after breakfast on
    either side of a cheery fire in the old room in the street. A thick fog
    rolled down between the lines of houses, and the opposing windows loomed
    like dark, shapeless blurs through the heavy yellow wreaths. Our gas was
    lit.

    He had been silent all the morning, dipping continuously into the columns
    of a succession of papers, until at last, having apparently given up his
    search, he had emerged in no very sweet temper to lecture me.
    """

  @Test("a wrapped paragraph is one block, its title a heading")
  func wrapped() throws {
    let blocks = try reading(Self.gutenberg, .text).split(separator: "\n")
    #expect(blocks.count == 3)
    #expect(blocks[0] == "heading: THE ADVENTURE OF THE LETTER")
    #expect(blocks[1].hasSuffix("Our gas was lit."))
    #expect(blocks[2].hasSuffix("to lecture me."))
  }

  @Test("in wrapped text quotation marks of e-mail are no words, items and short lines end a block")
  func mail() throws {
    let text =
      Self.gutenberg + """


        > It was a cold morning of the early spring, and we sat after breakfast
        > on either side of a cheery fire.
        I agree with all of that.
        - first item
        - second item
        """
    let blocks = try reading(text, .text).split(separator: "\n").suffix(4)
    #expect(
      blocks == [
        "quotation: It was a cold morning of the early spring, and we sat after breakfast on either side of a cheery fire.",
        "paragraph: I agree with all of that.", "paragraph: - first item", "paragraph: - second item",
      ])
  }

  @Test(
    "text with a line a paragraph, a sentence or a headline is not wrapped",
    arguments: [
      "The president said on Monday that talks would go on for weeks.\nHe added that nothing had been decided about the border.\n"
        + "The opposition called for an early vote in the spring of the year.\nNo date was given by the government for the vote.\n",
      "Talks on the border dispute to continue for weeks to come\nOpposition calls for early vote\n"
        + "Minister of the interior resigns after a long inquiry into the accident\nHeavy rain expected in the north and the west\n"
        + "Prices rise for the third month in a row as harvest fails\n",
      "A paragraph that goes on and on, far beyond any width that anybody would wrap a text at, so that a line is a paragraph of it.\n\n"
        + "Another paragraph that goes on and on, far beyond any width that anybody would wrap a text at, so that it is one.\n",
      "Short\nlines\nof\na\npoem\n",
    ])
  func notWrapped(text: String) throws {
    let source = try Source(text)
    #expect(HardWrap(source.bytes, from: 0) == nil)
  }

  @Test("characters, not bytes, are counted")
  func cyrillic() throws {
    let line = "Президент заявил в понедельник, что переговоры будут продолжаться ещё\n"
    let source = try Source(String(repeating: line, count: 6))
    #expect(HardWrap(source.bytes, from: 0) != nil)
  }

  private func squeezed(_ text: String) -> String { text.replacing(" ", with: "") }
}
