import Testing

@Suite struct MarkdownBlockTests {
  @Test(
    "headings, paragraphs and breaks",
    arguments: [
      ("# One\n\n###### Six ##\n", "heading: One\nheading: Six"),
      ("#hashtag\n\n####### seven", "paragraph: #hashtag\nparagraph: ####### seven"),
      ("# C#", "heading: C#"),
      ("Title\n=====\n\nSub\ntitle\n---\ntext", "heading: Title\nheading: Sub title\nparagraph: text"),
      ("one\ntwo\n\nthree\n***\nfour", "paragraph: one two\nparagraph: three\nparagraph: four"),
      ("one\r\ntwo\rthree", "paragraph: one two three"),
      ("hard  \nbreak\\\nagain", "paragraph: hard break again"),
      ("\u{FEFF}# BOM", "heading: BOM"),
      ("   ## three spaces\n    # four are code", "heading: three spaces"),
      ("para\n# heading\npara", "paragraph: para\nheading: heading\nparagraph: para"),
    ])
  func leaves(text: String, expected: String) throws {
    #expect(try squeezed(reading(text, .markdown)) == squeezed(expected))
  }

  @Test(
    "code is not prose",
    arguments: [
      ("a\n\n    code\n\nb", "paragraph: a\nparagraph: b"),
      ("a\n    not code", "paragraph: a not code"),
      ("```swift\nlet x = 1\n# no\n```\nafter", "paragraph: after"),
      ("~~~~\n```\n~~~\nstill\n~~~~~\nafter", "paragraph: after"),
      ("para\n```\ncode\n```\npara", "paragraph: para\nparagraph: para"),
      ("- item\n\n      code\n\n  more", "listItem: item\nlistItem: more"),
      ("```\nnever closed\n\ntext", ""),
      ("> ```\n> code\n\nafter", "paragraph: after"),
      ("``` not ` fence\ntext", "paragraph: ` ` ` not ` fence text"),
    ])
  func code(text: String, expected: String) throws {
    #expect(try squeezed(reading(text, .markdown)) == squeezed(expected))
  }

  @Test(
    "quotes, lists and what continues them",
    arguments: [
      ("> one\n> two\nlazy\n\nout", "quotation: one two lazy\nparagraph: out"),
      (">no space\n>\n> second", "quotation: no space\nquotation: second"),
      ("> a\n> > b", "quotation: a\nquotation: b"),
      ("> # H\n> - item\n>   more", "heading: H\nlistItem: item more"),
      ("- one\n- two\n  goes on\nlazily\n* other", "listItem: one\nlistItem: two goes on lazily\nlistItem: other"),
      ("1. one\n2) two\n\n   second paragraph\n\nout", "listItem: one\nlistItem: two\nlistItem: second paragraph\nparagraph: out"),
      ("- a\n  - b\n    - c\n- d", "listItem: a\nlistItem: b\nlistItem: c\nlistItem: d"),
      ("- - nested", "listItem: nested"),
      ("In the year\n1986. What a year", "paragraph: In the year 1986. What a year"),
      ("Text\n1. item", "paragraph: Text\nlistItem: item"),
      ("-not a list", "paragraph: -not a list"),
      ("- [ ] open\n- [x] done", "listItem: open\nlistItem: done"),
      ("-\n\n  not in the item", "paragraph: not in the item"),
      ("-\n  in the item", "listItem: in the item"),
      ("-\ttab\n\n\tmore", "listItem: tab\nlistItem: more"),
      ("> quote\n- item", "quotation: quote\nlistItem: item"),
      ("- > quoted\n  > on\n- next", "quotation: quoted on\nlistItem: next"),
    ])
  func containers(text: String, expected: String) throws {
    #expect(try reading(text, .markdown) == expected)
  }

  @Test(
    "tables are read cell by cell",
    arguments: [
      ("| a b | c |\n|-----|:-:|\n| d | e f |\n\nout", "tableCell: a b\ntableCell: c\ntableCell: d\ntableCell: e f\nparagraph: out"),
      ("a | b\n--|--\nc | d", "tableCell: a\ntableCell: b\ntableCell: c\ntableCell: d"),
      ("text\na | b\n--|--\n1 \\| 2 | x", "paragraph: text\ntableCell: a\ntableCell: b\ntableCell: 1 | 2\ntableCell: x"),
      ("a | b | c\n--|--\nc | d", "paragraph: a | b | c --|--c | d"),
      ("> | a |\n> |---|\n> | b |", "tableCell: a\ntableCell: b"),
    ])
  func tables(text: String, expected: String) throws {
    #expect(try squeezed(reading(text, .markdown)) == squeezed(expected))
  }

  @Test(
    "definitions, footnotes and front matter",
    arguments: [
      ("[a]: http://x.org 'title'\n[b]: <y>\ntext", "paragraph: text"),
      ("[a]: http://x.org\n  \"title below\"\n\ntext", "paragraph: text"),
      ("[a]: one two three", "paragraph: [a]: one two three"),
      (
        "text[^1] on\n\n[^1]: The note\n    goes on.\n\n    And on.\n\nout",
        "paragraph: text on\nparagraph: The note goes on.\nparagraph: And on.\nparagraph: out"
      ),
      ("---\ntitle: Not prose\n---\ntext", "paragraph: text"),
      ("+++\ntitle = 1\n+++\ntext", "paragraph: text"),
      ("---\n\ntext\n\n---", "paragraph: text"),
      ("---\nno end", "paragraph: no end"),
    ])
  func definitions(text: String, expected: String) throws {
    #expect(try squeezed(reading(text, .markdown)) == squeezed(expected))
  }

  @Test(
    "blocks of HTML: tags are skipped, the text inside is prose, code and comments are not",
    arguments: [
      ("<div>\n*text* in\n</div>\n\nout", "paragraph: *text* in\nparagraph: out"),
      ("<script>\nlet a\n\nlet b\n</script>\nout", "paragraph: out"),
      ("<!-- a\n\nb -->\nout", "paragraph: out"),
      ("<pre>\na\n\nb</pre>\nout", "paragraph: out"),
      ("<details><summary>More</summary>\n\n*text*", "paragraph: More\nparagraph: text"),
      ("<b>\nlone tag\n</b>", "paragraph: lone tag"),
      ("text\n<b>\nin it", "paragraph: text in it"),
      ("<unk>\ntext", "paragraph: <unk> text"),
      ("<table><tr><td>cell</td></tr></table>", "tableCell: cell"),
      ("- <p>item</p>", "listItem: item"),
    ])
  func html(text: String, expected: String) throws {
    #expect(try squeezed(reading(text, .markdown)) == squeezed(expected))
  }

  /// Without white space: where marks are glued is not the matter here.
  private func squeezed(_ text: String) -> String { text.replacing(" ", with: "") }
}
