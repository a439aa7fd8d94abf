import MTLProse

/// The words and phrases of a project, whatever their case.
public struct ProjectDictionary: Sendable {
  private let words: Set<UInt64>

  /// - Parameter entries: a word or a phrase each. A phrase counts as its words one by one only where rules ask for phrases.
  public init(_ entries: [String] = []) { words = Set(entries.map { WordHash($0).value }) }

  public var isEmpty: Bool { words.isEmpty }

  /// Whether a word is an entry.
  public func contains(_ word: WordHash) -> Bool { words.contains(word.value) }
}
