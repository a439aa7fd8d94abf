/// A number that counts in a unit of its own, as English writes it: “40 ten thousand” is 400,000, “3.5 hundred million” is 350 million.
struct NumberWording {
  private let value: Int

  /// - Parameters:
  ///   - number: digits, with commas between groups and a decimal point, or neither.
  ///   - zeros: of the unit that it counts.
  /// - Returns: nil for what is no number, is no whole one once it is counted out, or has more than fifteen digits.
  init?(_ number: String, zeros: Int) {
    let parts = number.filter { $0 != "," }.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    guard let first = parts.first, fraction.count <= zeros, first.count + zeros <= 15 else { return nil }
    guard let value = Int(first + fraction + String(repeating: "0", count: zeros - fraction.count)), value > 0 else { return nil }
    self.value = value
  }

  /// In the largest unit of which it is a multiple with two decimals at most; below a million in digits.
  var text: String {
    for (name, unit) in [("trillion", 1_000_000_000_000), ("billion", 1_000_000_000), ("million", 1_000_000)] {
      guard value >= unit, value % (unit / 100) == 0 else { continue }
      let hundredths = value % unit / (unit / 100)
      let decimals =
        hundredths == 0 ? "" : hundredths % 10 == 0 ? ".\(hundredths / 10)" : hundredths < 10 ? ".0\(hundredths)" : ".\(hundredths)"
      return Self.grouped("\(value / unit)") + decimals + " " + name
    }
    return Self.grouped("\(value)")
  }

  /// Digits with a comma before each three from the end.
  static func grouped(_ digits: String) -> String {
    var grouped = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }
}
