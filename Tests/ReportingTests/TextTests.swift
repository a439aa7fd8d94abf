import MTLReporting
import Testing

@testable import MTLLinting

@Suite("Text output")
struct TextTests {
  @Test("a finding shows where, the garble in its line, why, what instead")
  func aFinding() throws {
    let file = try Marked("First.\nA poisoned ⟦Cremin Cremin⟧ Boris spoke.\n", name: "docs/a.txt")
      .finding(
        "name/known-entity-typo", "“Cremin Cremin” before a name is the Kremlin critic", severity: .error, suggested: "Kremlin critic")
    #expect(
      written(.text, file) == """
        docs/a.txt:2:12 error name/known-entity-typo
          A poisoned Cremin Cremin Boris spoke.
                     ^^^^^^^^^^^^^
          “Cremin Cremin” before a name is the Kremlin critic
          Cremin Cremin → Kremlin critic   (suggested)

        1 finding in 1 file: 1 error.

        """)
  }

  @Test("fixes stand one below the other, and related places after them")
  func fixesAndRelated() throws {
    let marked = try Marked("The ⟦Kerch⟧ bridge, the ⟦Kertch⟧ bridge.")
    let file = marked.finding(
      "name/variant", "Spelt “Kerch” before", severity: .hint, at: 1,
      fixes: [marked.fix("Kerch", at: 1), marked.fix("Kerch’s", .safe, at: 1)],
      related: [.init(range: marked.ranges[0], message: "first written here")])
    #expect(
      written(.text, file) == """
        a.md:1:23 hint name/variant
          The Kerch bridge, the Kertch bridge.
                                ^^^^^^
          Spelt “Kerch” before
          Kertch → Kerch     (suggested)
          Kertch → Kerch’s   (safe)
          a.md:1:5 first written here

        1 finding in 1 file: 1 hint. 1 can be fixed safely: mtlint fix a.md

        """)
  }

  @Test("what is awkward stays in its place: byte order marks, CRLF, tabs, wide, combining and invisible characters")
  func awkward() throws {
    #expect(
      written(.text, try awkwardFiles()) == """
        mark.md:1:10 warning repetition/word
          Ärger on the the way.
                   ^^^^^^^
          “the” twice
          the the → the   (safe)

        dir/a b.md:3:5 error clause/broken
              日本 e\u{301}a
                   ^^
          Broken “line” here
          e\u{301}a b → x   (suggested)

        c,d:e.md:1:7 hint residue/invisible
          A<U+001B>[2J <U+200B>b, 100%
                       ^^^^^^^^
          An invisible character, 100% \\ “<U+001B>”
          <U+200B> → (delete)   (safe)

        empty.txt:1:1 warning structure/empty
          
          ^
          Nothing

        4 findings in 4 of 5 files: 1 error, 2 warnings, 1 hint. 2 can be fixed safely: mtlint fix

        """)
  }

  @Test("a long line is cut to the width of the terminal around the garble, which stays underlined")
  func width() throws {
    let file = try Marked(
      "Officials of the 外務省 told reporters in the capital that the ⟦ministery 外務⟧ would answer on Monday at the latest."
    )
    .finding("spelling/unknown", "No such word", suggested: "ministry")
    #expect(
      written(.text, width: 60, file) == """
        a.md:1:61 warning spelling/unknown
          … in the capital that the ministery 外務 would answer on …
                                    ^^^^^^^^^^^^^^
          No such word
          ministery 外務 → ministry   (suggested)

        1 finding in 1 file: 1 warning.

        """)
  }

  @Test("nothing found says nothing")
  func silence() throws {
    #expect(written(.text, []) == "")
    #expect(written(.text, try Marked("Clean.")) == "")
  }

  @Test("colour adds nothing but colour")
  func colour() throws {
    let files = try awkwardFiles()
    let colored = written(.text, isColored: true, files)
    #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;33mthe the\u{1B}[0m way"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == written(.text, files))
  }

  @Test(
    "the advice names the file as one would type it",
    arguments: [
      ("docs/ü.md", " docs/ü.md"), ("a b.md", " 'a b.md'"), ("it's.md", " 'it'\\''s.md'"), ("-x.md", " ./-x.md"), ("$(x).md", " '$(x).md'"),
      ("<stdin>", ""), ("a\nb", ""),
    ])
  func advice(path: String, argument: String) throws {
    let file = try Marked("⟦the the⟧", name: path).finding("repetition/word", "Twice", safe: "the")
    #expect(written(.text, file).hasSuffix("1 can be fixed safely: mtlint fix\(argument)\n"))
  }

  @Test(
    "a fix shows what changes, even if that is white space or nothing is left",
    arguments: [
      ("a⟦ ⟧, b", ",", "␣ → ,"), ("a⟦ ⟧b", "", "␣ → (delete)"), ("a⟦⟧b", " ", "(insert) → ␣"), ("⟦a  b⟧", "a b", "a␣␣b → a␣b"),
      ("⟦a\u{A0}b⟧", "a b", "a<U+00A0>b → a␣b"), ("⟦a\r\nb\tc⟧", "a b c", "a⏎b⇥c → a␣b␣c"), ("a⟦ very\nvery⟧", " very", "very very → very"),
      ("a⟦ the⟧", "", "the → (delete)"),
    ])
  func whiteSpace(text: String, repair: String, shown: String) throws {
    let file = try Marked(text).finding("punctuation/space", "Spacing", suggested: repair)
    #expect(written(.text, file).contains("\n  \(shown)   (suggested)\n"))
  }

  @Test("edits inside a finding are shown with what stays around them")
  func innerEdits() throws {
    let marked = try Marked("⟦Secretary ⟦General⟧ Secretary⟧")
    let fix = Fix(title: "general", applicability: .safe, edits: [Edit(marked.ranges[0], "general")])
    let file = marked.finding("repetition/title-echo", "Echo", at: 1, fixes: [fix])
    #expect(written(.text, file).contains("  Secretary General Secretary → Secretary general Secretary   (safe)\n"))
  }

  @Test("of a long finding only what changes is shown, and of that the middle is cut")
  func longGarble() throws {
    let long = "one two three four five six seven eight nine ten eleven twelve thirteen"
    let marked = try Marked("⟦\(long) ⟦odd⟧⟧ ⟦\(long)⟧")
    let fix = Fix(title: "x", applicability: .suggested, edits: [Edit(marked.ranges[0], "even")])
    let file = marked.finding("order/long", "Long", at: 1, fixes: [fix]).finding(
      "order/long", "Long", at: 2, fixes: [marked.fix("y", at: 2)])
    let report = written(.text, file)
    #expect(report.contains("\n  odd → even   (suggested)\n"))
    #expect(report.contains("\n  one two three four …ven twelve thirteen → y   (suggested)\n"))
  }

  @Test("a fix without edits shows its title")
  func noEdits() throws {
    let file = try Marked("⟦x⟧").finding("order/x", "X", at: 0, fixes: [Fix(title: "y", applicability: .suggested, edits: [])])
    #expect(written(.text, file).contains("\n  x → y   (suggested)\n"))
  }
}
