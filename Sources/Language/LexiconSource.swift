import MTLProse

/// The plain-text files of a language's lexicon, read into what the blob holds. Build time only.
///
/// `words-NN.txt` are SCOWL's sizes, one word a line in its case; the other files are named in `read`.
public struct LexiconSource {
  private var words: [UInt64: Lexeme] = [:]
  private var spellings: Set<String> = []
  private var abbreviations: [UInt64] = []
  private var inflection: [(name: String, text: String)] = []

  public init() {}

  /// Takes one file of the lexicon folder; files it does not know are an error.
  ///
  /// - Throws: `LexiconError` with the line that cannot be read.
  public mutating func read(file name: String, text: String) throws {
    switch name {
    case _ where name.hasPrefix("words-"):
      let size = Int(name.dropFirst("words-".count).prefix(while: \.isNumber)) ?? 0
      addWords(text, grade: Lexeme.grade(ofSize: size), facts: [])
    case "recent.txt": addWords(text, grade: Lexeme.ungraded, facts: [])
    case "abbreviations.txt":
      addWords(text, grade: Lexeme.ungraded, facts: .abbreviation)
      abbreviations = text.split(separator: "\n").filter { $0.first != "#" }.map { WordHash(String($0)).value }
    case "newswire.txt": addWords(text, grade: Lexeme.ungraded, facts: .newswire)
    case "archaic.txt": addWords(text, grade: Lexeme.ungraded, facts: .archaic)
    case "surnames.txt": addWords(text, grade: Lexeme.ungraded, facts: .surname)
    case "places.txt": addWords(text, grade: Lexeme.ungraded, facts: .place)
    case "given-names.txt": try addTagged(text, file: name, tags: ["m": .givenMale, "f": .givenFemale, "u": .given])
    case "given-names-ambiguous.txt":
      try addTagged(
        text, file: name,
        tags: ["m": .givenAmbiguous, "f": .givenAmbiguous, "u": .givenAmbiguous])
    case "function-words.txt":
      try addTagged(
        text, file: name,
        tags: [
          "det": .determiner, "prep": .preposition, "pron": .pronoun, "conj": .conjunction, "aux": .auxiliary,
        ])
    case _ where Inflection.files.contains(name) || Derivation.files.contains(name):
      inflection.append((name, text))
      addIrregularForms(name, text)
    default: throw LexiconError(file: name, line: 1, message: "no lexicon file has this name")
    }
  }

  /// The sections of the blob.
  ///
  /// - Parameter marks: what `Lexicon.intern` is to tell of words and marks of punctuation besides, four bits each, by hash. Words that
  ///   the lexicon does not know stay unknown.
  public func sections(marks: [UInt64: UInt8] = [:]) -> [(name: String, bytes: [UInt8])] {
    var hashes = BlobWriter()
    for hash in abbreviations.sorted() { hashes.hash(hash) }
    return Lexicon.sections(words, marks: marks, spellings: Array(spellings)) + [
      (Language.abbreviationSection, hashes.bytes), (LanguageText.section, LanguageText.encode(inflection)),
    ]
  }

  private mutating func addWords(_ text: String, grade: Int, facts: Lexeme) {
    for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 { add(line, grade: grade, facts: facts) }
  }

  private mutating func addTagged(_ text: String, file: String, tags: [String: Lexeme]) throws {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && line.first != "#" {
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { throw LexiconError(file: file, line: number + 1, message: "expected a word, a tab and a tag") }
      for tag in cells[1].split(separator: ",") {
        guard let facts = tags[String(tag)] else {
          throw LexiconError(
            file: file, line: number + 1, message: "unknown tag “\(tag)”; one of \(tags.keys.sorted().joined(separator: ", "))")
        }
        add(cells[0].utf8, grade: Lexeme.ungraded, facts: facts)
      }
    }
  }

  private mutating func addIrregularForms(_ name: String, _ text: String) {
    for row in LanguageText.rows(text) where row.count >= 2 {
      let (cells, fact): (ArraySlice<String>, Lexeme)
      switch name {
      case "irregular-verbs.txt": (cells, fact) = (row[1..<min(3, row.count)], .irregularPast)
      case "irregular-nouns.txt": (cells, fact) = (row[1...1], .irregularPlural)
      default: return
      }
      for form in cells.flatMap({ $0.split(separator: "/") }) { add(form.utf8, grade: Lexeme.ungraded, facts: fact) }
    }
  }

  private mutating func add(_ line: Substring.UTF8View, grade: Int, facts: Lexeme) {
    let bytes = Array(line)
    guard !bytes.isEmpty else { return }
    let hash = bytes.withUnsafeBufferPointer { WordHash($0) }
    let shape = Self.shape(bytes)
    if shape == .mixed { spellings.insert(String(decoding: bytes, as: UTF8.self)) }
    let old = words[hash.value]
    let best = old.map { min($0.grade, grade) } ?? grade
    let kept = (old?.rawValue ?? 0) & ~0xF
    words[hash.value] = Lexeme(rawValue: kept | UInt32(best) | shape.rawValue | facts.rawValue)
  }

  private static func shape(_ bytes: [UInt8]) -> Lexeme {
    switch TokenShape(ofWord: bytes) {
    case .lower: .lower
    case .capitalised: .capitalised
    case .caps: .caps
    case .mixed: .mixed
    }
  }
}

/// A line of a lexicon file that cannot be read.
public struct LexiconError: Error, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  public let message: String
  public var description: String { "\(file):\(line): \(message)" }
}
