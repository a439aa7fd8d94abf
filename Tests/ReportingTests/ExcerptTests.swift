import MTLLinting
import Testing

@testable import MTLReporting

@Suite("Excerpts")
struct ExcerptTests {
  /// The excerpt with the garble in brackets.
  private func cut(_ text: String, columns: Int) throws -> String {
    let marked = try Marked(text)
    let lines = LineMap(marked.source)
    let line = lines.range(ofLine: lines.line(at: marked.ranges[0].lowerBound))
    let excerpt = Excerpt(of: marked.ranges[0], in: marked.source, line: line, columns: columns)
    let width = excerpt.indent + excerpt.garble.width + excerpt.after.width + (excerpt.isCutAfter ? 1 : 0)
    #expect(width <= columns)
    func string(_ text: DisplayText) -> String { String(decoding: text.bytes, as: UTF8.self) }
    let body = "\(string(excerpt.before))[\(string(excerpt.garble))]\(string(excerpt.after))"
    return "\(excerpt.isCutBefore ? "…" : "")\(body)\(excerpt.isCutAfter ? "…" : "")"
  }

  @Test(
    "a line is cut around the garble, between words where one ends near",
    arguments: [
      ("one two three ⟦four⟧ five six seven", 33, "one two three [four] five six seven"),
      ("one two three ⟦four⟧ five six seven", 24, "… two three [four] five …"),
      ("⟦one⟧ two three four five six seven", 20, "[one] two three four …"),
      ("one two three four five six ⟦seven⟧", 20, "… five six [seven]"),
      ("incomprehensibilities⟦x⟧unintelligibilities", 20, "…ibilities[x]unintell…"),
      ("日本語日本語⟦日本⟧日本語日本語", 12, "…本語[日本]日…"),
      ("a ⟦one two three four five six seven⟧ b", 24, "…[one two three four fiv]…"),
      ("⟦one two three four five six⟧", 27, "[one two three four five six]"),
      ("a ⟦b\nc⟧ d", 24, "a [b]"),
      ("a⟦\r\n\r\n⟧b", 24, "a[]"),
      ("x⟦⟧", 24, "x[]"),
    ])
  func cuts(text: String, columns: Int, expected: String) throws {
    #expect(try cut(text, columns: columns) == expected)
  }

  @Test("cut text fits whatever the width, and keeps the garble", arguments: 22...90)
  func fits(columns: Int) throws {
    let words = "Der 日本 e\u{301}tat 👩‍👩‍👧 🇩🇪 naïve\tcafé — "
    let cut = try cut(String(repeating: words, count: 5) + "⟦garble⟧" + String(repeating: words, count: 5), columns: columns)
    #expect(cut.contains("[garble]"))
  }

  @Test("a line as long as the file costs no more than what is shown of it")
  func longLine() throws {
    let side = String(repeating: "é", count: 500_000)
    #expect(try cut("\(side)⟦x⟧\(side)", columns: 24) == "…ééééééééééé[x]éééééééééé…")
    #expect(try cut("⟦\(side)⟧", columns: 24) == "[\(String(repeating: "é", count: 22))]…")
  }

  @Test(
    "columns are counted as a terminal does",
    arguments: [
      ("abc", 3), ("日本", 4), ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("e\u{301}", 1), ("\u{301}", 0), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤", 1), ("“—”…", 4), ("\t", 4), ("\u{AD}", 8), ("\u{202E}", 8),
      ("\u{7}", 8), ("नमस्ते", 4), ("א\u{5B7}", 1), ("\u{E0041}", 9),
    ])
  func width(text: String, columns: Int) { #expect(DisplayText(text).width == columns) }
}
