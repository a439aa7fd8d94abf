import MTLint
import Testing

@Suite struct SkippedFindingsTests {
  private static let text = """
    {
      "00000000000000aa": {"path": "a.md", "rule": "calque/x", "text": "a \\"b\\" \\\\ c", "count": 2},
      "000000000000000b": {"path": "a.md", "rule": "order/y", "text": "é 日", "count": 1},
      "0000000000000001": {"path": "b.md", "rule": "calque/x", "text": "", "count": 1},
      "version": 1
    }

    """

  private func written(_ findings: SkippedFindings) -> String { String(decoding: findings.written(), as: UTF8.self) }

  @Test("what is written can be read, sorted by path, rule and text, each entry on a line that ends alike")
  func roundTrip() throws {
    let read = try SkippedFindings(try Source(Self.text))
    #expect(written(read) == Self.text)
    var made = SkippedFindings()
    for (fingerprint, entry) in read.entries { made.remember(entry, fingerprint: fingerprint) }
    #expect(made == read)
    #expect(made.count(of: "00000000000000aa") == 2)
    #expect(made.count(of: "none") == 0)
    made.remember(.init(path: "a.md", rule: "calque/x", text: "", count: 0), fingerprint: "00000000000000aa")
    #expect(made.entries.count == 2)
    #expect(written(SkippedFindings()) == "{\n  \"version\": 1\n}\n")
  }

  @Test("of an entry that a merge wrote twice the larger count holds")
  func merged() throws {
    let lines = Self.text.split(separator: "\n")
    let twice = [lines[0], lines[1], lines[1].replacing("2}", with: "5}")[...], lines[1]].joined(separator: "\n") + "}"
    #expect(try SkippedFindings(try Source(String(twice))).count(of: "00000000000000aa") == 5)
  }

  @Test(
    "what cannot be read is told with its place",
    arguments: [
      ("", "1:1"), ("[]", "1:1"), ("{\"version\": 2}", "1:13"), ("{\"a\": 1}", "1:7"), ("{\n\"a\": {\"count\": \"x\"}}", "2:16"),
      ("{\"a\": {\"count\": -1}}", "1:17"), ("{\"a\": {\"path\": \"b\"", "1:7"),
    ])
  func broken(text: String, place: String) throws {
    let error = #expect(throws: ConfigurationErrors.self) { try SkippedFindings(try Source(name: "s.json", text)) }
    #expect(error?.description.hasPrefix("s.json:\(place): error: ") == true, "\(error?.description ?? "")")
  }
}
