import MTLLanguage
import MTLProse

@testable import MTLRuleLanguage

/// A language of a few words, so that a test says all there is to know.
enum SmallLanguage {
  static let language = try! make()

  private static func make() throws -> Language {
    var source = LexiconSource()
    let words = "add ship boat table visit report city box church note stop plan talk night day small red quick go say child"
    try source.read(file: "words-10.txt", text: words.replacing(" ", with: "\n"))
    try source.read(file: "given-names.txt", text: "Oana\tf\nKofi\tm\n")
    try source.read(file: "surnames.txt", text: "Mensah\n")
    try source.read(file: "places.txt", text: "Accra\n")
    try source.read(
      file: "function-words.txt",
      text: "the\tdet\na\tdet\nof\tprep\nin\tprep\nand\tconj\nor\tconj\nhe\tpron\nshe\tpron\nis\taux\nhas\taux\n")
    try source.read(file: "irregular-verbs.txt", text: "say\tsaid\tsaid\ngo\twent\tgone\tgoes\n")
    try source.read(file: "irregular-nouns.txt", text: "child\tchildren\n")
    try source.read(file: "abbreviations.txt", text: "Mr\n")
    return Language(Blob(BlobWriter.container(source.sections())))!
  }

  /// Lists and tables that patterns of the tests may name.
  static let library = """
    list colour  red green "dark red" @shade
    list shade  pale
    list speak  say add note
    table country  name | demonym | capital
      Kenya          | Kenyan   | Nairobi
      Ivory Coast    | Ivorian  | Abidjan / Yamoussoukro
      Nowhere        |          | Nil
    table word  form | english | lang
      rivière | river | fr
      río     | river | es

    """
}

/// Rule files, compiled.
struct CompiledRules {
  let set: RuleSet

  /// - Parameter text: a rule file that may use the lists of `SmallLanguage`.
  init(_ text: String) throws {
    let files = [
      RuleFile(path: "library.rules", family: "library", text: SmallLanguage.library),
      RuleFile(path: "test.rules", family: "test", text: text),
    ]
    set = RuleSet(Blob(BlobWriter.container(try RuleSetCompiler(language: SmallLanguage.language).compile(files).sections)))!
  }

  /// A rule with one pattern and some more fields.
  init(pattern: String, _ fields: String...) throws {
    try self.init("rule r\n  says  x\n  match \(pattern)\n" + fields.map { "  \($0)\n" }.joined())
  }

  /// What is found in a text; paragraphs are separated by empty lines, and those that begin with `# ` are headings.
  func matches(in text: String, from: String? = nil, dictionary: [String] = []) throws -> [Found] {
    let active = ActiveRules(set: set, isActive: Array(repeating: true, count: set.ruleCount), from: from)
    var matcher = RuleSetMatcher(active, language: SmallLanguage.language, dictionary: ProjectDictionary(dictionary))
    var found: [(match: Found, condition: DocumentCondition?)] = []
    var words = 0
    try SmallLanguage.read(text) { block in
      words += (0..<block.tokens.count).count { block.tokens.kind($0) == .word }
      matcher.check(block) { match in
        found.append((Found(rule: set.header(ofRule: match.rule).id, match, in: block), match.condition))
      }
    }
    return found.filter { $0.condition.map { matcher.holds($0, words: words) } ?? true }.map(\.match)
  }

  /// The text with `[…]` around everything that is reported.
  func marked(_ text: String, dictionary: [String] = []) throws -> String {
    let plain = text.filter { $0 != "[" && $0 != "]" }
    var bytes = Array(plain.utf8)
    for match in try matches(in: plain, dictionary: dictionary).sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.insert(UInt8(ascii: "]"), at: match.range.upperBound)
      bytes.insert(UInt8(ascii: "["), at: match.range.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A match outside of its block.
struct Found: Equatable {
  let rule: String
  let text: String
  let range: Range<Int>
  let message: String
  let repairs: [String]

  init(rule: String, _ match: RuleMatch, in block: Block) {
    self.rule = rule
    text = block.text(match.tokens)
    range = block.sourceRange(match.tokens)
    message = match.message
    repairs = match.repairs.map(\.text)
  }
}

extension SmallLanguage {
  /// Hands each paragraph of a text to `body` as a block.
  static func read(_ text: String, body: (Block) throws -> Void) throws {
    let source = try Source(text)
    let reader = BlockReader(abbreviations: language.abbreviations)
    var failure: (any Error)?
    var start = 0
    for paragraph in text.split(separator: "\n\n", omittingEmptySubsequences: false) {
      let isHeading = paragraph.hasPrefix("# ")
      let end = start + paragraph.utf8.count
      let pieces = [Piece.text(start + (isHeading ? 2 : 0)..<end)]
      pieces.withUnsafeBufferPointer { pieces in
        reader.read(isHeading ? .heading : .paragraph, pieces, of: source, intern: { language.lexicon.intern($0, $1, $2, $3) }) { block in
          do { try body(block) } catch { failure = error }
        }
      }
      start = end + 2
    }
    if let failure { throw failure }
  }
}
