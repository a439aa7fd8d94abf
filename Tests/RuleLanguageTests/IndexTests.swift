import MTLProse
import Testing

@testable import MTLRuleLanguage

/// Numbers that look random and are the same in each run (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// The index finds what trying every pattern at every token finds.
@Suite struct IndexTests {
  static let patterns = [
    "ship", "the ship", "(red|small) ship", "the @colour ship", "@colour @colour", "@colour", "~visit of", "~@speak the", "the ..3 ship",
    "ship ..4 [the] boat", "c:@country.name =c.capital", "c:@country.name ..2 =c.demonym", "#year", "#int(1..9) ship", "#int the",
    "#number of",
    "#word? ship", "the w:#word and =w", "red-ship", "ship ,", "“ the", "^ the", "ship \\. $", "the (red ship|boat){1,2}",
    "#form(9+,9) ship",
    "#lower{1,3} of Kenya", "(the|a) ..2 without red (ship|boat)", "ship ’s", "@country.capital", "[the ..2] @shade", "#form(9a) boat",
    "(ship|#year) of", "(dark red|dark) ship", "the (@colour|ship of) the", "#int(10..999) (the|@colour)", "9a", "#int(1..9)", "#number",
    "(1999|2004) ship", "ship (#lower|$|,)", "(^|,|the) ship", "#Name? ship of", "ship #CAPS", "a? small? ship red?",
    "(#number|red) ship (of|#punct)", "the #form(9,9)", "(#form(9+,9)|#form(9+.9)) ship", "ship x:(boat|#year){0,2} of",
    "(small|@colour|#number of) ship (’s|-|“)", "@country.capital ship", "ship @country.name", "#number Ship", "the (ship|boat) (red|a|9a)",
  ]
  private static let soup =
    "the a of and in ship Ship SHIP ships boat red small dark pale green visit visited said added noting Kenya Nairobi Kenyan Ivory Coast "
    + "Abidjan 9 05 007 42 1999 2004 9.5 3,5 9a , . “ ” ’s - red-ship \\n\\n"

  /// Words of the soup in any order, now and then without space between.
  private static func text(_ random: inout SplitMix64) -> String {
    let words = soup.split(separator: " ").map { $0.replacing("\\n", with: "\n") }
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      text += words.randomElement(using: &random)!
      if Int.random(in: 0..<8, using: &random) > 0 { text += " " }
    }
    return text
  }

  @Test("matches found through the index are those of every pattern at every token", arguments: 0..<20 as Range<UInt64>)
  func index(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let text = Self.patterns.enumerated().map { "rule r\($0)\n  says  x\n  match \($1)\n" }.joined()
    let rules = try CompiledRules(text)
    for _ in 0..<50 {
      let soup = Self.text(&random)
      var expected: [String] = []
      try SmallLanguage.read(soup) { expected += Self.everywhere(rules.set, in: $0) }
      let found = try rules.matches(in: soup).map { "\($0.rule) \($0.range)" }
      #expect(found.difference(from: expected).isEmpty, "\(soup.debugDescription)")
    }
  }

  /// What the matches of a block are, said slowly: for each rule, the earliest and then longest, that overlaps none before it.
  private static func everywhere(_ set: RuleSet, in block: Block) -> [String] {
    var result: [String] = []
    for pattern in 0..<set.patternCount {
      let record = set.patternAddress(pattern)
      var found: [Range<Int>] = []
      let resources = MatcherResources(language: SmallLanguage.language, dictionary: ProjectDictionary())
      withUnsafePointer(to: block) { place in
        var matcher = PatternMatcher(set.program, in: place, resources)
        for start in 0..<block.tokens.count {
          guard let end = matcher.match(set.cell(record + 1), at: start), end > start, !isInCompound(start..<end, block) else { continue }
          found.append(set.cell(record + 2) == 1 ? MatchState(resources.captures.slots).range(0)! : start..<end)
        }
      }
      withExtendedLifetime(resources) {}
      var last = 0
      for range in found.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) where range.lowerBound >= last {
        last = max(range.upperBound, range.lowerBound + 1)
        result.append("\(set.header(ofRule: set.cell(record)).id) \(block.sourceRange(range))")
      }
    }
    return result
  }

  private static func isInCompound(_ range: Range<Int>, _ block: Block) -> Bool {
    [range.lowerBound - 1, range.upperBound].contains { i in
      i > 0 && i + 1 < block.tokens.count && block.text(i) == "-" && block.tokens.isGlued(i) && block.tokens.isGlued(i + 1)
        && block.tokens.kind(i + 1) == .word
    }
  }
}
