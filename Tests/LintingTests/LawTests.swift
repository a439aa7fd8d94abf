import Foundation
import MTLint
import Testing

/// What holds of any text.
@Suite struct LawTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func files(under folder: String, _ suffix: String) -> [URL] {
    let folder = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder.appending(path: $0) }
  }

  private static func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }

  /// Paragraphs of one line each, of all articles.
  private static func paragraphs() throws -> [String] {
    try files(under: "Corpus", ".txt").flatMap { try text($0).split(separator: "\n\n").map(String.init).filter { !$0.contains("\n") } }
  }

  /// Rules that ask something of the whole document.
  private static func documentRules() throws -> [String] {
    try files(under: "Rules", ".rules").flatMap { file in
      let family = file.deletingLastPathComponent().lastPathComponent
      var names: [String] = []
      var name = ""
      for line in try text(file).split(separator: "\n") {
        let words = line.split(separator: " ")
        if line.hasPrefix("rule ") || line.hasPrefix("phrases ") { name = "\(family)/\(words[1])" }
        if line.hasPrefix("  when ") { names.append(name) }
        // Spun terms wait for each other.
        if line.hasPrefix("terms ") { names.append("\(family)/\(words[1])") }
      }
      return names
    }
  }

  @Test("a rule about blocks finds the same in any company of other blocks", arguments: 0..<4 as Range<UInt64>)
  func company(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let catalogue = try MTLint.catalogue()
    var selection = RuleSelection()
    selection.tier = .strict
    selection.skip = try Self.documentRules() + catalogue.documentRules.map(\.info.id)
    let session = Linter(catalogue, selection: selection).makeSession()
    func found(_ text: String) throws -> [(range: Range<Int>, rule: String)] {
      session.lint(try Source(text), as: .markdown).diagnostics.map { ($0.range, $0.rule) }
    }
    let paragraphs = Array(try Self.paragraphs().shuffled(using: &random).prefix(120))
    var expected: [String] = []
    var start = 0
    for paragraph in paragraphs {
      for (range, rule) in try found(paragraph) { expected.append("\(start + range.lowerBound)..<\(start + range.upperBound) \(rule)") }
      start += paragraph.utf8.count + 2
    }
    #expect(!expected.isEmpty)
    let together = try found(paragraphs.joined(separator: "\n\n")).map { "\($0.range.lowerBound)..<\($0.range.upperBound) \($0.rule)" }
    #expect(together == expected)
  }

  private static let scraps =
    "the the|The |ship |said |Kofi |Mensah |1999 |9.5|2,5 |<p>|</p>|<b>|</b>|<code>|</code>|<!-- mtlint-disable all -->|<!--|-->|&amp;|&#|&|"
    + "*|**|_|`|```|\n|\n\n|\r\n|# |> |- |1. ||[|](x)|![|“|”|’s |\"|'|–|é|日本|\u{301}|\u{200B}|\u{FEFF}|\u{0}|{++|++}|\t|a-b|of of |"
    + "capital of Kenya Nairobi |http://x.example/ |😀|ﬁ|İ|ß|…"

  /// Scraps of text and markup, and now and then any byte, as UTF-8.
  static func soup(_ random: inout SplitMix64) -> String {
    let scraps = scraps.split(separator: "|", omittingEmptySubsequences: true)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...120, using: &random) {
      if Int.random(in: 0..<10, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += scraps.randomElement(using: &random)!.utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("any text can be linted, and every place and edit lies inside it on the border of a character", arguments: DocumentFormat.allCases)
  func anyText(format: DocumentFormat) throws {
    var random = SplitMix64(state: 7)
    var selection = RuleSelection()
    selection.tier = .strict
    let session = Linter(try MTLint.catalogue(), selection: selection).makeSession()
    for _ in 0..<1500 {
      let text = Self.soup(&random)
      let source = try Source(text)
      let found = session.lint(source, as: format).diagnostics
      #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted(), "\(text.debugDescription)")
      for finding in found {
        let places = [finding.range] + finding.related.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
        #expect(places.allSatisfy { Self.isOnBorders($0, source) }, "\(finding.rule) \(text.debugDescription)")
        for fix in finding.fixes {
          #expect(String(validating: source.applying(fix.edits), as: UTF8.self) != nil, "\(finding.rule) \(text.debugDescription)")
        }
      }
    }
  }

  private static func isOnBorders(_ range: Range<Int>, _ source: Source) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= source.count
      && [range.lowerBound, range.upperBound].allSatisfy { $0 == source.count || source.bytes[$0] & 0xC0 != 0x80 }
  }
}
