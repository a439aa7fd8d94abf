import Foundation
import Testing

/// Who reads the reference of the rule language and tries what stands there.
@Suite struct NewcomerTests {
  private static let reference = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rules/README.md")
  static let isWritten = FileManager.default.fileExists(atPath: reference.path)

  /// The first fenced block of the reference.
  private func firstBlock() throws -> String {
    let lines = String(decoding: try Data(contentsOf: Self.reference), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("```") })
    return lines[(start + 1)...].prefix { !$0.hasPrefix("```") }.joined(separator: "\n") + "\n"
  }

  @Test("the first rule of the reference passes its own examples", .enabled(if: isWritten))
  func passes() throws {
    let run = try Command.run(["test", "--rules", "mine"], in: Folder(["mine/first.rules": firstBlock()]))
    #expect(run.status == 0 && run.output.hasSuffix(" 0 failed\n"), "\(run)")
  }

  @Test("a typing error in it is named with file, line and column", .enabled(if: isWritten))
  func typingError() throws {
    let broken = try firstBlock().replacing("  match", with: "  mtach", maxReplacements: 1)
    let run = try Command.run(["test", "--rules", "mine"], in: Folder(["mine/first.rules": broken]))
    #expect(run.status == 2)
    #expect(run.error.contains(/mine\/first\.rules:\d+:3: error: .*mtach.*match/), "\(run.error)")
  }

  private static let rule = """
    rule wet-water
      says   “{0}” says it twice
      match  [wet water]
      fix    water
      bad    They drank [wet water] there. => water
      bad    The [wet water] was cold. => water
      good   The water was wet.
      good   They drank water.

    """

  @Test("a rule of one’s own is found, and told by explain")
  func ownRule() throws {
    let folder = try Folder(["mine/a.rules": Self.rule, "a.txt": "It was wet water.\n", ".mtlint.json": "{ \"rules\": [\"mine\"] }"])
    #expect(try Command.run(["test", "--rules", "mine"], in: folder).output == "1 rules, 4 examples, 0 failed\n")
    #expect(try Command.run(["lint", "--format", "gcc", "a.txt"], in: folder).output.contains("[mine/wet-water]"))
    #expect(try Command.run(["explain", "mine/wet-water"], in: folder).output.contains("They drank [wet water] there."))
    #expect(try Command.run(["rules"], in: folder).output.contains("mine/wet-water"))
  }

  @Test(
    "an example that does not hold is told with the reason",
    arguments: [
      ("bad    They drank [water]. => water", "“water” is not found"),
      ("bad    They drank [wet water]. => beer", "the first fix gives “water” instead of “beer”"),
      ("good   Such wet water.", "“wet water” is found"),
    ])
  func failingExample(line: String, reason: String) throws {
    let run = try Command.run(["test", "--rules", "mine"], in: Folder(["mine/a.rules": Self.rule + "  \(line)\n"]))
    #expect(run.status == 1)
    #expect(run.output.contains("mine/wet-water: \(reason)") && run.output.hasSuffix("1 rules, 5 examples, 1 failed\n"), "\(run.output)")
  }
}
