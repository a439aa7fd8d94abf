import MTLProse

/// One token as compiled rules hold it: its folded hash and what its case must be.
struct CompiledToken: Hashable {
  /// How the case of a token must be: any, or the raw value of a shape and one.
  enum Case: Int {
    /// Any case.
    case any = 0
    /// As an exact word without capitals.
    case lower, capitalised, caps, mixed

    init(of text: String, isExact: Bool) {
      switch TokenShape(ofWord: Array(text.utf8)) {
      case .lower: self = isExact ? .lower : .any
      case .capitalised: self = .capitalised
      case .caps: self = .caps
      case .mixed: self = .mixed
      }
    }
  }

  let hash: UInt64
  let letterCase: Case
  let isGlued: Bool
  /// Where a token that this one allows may fall.
  let buckets: TokenBuckets

  init(_ token: LiteralToken, isExact: Bool = false) {
    self.init(token.text, isExact: isExact, isGlued: token.isGlued)
  }

  init(_ text: String, isExact: Bool = false, isGlued: Bool = false) {
    hash = WordHash(text).value
    letterCase = Case(of: text, isExact: isExact || text != text.lowercased())
    self.isGlued = isGlued
    buckets = Self.buckets(of: text, hash, letterCase)
  }

  private static func buckets(of text: String, _ hash: UInt64, _ letterCase: Case) -> TokenBuckets {
    if text == "'s" { return .clitics }
    if text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return [.numbers, .alphanumerics] }
    guard let first = text.unicodeScalars.first, first.value < 0x80 else { return .all }
    guard first.properties.isAlphabetic else { return .mark(hash) }
    switch letterCase {
    case .any: return [.lower(hash), .capital(hash)]
    case .lower: return .lower(hash)
    case .capitalised, .caps, .mixed: return .capital(hash)
    }
  }

  /// The case and the glue as one number of a blob.
  var traits: Int { letterCase.rawValue | (isGlued ? 8 : 0) }
}

/// A list, or a column of a table, ready to be written: members in their own order.
struct CompiledList {
  struct Member: Hashable {
    let tokens: [CompiledToken]
    let row: Int
  }

  let name: String
  var members: [Member] = []
  /// The number of its table in the blob, from 1; 0 for a plain list.
  var table = 0

  /// Hashes of the first tokens, each once.
  var firstHashes: [UInt64] {
    var seen: Set<UInt64> = []
    return members.compactMap { seen.insert($0.tokens[0].hash).inserted ? $0.tokens[0].hash : nil }
  }

  var shortest: Int { members.map(\.tokens.count).min() ?? 1 }
  var longest: Int { members.map(\.tokens.count).max() ?? 1 }
}

/// A table ready to be written.
struct CompiledTable {
  let name: String
  let columns: [String]
  /// For each row its cells: the alternatives, the canonical one first.
  let rows: [[[String]]]
}
