import MTLDocuments
import MTLProse
import Testing

@Suite struct CriticMarkupTests {
  @Test(
    "a text is parted into its two sides",
    arguments: [
      ("No marks at all.", "No marks at all.", "No marks at all."),
      ("a {~~bad~>good~~} word", "a bad word", "a good word"),
      ("a{-- very--} word", "a very word", "a word"),
      ("a {++good ++}word", "a word", "a good word"),
      ("a {==plain==} word", "a plain word", "a plain word"),
      ("a word{>>why?<<}.", "a word.", "a word."),
      ("{~~a~>~~}{~~~>b~~}", "a", "b"),
      ("{----}{++++}{====}{>><<}", "", ""),
      ("{~~Žluťoučký kůň~>馬~~} 😀", "Žluťoučký kůň 😀", "馬 😀"),
      ("{--one\ntwo\r\n--}three", "one\ntwo\r\nthree", "three"),
      ("\u{FEFF}{++A ++}title", "\u{FEFF}title", "\u{FEFF}A title"),
    ])
  func sides(text: String, garbled: String, repaired: String) throws {
    let markup = try read(text)
    #expect(String(decoding: markup.garbled, as: UTF8.self) == garbled)
    #expect(String(decoding: markup.repaired, as: UTF8.self) == repaired)
  }

  @Test(
    "braces that open no mark are text, and so are closing signs on their own",
    arguments: [
      "{a} {-b-} {~c~} {+} {=} {>", "if (x) { i--} {", "{ --a--}", "a ~~} b --} ++} ==} <<} ~> c", "{-{+{~", "\\{ {}", "{{x}} {% y -%}",
    ])
  func text(text: String) throws {
    let markup = try read(text)
    #expect(markup.marks.isEmpty)
    #expect(String(decoding: markup.garbled, as: UTF8.self) == text)
    #expect(markup.repaired == markup.garbled)
  }

  @Test("a mark knows its place on either side")
  func places() throws {
    let markup = try read("The {~~old~>new~~} is{-- not--} {++here, ++}now{>>sic<<}.")
    #expect(markup.marks.map(\.kind) == [.substitution, .deletion, .insertion, .comment])
    #expect(markup.marks.map(\.garbled) == [4..<7, 10..<14, 15..<15, 18..<18])
    #expect(markup.marks.map(\.repaired) == [4..<7, 10..<10, 11..<17, 20..<20])
    #expect(markup.marks.map(\.offset) == [4, 21, 32, 47])
  }

  @Test("the comment directly behind a mark speaks of it, any other for itself")
  func comments() throws {
    let markup = try read("{>>first<<}{--a--}{>>one<<}{>>two<<} {++b++} {>>three<<}{==c==}")
    #expect(markup.marks.map(\.kind) == [.comment, .deletion, .comment, .insertion, .comment, .highlight])
    #expect(markup.marks.map(\.comment) == ["first", "one", "two", nil, "three", nil])
  }

  @Test(
    "a comment names a rule or a family, and other repairs",
    arguments: [
      ("calque", "calque", nil, "calque", []),
      ("order/capital | also: Kenya’s capital, Nairobi,", "order", "order/capital", "order/capital", ["Kenya’s capital, Nairobi,"]),
      ("clause | also: a | also: b|c | also:  d", "clause", nil, "clause", ["a", "b|c", " d"]),
      ("structure | also: ", "structure", nil, "structure", [""]),
      ("structure | also:", "structure", nil, "structure", [""]),
      ("name | why: because | also: x", "name", nil, "name", ["x"]),
      ("", "", nil, "", []),
    ] as [(String, String, String?, String, [String])])
  func subjects(comment: String, family: String, rule: String?, subject: String, alternatives: [String]) throws {
    let mark = try #require(try read("a {~~b~>c~~}{>>\(comment)<<} d").marks.first)
    #expect(mark.family == family)
    #expect(mark.rule == rule)
    #expect(mark.subject == subject)
    #expect(mark.alternatives == alternatives)
  }

  @Test("a mark without a comment names nothing")
  func noComment() throws {
    let mark = try #require(try read("a {--b--} {>>calque<<}").marks.first)
    #expect(mark.subject == nil && mark.rule == nil && mark.family == nil && mark.alternatives.isEmpty)
  }

  @Test(
    "signs of another mark, and half of its own, are part of a mark’s text",
    arguments: [
      ("{--a-b---}", "a-b-"), ("{-----}", "-"), ("{--a++} ~> b--}", "a++} ~> b"), ("{--{a}--}", "{a}"), ("{--}--}", "}"),
      ("{---}--}", "-}"),
    ])
  func contents(text: String, deleted: String) throws {
    #expect(String(decoding: try read(text).garbled, as: UTF8.self) == deleted)
  }

  @Test("of several arrows the first divides")
  func arrows() throws {
    let markup = try read("{~~a~>b~>c~~}")
    #expect(String(decoding: markup.repaired, as: UTF8.self) == "b~>c")
  }

  @Test(
    "what is broken is refused, and the place is told",
    arguments: [
      ("a\nbé {--c", "2:4: ‘{--’ is never closed: ‘--}’ is missing"),
      ("{++a+}", "1:1: ‘{++’ is never closed: ‘++}’ is missing"),
      ("{---}", "1:1: ‘{--’ is never closed: ‘--}’ is missing"),
      ("{--a--}{>>b", "1:8: ‘{>>’ is never closed: ‘<<}’ is missing"),
      ("{~~a~>b {--c--}~~}", "1:9: a mark inside another one: close ‘{~~’ with ‘~~}’ first"),
      ("{>>a {>>b<<}<<}", "1:6: a mark inside another one: close ‘{>>’ with ‘<<}’ first"),
      ("\r\n{~~ab~~}", "2:1: ‘{~~’ needs ‘~>’ between what is replaced and what replaces it"),
    ])
  func broken(text: String, message: String) throws {
    let source = try Source(text)
    let error = #expect(throws: CriticMarkupError.self) { try CriticMarkup(source) }
    #expect(error?.description == message)
  }

  @Test("what was read is written as it was")
  func roundTrip() throws {
    let parts = [
      "a", " ", "\n", "é", "{", "}", "-", "~>", "{~~a~>b~~}", "{~~~>~~}", "{--c--}", "{++d++}", "{==e==}", "{>>f | also: g<<}", "--}", "{-",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      guard let markup = try? read(text) else { continue }
      #expect(String(decoding: markup.written(), as: UTF8.self) == text)
    }
  }

  @Test("changes are laid over a text")
  func writing() throws {
    let source = try Source("a bad very word")
    let markup = try CriticMarkup(
      source, changes: [(Edit(2..<5, "good"), "calque"), (Edit(5..<10, ""), nil), (Edit(15..<15, "."), nil)])
    #expect(String(decoding: markup.written(), as: UTF8.self) == "a {~~bad~>good~~}{>>calque<<}{-- very--} word{++.++}")
    #expect(String(decoding: markup.repaired, as: UTF8.self) == "a good word.")
    #expect(try CriticMarkup(Source("a b"), changes: []).written() == Array("a b".utf8))
  }

  @Test(
    "a change that would read as something else is refused",
    arguments: [
      ("a {--b--} c", Edit(0..<1, "x")), ("a b", Edit(2..<3, "x~~}")), ("a~>b", Edit(0..<4, "c")), ("a {++b", Edit(0..<1, "")),
      ("a {", Edit(3..<3, "{--")), ("a", Edit(0..<1, "{++b++}")),
    ])
  func refused(text: String, edit: Edit) throws {
    let source = try Source(text)
    #expect(throws: CriticMarkupError.self) { try CriticMarkup(source, changes: [(edit, nil)]) }
  }

  @Test(
    "signs that only look like marks may be changed",
    arguments: [("{ab", Edit(1..<1, "--")), ("a b}", Edit(2..<3, "--")), ("a~", Edit(0..<2, ">")), ("a~", Edit(0..<2, "b"))])
  func harmless(text: String, edit: Edit) throws {
    let markup = try CriticMarkup(Source(text), changes: [(edit, nil)])
    let again = try CriticMarkup(Source(name: "", bytes: markup.written()))
    #expect(again.garbled == Array(text.utf8))
    #expect(again.repaired == (try Source(text).applying([edit])))
  }

  private func read(_ text: String) throws -> CriticMarkup { try CriticMarkup(Source(text)) }
}
