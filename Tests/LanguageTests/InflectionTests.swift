import Testing

@testable import MTLLanguage

@Suite struct InflectionTests {
  private let inflection = Inflection(files: [
    "irregular-verbs.txt": "say\tsaid\tsaid\nfeed\tfed\tfed\ngo\twent\tgone\tgoes\nbe\twas/were\tbeen\tis/are/am\tbeing\n",
    "irregular-nouns.txt": "man\tmen\nlife\tlives\n",
    "doubling-verbs.txt": "refer\ntravel\tgb\n",
  ])
  private let words: Set<String> = [
    "add", "describe", "hope", "hop", "plunge", "stop", "carry", "refer", "travel", "say", "go", "table", "fee", "feed", "live", "life",
  ]

  @Test(
    "a word in any form is put into another",
    arguments: [
      ("added", Inflection.Form.ing, "adding"), ("described", .ing, "describing"), ("hoped", .ing, "hoping"), ("hopped", .ing, "hopping"),
      ("said", .ing, "saying"), ("went", .base, "go"), ("carried", .ing, "carrying"), ("stopping", .past, "stopped"),
      ("refer", .past, "referred"),
      ("men", .base, "man"), ("table", .plural, "tables"), ("feed", .ing, "feeding"), ("lives", .participle, "lived"),
    ])
  func inflect(word: String, form: Inflection.Form, expected: String) {
    #expect(inflection.inflect(word, to: form, isWord: words.contains) == expected)
  }

  @Test("an unknown word has no forms") func unknown() {
    #expect(inflection.inflect("blorped", to: .ing, isWord: words.contains) == nil)
  }

  @Test("British and American doublings are both forms of a lemma") func bothDoublings() {
    #expect(Set(inflection.allForms(of: "travel")).isSuperset(of: ["traveled", "travelled", "travelling", "traveling", "travels"]))
  }
}
