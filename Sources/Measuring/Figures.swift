/// How figures are written.
enum Figures {
  /// `count` per `unit` of `amount`, rounded to so many decimals; a dash where there was nothing to count in.
  static func rate(_ count: Int, per unit: Int, of amount: Int, decimals: Int) -> String {
    guard amount > 0 else { return "–" }
    let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let scaled = (count * unit * scale * 2 + amount) / (amount * 2)
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// Hits per 1,000 words.
  static func perThousand(_ count: Int, _ amount: Measurement.Amount) -> String { rate(count, per: 1000, of: amount.words, decimals: 3) }

  /// Hits per 100,000 words.
  static func perHundredThousand(_ count: Int, _ amount: Measurement.Amount) -> String {
    rate(count, per: 100_000, of: amount.words, decimals: 2)
  }

  /// `closer/same/further`; empty where no fix was tried.
  static func effects(_ effects: Measurement.Effects) -> String {
    effects.isEmpty ? "" : "\(effects.closer)/\(effects.same)/\(effects.further)"
  }

  /// A number with a comma between thousands.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }
}

extension Measurement {
  /// All rules together, as if they were one.
  var total: RuleFigures {
    var total = RuleFigures(id: "all rules", tier: .default)
    for rule in rules {
      total.machine += rule.machine
      total.reference += rule.reference
      total.clean += rule.clean
      total.safe += rule.safe
      total.suggested += rule.suggested
    }
    total.articles = marks
    return total
  }

  /// What was read: a line for each kind of text.
  var amounts: [String] {
    let machine = self.machine.text("machine text")
    let kinds = [machine, reference.text("references and post-edits"), clean.text("clean prose"), articles.text("annotated articles")]
    let pairs = self.pairs.files == 0 ? nil : "sentence pairs: \(Figures.grouped(self.pairs.documents)), counted on both sides above"
    return kinds.compactMap(\.self) + [pairs].compactMap(\.self)
  }
}

extension Measurement.Amount {
  fileprivate func text(_ kind: String) -> String? {
    guard documents > 0 else { return nil }
    let documents = documents == 1 ? "1 document" : "\(Figures.grouped(documents)) documents"
    return "\(kind): \(Figures.grouped(words)) words in \(documents)"
  }
}

extension Measurement.Effects {
  fileprivate static func += (sum: inout Self, other: Self) {
    sum.closer += other.closer
    sum.same += other.same
    sum.further += other.further
  }
}
