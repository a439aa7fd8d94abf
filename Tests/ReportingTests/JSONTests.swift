import Foundation
import MTLReporting
import Testing

@testable import MTLLinting

@Suite("JSON output")
struct JSONTests {
  @Test("the layout is stable")
  func golden() throws {
    let first = try Marked("The ⟦Cremin⟧ said.", name: "a.md")
      .finding("name/known-entity-typo", "It is “Kremlin”", suggested: "Kremlin", "the Kremlin")
    let marked = try Marked("⟦Kerch⟧ is\n⟦Kertch⟧", name: "c.md")
    let last = marked.finding(
      "name/variant", "Spelt otherwise", severity: .hint, at: 1, related: [.init(range: marked.ranges[0], message: "first written here")])
    #expect(
      written(.json, first, try Marked("Clean.", name: "b.md"), last) == """
        {"version":1,"files":[
        {"path":"a.md","findings":[
          {"rule":"name/known-entity-typo","severity":"warning","category":"accuracy/mistranslation",\
        "start":4,"end":10,"line":1,"column":5,"endLine":1,"endColumn":11,"text":"Cremin","message":"It is “Kremlin”",\
        "fingerprint":"\(Fingerprint(path: "a.md", rule: "name/known-entity-typo", text: "Cremin"))","fixes":[\
        {"title":"Kremlin","applicability":"suggested","edits":[{"start":4,"end":10,"replacement":"Kremlin"}]},\
        {"title":"the Kremlin","applicability":"suggested","edits":[{"start":4,"end":10,"replacement":"the Kremlin"}]}]}],\
        "words":100,"verdict":{"effort":"leave","perThousand":10.0,"families":{"name":10.0}}},
        {"path":"b.md","findings":[],"words":100,"verdict":{"effort":"leave","perThousand":0.0,"families":{}}},
        {"path":"c.md","findings":[
          {"rule":"name/variant","severity":"hint","category":"accuracy/mistranslation",\
        "start":9,"end":15,"line":2,"column":1,"endLine":2,"endColumn":7,"text":"Kertch","message":"Spelt otherwise",\
        "fingerprint":"\(Fingerprint(path: "c.md", rule: "name/variant", text: "Kertch"))","fixes":[],"related":[\
        {"start":0,"end":5,"line":1,"column":1,"endLine":1,"endColumn":6,"message":"first written here"}]}],\
        "words":100,"verdict":{"effort":"leave","perThousand":10.0,"families":{"name":10.0}}}],
        "summary":{"files":3,"errors":0,"warnings":1,"hints":1,"words":300}}

        """)
  }

  @Test("no files make a valid report")
  func empty() throws {
    let root = try parsed([])
    #expect(root["version"] as? Int == 1)
    #expect((root["files"] as? [Any])?.isEmpty == true)
    #expect(root["summary"] as? [String: Int] == ["files": 0, "errors": 0, "warnings": 0, "hints": 0, "words": 0])
  }

  @Test("what is awkward comes back as it was, counted in scalars")
  func awkward() throws {
    let files = try awkwardFiles()
    let reported = try #require(try parsed(files)["files"] as? [[String: Any]])
    #expect(reported.map { $0["path"] as? String } == files.map(\.source.name))
    for (file, entry) in zip(files, reported) {
      let findings = try #require(entry["findings"] as? [[String: Any]])
      #expect(findings.count == file.diagnostics.count)
      for (diagnostic, finding) in zip(file.diagnostics, findings) {
        #expect(finding["message"] as? String == diagnostic.message)
        #expect(finding["text"] as? String == diagnostic.text)
        #expect(finding["start"] as? Int == diagnostic.range.lowerBound)
        let lines = LineMap(file.source)
        let start = lines.position(at: diagnostic.range.lowerBound)
        let end = lines.position(at: diagnostic.range.upperBound)
        let shown = ["line", "column", "endLine", "endColumn"].map { finding[$0] as? Int }
        #expect(shown == [start.line, start.column, end.line, end.column])
      }
    }
  }

  @Test("any string survives", arguments: [String((0..<0x100).map { Character(Unicode.Scalar(UInt8($0))) }), "\"\\/", "\u{2028}😀\u{FEFF}"])
  func strings(text: String) throws {
    let file = try Marked("⟦x⟧", name: text).finding("order/x", text, suggested: text)
    let entry = try #require((try parsed([file])["files"] as? [[String: Any]])?.first)
    let finding = try #require((entry["findings"] as? [[String: Any]])?.first)
    #expect(entry["path"] as? String == text)
    #expect(finding["message"] as? String == text)
    let edits = try #require((finding["fixes"] as? [[String: Any]])?.first?["edits"] as? [[String: Any]])
    #expect(edits.first?["replacement"] as? String == text)
  }

  @Test("its offsets are enough to apply a fix")
  func applying() throws {
    let file = try Marked("Ärger: ⟦the the⟧ end").finding("repetition/word", "Twice", safe: "the")
    let entry = try #require((try parsed([file])["files"] as? [[String: Any]])?.first)
    let fixes = (entry["findings"] as? [[String: Any]])?.first?["fixes"] as? [[String: Any]]
    let edit = try #require((fixes?.first?["edits"] as? [[String: Any]])?.first)
    let start = try #require(edit["start"] as? Int)
    let end = try #require(edit["end"] as? Int)
    let replacement = try #require(edit["replacement"] as? String)
    #expect(String(decoding: file.source.applying([Edit(start..<end, replacement)]), as: UTF8.self) == "Ärger: the end")
  }

  private func parsed(_ files: [Marked]) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(written(.json, files).utf8))
    return try #require(object as? [String: Any])
  }
}
