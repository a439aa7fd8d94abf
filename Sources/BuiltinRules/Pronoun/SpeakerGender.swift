import MTLLinting

/// “He” for the woman who has just been quoted: “…, said Vesela Dimova. He expects …”.
struct SpeakerGender: Rule {
  let info = RuleInfo(
    id: "pronoun/speaker-gender", severity: .error, category: .mistranslation, precedence: .name,
    summary: "“He” stands for a woman who has just been named, or “She” for a man.",
    explanation: """
      Languages that leave the pronoun out, or have one for all, leave the choice to the engine, which sees one sentence at a time. Only \
      speakers with a full name are looked at, and only where the paragraph has nobody else who could be meant.
      """,
    bad: [
      "“The barley is late,” said Galina Petrenko, a farmer near the lake. [He] expects rain in June. => She",
      "The hall will open next week, the architect Miguel Santos said. [She] added that the roof was sound. => He",
    ],
    good: [
      "“The barley is late,” said Galina Petrenko, a farmer near the lake. She expects rain in June.",
      "“My husband is ill,” said Galina Petrenko. He added water to the soup.",
      "The boy was found by Galina Petrenko, police said. He said he was cold.",
      "The mayor spoke to Galina Petrenko, who said no. He added that he was sorry.",
    ])
  let trigger = Trigger.features(.givenName)

  private static let he = WordHash("he")
  private static let she = WordHash("she")
  /// Words that show a man, or a woman, of whom the paragraph may go on to speak.
  private static let male = WordSet(
    """
    he him his himself mr mister sir man men boy boys male husband father dad son sons brother brothers uncle grandfather nephew boyfriend \
    king prince lord duke emperor pope bishop priest monk imam gunman fisherman fishermen policeman chairman spokesman businessman actor \
    waiter gentleman guy guys lad fiancé widower grandson stepfather
    """)
  private static let female = WordSet(
    """
    she her hers herself mrs ms miss madam lady ladies woman women girl girls female wife mother mum mom daughter daughters sister sisters \
    aunt grandmother niece girlfriend queen princess duchess empress nun policewoman chairwoman spokeswoman businesswoman actress waitress \
    fiancée widow granddaughter stepmother ship boat vessel
    """)
  private static let said = WordSet(
    """
    said says explained explains added adds stated noted stressed stresses told warned emphasized emphasised believes thinks commented \
    recalled confirmed announced estimates expects reported assured complained concluded declared admitted insisted argued writes wrote
    """)
  /// What a speaker goes on to do.
  private static let goesOn = WordSet(
    """
    said says explained explains added adds stated states noted notes stressed stresses warned warns emphasized emphasised emphasizes \
    believes believed thinks commented recalled recalls confirmed announced estimates estimated expects expected assured complained \
    complains concluded declared admitted admits insisted insists argued argues hopes hoped fears predicts predicted described describes \
    called recommends recommended advises advised urged urges promised reminded pointed claims claimed underlined highlighted criticized \
    criticised considers also further
    """)
  private static let toOthers = WordSet("to with against from about between by than like and or")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    let starts = block.tokens.sentenceStarts
    let (he, she) = (Self.he, Self.she)
    for s in 1..<max(1, starts.count) {
      let i = Int(starts[s])
      let hash = block.tokens.hash(i)
      guard hash == he || hash == she, Self.goesOn.contains(block, i + 1) else { continue }
      guard let name = speaker(in: Int(starts[s - 1])..<i, isWoman: hash == he, block) else { continue }
      guard !hasOther(before: i, than: name, isWoman: hash == he, block, context) else { continue }
      let right = hash == he ? "She" : "He"
      report(
        Finding(
          i..<i + 1, "\(block.text(name)) is a \(hash == he ? "woman" : "man"): “\(right)”", repairs: [.suggested(right)]))
      return
    }
  }

  /// The full name of the one who speaks in a sentence, if its sex is the one that is asked for.
  private func speaker(in sentence: Range<Int>, isWoman: Bool, _ block: Block) -> Range<Int>? {
    for i in sentence where block.isWord(i) && block.tokens.shape(i) == .capitalised {
      var end = i + 1
      while end < sentence.upperBound, end < i + 4, isNamePart(end, block) { end += 1 }
      guard end > i + 1, isGiven(i, isWoman, block) || isWoman && isWomans(end - 1, after: i, block) else { continue }
      return speaks(i..<end, in: sentence, block) ? i..<end : nil
    }
    return nil
  }

  private func isGiven(_ i: Int, _ isWoman: Bool, _ block: Block) -> Bool {
    let lexeme = block.lexeme(i)
    return lexeme.isAny(isWoman ? .givenFemale : .givenMale) && !lexeme.isAny([isWoman ? .givenMale : .givenFemale, .givenAmbiguous])
  }

  /// Whether a surname ends as those of women do where they have forms of their own.
  private func isWomans(_ i: Int, after given: Int, _ block: Block) -> Bool {
    let first = block.lexeme(given)
    guard !first.isAny(.givenMale) || first.isAny(.givenFemale), !block.lexeme(i).isAny(.place), block.length(i) > 5 else { return false }
    let word = block.text(i)
    return ["ova", "eva", "ová", "ska", "ská", "skaya", "ienė", "aitė", "ytė", "utė", "ūtė"].contains(where: word.hasSuffix)
  }

  private func isNamePart(_ i: Int, _ block: Block) -> Bool {
    block.isWord(i) && (block.tokens.shape(i) == .capitalised || block.tokens.shape(i) == .mixed)
      || block.hasMark(i, "-") && block.tokens.isGlued(i)
  }

  /// Whether the sentence says that the one with this name speaks: “said the director Name”, “Name, an expert, said”.
  private func speaks(_ name: Range<Int>, in sentence: Range<Int>, _ block: Block) -> Bool {
    var i = name.lowerBound - 1
    if i > sentence.lowerBound, block.isMark(i, ",") { i -= 1 }
    while i >= sentence.lowerBound, name.lowerBound - i < 12, block.isWord(i) || block.isMark(i, "-") || block.isMark(i, "’") {
      if Self.said.contains(block, i) { return true }
      if Self.toOthers.contains(block, i) { return false }
      i -= 1
    }
    guard i < sentence.lowerBound || !block.isWord(i) else { return false }
    if says(name.upperBound, in: sentence, block) { return true }
    guard block.hasMark(name.upperBound, ","), !says(name.upperBound + 1, in: sentence, block) else {
      return block.hasMark(name.upperBound, ",")
    }
    let close = (name.upperBound + 1..<sentence.upperBound).first { block.isMark($0, ",") }
    return close.map { says($0 + 1, in: sentence, block) } ?? false
  }

  /// Whether one of the next few words is a verb of saying.
  private func says(_ i: Int, in sentence: Range<Int>, _ block: Block) -> Bool {
    (i..<i + 3).contains { $0 < sentence.upperBound && Self.said.contains(block, $0) }
  }

  /// Whether somebody else who could be meant stands before token `end`.
  private func hasOther(before end: Int, than name: Range<Int>, isWoman: Bool, _ block: Block, _ context: Context) -> Bool {
    let tokens = block.tokens
    let persons = context.list("person-word")
    let others = isWoman ? Self.male : Self.female
    for i in 0..<end where block.isWord(i) && !name.contains(i) {
      if others.contains(block, i) { return true }
      if tokens.shape(i) == .lower {
        // Her own title stands before her name, what else she is behind it.
        if i >= name.lowerBound - 8, i < name.lowerBound { continue }
        if i >= name.upperBound, block.hasMark(name.upperBound, ",") { continue }
        if persons?.match(at: i, in: block) != nil { return true }
      } else if !block.startsSentence(i), block.lexeme(i).isUnknown || block.lexeme(i).isAny([.surname, .givenMale, .givenFemale]) {
        if !block.lexeme(i).isAny(.place), !tokens.flags(i).contains(.innerCapital) { return true }
      }
    }
    return false
  }
}
