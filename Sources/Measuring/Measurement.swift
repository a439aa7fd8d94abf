import FoundationEssentials
import MTLint

/// How often each rule fires on which kind of text, and what its fixes are worth.
public struct Measurement: Codable, Hashable, Sendable {
  /// How much was read.
  public struct Amount: Codable, Hashable, Sendable {
    public var files = 0
    public var documents = 0
    /// Words of prose.
    public var words = 0
  }

  /// What fixes, each applied alone, did to the distance between a sentence and its post-edit (see `WordDistance`).
  public struct Effects: Codable, Hashable, Sendable {
    public var closer = 0
    public var same = 0
    public var further = 0

    public var isEmpty: Bool { closer + same + further == 0 }
  }

  /// What became of marks in annotated articles (see `ArticleScore`).
  public struct Marks: Codable, Hashable, Sendable {
    public var found = 0
    public var repaired = 0
    /// Marks that no rule found; for a rule, those whose comment names it.
    public var missed = 0
    /// Findings that are no mark’s.
    public var `false` = 0
  }

  /// What one rule did.
  public struct RuleFigures: Codable, Hashable, Sendable {
    public let id: String
    public let tier: String
    /// Hits in machine text, sentence pairs included.
    public var machine = 0
    /// Hits in references and post-edits.
    public var reference = 0
    public var clean = 0
    /// Of first fixes that are safe.
    public var safe = Effects()
    /// Of first fixes that are suggestions.
    public var suggested = Effects()
    public var articles = Marks()
    public var examples: [QuotedHit] = []

    init(id: String, tier: Tier) {
      self.id = id
      self.tier = tier.rawValue
    }

    public var isSilent: Bool { machine + reference + clean + articles.found + articles.false == 0 }
  }

  /// The marks of a family in annotated articles, whichever rules found them.
  public struct FamilyMarks: Codable, Hashable, Sendable {
    public let family: String
    public var marks = Marks()
  }

  /// What all rules together found in one file.
  public struct TextFigures: Codable, Hashable, Sendable {
    /// As it was named, or found in a folder that was.
    public let path: String
    /// Of machine text, or of the column `mt`.
    public var machineWords = 0
    public var machine = 0
    /// Of a reference, or of the column `post_edit`.
    public var referenceWords = 0
    public var reference = 0
  }

  public static let currentVersion = 2

  public let version: Int
  public var machine = Amount()
  public var reference = Amount()
  public var clean = Amount()
  /// Sentence pairs; their sides are counted in `machine` and `reference`.
  public var pairs = Amount()
  public var articles = Amount()
  /// The rules that ran, by id.
  public var rules: [RuleFigures]
  /// Machine texts, references and sentence pairs, by path.
  public var texts: [TextFigures] = []
  /// By family.
  public var families: [FamilyMarks] = []

  init(rules: [RuleFigures]) {
    version = Self.currentVersion
    self.rules = rules
  }

  /// The marks of all annotated articles together.
  public var marks: Marks {
    var sum = Marks()
    for family in families {
      sum.found += family.marks.found
      sum.repaired += family.marks.repaired
      sum.missed += family.marks.missed
    }
    sum.false = rules.reduce(0) { $0 + $1.articles.false }
    return sum
  }
}

// `--format json`: one object, fields in alphabetical order.
extension Measurement {
  /// Reads what `json` wrote.
  ///
  /// - Throws: `MeasureError` if it is something else, or of another version.
  public init(jsonAt path: String) throws {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw MeasureError("\(path): cannot be read") }
    guard let measurement = try? JSONDecoder().decode(Measurement.self, from: data) else {
      throw MeasureError("\(path): not a measurement; write one with: mtlint measure … --format json")
    }
    guard measurement.version == Self.currentVersion else {
      throw MeasureError("\(path): a measurement of version \(measurement.version), not \(Self.currentVersion); measure again")
    }
    self = measurement
  }

  /// As UTF-8, with a line break at its end.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }
}
