/// Writes a measurement for people.
public enum MeasurementReport {
  /// For the terminal: a line for each rule that found something, the hits that were kept, and at the end what was read.
  public static func text(_ measurement: Measurement) -> String {
    let table = MeasurementTable(measurement, withTier: false)
    var lines = measurement.rules.flatMap(hits)
    lines += table.text(measurement.rules.filter { !$0.isSilent } + [measurement.total])
    let silent = measurement.rules.filter(\.isSilent).map(\.id)
    if !silent.isEmpty { lines += ["", "found nothing (\(silent.count)): " + silent.joined(separator: ", ")] }
    if measurement.articles.documents > 0 { lines += [""] + families(measurement) }
    if !measurement.texts.isEmpty { lines += [""] + TextsTable(measurement.texts).text }
    lines += [""] + measurement.amounts + table.legend(measurement)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A page of evidence.
  ///
  /// - Parameters:
  ///   - command: what to type for the same figures; it stands at the head of the page.
  ///   - notes: what people found when they read; it stands at the end.
  public static func markdown(_ measurement: Measurement, command: String, notes: String = "") -> String {
    let table = MeasurementTable(measurement, withTier: true)
    var lines = ["# Evidence for the rules", "", "What each rule finds in real texts. Made by", "", "```", command, "```", ""]
    lines += measurement.amounts.map { "- " + $0 } + [""]
    lines += table.legend(measurement).flatMap { [$0.prefix(1).uppercased() + $0.dropFirst() + ".", ""] }
    lines += table.markdown([measurement.total] + measurement.rules)
    if measurement.articles.documents > 0 {
      lines += ["", "## Annotated articles", "", "| family | marks | found | repaired |", "| --- | --: | --: | --: |"]
      lines += measurement.families.map {
        "| \($0.family) | \($0.marks.found + $0.marks.missed) | \($0.marks.found) | \($0.marks.repaired) |"
      }
    }
    if !measurement.texts.isEmpty { lines += ["", "## Texts", ""] + TextsTable(measurement.texts).markdown }
    if !notes.isEmpty { return lines.joined(separator: "\n") + "\n\n" + notes }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What became of the annotated articles’ marks, by family.
  private static func families(_ measurement: Measurement) -> [String] {
    let all = measurement.marks
    let families = measurement.families.map { family in
      let count = family.marks.found + family.marks.missed
      return "  \(family.family): \(count) marks, \(family.marks.found) found, \(family.marks.repaired) repaired"
    }
    let sum = "\(all.found + all.missed) marks, \(all.found) found, \(all.repaired) repaired, \(all.false) false findings"
    return ["annotated articles: " + sum] + families
  }

  private static func hits(_ rule: Measurement.RuleFigures) -> [String] {
    let counts: [QuotedHit.Text: Int] = [.machine: rule.machine, .reference: rule.reference, .clean: rule.clean]
    return QuotedHit.Text.allCases.flatMap { text -> [String] in
      let hits = rule.examples.filter { $0.text == text }
      guard !hits.isEmpty else { return [] }
      return ["\(rule.id): \(hits.count) of \(counts[text]!) in \(text.rawValue) text"] + hits.flatMap(lines) + [""]
    }
  }

  private static func lines(_ hit: QuotedHit) -> [String] {
    var lines = ["  \(hit.place)", "    \(hit.before)[\(hit.garble)]\(hit.after)"]
    if let repair = hit.repair {
      let notes = [hit.isSafe ? "safe" : nil, hit.effect?.rawValue].compactMap(\.self).joined(separator: ", ")
      lines.append("    → \(repair.isEmpty ? "(nothing)" : repair)" + (notes.isEmpty ? "" : "   (\(notes))"))
    }
    if let postEdit = hit.postEdit { lines.append("    post-edit: \(postEdit)") }
    return lines
  }
}
