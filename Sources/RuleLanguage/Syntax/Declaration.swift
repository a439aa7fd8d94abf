/// What a rule file says, before lists are looked up and words inflected.
struct ParsedFile {
  var rules: [ParsedRule] = []
  var lists: [ParsedList] = []
  var tables: [ParsedTable] = []
  /// Rows of `synonyms`: a word, and what spinners write for it, with strengths.
  var synonyms: [[Cell]] = []
}

/// `list NAME` or `extend list NAME`.
struct ParsedList {
  let name: Cell
  let isExtension: Bool
  /// Members of one or more words, or `@other`.
  var members: [Cell] = []
  /// Whether one of its lines could not be read.
  var isBroken = false
}

/// `table NAME  column | column` or `extend table NAME  column | column`.
struct ParsedTable {
  let name: Cell
  let isExtension: Bool
  let columns: [Cell]
  /// Cells row by row; alternatives are not yet split.
  var rows: [[Cell]] = []
}

/// `rule NAME`, `phrases NAME` or `terms NAME`.
struct ParsedRule {
  enum Kind { case rule, phrases, terms }

  let kind: Kind
  let name: Cell
  /// Whether one of its lines could not be read.
  var isBroken = false
  var says: Cell?
  var because: Cell?
  var mqm: Cell?
  var severity: Cell?
  var tier: Cell?
  var from: [Cell] = []
  var over: [Cell] = []
  var conditions: [Condition] = []
  var matches: [Pattern] = []
  var exceptions: [Pattern] = []
  var fixes: [ParsedFix] = []
  var entries: [ParsedEntry] = []
  /// Established terms, and what looks spun but is English.
  var terms: [Cell] = []
  var ordinary: [Cell] = []
  var bad: [Cell] = []
  var good: [Cell] = []
}

struct ParsedFix {
  let template: Cell
  let isSafe: Bool
}

/// A line of a `phrases` block: `pattern => repair / repair | id: source expression`.
struct ParsedEntry {
  let pattern: Pattern
  let repairs: [Cell]
  /// Source language and expression.
  let sources: [(language: Cell, expression: Cell)]
}

/// What must hold of the document or block besides the match.
enum Condition {
  case modern
  case heading
  case garbled
  case mentions(Mention)
  case density(list: Cell, atLeast: Int)
  case compares(Comparison)

  /// A captured number, held against a cell of the row that another capture is bound to: `y < t.from - 2`.
  struct Comparison {
    /// As templates.
    let number: Cell
    let cell: Cell
    let isLess: Bool
    /// What is added to the cell.
    let margin: Int
  }

  enum Mention {
    case list(Cell)
    case text(Cell)
  }
}

/// A pattern with the place it stands at.
struct Pattern {
  let place: Place
  let elements: [Element]
  /// Whether `[…]` says what is reported.
  let isMarked: Bool
}

/// One element of a pattern.
struct Element {
  var place: Place
  var name: String?
  var node: Node
  var least = 1
  var most = 1
  /// Whether no space may stand before it: the parts of `ice-cold`.
  var isGlued = false
}

/// What an element matches.
indirect enum Node {
  /// One token, in any case or as written.
  case word(String, isExact: Bool)
  case lemma(String, form: String?)
  case lemmaList(Cell, form: String?)
  case list(Cell, column: String?)
  case same(Cell, column: String?)
  case tokenClass(TokenClass)
  case alternatives([[Element]])
  case gap(Int, without: Element?)
  case start
  case end
  /// White space stands here.
  case space
  case reportStart
  case reportEnd
}

/// A class of tokens: `#lower`, `#year`, `#int(1..99)`.
enum TokenClass: Equatable {
  case simple(SimpleClass)
  case int(ClosedRange<Int>)
  /// How a number or a word with digits is written: `9+,9`.
  case form(String)
}

/// Classes without arguments; the raw value stands in compiled programs.
enum SimpleClass: Int, CaseIterable {
  case word = 1
  case lower, name, caps, unknown, number, year, det, punct, opaque, prep, pron, conj, aux, given, surname, place, ing, past, plural

  var spelling: String {
    switch self {
    case .name: "Name"
    case .caps: "CAPS"
    default: "\(self)"
    }
  }

  init?(spelling: String) {
    guard let found = Self.allCases.first(where: { $0.spelling == spelling }) else { return nil }
    self = found
  }
}
