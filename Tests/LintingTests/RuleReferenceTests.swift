import Foundation
import MTLint
import Testing

/// What `Rules/README.md` shows is true: each block of rules is a file that compiles, and whose examples hold.
@Suite struct RuleReferenceTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rules/README.md")

  private static let blocks: [String] = {
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n```rules\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] + "\n" }
  }()

  @Test("the page has blocks of rules, and the first block is one") func presence() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(Self.blocks.count >= 8)
    #expect(text.components(separatedBy: "\n```").dropFirst().first?.hasPrefix("rules\n") == true)
  }

  @Test("a block of rules keeps the word of its examples", arguments: blocks)
  func keepsItsWord(block: String) throws {
    let catalogue = try MTLint.catalogue(userRules: [RuleFile(path: "my-rules/anything.rules", family: "my-rules", text: block)])
    let infos = catalogue.infos.filter { $0.family == "my-rules" }
    #expect(!infos.isEmpty)
    for info in infos {
      #expect(!info.bad.isEmpty, "\(info.id) shows nothing that it finds")
      #expect(ExampleTester(catalogue).failures(of: info).isEmpty)
    }
  }
}
