import Foundation
import Testing

@testable import MTLCommand

private let garbled = "\u{FEFF}They went to the the market.\r\n\r\nNo harm was done."
private let repaired = "\u{FEFF}They went to the market.\r\n\r\nNo harm was done."

@Suite struct FixCommandTests {
  @Test("a file is repaired, byte order mark, line breaks and missing final newline untouched, once and for all")
  func file() throws {
    let folder = try FixFolder(["a.txt": garbled])
    let first = try folder.run("fix", "a.txt")
    #expect(first.status == 0)
    #expect(first.output == "")
    #expect(first.errors == "1 fix in 1 file; nothing remains\n")
    #expect(try folder.text("a.txt") == repaired)
    #expect(try folder.run("fix", "a.txt").errors == "Nothing to fix; nothing remains\n")
    #expect(try folder.names == ["a.txt"])
  }

  @Test("without a path the folder is repaired, its configuration and suppressions respected")
  func walk() throws {
    let folder = try FixFolder([
      "a.txt": garbled, "b.md": "<!-- mtlint-disable-next-line repetition -->\nGo to the the end.\n", "c.html": "<p>Go to the the end.",
      ".mtlint.json": "{\"exclude\": [\"c.html\"]}",
    ])
    #expect(try folder.run("fix").status == 0)
    #expect(try folder.text("a.txt") == repaired)
    #expect(try folder.text("b.md").contains("the the"))
    #expect(try folder.text("c.html").contains("the the"))
  }

  @Test("showing and checking touch nothing")
  func shown() throws {
    let folder = try FixFolder(["a.txt": garbled])
    let shown = try folder.run("fix", "--diff", "a.txt")
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n-\u{FEFF}They went to the the market.\r\n+\u{FEFF}They went"))
    #expect(shown.errors == "1 fix in 1 file to be made; nothing remains\n")
    let checked = try folder.run("fix", "--check", "a.txt")
    #expect(checked.status == 1)
    #expect(checked.output == "")
    #expect(try folder.text("a.txt") == garbled)
    _ = try folder.run("fix", "a.txt")
    #expect(try folder.run("fix", "--check", "a.txt").status == 0)
    #expect(try folder.run("fix", "--diff", "a.txt").output == "")
  }

  @Test("standard input is repaired onto standard output")
  func standardInput() throws {
    let folder = try FixFolder()
    #expect(try folder.run("fix", "-", input: garbled).output == repaired)
    #expect(try folder.run("fix", "-", input: "Nothing wrong.").output == "Nothing wrong.")
    let named = try folder.run("fix", "--diff", "--stdin-filename", "x/a.md", "-", input: "Go to the the end.\n")
    #expect(named.output.hasPrefix("--- x/a.md\n+++ x/a.md\n"))
    #expect(try folder.names == [])
  }

  @Test("suggestions are applied when asked for, and the status tells what remains")
  func suggested() throws {
    let text = "They met in the capital of Kenya Nairobi on Friday.\n"
    let folder = try FixFolder(["a.txt": text])
    #expect(try folder.run("fix", "a.txt").status == 1)
    #expect(try folder.text("a.txt") == text)
    #expect(try folder.run("fix", "--suggested", "a.txt").status == 0)
    #expect(try folder.text("a.txt") == "They met in the Kenyan capital, Nairobi, on Friday.\n")
  }

  @Test("rules are selected as for linting")
  func selection() throws {
    let folder = try FixFolder(["a.txt": garbled])
    #expect(try folder.run("fix", "--skip", "repetition", "a.txt").errors == "Nothing to fix; nothing remains\n")
    #expect(try folder.run("fix", "--only", "casing", "a.txt").errors == "Nothing to fix; nothing remains\n")
    #expect(try folder.run("fix", "--only", "no-such", "a.txt").status == 2)
    #expect(try folder.run("fix", "--only", "repetition", "a.txt").errors == "1 fix in 1 file; nothing remains\n")
  }

  @Test("what cannot be read or written is said, and the rest is repaired")
  func broken() throws {
    let folder = try FixFolder(["a.txt": garbled, "b.txt": garbled])
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path("a.txt"))
    try Data([0x61, 0xFF]).write(to: folder.url.appending(path: "c.txt"))
    let outcome = try folder.run("fix", "a.txt", "none.txt", "c.txt", "b.txt")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("a.txt is read-only; it was left as it is"))
    #expect(outcome.errors.contains("none.txt: no such file"))
    #expect(outcome.errors.contains("c.txt:1: not UTF-8"))
    #expect(try folder.text("a.txt") == garbled)
    #expect(try folder.text("b.txt") == repaired)
    #expect(try folder.names == ["a.txt", "b.txt", "c.txt"])
  }
}

@Suite struct FixWritingTests {
  @Test("mode and links stay: the target of a link is replaced, not the link")
  func attributes() throws {
    let folder = try FixFolder(["a.txt": "old"])
    try FileManager.default.setAttributes([.posixPermissions: 0o751], ofItemAtPath: folder.path("a.txt"))
    try FileManager.default.createSymbolicLink(atPath: folder.path("b.txt"), withDestinationPath: "a.txt")
    try FileManager.default.createSymbolicLink(atPath: folder.path("c.txt"), withDestinationPath: "b.txt")
    try AtomicWriter(folder.path("c.txt")).write(Array("new".utf8))
    #expect(try folder.text("a.txt") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("c.txt")) == "b.txt")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path("a.txt"))[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o751)
    #expect(try folder.names == ["a.txt", "b.txt", "c.txt"])
  }

  @Test("a file that was changed meanwhile is left alone", arguments: ["longer", "new", ""])
  func changed(text: String) throws {
    let folder = try FixFolder(["a.txt": "old"])
    let writer = try AtomicWriter(folder.path("a.txt"))
    try folder.write(text, to: "a.txt")
    #expect(throws: CommandError.self) { try writer.write(Array("fix".utf8)) }
    #expect(try folder.text("a.txt") == text)
    #expect(try folder.names == ["a.txt"])
  }

  @Test("a file that was removed or replaced meanwhile is left alone")
  func replaced() throws {
    let folder = try FixFolder(["a.txt": "old", "b.txt": "old"])
    let (a, b) = (try AtomicWriter(folder.path("a.txt")), try AtomicWriter(folder.path("b.txt")))
    try FileManager.default.removeItem(atPath: folder.path("a.txt"))
    try FileManager.default.removeItem(atPath: folder.path("b.txt"))
    try FileManager.default.createDirectory(atPath: folder.path("b.txt"), withIntermediateDirectories: false)
    for writer in [a, b] { #expect(throws: CommandError.self) { try writer.write(Array("fix".utf8)) } }
    #expect(try folder.names == ["b.txt"])
  }

  @Test("a file that is not there is made")
  func new() throws {
    let folder = try FixFolder()
    try AtomicWriter(folder.path("a.txt")).write(Array("new".utf8))
    #expect(try folder.text("a.txt") == "new")
    #expect(throws: CommandError.self) { try AtomicWriter(folder.path("no/a.txt")).write([]) }
    #expect(throws: CommandError.self) { try AtomicWriter(folder.url.path) }
  }

  @Test("what a killed run left beside a file goes, and nothing else")
  func remains() throws {
    let folder = try FixFolder(["a.txt": garbled, "b.txt": "b"])
    let others = [".a.txt.mtlint-abc", ".a.txt.mtlint-abc-12", ".b.txt.mtlint-abcDE1", ".a.txt.mtlint-words.txt"]
    for name in others + [".a.txt.mtlint-aB3dE6", ".a.txt.mtlint-000000"] { try folder.write("half", to: name) }
    #expect(try folder.run("fix", "a.txt").status == 0)
    #expect(try folder.names == (others + ["a.txt", "b.txt"]).sorted())
  }

  @Test("long names are no obstacle")
  func longName() throws {
    let name = String(repeating: "é", count: 125) + ".txt"
    let folder = try FixFolder([name: garbled])
    #expect(try folder.run("fix", name).status == 0)
    #expect(try folder.text(name) == repaired)
    #expect(try folder.names == [name])
  }

  @Test("where there is no room the file stays as it is")
  func fullDisk() throws {
    let folder = try FixFolder(["a.txt": String(repeating: garbled, count: 2_000)])
    let before = try folder.text("a.txt")
    let process = folder.process(["-c", "trap '' XFSZ; ulimit -f 8; exec '\(FixFolder.executable.path)' fix --quiet a.txt"])
    process.executableURL = URL(filePath: "/bin/sh")
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(try folder.text("a.txt") == before)
    #expect(try folder.names == ["a.txt"])
  }
}
