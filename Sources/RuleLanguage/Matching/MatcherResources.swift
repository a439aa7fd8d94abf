import MTLLanguage

/// What the matchers of one document share.
///
/// A class, since a matcher is made for each block.
final class MatcherResources {
  let language: Language
  let dictionary: ProjectDictionary
  let captures = CaptureBuffer()
  let blockWords = BlockWords()
  // SAFETY: grown before it is written to, freed in `deinit`.
  private(set) var hits = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  private var capacity = 1

  init(language: Language, dictionary: ProjectDictionary) {
    self.language = language
    self.dictionary = dictionary
  }

  deinit { hits.deallocate() }

  /// Room for the hits among so many tokens (see `WordGate.sift`).
  func hits(_ tokens: Int) -> UnsafeMutablePointer<UInt32> {
    guard capacity < 2 * tokens else { return hits }
    hits.deallocate()
    capacity = 4 * tokens
    hits = .allocate(capacity: capacity)
    return hits
  }
}
