import Testing

@testable import MTLMeasuring

@Suite struct WordDistanceTests {
  @Test(
    "words, marks and joins are counted",
    arguments: [
      ("a b c", "a b c", 0), ("a b c", "a x c", 1), ("a b c", "a c", 1), ("a c", "a b c", 1), ("", "a b", 2), ("", "", 0),
      ("A b", "a b", 1), ("said,", "said", 1), ("said ,", "said,", 1), ("12: 25", "12:25", 1), ("“We”", "We", 3), ("don’t", "do not", 2),
      ("a  b\tc", "a b c", 0), ("kitten sitting there", "sitting there kitten", 2), ("naïve", "naive", 1), ("a b", "b a", 2),
    ])
  func distance(a: String, b: String, expected: Int) {
    #expect(WordDistance(a).distance(to: WordDistance(b)) == expected)
    #expect(WordDistance(b).distance(to: WordDistance(a)) == expected)
  }
}
