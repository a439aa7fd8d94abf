import MTLProse

/// The words that English news repeats most, by the share of tokens that they are, rounded to a few steps. A pattern is filed under the
/// rarest word it has, and the grades of the lexicon do not tell “year” from “yeast”.
enum FrequentWords {
  /// The share of tokens that are this word, or nil if it is none of them.
  static func share(of hash: UInt64) -> Double? { shares[hash] }

  private static let shares: [UInt64: Double] = {
    var shares: [UInt64: Double] = [:]
    for (share, words) in steps {
      for word in words.split(whereSeparator: \.isWhitespace) { shares[WordHash(String(word)).value] = share }
    }
    return shares
  }()

  private static let steps: [(share: Double, words: String)] = [
    (0.05, "the , ."),
    (0.022, "of to and a in"),
    (0.009, "said for on that is - “ ” \" 's"),
    (0.005, "it with by at as was from he his be has have an are will not but ( )"),
    (0.003, "its which would were had been this they who their or after more one also : ; /"),
    (0.002, "year two new u.s. up about than her she there when we i you out over into other if last first company"),
    (
      0.001,
      """
      all could can no some what so before between against three years percent million billion people government president
      market bank state time week months month days day told four now most only while made under because during since
      through where being such him our them these those any many much former minister united group world country
      """
    ),
    (
      0.0005,
      """
      back down still even then just like well very did do does should must both however several part high next
      five six seven eight nine ten per cent half early late end today monday tuesday wednesday thursday friday saturday sunday
      january february march april may june july august september october november december
      police court party city states house national international public business industry trade price prices stock share
      shares oil dollar dollars sales rate rates interest exchange officials official spokesman report reported added say says
      american british german french chinese japanese russian european south north east west foreign
      war military security political economic financial federal general executive chief director committee
      expected including according based set take make get go come work used use called left home long
      man men woman women children family life school game team season second third vice japan canada brazil soviet white hong
      """
    ),
  ]
}
