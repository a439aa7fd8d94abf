/// Which documents are so full of garbles that rules speak which would be too unsure elsewhere: `when garbled`.
///
/// What an editor would mark in a text that is known to be garbled is not what she would mark in good prose: “the test against him” is right
/// in one and “evidence” misrendered in the other. That the rest of the document is full of certain garbles tells them apart.
enum GarbledDocument {
  /// So many places must be wrong for certain, by so many different rules, and one in so many words: good news have one in three thousand
  /// words, so that four in one article come of something else than chance, and three rules of something else than one habit.
  private static let fewest = 4
  private static let fewestRules = 3
  private static let wordsToEach = 100

  /// - Parameter diagnostics: what is wrong for certain, without overlaps; hints do not count.
  static func isGarbled(by diagnostics: [Diagnostic], words: Int) -> Bool {
    let certain = diagnostics.filter { $0.severity >= .warning }
    return certain.count >= max(fewest, words / wordsToEach) && Set(certain.map(\.rule)).count >= fewestRules
  }
}
