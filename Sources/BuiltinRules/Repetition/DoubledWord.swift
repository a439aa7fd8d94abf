import MTLLinting

/// A word with a meaning of its own, said twice in a row: “on the dock dock”.
struct DoubledWord: Rule {
  let info = RuleInfo(
    id: "repetition/doubled-word", severity: .error, category: .duplication, precedence: .mechanical,
    summary: "A word is said twice in a row.",
    explanation: """
      Decoders repeat a word when they lose their place in the source, often where another word should stand. So the repair is only \
      a suggestion. Words that English doubles on purpose (“very very”, “had had”), reduplicated names and quoted speech are left alone.
      """,
    bad: [
      "The ferry was late at the [harbour harbour] on Friday. => harbour",
      "Farmers say the [harvest harvest] was poor this year. => harvest",
      "They met in the Lomas [District district] on Friday. => District",
    ],
    good: [
      "She was very very tired after the climb.", "The children said they had had enough.", "The pianist Lang Lang played in Bora Bora.",
      "Police police the square at night.",
    ])
  let trigger = Trigger.features(.adjacentRepeat)

  private static let allowed = WordSet(
    """
    had that is was do does did very very no so bye knock night ha hah hush there now well long far many really much big old yes yeah please never
    tut chop beep boom bla blah cha can aye pom dum ping tap drip tsk wait come go win extra hear hey hi ho hip la na nah ok okay oh ah ooh right
    rah quack woof meow choo click clap toot tick tock honk buzz yum yo yada ditto bang pop thump wow quick quickly slowly police too
    """)
  /// Titles and kinds of places, which stand behind a name or before one.
  private static let titles = WordSet(
    """
    minister president secretary director chairman governor mayor general district province county region city town village commune island \
    street river lake hospital university school ministry party court bank park airport station
    """)
  /// Names of two equal words that are long enough to look like a mistake.
  private static let names = WordSet("walla wagga baden bafana duran humbert sirhan boutros tsing sing galli pago bongo mahi ylang")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let tokens = block.tokens
    for i in 1..<max(1, tokens.count) where tokens.hashes[i] == tokens.hashes[i - 1] {
      guard block.isContentWord(i), block.isWord(i - 1), !tokens.isGlued(i), !block.startsSentence(i), block.length(i) > 2 else { continue }
      guard !Self.allowed.contains(block, i), !isLonger(i, block), !block.isHyphenated(i), !block.isHyphenated(i - 1) else { continue }
      guard isMistake(i, block), !context.dictionary.contains(tokens.hash(i)) else { continue }
      let word = block.text(i - 1)
      report(Finding(i - 1..<i + 1, "“\(word)” is said twice", repairs: [.suggested(word)]))
    }
  }

  /// Whether the word stands there three times, or the pair is part of a repeated phrase: others’ business.
  private func isLonger(_ i: Int, _ block: Block) -> Bool {
    let hashes = block.tokens.hashes
    return i > 1 && hashes[i - 2] == hashes[i] || i + 1 < block.tokens.count && hashes[i + 1] == hashes[i]
  }

  private func isMistake(_ i: Int, _ block: Block) -> Bool {
    let shapes = (block.tokens.shape(i - 1), block.tokens.shape(i))
    let lexeme = block.lexeme(i)
    switch shapes {
    case (.lower, .lower): return !lexeme.isProperOnly
    case (.capitalised, .lower):
      guard lexeme.contains(.lower) else { return false }
      // “Foreign Minister minister Ivanov”: a title, or the kind of a place.
      return CaseKeeping.beginsSentence(i - 1, in: block) || Self.titles.contains(block, i)
    case (.capitalised, .capitalised), (.caps, .caps):
      guard !lexeme.isAny([.surname, .givenMale, .givenFemale, .place]), !Self.names.contains(block, i) else { return false }
      // Syllables of Chinese names have at most six letters and are doubled freely.
      return lexeme.contains(.lower) ? block.length(i) > 4 : lexeme.isUnknown && block.length(i) > 5 && !block.text(i).hasSuffix("ng")
    default: return false
    }
  }
}
