/// Something that looks at blocks of prose and reports what is wrong with them.
///
/// A rule is a value that is shared by all threads; what it needs to know of the language it asks the context for. It is asked about a
/// block only if its trigger stands there, and it must find the same in a block whatever other blocks stand around it.
public protocol Rule: Sendable {
  var info: RuleInfo { get }
  /// What must stand in a block before the rule is asked.
  var trigger: Trigger { get }
  func check(_ block: Block, in context: Context, report: (Finding) -> Void)
}

/// A rule about a whole document: it gathers facts block by block and judges them in the end.
///
/// Facts of a block can be taken out again when an editor changes the block, so they must not depend on other blocks.
public protocol DocumentRule: Sendable {
  var info: RuleInfo { get }
  var trigger: Trigger { get }
  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts)
  /// - Parameter words: number of words in the document, for densities.
  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void)
}

/// What a rule says about a place, before the linter makes a diagnostic of it.
public struct Finding {
  /// What could stand in a place instead.
  public struct Repair {
    public let text: String
    public let applicability: Applicability
    /// What is replaced; nil for the place that is reported.
    public let place: Place?

    public static func safe(_ text: String, at place: Place? = nil) -> Repair { Repair(text: text, applicability: .safe, place: place) }
    public static func suggested(_ text: String, at place: Place? = nil) -> Repair {
      Repair(text: text, applicability: .suggested, place: place)
    }
  }

  /// A place in a block, or in the file.
  public enum Place {
    /// A run of the block's tokens, with what stands between them.
    case tokens(Range<Int>)
    /// What stands between a token and the one before it.
    case gap(before: Int)
    /// Byte offsets in the file.
    case bytes(Range<Int>)
  }

  public let place: Place
  public let message: String
  public let repairs: [Repair]
  public let related: [Diagnostic.Related]
  /// Whether it is told only in documents that are garbled without it, as what waits for `when garbled` in the rule language.
  public let waitsForGarbles: Bool

  public init(
    _ place: Place, _ message: String, repairs: [Repair] = [], related: [Diagnostic.Related] = [], waitsForGarbles: Bool = false
  ) {
    self.place = place
    self.message = message
    self.repairs = repairs
    self.related = related
    self.waitsForGarbles = waitsForGarbles
  }

  public init(_ tokens: Range<Int>, _ message: String, repairs: [Repair] = []) { self.init(.tokens(tokens), message, repairs: repairs) }
}
