import MTLLinting

/// A day of the Iranian calendar: “24 Mehr 1402”.
struct IranianDate: Rule {
  let info = RuleInfo(
    id: "date/iranian", category: .localeDate, precedence: .phrase,
    summary: "A date is told in the Iranian calendar.",
    explanation: """
      Iran counts solar years from the Hijra, and begins them in spring. A month of that calendar that was copied tells an English reader \
      nothing. Dates that are explained in brackets or behind a slash are left alone.
      """,
    over: ["residue/lone-word"],
    bad: [
      "It was seen on the night of [24 Mehr 1402] in Shiraz. => October 16, 2023,",
      "The school opened on [3 Tir 1398]. => June 24, 2019",
    ],
    good: [
      "It was seen on the night of October 16 in Shiraz.", "The coup of 28 Mordad 1332 (August 19, 1953) is remembered.",
      "They met 24 people.",
    ])
  let trigger = Trigger.features(.number)

  private static let months = [
    "farvardin", "ordibehesht", "khordad", "tir", "mordad", "shahrivar", "mehr", "aban", "azar", "dey", "bahman", "esfand",
  ]
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
  private static let words = WordSet(months.joined(separator: " "))

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    for i in block.tokens.numbers.lazy.map(Int.init) where i + 2 < block.tokens.count && block.tokens.kind(i + 2) == .number {
      guard block.tokens.kind(i) == .number, Self.words.contains(block, i + 1), let day = block.integer(i), let year = block.integer(i + 2),
        (1...31).contains(day), (1300...1450).contains(year), let month = Self.months.firstIndex(of: block.text(i + 1).lowercased())
      else { continue }
      guard !block.hasMark(i + 3, "("), !block.hasMark(i + 3, "/"), !block.hasMark(i - 1, "("), !block.hasMarkup(i..<i + 3) else {
        continue
      }
      let written = Self.gregorian(year: year, month: month, day: day)
      let isOpen = i + 3 < block.tokens.count && block.tokens.kind(i + 3) != .punctuation
      report(Finding(i..<i + 3, "in English this day is \(written)", repairs: [.suggested(isOpen ? written + "," : written)]))
    }
  }

  /// The day of the Iranian year `year` in the Gregorian calendar; right for the years 1210 to 1500.
  ///
  /// Leap years follow a cycle of 33 years there.
  private static func gregorian(year: Int, month: Int, day: Int) -> String {
    let leaps = [1, 5, 9, 13, 17, 22, 26, 30]
    // Days from 1 Farvardin 1210, which was March 21, 1831.
    var days = (1210..<year).reduce(0) { $0 + (leaps.contains($1 % 33) ? 366 : 365) }
    days += month < 6 ? month * 31 : 186 + (month - 6) * 30
    days += day - 1
    var (y, m, d) = (1831, 3, 21 + days)
    while d > Self.length(of: m, in: y) {
      d -= Self.length(of: m, in: y)
      m += 1
      if m > 12 { (y, m) = (y + 1, 1) }
    }
    return "\(english[m - 1]) \(d), \(y)"
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
