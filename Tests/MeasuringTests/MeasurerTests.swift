import MTLMeasuring
import Testing

@Suite struct MeasurerTests {
  @Test("hits and words are counted by kind of text")
  func counts() throws {
    let texts = try Texts([
      "m.txt": "A wug sang to a wug.\nThe blick fell.\n", "r.txt": "A bird sang to a wug.\n", "c.md": "# Birds\n\nA bird sang. `wug`\n",
    ])
    let figures = try texts.measure(clean: ["c.md"], machine: ["m.txt"], reference: ["r.txt"])
    #expect(figures.rules.map(\.id) == ["test/blick", "test/tove", "test/wug"])
    #expect(figures.rules.map(\.machine) == [1, 0, 2])
    #expect(figures.rules.map(\.reference) == [0, 0, 1])
    #expect(figures.rules.map(\.clean) == [0, 0, 0])
    #expect(figures.machine.words == 9)
    #expect(figures.reference.words == 6)
    #expect(figures.clean.words == 4)
    #expect(figures.rules[1].isSilent && !figures.rules[0].isSilent)
  }

  @Test("a line that holds one form feed ends a document, and line numbers go on")
  func documents() throws {
    let texts = try Texts(["c.txt": "One.\nTwo.\n\u{0C}\nA wug.\r\n\u{0C}\r\nA\u{0C}wug.\n\u{0C}\n", "d.txt": "Here a wug."])
    let figures = try texts.measure(clean: ["c.txt", "d.txt"], examples: 9)
    #expect(figures.clean.files == 2)
    #expect(figures.clean.documents == 4)
    let places = Set(figures.rules[2].examples.map { $0.place.dropFirst(texts.folder.path.count + 1) })
    #expect(places == ["c.txt:4", "c.txt:6", "d.txt:1"])
  }

  private static let pairs = """
    source\tmt\tpost_edit
    x\tA wug sang.\tA bird sang.
    x\tA wug sang.\tA dog sang.
    x\tA wug sang.\tA wug sang.
    x\tThe blick fell.\tThe brick fell.
    x\tThe tove fell.\tThe brick fell.
    x\tA wug and a blick.\tA bird and a brick.

    """

  @Test("a fix is judged by the sentence it leaves")
  func fixes() throws {
    let texts = try Texts(["p.tsv": Self.pairs])
    let figures = try texts.measure(pairs: ["p.tsv"])
    let wug = try #require(figures.rules.last)
    #expect([wug.suggested.closer, wug.suggested.same, wug.suggested.further] == [2, 1, 1])
    #expect(wug.safe.isEmpty)
    #expect(figures.rules[0].safe.closer == 2)
    #expect(figures.rules[1].machine == 1 && figures.rules[1].safe.isEmpty && figures.rules[1].suggested.isEmpty)
    #expect(wug.machine == 4)
    #expect(wug.reference == 1)
    #expect(figures.pairs.documents == 6)
    #expect(figures.machine.documents == 1)
  }

  @Test("columns are found by name, whatever the line ends with", arguments: ["\n", "\r\n"])
  func columns(lineBreak: String) throws {
    let lines = ["\u{FEFF}post_edit\tscore\tmt", "A bird sang.\t1\tA wug sang.", "\t\t", "No.\t2\tNo wug."]
    let texts = try Texts(["p.tsv": lines.joined(separator: lineBreak)])
    let figures = try texts.measure(pairs: ["p.tsv"], examples: 5)
    let wug = try #require(figures.rules.last)
    #expect(wug.machine == 2)
    #expect(Set(wug.examples.map { $0.place.suffix(2) }) == [":2", ":4"])
    #expect(wug.examples.first { $0.place.hasSuffix(":2") }?.postEdit == "A bird sang.")
    #expect(wug.examples.first { $0.place.hasSuffix(":4") }?.effect == .same)
  }

  @Test("marks of annotated articles are counted by rule and by family")
  func articles() throws {
    let texts = try Texts([
      "a/x.critic.txt": "A {~~wug~>bird~~}{>>test/wug<<} sang. The {~~blick~>block~~}{>>casing<<} and a tove fell.",
      "a/y.critic.md": "`wug` {~~a~>b~~}{>>test/wug<<}", "a/z.txt": "No article: wug.",
    ])
    let figures = try texts.measure(articles: ["a"])
    #expect(figures.articles.files == 2)
    let (blick, tove, wug) = (figures.rules[0].articles, figures.rules[1].articles, figures.rules[2].articles)
    #expect([wug.found, wug.repaired, wug.missed, wug.false] == [1, 1, 1, 0])
    #expect([blick.found, blick.repaired, blick.missed, blick.false] == [1, 0, 0, 0])
    #expect([tove.found, tove.false] == [0, 1])
    #expect(figures.families.map(\.family) == ["casing", "test"])
    #expect([figures.marks.found, figures.marks.repaired, figures.marks.missed, figures.marks.false] == [2, 1, 1, 1])
  }

  @Test("so many hits are kept for each rule and kind of text, whatever the order of the files; equal lines once")
  func examples() throws {
    let lines = (1...50).map { "Sentence \($0) has a wug." }.joined(separator: "\n")
    let texts = try Texts(["a.txt": lines, "b.txt": "One more wug.\n" + lines, "c.txt": "A wug."])
    let first = try texts.measure(clean: ["c.txt"], machine: ["a.txt", "b.txt"], examples: 10)
    let second = try texts.measure(clean: ["c.txt"], machine: ["b.txt", "a.txt"], examples: 10)
    #expect(first == second)
    let kept = try #require(first.rules.last).examples
    #expect(kept.map(\.text) == Array(repeating: .machine, count: 10) + [.clean])
    #expect(Set(kept.map(\.before)).count == 11)
    #expect(kept.allSatisfy { $0.garble == "wug" && $0.after == "." && $0.repair == "bird" && !$0.isSafe })
  }

  @Test("a folder stands for its files, and progress is told for each")
  func folders() throws {
    let texts = try Texts(["m/a.txt": "A wug.", "m/b/c.md": "A wug.", "m/.d.txt": "A wug.", "m/e.critic.txt": "A wug.", "m/f.pdf": "wug"])
    var told: [String] = []
    let figures = try texts.measure(machine: ["m"]) { told.append("\($0.file)/\($0.files) \($0.path.suffix(7))") }
    #expect(figures.machine.files == 2)
    #expect(told == ["1/2 m/a.txt", "2/2 /b/c.md"])
  }

  @Test(
    "what cannot be measured is named",
    arguments: [
      ("x.tsv", "source\ttarget\na\tb\n", "x.tsv:1: the header line must name the columns mt and post_edit, with tabs between them"),
      ("x.tsv", "mt\tpost_edit\na\tb\nc\n", "x.tsv:3: 1 columns where the header has 2"),
      ("x.tsv", "", "x.tsv:1: the header line must name the columns mt and post_edit, with tabs between them"),
      ("x.critic.txt", "a {--b", "x.critic.txt:1:3: ‘{--’ is never closed: ‘--}’ is missing"),
    ])
  func errors(name: String, text: String, message: String) throws {
    let texts = try Texts([name: text])
    let error = #expect(throws: MeasureError.self) {
      name.hasSuffix(".tsv") ? try texts.measure(pairs: [name]) : try texts.measure(articles: [name])
    }
    #expect(error?.description == texts.path(message))
  }

  @Test("a path that does not exist is named, and so is a folder with nothing to measure")
  func paths() throws {
    let texts = try Texts(["m/a.pdf": ""])
    #expect(throws: MeasureError.self) { try texts.measure(clean: ["none.txt"]) }
    #expect(throws: MeasureError.self) { try texts.measure(clean: ["m"]) }
  }
}
