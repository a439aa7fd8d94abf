import Foundation
import MTLReporting
import MTLint
import Testing

@testable import MTLCommand

/// What the README shows is what the command prints.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let seed = "Corpus/seed/article.txt"

  /// The lines below a command of the README, down to the end of its block.
  private static func block(below command: String) throws -> [String] {
    let readme = String(decoding: try Data(contentsOf: root.appending(path: "README.md")), as: UTF8.self)
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: "$ " + command))
    return Array(lines[(start + 1)...].prefix { $0 != "```" })
  }

  @Test("the seed article before and after is what fixing shows")
  func difference() throws {
    let folder = try FixFolder(["out": ""])
    let process = folder.process(["fix", "--diff", "--suggested", "--quiet", Self.seed])
    process.currentDirectoryURL = Self.root
    process.standardOutput = try FileHandle(forWritingTo: folder.url.appending(path: "out"))
    try process.run()
    process.waitUntilExit()
    let difference = Set(try folder.text("out").split(separator: "\n").map(String.init))
    let shown = try Self.block(below: "mtlint fix --diff --suggested \(Self.seed)").filter { $0 != "…" }
    #expect(shown.count > 6)
    for line in shown { #expect(difference.contains(line), "not in the difference: \(line)") }
  }

  @Test("the question about the seed article is what a terminal shows")
  func question() throws {
    let rule = "order/capital-apposition"
    var selection = RuleSelection()
    selection.only = [rule]
    let linter = Linter(try MTLint.catalogue(), selection: selection)
    let source = try Source(name: Self.seed, bytes: Data(contentsOf: Self.root.appending(path: Self.seed)))
    let session = FixSession(source, reported: linter.lint(source)) { source, _ in linter.lint(source) }
    let prompt = String(decoding: FixDialogue(session, ReportOptions()).prompt(width: 80), as: UTF8.self)
    let shown = try Self.block(below: "mtlint fix --interactive --only \(rule) \(Self.seed)")
    #expect(prompt == "\n" + shown.joined(separator: "\n") + "\n")
  }
}
