/// The forms of a language's words: regular by rule, irregular by table.
///
/// The regular rules are the orthographic ones of any English grammar (Quirk et al. 1985, §3.5–3.10 and §5.79–5.81).
public struct Inflection: Sendable {
  /// A form of a verb or noun.
  public enum Form: String, Sendable, CaseIterable {
    case base, third, past, participle, ing, plural, comparative, superlative
  }

  static let files: Set<String> = ["irregular-verbs.txt", "irregular-nouns.txt", "irregular-adjectives.txt", "doubling-verbs.txt"]

  private struct Verb {
    var past: [String] = []
    var participle: [String] = []
    var third: [String] = []
    var ing: [String] = []
  }

  private var verbs: [String: Verb] = [:]
  private var nouns: [String: [String]] = [:]
  private var adjectives: [String: (comparative: [String], superlative: [String])] = [:]
  private var doubling: Set<String> = []
  private var doublingInBritain: Set<String> = []
  /// From an irregular form to its lemmas.
  private var lemmasByForm: [String: [String]] = [:]

  /// - Parameter files: the texts of the files named in `files`.
  public init(files: [String: String]) {
    func list(_ cell: String) -> [String] { cell.split(separator: "/").map(String.init) }
    for row in LanguageText.rows(files["irregular-verbs.txt"]) where row.count >= 3 {
      var verb = Verb(past: list(row[1]), participle: list(row[2]))
      if row.count > 3 { verb.third = list(row[3]) }
      if row.count > 4 { verb.ing = list(row[4]) }
      verbs[row[0]] = verb
      for form in verb.past + verb.participle + verb.third + verb.ing { lemmasByForm[form, default: []].append(row[0]) }
    }
    for row in LanguageText.rows(files["irregular-nouns.txt"]) where row.count >= 2 {
      nouns[row[0]] = list(row[1])
      for form in list(row[1]) { lemmasByForm[form, default: []].append(row[0]) }
    }
    for row in LanguageText.rows(files["irregular-adjectives.txt"]) where row.count >= 3 {
      adjectives[row[0]] = (list(row[1]), list(row[2]))
      for form in list(row[1]) + list(row[2]) { lemmasByForm[form, default: []].append(row[0]) }
    }
    for row in LanguageText.rows(files["doubling-verbs.txt"]) where !row.isEmpty {
      if row.count > 1, row[1] == "gb" { doublingInBritain.insert(row[0]) } else { doubling.insert(row[0]) }
    }
  }

  /// The spellings of a form of a lemma, the commonest first.
  public func forms(of lemma: String, _ form: Form) -> [String] {
    switch form {
    case .base: return [lemma]
    case .third: return verbs[lemma]?.third.nonEmpty ?? [sForm(lemma)]
    case .past: return verbs[lemma]?.past.nonEmpty ?? edForms(lemma)
    case .participle: return verbs[lemma]?.participle.nonEmpty ?? edForms(lemma)
    case .ing: return verbs[lemma]?.ing.nonEmpty ?? ingForms(lemma)
    case .plural: return nouns[lemma] ?? [sForm(lemma)]
    case .comparative: return adjectives[lemma]?.comparative ?? [graded(lemma, "er")]
    case .superlative: return adjectives[lemma]?.superlative ?? [graded(lemma, "est")]
    }
  }

  /// Every form a lemma can take as a verb or a noun, itself first, without repeats.
  public func allForms(of lemma: String) -> [String] {
    var seen: Set<String> = []
    return [Form.base, .third, .past, .participle, .ing, .plural].flatMap { forms(of: lemma, $0) }.filter { seen.insert($0).inserted }
  }

  /// The lemmas a lower-case word may be a form of, the likeliest first; the word itself if the lexicon has it as a base form.
  ///
  /// - Parameter isWord: whether the lexicon knows a lower-case word.
  public func lemmas(of word: String, isWord: (String) -> Bool) -> [String] {
    var found = lemmasByForm[word] ?? []
    for candidate in regularStems(word) where isWord(candidate) && allForms(of: candidate).contains(word) { found.append(candidate) }
    if found.isEmpty || isWord(word) { found.append(word) }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Another form of a word in any form: `added` and `.ing` give `adding`. Nil when no lemma is known for it.
  public func inflect(_ word: String, to form: Form, isWord: (String) -> Bool) -> String? {
    let lower = word.lowercased()
    guard let lemma = lemma(of: lower, for: form, isWord: isWord), verbs[lemma] != nil || nouns[lemma] != nil || isWord(lemma) else {
      return nil
    }
    return forms(of: lemma, form).first
  }

  /// The likeliest lemma of a word that has a form: “lives” is of “life”, but “lived” can only be of “live”.
  private func lemma(of word: String, for form: Form, isWord: (String) -> Bool) -> String? {
    let lemmas = lemmas(of: word, isWord: isWord)
    switch form {
    case .third, .past, .participle, .ing:
      // A verb in the table of irregular ones is its own lemma, whatever it may be made of: “feed” is not the past of “fee”.
      if lemmasByForm[word] == nil, verbs[word] != nil { return word }
      return lemmas.first { nouns[$0]?.contains(word) != true } ?? lemmas.first
    case .base, .plural, .comparative, .superlative: return lemmas.first
    }
  }

  private func regularStems(_ word: String) -> [String] {
    var stems: [String] = []
    func add(dropping suffix: String, adding ending: String = "") {
      guard word.hasSuffix(suffix), word.utf8.count - suffix.utf8.count >= 2 else { return }
      stems.append(word.dropLast(suffix.count) + ending)
    }
    add(dropping: "ies", adding: "y")
    add(dropping: "ied", adding: "y")
    add(dropping: "d")
    add(dropping: "ed")
    add(dropping: "ing", adding: "e")
    add(dropping: "ing")
    add(dropping: "s")
    add(dropping: "es")
    for suffix in ["ed", "ing"] where word.hasSuffix(suffix) {
      let stem = word.dropLast(suffix.count)
      if stem.count >= 3, stem.last == stem.dropLast().last { stems.append(String(stem.dropLast())) }
    }
    return stems
  }

  // MARK: Regular spelling

  private func sForm(_ lemma: String) -> String {
    if lemma.hasSuffix("y"), let before = lemma.dropLast().last, !before.isVowel { return lemma.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh"] where lemma.hasSuffix(ending) { return lemma + "es" }
    return lemma + "s"
  }

  private func edForms(_ lemma: String) -> [String] {
    if lemma.hasSuffix("e") { return [lemma + "d"] }
    if lemma.hasSuffix("y"), let before = lemma.dropLast().last, !before.isVowel { return [lemma.dropLast() + "ied"] }
    return doubled(lemma).map { $0 + "ed" }
  }

  private func ingForms(_ lemma: String) -> [String] {
    if lemma.hasSuffix("ie") { return [lemma.dropLast(2) + "ying"] }
    if lemma.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: lemma.hasSuffix) { return [lemma.dropLast() + "ing"] }
    return doubled(lemma).map { $0 + "ing" }
  }

  private func graded(_ lemma: String, _ suffix: String) -> String {
    if lemma.hasSuffix("e") { return lemma + suffix.dropFirst() }
    if lemma.hasSuffix("y"), let before = lemma.dropLast().last, !before.isVowel { return lemma.dropLast() + "i" + suffix }
    return doubled(lemma)[0] + suffix
  }

  /// The stem before a vowel suffix: its last consonant doubled where the rule or the table says so.
  private func doubled(_ lemma: String) -> [String] {
    guard let last = lemma.last else { return [lemma] }
    if doublingInBritain.contains(lemma) { return [lemma, lemma + String(last)] }
    return doubling.contains(lemma) || isShortConsonantVowelConsonant(lemma) ? [lemma + String(last)] : [lemma]
  }

  private func isShortConsonantVowelConsonant(_ lemma: String) -> Bool {
    let letters = Array(lemma)
    guard letters.count >= 3, let last = letters.last, !last.isVowel, !"wxy".contains(last) else { return false }
    let vowel = letters[letters.count - 2]
    let onset = letters[letters.count - 3]
    guard vowel.isVowel, !onset.isVowel || (onset == "u" && letters.count >= 4 && letters[letters.count - 4] == "q") else { return false }
    return letters.dropLast(2).allSatisfy { !$0.isVowel || $0 == "u" && onset == "u" } && !letters.dropLast(2).contains("y")
  }
}

extension Character {
  fileprivate var isVowel: Bool { "aeiou".contains(self) }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
