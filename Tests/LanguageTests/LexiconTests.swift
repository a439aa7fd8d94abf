import MTLProse
import Testing

@testable import MTLLanguage

@Suite struct LexiconTests {
  private func language() throws -> Language {
    var source = LexiconSource()
    try source.read(file: "words-10.txt", text: "table\npolish\nwork\nable\n")
    try source.read(file: "words-50.txt", text: "Polish\nParis\nNATO\niPhone\ncafé\n")
    try source.read(file: "given-names.txt", text: "Oana\tf\n")
    try source.read(file: "prefixes.txt", text: "re\tv\nun\ta\n")
    try source.read(file: "suffixes.txt", text: "able\t\t\n")
    return try #require(Language(Blob(BlobWriter.container(source.sections()))))
  }

  @Test(
    "the lexicon knows how a word may be cased, and how common it is",
    arguments: [
      ("table", Lexeme.lower, 1), ("PARIS", .capitalised, 5), ("nato", .caps, 5), ("iphone", .mixed, 5),
      ("polish", Lexeme([.lower, .capitalised]), 1),
      ("oana", Lexeme([.capitalised, .givenFemale]), 10), ("Café", .lower, 5), ("novichok", Lexeme(rawValue: 0), 0),
    ] as [(String, Lexeme, Int)])
  func entries(word: String, facts: Lexeme, grade: Int) throws {
    let lexeme = try language().lexicon[word]
    #expect(lexeme.grade == grade)
    #expect(lexeme.rawValue & ~0xF == facts.rawValue)
  }

  @Test("a word of mixed case keeps its spelling") func spelling() throws {
    #expect(try language().lexicon.spelling(of: WordHash("IPHONE")) == "iPhone")
    #expect(try language().lexicon.spelling(of: WordHash("table")) == nil)
  }

  @Test(
    "affixes make known words of known words",
    arguments: [("reworkable", false), ("unworkable", false), ("worktables", true), ("unclared", true)])
  func derivation(word: String, unknown: Bool) throws {
    #expect(try language().isUnknown(word) == unknown)
  }

  @Test("a bad line is named with its file and number") func badLine() {
    var source = LexiconSource()
    #expect(throws: LexiconError.self) { try source.read(file: "given-names.txt", text: "Ana\tf\nBob\n") }
    #expect(throws: LexiconError.self) { try source.read(file: "unheard-of.txt", text: "") }
  }

  @Test("numbers and sections survive the blob") func blob() throws {
    var writer = BlobWriter()
    for n in [0, 1, 127, 128, 16383, 16384, 268_435_455] { writer.number(n) }
    writer.hash(WordHash("x").value)
    let section = try #require(Blob(BlobWriter.container([("AAAA", [1]), ("TEST", writer.bytes)])).section("TEST"))
    #expect([0, 1, 127, 128, 16383, 16384, 268_435_455].enumerated().allSatisfy { section.number(at: $0.offset * 4) == $0.element })
    #expect(section.hash(at: 28) == WordHash("x").value)
    #expect(section.bytes.allSatisfy { $0 < 128 })
  }
}
