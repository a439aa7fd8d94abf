import Foundation
import MTLint
import Testing

@Suite struct FixWordsTests {
  @Test("words of the project are no mistakes, neither to lint nor to fix")
  func addWord() throws {
    let text = "They called them unclared agents of the russian bear club.\n"
    let folder = try FixFolder(["a.txt": text])
    #expect(try folder.run("lint", "a.txt").status == 1)
    let added = try folder.run("add-word", "unclared", "russian bear")
    #expect(added.status == 0)
    #expect(added.output.hasSuffix("/.mtlint-words.txt: russian bear, unclared\n"))
    #expect(try folder.text(".mtlint-words.txt") == "russian bear\nunclared\n")
    #expect(try folder.run("lint", "a.txt").status == 0)
    #expect(try folder.run("fix", "--suggested", "a.txt").status == 0)
    #expect(try folder.text("a.txt") == text)
    #expect(try folder.run("lint", "--no-config", "a.txt").status == 1)
    #expect(try folder.run("add-word", "unclared").output.hasPrefix("Nothing to add"))
  }

  @Test("the dictionary stands beside the configuration, and the nearest one upwards counts")
  func place() throws {
    let folder = try FixFolder([".mtlint.json": "{}"])
    let inner = folder.url.appending(path: "in/ner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    try folder.write("The unclared agents.\n", to: "in/ner/a.txt")
    let process = folder.process(["add-word", "unclared"])
    process.currentDirectoryURL = inner
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(try folder.text(".mtlint-words.txt") == "unclared\n")
    #expect(try folder.run("lint", "in").status == 0)
    try folder.write("", to: "in/.mtlint-words.txt")
    #expect(try folder.run("lint", "in").status == 1)
  }

  @Test("what cannot be a word is refused, and nothing is added", arguments: ["", "  ", "#tag", "a\nb", "—"])
  func refused(word: String) throws {
    let folder = try FixFolder()
    #expect(try folder.run("add-word", "good", word).status == 2)
    #expect(try folder.run("add-word").status == 2)
    #expect(try folder.names == [])
  }

  @Test("a dictionary is kept sorted, each entry once, comments before it, whatever people made of it")
  func list() throws {
    var words = ProjectWords(try Source("\u{FEFF}zebra\r\n# ours\r\n\r\n  Blue   Line \r\nabc\r\nABC\r\nzebra"))
    #expect(words.add(["O’Brien", "abc", "blue line", "éclat"]) == ["blue line", "O’Brien", "éclat"])
    let lines = ["# ours", "ABC", "abc", "Blue Line", "blue line", "O’Brien", "zebra", "éclat"]
    #expect(String(decoding: words.written(), as: UTF8.self) == lines.map { $0 + "\n" }.joined())
    #expect(ProjectWords(try Source(name: "", bytes: words.written())).entries == words.entries)
  }

  @Test(
    "a phrase silences what lies in it, and nothing longer",
    arguments: [
      ("the blue line of", "blue", true), ("the Blue\n  LINE of", "Blue", true), ("the blue line of", "line of", false),
      ("the blue lines of", "blue", false), ("the sky-blue liner", "blue", false), ("the skyblue line", "blue", false),
      ("the blue", "blue", false), ("blue line", "blue line", true), ("o'brien’s x", "brien", true), ("O’Brien", "O’Brien", true),
      ("mo'brien", "brien", false), ("x-ray-ish", "ray", true), ("ex-ray-ish", "ray", false), ("the İx y", "İx", true),
      ("blue blue line line", "blue line", true), ("", "", false),
    ])
  func phrases(text: String, garble: String, isCovered: Bool) throws {
    let source = try Source(text)
    let phrases = ProjectPhrases(["Blue Line", "O’Brien", "x-ray-ish", "İx y", "word"])
    let start = text.utf8.count - (text.firstRange(of: garble).map { text[$0.lowerBound...].utf8.count } ?? 0)
    for (family, expected) in [("spelling", isCovered), ("calque", false)] {
      let finding = Diagnostic(
        rule: family + "/x", severity: .hint, category: .grammar, precedence: .pattern, range: start..<start + garble.utf8.count,
        message: "", text: garble, fixes: [])
      #expect(phrases.cover(finding, in: source) == expected)
    }
  }
}
