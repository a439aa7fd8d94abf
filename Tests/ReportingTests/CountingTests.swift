import MTLLinting
import Testing

@testable import MTLReporting

@Suite("Places, sums and fingerprints")
struct CountingTests {
  @Test(
    "places agree with the line map at every border of a scalar",
    arguments: [
      "", "a", "\u{FEFF}", "\u{FEFF}ä\r\nb", String(repeating: "ä日\u{1F600}x", count: 300) + "\n" + String(repeating: "é\r", count: 400),
    ])
  func places(text: String) throws {
    let source = try Source(text)
    let places = Places(source)
    let lines = LineMap(source)
    #expect(places.position(at: 0) == (1, 1))
    for offset in source.byteOrderMarkLength...source.count where offset == source.count || source.bytes[offset] & 0xC0 != 0x80 {
      #expect(places.position(at: offset) == lines.position(at: offset))
    }
  }

  @Test("a summary counts findings by severity, files, words, and what can be fixed safely")
  func summary() throws {
    var report = Report(.gcc)
    var output: [UInt8] = []
    for file in try awkwardFiles() { report.file(file.source, file.result, into: &output) }
    let summary = report.summary
    #expect([summary.files, summary.filesWithFindings, summary.words, summary.safelyFixable] == [5, 4, 500, 2])
    #expect(Severity.allCases.map(summary.findings(atLeast:)) == [4, 3, 1])
  }

  @Test(
    "a fingerprint does not change with case, white space or a path’s “./”",
    arguments: [("a.md", "The  THE"), ("./a.md", "the the"), ("a.md", " the\r\n\tthe ")])
  func sameFingerprint(path: String, text: String) {
    #expect(Fingerprint(path: path, rule: "x/y", text: text) == Fingerprint(path: "a.md", rule: "x/y", text: "the the"))
  }

  @Test("a fingerprint changes with path, rule and garble", arguments: [("b.md", "x/y", "a"), ("a.md", "x/z", "a"), ("a.md", "x/y", "b")])
  func otherFingerprint(path: String, rule: String, text: String) {
    #expect(Fingerprint(path: path, rule: rule, text: text) != Fingerprint(path: "a.md", rule: "x/y", text: "a"))
  }

  @Test("a fingerprint is FNV-1a of path, rule and folded garble with a zero byte between, in sixteen digits")
  func fingerprintValue() {
    #expect(Fingerprint(path: "a.md", rule: "x/y", text: "The the").description == "93975b6c328f702b")
  }
}
