import Foundation
import Testing

/// Whatever is wrong is said on standard error, with its place and what to do; the exit status is 2.
@Suite struct BadInputTests {
  private func fails(_ arguments: [String], in folder: Folder, _ parts: String..., output: String = "") throws {
    let run = try Command.run(arguments, in: folder)
    #expect(run.status == 2, "\(run)")
    #expect(run.output == output)
    for part in parts { #expect(run.error.contains(part), "\(run.error)") }
  }

  @Test("a file that is not UTF-8 is named with its line and the remedy")
  func notUTF8() throws {
    let folder = try Folder()
    try folder.write(Data([0x61, 0x0A, 0x62, 0xE9, 0x0A]), to: "latin.txt")
    try fails(["lint", "--quiet", "latin.txt"], in: folder, "latin.txt:2: not UTF-8", "iconv")
  }

  @Test("a file that is missing is named")
  func missing() throws {
    try fails(["lint", "--quiet", "absent.txt"], in: Folder(), "mtlint: absent.txt: no such file")
  }

  @Test("a folder without articles is named, with what was looked for")
  func noArticles() throws {
    let folder = try Folder(["notes/photo.jpg": "", "notes/.hidden.txt": "the the"])
    try fails(["lint", "--quiet", "notes"], in: folder, "mtlint: notes: no articles", ".txt", ".md")
  }

  @Test(
    "mistakes on the command line are told with the nearest right word",
    arguments: [
      (["lint", "--fromat", "json"], "unknown option “--fromat”; did you mean “--format”?"),
      (["lint", "--format", "jsno"], "--format cannot be “jsno”; did you mean “json”?"),
      (["lint", "--format"], "--format needs a value"),
      (["lint", "--quiet=yes"], "--quiet takes no value"),
      (["lint", "--fail-on", "panic", "a.txt"], "--fail-on cannot be “panic”"),
      (["lint", "--only", "repetition/doubled-wrod", "a.txt"], "did you mean “repetition/doubled-word”?"),
      (["lint", "--skip", "repetitoin", "a.txt"], "did you mean “repetition”?"),
      (["lint", "--from", "Malay", "a.txt"], "--from cannot be “Malay”"),
      (["lint", "--config", "absent.json", "a.txt"], "absent.json: no such file"),
      (["lint", "--rules", "absent", "a.txt"], "absent: no such folder of rules"),
      (["lint", "--rules", ".", "a.txt"], "no rule files (.rules) in this folder"),
      (["explain", "repetition/doubled-wrod"], "did you mean “repetition/doubled-word”?"),
      (["explain"], "name one rule"),
      (["rules", "extra"], "“extra” is unexpected"),
      (["test", "extra"], "“extra” is unexpected"),
      (["lnit"], "unknown command “lnit”; did you mean “lint”?"),
      ([], "Usage:"),
    ] as [([String], String)])
  func usage(arguments: [String], expected: String) throws {
    try fails(arguments, in: Folder(["a.txt": "Good."]), expected)
  }

  @Test("a broken rule file is named with line and column, and nothing is linted", arguments: ["lint", "test"])
  func brokenRules(command: String) throws {
    let folder = try Folder(["a.txt": "The the.", "my/house/a.rules": "rule r\n  says  x\n  mach  ship\n"])
    let arguments = command == "lint" ? ["lint", "--rules", "my", "a.txt"] : ["test", "--rules", "my"]
    try fails(arguments, in: folder, "my/house/a.rules:3:3: error: unknown field “mach”; did you mean “match”?")
  }

  @Test("a built-in rule cannot be redefined")
  func redefinition() throws {
    let rule = "rule doubled-word\n  says  x\n  match  ship\n  bad  A [ship].\n"
    let folder = try Folder(["repetition/a.rules": rule])
    try fails(["test", "--rules", "repetition"], in: folder, "a.rules:1:6: error: repetition/doubled-word is a built-in rule")
  }

  @Test(
    "a broken configuration is named with line and column",
    arguments: [
      ("{\n  \"teir\": \"strict\"\n}", ".mtlint.json:2:3", "tier"),
      ("{\n  \"tier\": \"stirct\"\n}", ".mtlint.json:2:11", "strict"),
      ("{\n  \"skip\": [\"repetitoin\"]\n}", ".mtlint.json:2:12", "repetition"),
      ("{\n  \"skip\": [\n", ".mtlint.json:", "error"),
    ])
  func brokenConfiguration(text: String, place: String, remedy: String) throws {
    try fails(["lint", "a.txt"], in: Folder(["a.txt": "Good.", ".mtlint.json": text]), place, remedy)
  }

  @Test("one file that cannot be read does not keep the others from being reported")
  func several() throws {
    let folder = try Folder(["a.txt": "It is the the end.\n", "c.txt": "It is the the start.\n"])
    try folder.write(Data([0xFF]), to: "b.txt")
    let run = try Command.run(["lint", "--format", "gcc", "a.txt", "b.txt", "c.txt"], in: folder)
    #expect(run.status == 2)
    #expect(run.output.contains("a.txt:1:") && run.output.contains("c.txt:1:"))
    #expect(run.error.hasPrefix("mtlint: b.txt:1: not UTF-8"))
  }
}
