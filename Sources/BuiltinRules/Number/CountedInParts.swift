import MTLLinting

/// A number told part by part, each part with its unit: “3 crore 30 lakh”, “1 mln 500 thousand”.
struct CountedInParts: Rule {
  let info = RuleInfo(
    id: "number/counted-in-parts", category: .localeNumber, precedence: .mechanical,
    summary: "A number is told part by part.",
    explanation: """
      Many languages speak the parts of a number one by one, and South Asian ones count in lakhs (100,000) and crores (10,000,000). Where a \
      figure has one such unit alone, it is left to South Asian English, unless the unit is in the plural or counts what is counted elsewhere.
      """,
    bad: [
      "The floods hit [3 crore 30 lakh] people. => 33 million", "The dam cost [2 mln 400 thousand] tenge. => 2.4 million",
      "The comet is [40 crore] kilometres away. => 400 million", "The prize is [Rs. 5 lakhs] in cash. => 500,000 rupees",
    ],
    good: [
      "The prize is Rs 5 lakh in cash.", "The dam cost 2.4 million tenge.", "Of 3 million, 400 thousand left.",
      "Between 2 million and 3 thousand came.",
    ])
  let trigger = Trigger.features(.number)

  private static let units = WordSet("lakh lakhs crore crores mln mlrd bln million billion trillion thousand thousands millions billions")
  private static let indian = WordSet("lakh lakhs crore crores")
  private static let indianPlurals = WordSet("lakhs crores")
  /// What South Asian papers count in millions.
  private static let foreign = WordSet("dollar dollars euro euros pounds yen yuan km kilometer kilometers kilometre kilometres miles years")
  private static let rupees = WordSet("rs rs.")

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    var next = 0
    for number in block.tokens.numbers.lazy.map(Int.init) where number >= next && isFollowed(number, block) {
      guard Self.units.contains(block, number + 1), !block.hasMark(number - 1, "-"), !block.hasMark(number - 1, "–"),
        let (end, value, parts) = count(from: number, block)
      else {
        continue
      }
      next = end
      guard parts > 1 || isForeign(number, block) else { continue }
      tell(number..<end, value, block, report)
    }
  }

  /// Whether another part may follow, or the unit is one that needs none: a cheap look, since numbers are many.
  private func isFollowed(_ number: Int, _ block: Block) -> Bool {
    let next = number + 2
    guard next <= block.tokens.count else { return false }
    let first = block.firstByte(number + 1) | 0x20
    if first == UInt8(ascii: "l") || first == UInt8(ascii: "c") { return true }
    guard next < block.tokens.count else { return false }
    return block.tokens.kind(next) == .number || next + 1 < block.tokens.count && block.tokens.kind(next + 1) == .number
  }

  private func isForeign(_ number: Int, _ block: Block) -> Bool {
    Self.indianPlurals.contains(block, number + 1) && !block.isWord(number + 3)
      || Self.indian.contains(block, number + 1) && Self.foreign.contains(block, number + 2)
      || Self.indianPlurals.contains(block, number + 1) && start(number, block) < number
  }

  /// Where the number, its value and its parts end that begins at a token.
  private func count(from start: Int, _ block: Block) -> (end: Int, value: Double, parts: Int)? {
    var (i, value, last, parts) = (start, 0.0, Double.infinity, 0)
    while i + 1 < block.tokens.count, block.tokens.kind(i) == .number, let unit = Self.size(block.text(i + 1)), unit < last {
      guard let part = Double(block.text(i).filter { $0 != "," }), parts == 0 || part * unit < last else { break }
      (value, last, parts, i) = (value + part * unit, unit, parts + 1, i + 2)
      if i + 2 < block.tokens.count, block.text(i) == "and", block.tokens.kind(i + 1) == .number, !follows("between", start, block),
        let below = Self.size(block.text(i + 2)), below < last
      {
        i += 1
      }
    }
    return parts > 0 ? (i, value, parts) : nil
  }

  private func follows(_ word: String, _ i: Int, _ block: Block) -> Bool {
    i > 0 && block.isWord(i - 1) && block.text(i - 1).lowercased() == word
  }

  private static func size(_ unit: String) -> Double? {
    switch unit {
    case "thousand", "thousands": 1e3
    case "lakh", "lakhs": 1e5
    case "mln", "million", "millions": 1e6
    case "crore", "crores": 1e7
    case "bln", "mlrd", "billion", "billions": 1e9
    case "trillion": 1e12
    default: nil
    }
  }

  /// The token at which “Rs.” begins before a number, or the number itself.
  private func start(_ number: Int, _ block: Block) -> Int {
    let i = block.hasMark(number - 1, ".") ? number - 2 : number - 1
    return Self.rupees.contains(block, i) ? i : number
  }

  private func tell(_ place: Range<Int>, _ value: Double, _ block: Block, _ report: (Finding) -> Void) {
    guard value >= 1000, value < 1e15, !block.hasMarkup(place) else { return }
    let written = Self.figures(Int(value.rounded()))
    let whole = start(place.lowerBound, block)..<place.upperBound
    let repair = whole == place ? written : written + " rupees"
    report(Finding(whole, "English counts in thousands, millions and billions: “\(repair)”", repairs: [.suggested(repair)]))
  }

  /// A number as English papers write it: “400,000”, “2.4 million”.
  private static func figures(_ value: Int) -> String {
    for (unit, word) in [(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")]
    where value >= unit && value % (unit / 1000) == 0 {
      return decimal(value / (unit / 1000)) + word
    }
    var text = ""
    for (k, digit) in String(value).reversed().enumerated() {
      if k > 0, k % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// A number of thousandths without needless noughts: “2.4”.
  private static func decimal(_ thousandths: Int) -> String {
    let decimals = String(1000 + thousandths % 1000).dropFirst()
    let needed = decimals.prefix((decimals.lastIndex { $0 != "0" }).map { decimals.distance(from: decimals.startIndex, to: $0) + 1 } ?? 0)
    return needed.isEmpty ? "\(thousandths / 1000)" : "\(thousandths / 1000).\(needed)"
  }
}
