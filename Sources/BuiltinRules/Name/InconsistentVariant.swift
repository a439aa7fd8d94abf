import MTLLinting

/// A name that is spelt two ways in one document: “Glarrard” and “Glarard”.
struct InconsistentVariant: DocumentRule {
  let info = RuleInfo(
    id: "name/inconsistent-variant", category: .inconsistency, tier: .strict, precedence: .lexicon,
    summary: "A name is spelt two ways.",
    explanation: """
      A name is transliterated anew each time it comes. Only names that no list has are compared, and only where one spelling clearly \
      prevails. Relatives and places with like names are the reason for the strict tier.
      """,
    bad: [
      "Tsvetkovich spoke first. Then Tsvetkovich left. At home [Tsvetkowich] slept. => Tsvetkovich",
      "Mr Garabedyan sings. Later Garabedyan danced with the mayor, and [Garabediyan] laughed. => Garabedyan",
    ],
    good: ["Tsvetkovich spoke. Then Tsvetkova left with Tsvetkovich.", "The Karamazovs met Karamazov and Karamazov again."])
  let trigger = Trigger.features(.unknownWord)

  private static let shortest = 7

  func gather(_ block: Block, in context: Context, into facts: inout DocumentFacts) {
    for i in block.unknownWords where block.tokens.shape(i) == .capitalised {
      guard block.length(i) >= Self.shortest, !block.isHyphenated(i), !block.touchesCode(i), context.isUnknown(block, i) else { continue }
      facts.note(key: block.tokens.hashes[i], block.sourceRange(i..<i + 1), text: block.text(i), in: block)
    }
  }

  func judge(_ facts: DocumentFacts, words: Int, in context: Context, report: (Finding) -> Void) {
    let groups = Dictionary(grouping: facts.all.map { (fact: $0, text: facts.text(of: $0)) }, by: \.fact.key)
    // Names are compared within their first letter, and only in documents short enough to know its people.
    let byInitial = Dictionary(grouping: groups.values.map { $0 }, by: { $0[0].text.first! })
    for names in byInitial.values where names.count > 1 && names.count < 200 {
      for name in names {
        let text = name[0].text
        let better = names.filter { $0.count >= 2 * name.count && isVariant(text, of: $0[0].text) }.max {
          ($0.count, $1[0].text) < ($1.count, $0[0].text)
        }
        guard let better else { continue }
        for fact in name {
          report(Finding(.bytes(fact.fact.range), "elsewhere the name is “\(better[0].text)”", repairs: [.suggested(better[0].text)]))
        }
      }
    }
  }

  /// Whether one is the other but for a letter inside; endings are inflection.
  private func isVariant(_ a: String, of b: String) -> Bool {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard a != b, abs(a.count - b.count) <= 1 else { return false }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let suffix = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    guard prefix >= 2, suffix >= 2 else { return false }
    let rest = max(a.count, b.count) - prefix - suffix
    return rest <= 1 || rest == 2 && a.count == b.count && a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix]
  }
}
