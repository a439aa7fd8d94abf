import MTLMeasuring
import Testing

@Suite struct MeasurementReportTests {
  private let texts: Texts
  private let figures: Measurement

  init() throws {
    texts = try Texts([
      "m.txt": "A wug sang to a wug.\nThe blick fell.\n", "c.txt": "A bird sang.\n\u{0C}\nIt sang about a wug.\n",
      "p.tsv": "mt\tpost_edit\nA blick fell.\tOne brick fell.\n", "x.critic.txt": "A {~~wug~>bird~~}{>>name<<} and {~~a~>b~~}{>>name<<}.",
    ])
    figures = try texts.measure(clean: ["c.txt"], machine: ["m.txt"], pairs: ["p.tsv"], articles: ["x.critic.txt"], examples: 2)
  }

  @Test("the report shows rates, fixes, marks and hits")
  func text() {
    let report = MeasurementReport.text(figures).replacing(texts.folder.path + "/", with: "")
    #expect(
      report == """
        test/blick: 2 of 2 in machine text
          p.tsv:2
            A [blick] fell.
            → brick   (safe, closer)
            post-edit: One brick fell.
          m.txt:2
            The [blick] fell.
            → brick   (safe)

        test/wug: 2 of 2 in machine text
          m.txt:1
            A [wug] sang to a wug.
            → bird
          m.txt:1
            A wug sang to a [wug].
            → bird

        test/wug: 1 of 1 in clean text
          c.txt:3
            It sang about a [wug].
            → bird

        rule        machine   /1,000  reference  /1,000  clean  /100,000  safe fixes  suggested  found  repaired  missed  false
        test/blick        2  166.667          0   0.000      0      0.00       1/0/0
        test/wug          2  166.667          0   0.000      1  12500.00                             1         1
        all rules         4  333.333          0   0.000      1  12500.00       1/0/0                 1         1       1

        found nothing (1): test/tove

        annotated articles: 2 marks, 1 found, 1 repaired, 0 false findings
          name: 2 marks, 1 found, 1 repaired

        text   words  hits  /1,000  reference words  hits  /1,000
        m.txt      9     3  333.33
        p.tsv      3     1  333.33                3     0    0.00

        machine text: 12 words in 2 documents
        references and post-edits: 3 words in 1 document
        clean prose: 8 words in 2 documents
        annotated articles: 4 words in 1 document
        sentence pairs: 1, counted on both sides above
        fixes: sentences that the first fix alone brought closer to their post-edit / left as far / took further away
        found, repaired, missed: marks of annotated articles; false: findings that are no mark’s

        """)
  }

  @Test("the page of evidence begins with the command that makes it, and lists every rule")
  func markdown() {
    let page = MeasurementReport.markdown(figures, command: "mtlint measure --clean c.txt")
    #expect(page.hasPrefix("# Evidence for the rules\n\n"))
    #expect(page.contains(" Made by\n\n```\nmtlint measure --clean c.txt\n```\n"))
    #expect(page.contains("\n| test/tove | default | 0 | 0.000 | 0 | 0.000 | 0 | 0.00 |  |  |  |  |  |  |\n"))
    #expect(page.contains("\n| name | 2 | 1 | 1 |\n"))
    #expect(page.contains("\n| p.tsv | 3 | 1 | 333.33 | 3 | 0 | 0.00 |\n"))
    #expect(!page.contains(texts.folder.path))
    #expect(MeasurementReport.markdown(figures, command: "", notes: "## Read\n").hasSuffix("|\n\n## Read\n"))
  }

  @Test("what is written as JSON is read again")
  func json() throws {
    let bytes = try figures.json()
    let path = try texts.add("old.json", String(decoding: bytes, as: UTF8.self))
    #expect(try Measurement(jsonAt: path) == figures)
    #expect(try figures.json() == bytes)
  }

  @Test("other JSON is refused", arguments: ["", "[]", "{\"version\":1}"])
  func otherJSON(text: String) throws {
    let path = try texts.add("other.json", text)
    #expect(throws: MeasureError.self) { try Measurement(jsonAt: path) }
    #expect(throws: MeasureError.self) { try Measurement(jsonAt: path + "?") }
  }

  @Test("a comparison tells what changed")
  func comparison() throws {
    #expect(MeasurementComparison(old: figures, new: figures).text() == "no rule’s figures changed\nall rules: as before\n")
    let new = try texts.measure(clean: ["c.txt"], machine: ["c.txt"], pairs: ["p.tsv"], articles: ["x.critic.txt"])
    #expect(
      MeasurementComparison(old: figures, new: new).text() == """
        test/blick: machine 2 → 1
        test/wug: machine 2 → 1
        all rules: machine 4 → 2
        the texts differ: machine, reference, clean and annotated words were [12, 3, 8, 4], are [11, 3, 8, 4]

        """)
  }
}
