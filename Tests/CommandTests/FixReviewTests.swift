import Foundation
import MTLint
import Testing

private let text = "\u{FEFF}They went to the the market.\r\n\r\nThey met in the capital of Kenya Nairobi on Friday."

@Suite struct FixReviewTests {
  @Test("each suggestion is a mark that tells the rule and why")
  func marks() throws {
    let folder = try FixFolder(["a.txt": text])
    let outcome = try folder.run("fix", "--review", "a.txt")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("{>>repetition/doubled-function-word | "))
    #expect(outcome.output.contains("Kenyan capital, Nairobi,~~}{>>order/capital-apposition | "))
    #expect(outcome.errors.hasPrefix("2 suggestions"))
    #expect(try folder.text("a.txt") == text)
  }

  @Test("accepting nothing gives back the same bytes, accepting all what fixing gives")
  func roundTrip() throws {
    let folder = try FixFolder(["a.txt": text])
    #expect(try folder.run("fix", "--review", "a.txt", "-o", "r.txt").status == 0)
    let none = try folder.run("apply", "r.txt")
    #expect(none.output == text)
    #expect(none.errors.hasPrefix("2 suggestions not decided on"))
    try folder.write(try folder.text("r.txt").replacing(#/\{>>.*?<<\}/#, with: ""), to: "r.txt")
    #expect(try folder.run("apply", "r.txt", "-o", "b.txt").errors == "")
    _ = try folder.run("fix", "--suggested", "a.txt")
    #expect(try folder.text("b.txt") == (try folder.text("a.txt")))
    #expect(try folder.names == ["a.txt", "b.txt", "r.txt"])
  }

  @Test(
    "a reviewer accepts, rejects, rewrites and adds",
    arguments: [
      ("a {~~b~>c~~}{>>order/x | why<<} d", "a b d"), ("a {~~b~>c~~} d", "a c d"), ("a {~~b~>my own~~} d", "a my own d"),
      ("a {~~b~>c~~}{>>my note, and/or not<<} d", "a c d"), ("a {--b --}d", "a d"), ("a {--b --}{>>order/x<<}d", "a b d"),
      ("a{++ b++}{>>order/x<<} c", "a c"), ("a {==b==}{>>order/x<<} c{>>order/x<<}", "a b c"), ("", ""),
    ])
  func decided(reviewed: String, expected: String) throws {
    #expect(try FixFolder().run("apply", "-", input: reviewed).output == expected)
  }

  @Test("a text with marks of its own is refused, and so is a review that is damaged")
  func refused() throws {
    let folder = try FixFolder(["a.txt": "One {++two++}.", "b.txt": "One {++two."])
    for outcome in [
      try folder.run("fix", "--review", "a.txt"), try folder.run("fix", "--review", "b.txt"), try folder.run("apply", "b.txt"),
    ] {
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("a.txt:1: there are") || outcome.errors.contains("1:5: ‘{++’ is never closed"))
    }
    #expect(try folder.run("apply").status == 2)
  }

  @Test("overlapping suggestions and several edits of one fix make one mark a place, with what else could stand there")
  func library() throws {
    let source = try Source("a b c d")
    func finding(_ rule: String, _ range: Range<Int>, _ fixes: [[Edit]]) -> Diagnostic {
      Diagnostic(
        rule: rule, severity: .hint, category: .grammar, precedence: .pattern, range: range, message: "why | so", text: "",
        fixes: fixes.map { Fix(title: "", applicability: .suggested, edits: $0) })
    }
    let review = try Review(
      source,
      [
        finding("f/one", 0..<3, [[Edit(0..<1, "x"), Edit(2..<3, "y")], [Edit(2..<3, "z")], [Edit(2..<5, "")], [Edit(0..<1, "{>>")]]),
        finding("f/two", 2..<3, [[Edit(2..<3, "q")]]), finding("f/none", 4..<5, []), finding("f/three", 6..<7, [[Edit(5..<7, "")]]),
      ])
    #expect(String(decoding: review.markup.written(), as: UTF8.self) == "{~~a b~>x y~~}{>>f/one | also: a z<<} c{-- d--}{>>f/three<<}")
  }

  @Test("reviewing any text loses nothing")
  func anyText() throws {
    let linter = Linter(try MTLint.catalogue())
    let parts = [
      "the the", "{", "~", ">", "<", "}", "--", "<unk>", "in in", " ", "monday", "\r\n", "+", "&amp;amp;", "capital of Kenya Nairobi",
    ]
    for _ in 0..<100 {
      let source = try Source((0..<20).map { _ in parts.randomElement()! + " " }.joined())
      guard let marks = try? CriticMarkup(source).marks, marks.isEmpty else { continue }
      guard let review = try? Review(source, linter.lint(source).diagnostics) else { continue }
      let read = try CriticMarkup(try Source(name: "", bytes: review.markup.written()))
      #expect(Review.decided(read).text == Array(source.bytes))
      #expect(Review.decided(read).undecided == review.markup.marks.count)
    }
  }
}
