import Foundation
import Testing

/// What the command does when all is well.
@Suite struct LintCommandTests {
  private static let garble = "It was the the end of it.\n"

  private func lint(_ arguments: String..., files: [String: String] = ["a.txt": garble], input: String = "") throws -> Command.Run {
    try Command.run(["lint"] + arguments, in: Folder(files), input: input)
  }

  @Test(
    "the exit status tells whether something was found that counts",
    arguments: [
      (["a.txt"], 1), (["--fail-on", "never", "a.txt"], 0), (["--fail-on", "hint", "a.txt"], 1), (["--skip", "repetition", "a.txt"], 0),
      (["--only", "calque", "a.txt"], 0), (["--only", "repetition", "a.txt"], 1), (["good.txt"], 0), (["."], 1), ([], 1),
      (["--", "a.txt"], 1), (["--as", "html", "a.txt"], 1),
    ] as [([String], Int32)])
  func status(arguments: [String], expected: Int32) throws {
    let run = try Command.run(["lint"] + arguments, in: Folder(["a.txt": Self.garble, "good.txt": "All was well.\n"]))
    #expect(run.status == expected, "\(run)")
    #expect(run.error == "")
  }

  @Test("a summary is a line for each file, with the exit status of the findings")
  func summary() throws {
    let files = ["a.txt": Self.garble, "b.txt": "All was well.\n"]
    let run = try lint("--summary", "a.txt", "b.txt", files: files)
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 3 && run.output.hasSuffix("2 files: 2 leave\n"), "\(run)")
    #expect(try lint("--summary", "--quiet", ".", files: files).output.split(separator: "\n").count == 2)
    #expect(try lint("--summary", "--format", "json", "a.txt").output.contains("\"verdict\":{\"effort\":\"leave\""))
    #expect(try lint("--summary", "--format", "gcc", "a.txt").status == 2)
  }

  @Test("standard input is linted under the name it is given, which tells its format too")
  func standardInput() throws {
    let run = try lint(
      "--format", "gcc", "--stdin-filename", "page.html", "-", input: "<p>It was <code>the the</code> end.</p><p>The the end.</p>")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("page.html:1:") && run.output.split(separator: "\n").count == 1)
  }

  @Test("a configuration above the file counts, and the command line goes before it")
  func configuration() throws {
    let files = [".mtlint.json": "{ \"skip\": [\"repetition\"] }", "articles/a.txt": Self.garble]
    #expect(try lint("articles/a.txt", files: files).status == 0)
    #expect(try lint("--no-config", "articles/a.txt", files: files).status == 1)
    let lenient = [".mtlint.json": "{ \"failOn\": \"never\" }", "articles/a.txt": Self.garble]
    #expect(try lint("articles", files: lenient).status == 0)
    #expect(try lint("--fail-on", "warning", "articles", files: lenient).status == 1)
  }

  @Test("what is suppressed in the text is not reported")
  func suppression() throws {
    let text = "<!-- mtlint-disable-next-line repetition -->\nIt was the the end.\n\nAnd the the start.\n"
    let run = try lint("--format", "gcc", "a.md", files: ["a.md": text])
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 1 && run.output.hasPrefix("a.md:4:"))
  }

  @Test("colour is for terminals and for those who ask for it")
  func color() throws {
    func isColored(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
      let folder = try Folder(["a.txt": Self.garble])
      return try Command.run(["lint"] + arguments + ["a.txt"], in: folder, environment: environment).output.contains("\u{1B}[")
    }
    #expect(try !isColored([], [:]))
    #expect(try !isColored([], ["NO_COLOR": "1"]))
    #expect(try isColored(["--color", "always"], [:]))
    #expect(try !isColored(["--color", "never"], [:]))
  }

  @Test("nothing is written but the report")
  func untouched() throws {
    let folder = try Folder(["a.txt": Self.garble])
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.url.path) }
    #expect(try Command.run(["lint", "a.txt"], in: folder).status == 1)
    #expect(try folder.read("a.txt") == Self.garble)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.txt"])
  }

  @Test("a reader that goes away ends the command quietly")
  func brokenPipe() throws {
    let folder = try Folder(["a.txt": String(repeating: Self.garble + "\n", count: 20_000)])
    let process = Process()
    let executable: URL = try #require(Command.executable)
    process.executableURL = executable
    process.arguments = ["lint", "--format", "gcc", "a.txt"]
    process.currentDirectoryURL = folder.url
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    _ = try output.fileHandleForReading.read(upToCount: 1)
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(try error.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test("init writes a configuration once, and it is a good one")
  func initialise() throws {
    let folder = try Folder(["a.txt": "All was well.\n"])
    #expect(try Command.run(["init"], in: folder).status == 0)
    let text = try folder.read(".mtlint.json")
    let again = try Command.run(["init"], in: folder)
    #expect(again.status == 2 && again.error.contains("exists already"))
    #expect(try folder.read(".mtlint.json") == text)
    #expect(try Command.run(["lint", "a.txt"], in: folder).status == 0)
  }

  @Test("each command explains itself", arguments: ["lint", "rules", "explain", "test", "init"])
  func help(command: String) throws {
    let run = try Command.run([command, "--help"], in: Folder())
    #expect(run.status == 0 && run.output.hasPrefix("Usage: mtlint \(command)") && run.error == "")
  }

  @Test("the version is told")
  func version() throws {
    #expect(try Command.run(["--version"], in: Folder()).output.hasPrefix("mtlint "))
  }
}
