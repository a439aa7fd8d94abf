/// Something a document rule noted about a place.
public struct DocumentFact: Sendable, Hashable {
  /// What facts about the same thing share: a word's hash, say.
  public let key: UInt64
  private let start: UInt32
  private let end: UInt32
  /// For the rule's own use.
  public let value: Int32
  /// Number of the block it stands in, from 0.
  public let block: Int32
  /// Which of the texts is its own, or -1.
  fileprivate let text: Int32

  fileprivate init(_ key: UInt64, _ range: Range<Int>, _ value: Int, _ block: Int, text: Int32) {
    self.key = key
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    self.value = Int32(truncatingIfNeeded: value)
    self.block = Int32(truncatingIfNeeded: block)
    self.text = text
  }

  /// Byte offsets in the file.
  public var range: Range<Int> { Int(start)..<Int(end) }
}

/// What one rule noted about a document, in order; a few thousand facts at most.
///
/// Texts stand apart, so that a fact without one is copied as it is.
public struct DocumentFacts: Sendable {
  /// More are not kept.
  public static let limit = 20_000

  public private(set) var all: [DocumentFact] = []
  private var texts: [String] = []

  public init() {}

  /// - Parameters:
  ///   - key: what facts about the same thing share.
  ///   - range: byte offsets in the file.
  ///   - value: for the rule’s own use.
  public mutating func note(key: UInt64, _ range: Range<Int>, value: Int = 0, in block: Block) {
    guard all.count < Self.limit else { return }
    all.append(DocumentFact(key, range, value, block.index, text: -1))
  }

  /// - Parameter text: what `text(of:)` is to give back.
  public mutating func note(key: UInt64, _ range: Range<Int>, text: String, value: Int = 0, in block: Block) {
    guard all.count < Self.limit else { return }
    all.append(DocumentFact(key, range, value, block.index, text: Int32(truncatingIfNeeded: texts.count)))
    texts.append(text)
  }

  /// The text that a fact was noted with, or nothing.
  public func text(of fact: DocumentFact) -> String { fact.text < 0 ? "" : texts[Int(fact.text)] }
}
