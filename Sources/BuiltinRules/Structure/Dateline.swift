import MTLLinting

/// A dateline in the manner of the source: “tbilisi, 2021 year 28 June. /IPN/.”, “KARAGANDY. QazAqparat -”.
struct Dateline: Rule {
  let info = RuleInfo(
    id: "structure/dateline", severity: .hint, category: .localeDate, precedence: .phrase,
    summary: "A dateline keeps the form of the source.",
    explanation: """
      English agencies write “KRANJ, Feb. 17 (STA) –”. Georgian and Mongolian ones put their name between slashes, Kazakh and Spanish ones \
      set full stops, and many put the year first or a full stop behind the day.
      """,
    over: [
      "date/dotted-day", "date/year-word-before-day", "residue/foreign-month", "casing/lowercase-proper", "date/dotted-day-after-weekday",
    ],
    bad: [
      "[Batumi, 2019 year 3 May. /KNA/.] The port is open again, the mayor said. => BATUMI, May 3, 2019 (KNA) –",
      "[PAVLODAR. Inform -] The bridge is closed for a week. => PAVLODAR (Inform) –",
      "[Darkhan, 2nd moon 17 /GOGO/.] Snow has closed the road to the north. => DARKHAN, Feb. 17 (GOGO) –",
      "[NOA Girona.-] The mayor has found his hat again, he said. => GIRONA (NOA) –",
    ],
    good: [
      "BATUMI, May 3 (KNA) – The port is open again.", "Darkhan, 17 February (GOGO) – Snow has closed the road.",
      "Press Ctrl/Alt/F1 to go on with it, and wait.", "NOTE. Section 2 - Use of the road - is new.",
    ])
  let trigger = Trigger.features(.opening)

  func check(_ block: Block, in context: Context, report: (Finding) -> Void) {
    guard block.index < BlockFeatures.openingBlocks, block.tokens.count > 8, !block.isContinuation, let place = place(block) else { return }
    if let end = pointAndDash(place, block) ?? agencyAfterPoint(place, block) ?? slashes(place, block, context) {
      guard block.isCapitalWord(end.tokens) || block.tokens.kind(end.tokens) == .punctuation, !block.hasMarkup(0..<end.tokens) else {
        return
      }
      report(Finding(0..<end.tokens, "an English dateline is “\(end.repair)”", repairs: [.suggested(end.repair)]))
    } else if let end = dated(place, block, context), !block.hasMarkup(0..<end.tokens) {
      report(Finding(0..<end.tokens, "an English dateline begins with “\(end.repair)”", repairs: [.suggested(end.repair)]))
    } else if let month = foreignMonth(place, block, context) {
      report(month)
    } else if isTightDash(place, block) {
      report(Finding(place..<place + 1, "a space stands before the dash", repairs: [.suggested(" –")]))
    }
  }

  /// “RIGA, 30. jūn (LETA)”: a place as it should be, and a month that was copied.
  private func foreignMonth(_ place: Int, _ block: Block, _ context: Context) -> Finding? {
    guard block.isMark(place, ","), isCaps(0..<place, block), let date = DatelineDate(at: place + 1, block, context), date.hasForeignMonth,
      block.hasMark(date.end, "(") || isDash(date.end, block), !block.hasMarkup(place + 1..<date.end)
    else { return nil }
    return Finding(
      place + 1..<date.end, "an English dateline has “\(date.written)”", repairs: [.suggested(date.written), .suggested(date.british)])
  }

  private typealias Part = (tokens: Int, repair: String)

  /// Where the one to three words of a place at the start end.
  private func place(_ block: Block) -> Int? {
    var end = 0
    while end < 3, block.isCapitalWord(end) || end == 0 && block.isLowerWord(0) && block.lexeme(0).isProperOrUnlisted { end += 1 }
    return end > 0 && block.tokens.kind(end) == .punctuation ? end : nil
  }

  private func isCaps(_ range: Range<Int>, _ block: Block) -> Bool {
    range.allSatisfy { block.tokens.shape($0) == .caps && block.length($0) > 2 }
  }

  private func isDash(_ i: Int, _ block: Block) -> Bool {
    guard i < block.tokens.count, block.tokens.kind(i) == .punctuation, i + 1 < block.tokens.count, !block.tokens.isGlued(i + 1) else {
      return false
    }
    return ["-", "–", "—"].contains(block.scalar(i))
  }

  /// “SHKODËR- Vllaznia won”.
  private func isTightDash(_ place: Int, _ block: Block) -> Bool {
    isCaps(0..<place, block) && block.isMark(place, "-") && block.tokens.isGlued(place) && isDash(place, block)
      && block.isCapitalWord(place + 1) && block.length(0) > 3 && !isCaps(place + 1..<place + 2, block)
  }

  /// “ACN Barcelona.- The court”.
  private func pointAndDash(_ place: Int, _ block: Block) -> Part? {
    guard block.isMark(place, "."), isDash(place + 1, block), block.tokens.isGlued(place + 1), block.isMark(place + 1, "-") else {
      return nil
    }
    let agency = place > 1 && block.tokens.shape(0) == .caps ? " (\(block.text(0)))" : ""
    let town = block.text((agency.isEmpty ? 0 : 1)..<place).uppercased()
    return (place + 2, town + agency + " –")
  }

  /// “KARAGANDY. QazAqparat - Five miners”.
  private func agencyAfterPoint(_ place: Int, _ block: Block) -> Part? {
    guard block.isMark(place, "."), isCaps(0..<place, block), block.length(0) > 4, block.isCapitalWord(place + 1) else { return nil }
    let end = block.isCapitalWord(place + 2) ? place + 3 : place + 2
    guard isDash(end, block), !block.tokens.isGlued(end), block.isCapitalWord(end + 1) else { return nil }
    return (end + 1, "\(block.text(0..<place)) (\(block.text(place + 1..<end))) –")
  }

  /// “tbilisi, 2021 year 28 June. /IPN/. The Parliament”.
  private func slashes(_ place: Int, _ block: Block, _ context: Context) -> Part? {
    let date = block.isMark(place, ",") ? DatelineDate(at: place + 1, block, context) : nil
    var i = date?.end ?? place
    if block.hasMark(i, ".") { i += 1 }
    guard block.hasMark(i, "/"), block.isCapitalWord(i + 1), block.tokens.isGlued(i + 1), block.hasMark(i + 2, "/"),
      !block.tokens.isGlued(i)
    else { return nil }
    guard date != nil || isCaps(i + 1..<i + 2, block) else { return nil }
    let day = date.map { ", " + $0.written } ?? ""
    let end = block.hasMark(i + 3, ".") || isDash(i + 3, block) ? i + 4 : i + 3
    return (end, "\(block.text(0..<place).uppercased())\(day) (\(block.text(i + 1))) –")
  }

  /// “Kranj, 17. February (STA)”: a place and a date that are both the source’s.
  private func dated(_ place: Int, _ block: Block, _ context: Context) -> Part? {
    guard block.isMark(place, ","), !isCaps(0..<place, block), let date = DatelineDate(at: place + 1, block, context), date.isForeign else {
      return nil
    }
    guard block.hasMark(date.end, "(") && block.isCapitalWord(date.end + 1) || isDash(date.end, block) else { return nil }
    return (date.end, block.text(0..<place).uppercased() + ", " + date.written)
  }
}

/// A day as datelines of many languages tell it: “17. February”, “2021 year 28 June”, “2nd moon 17”.
struct DatelineDate {
  /// Behind the last token of it.
  let end: Int
  /// As agencies write it: “Feb. 17”, “June 28, 2021”.
  let written: String
  /// The same with the day first and the month in full.
  let british: String
  /// Whether an English dateline would not have it so.
  let isForeign: Bool
  let hasForeignMonth: Bool

  private static let short = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]
  private static let moons = WordSet("moon month")

  init?(at start: Int, _ block: Block, _ context: Context) {
    var hasForeignMonth = false
    var (i, month, day, year, isForeign) = (start, Int?.none, Int?.none, Int?.none, false)
    let foreign = context.list("foreign-month.form")
    while i < min(start + 8, block.tokens.count) {
      if block.tokens.kind(i) == .number, let number = block.integer(i) {
        if number >= 1900, number <= 2099, year == nil {
          (year, isForeign) = (number, isForeign || month == nil || day == nil)
        } else if (1...31).contains(number), day == nil {
          day = number
        } else {
          return nil
        }
        i += 1
      } else if block.tokens.kind(i) == .alphanumeric, Self.moons.contains(block, i + 1), month == nil,
        let number = Int(block.text(i).prefix { $0.isNumber }), (1...12).contains(number)
      {
        (month, isForeign, i) = (number, true, i + 2)
      } else if block.isWord(i), month == nil, let index = Self.months.firstIndex(of: block.text(i).lowercased()) {
        (month, i) = (index + 1, i + 1)
      } else if block.isWord(i), month == nil, let match = foreign?.match(at: i, in: block), let foreign,
        let index = Self.months.firstIndex(of: context.cell(of: foreign, row: match.row, column: 1).lowercased())
      {
        (month, isForeign, hasForeignMonth, i) = (index + 1, true, true, i + match.count)
      } else if block.isWord(i), year != nil, block.text(i) == "year" {
        (isForeign, i) = (true, i + 1)
      } else if block.hasMark(i, "."), day != nil, month == nil {
        (isForeign, i) = (true, i + 1)
      } else if block.hasMark(i, ","), day != nil, month != nil, year == nil, i + 1 < block.tokens.count,
        block.tokens.kind(i + 1) == .number
      {
        i += 1
      } else {
        break
      }
    }
    guard let month, let day else { return nil }
    end = i
    written = Self.short[month - 1] + " \(day)" + (year.map { ", \($0)" } ?? "")
    british = "\(day) " + CaseKeeping.capitalised(Self.months[month - 1])
    self.isForeign = isForeign
    self.hasForeignMonth = hasForeignMonth
  }
}
