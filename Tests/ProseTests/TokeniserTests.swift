import Testing

@testable import MTLProse

@Suite struct TokeniserTests {
  @Test(
    "tokens are what a person would call words, numbers and marks",
    arguments: [
      ("Russian’s decision", "Russian|’s|decision"),
      ("don't stop", "don't|stop"),
      ("the U.S. said", "the|U.S.|said"),
      ("pro-Russian 1,000.5 21st", "pro|-|Russian|1,000.5|21st"),
      ("wait... “Yes,” he said.", "wait|...|“|Yes|,|”|he|said|."),
      ("12: 25", "12|:|25"),
      ("Ünïcode 無死満塁", "Ünïcode|無死満塁"),
      ("workers' rights", "workers|'|rights"),
      ("O’Brien’s", "O’Brien|’s"),
    ])
  func tokens(text: String, expected: String) throws {
    #expect(try texts(text).joined(separator: "|") == expected)
  }

  @Test(
    "a sentence begins after a full stop, not after an abbreviation",
    arguments: [
      ("One. Two.", 2), ("Mr. Smith went. He left.", 2), ("He said “No.” She left.", 2), ("J. Smith", 1), ("It is 3.5 per cent.", 1),
      ("Really? Yes! no.", 2), ("It opens on 16. March in Graz.", 1), ("The best won in 16. Then it rained.", 2),
      ("He won 160. March came.", 2),
    ])
  func sentences(text: String, count: Int) throws {
    var starts = 0
    try read(text) { block in
      for i in 0..<block.tokens.count where block.tokens.flags(i).contains(.sentenceStart) { starts += 1 }
    }
    #expect(starts == count)
  }

  @Test("equal words hash equally whatever their case or apostrophe", arguments: [("Don't", "don’t"), ("ÉCOLE", "école"), ("Ж", "ж")])
  func folding(a: String, b: String) {
    #expect(WordHash(a) == WordHash(b))
    #expect(WordHash(a) != WordHash(a + "x"))
  }

  @Test("the tokeniser hashes a word as WordHash does", arguments: ["Kremlin", "O’Brien", "Łódź", "21st", "U.S.", "1,000", "…", "..."])
  func hashAgreement(text: String) throws {
    try read(text) { #expect($0.tokens.hash(0) == WordHash(text)) }
  }

  @Test("a word read through markup and entities keeps its place in the file")
  func reading() throws {
    let source = try Source("Krem<b>lin</b>&rsquo;s men")
    let pieces: [Piece] = [
      .text(0..<4), .text(7..<10), Piece(.scalar, 14..<21, scalar: "\u{2019}"), .text(21..<26),
    ]
    var seen: [String] = []
    read(source, pieces) { block in
      for i in 0..<block.tokens.count { seen.append("\(block.text(i)) \(block.sourceRange(i..<i + 1)) \(block.hasMarkup(i..<i + 1))") }
    }
    #expect(seen == ["Kremlin 0..<10 true", "’s 14..<22 false", "men 23..<26 false"])
  }

  @Test("a long block is cut at a sentence end and nothing is lost")
  func cutting() throws {
    let text = String(repeating: "This is one sentence here. ", count: 2000)
    var tokens = 0
    var blocks = 0
    try read(text) { block in
      tokens += block.tokens.count
      blocks += 1
      #expect(block.text(0) == "This")
      #expect(block.isContinuation == (blocks > 1))
    }
    #expect(tokens == 12000)
    #expect(blocks == 3)
  }

  private func texts(_ text: String) throws -> [String] {
    var result: [String] = []
    try read(text) { block in for i in 0..<block.tokens.count { result.append(block.text(i)) } }
    return result
  }

  private func read(_ text: String, _ body: (Block) -> Void) throws {
    let source = try Source(text)
    read(source, [.text(0..<source.count)], body)
  }

  private func read(_ source: Source, _ pieces: [Piece], _ body: (Block) -> Void) {
    let reader = BlockReader(abbreviations: [WordHash("Mr").value])
    pieces.withUnsafeBufferPointer { reader.read(.paragraph, $0, of: source, intern: { _, _, _, _ in (0, []) }, body: body) }
  }
}
