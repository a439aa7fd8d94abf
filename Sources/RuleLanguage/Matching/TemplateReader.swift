import MTLLanguage
import MTLProse

/// Words messages and repairs from what a match captured.
struct TemplateReader {
  let set: RuleSet
  let block: Block
  let language: Language
  let slots: MatchState
  /// The reported tokens.
  let reported: Range<Int>
  /// The source expression of a phrase.
  let source: String

  /// The text of a template, or nil where a function knows no answer.
  ///
  /// An absent capture is empty, and one of the spaces around it goes.
  func text(at address: Int) -> (text: String, keepsOwnCase: Bool)? {
    var result = ""
    var keepsOwnCase = false
    var next = address + 1
    for part in 0..<set.cell(address) {
      if set.cell(next) == 0 {
        append(set.string(at: next + 1), to: &result)
        next += 3
        continue
      }
      let count = set.cell(next + 3)
      let functions = (0..<count).map { Template.Function(rawValue: set.cell(next + 4 + $0))! }
      guard var value = value(capture: set.cell(next + 1), column: set.cell(next + 2)) else { return nil }
      for function in functions {
        guard let made = apply(function, to: value) else { return nil }
        value = made
      }
      if part == 0, let last = functions.last, [.lower, .capital, .upper].contains(last) { keepsOwnCase = true }
      append(value, to: &result)
      next += 4 + count
    }
    return (String(result.drop { $0 == " " }).trimmedEnd, keepsOwnCase)
  }

  private func append(_ text: String, to result: inout String) {
    let needsNoSpace = result.isEmpty || result.utf8.last == 0x20
    result += needsNoSpace ? String(text.drop { $0 == " " }) : text
  }

  /// The text of a capture, or of its row's cell; empty for an absent capture.
  private func value(capture: Int, column: Int) -> String? {
    if capture == TemplateEncoder.sourceCapture { return source }
    if capture == 0 { return block.text(reported) }
    if column > 0 {
      let list = slots[MatchSlots.list(capture)]
      guard list > 0 else { return slots.range(capture) == nil ? "" : nil }
      let cell = set.cell(of: set.list(number: list - 1), row: slots[MatchSlots.row(capture)], column: column - 1)
      return cell.isEmpty ? nil : cell
    }
    return slots.range(capture).map { block.text($0) } ?? ""
  }

  // MARK: Functions

  private func apply(_ function: Template.Function, to value: String) -> String? {
    if value.isEmpty { return function == .mandatory ? nil : "" }
    switch function {
    case .mandatory: return value
    case .ing: return inflect(value, .ing)
    case .past: return inflect(value, .past)
    case .participle: return inflect(value, .participle)
    case .third: return inflect(value, .third)
    case .base: return inflect(value, .base)
    case .plural: return inflect(value, .plural, word: .last)
    case .possessive: return value.hasSuffix("s") && !value.hasSuffix("ss") && isPlural(value) ? value + "’" : value + "’s"
    case .lower: return value.lowercased()
    case .upper: return value.uppercased()
    case .capital: return value.prefix(1).uppercased() + value.dropFirst()
    case .point: return value.replacing(",", with: ".")
    case .digits:
      let digits = value.filter { $0 >= "0" && $0 <= "9" }
      return digits.isEmpty ? nil : digits
    case .grouped:
      let digits = value.filter { $0 >= "0" && $0 <= "9" }
      return digits.isEmpty ? nil : NumberWording.grouped(digits)
    case .myriads: return NumberWording(value, zeros: 4)?.text
    case .hundredmillions: return NumberWording(value, zeros: 8)?.text
    case .thousands: return NumberWording(value, zeros: 3)?.text
    case .clock: return ClockTime(value)?.text
    case .halfday: return ClockTime(value)?.halfDayText
    }
  }

  private enum Word { case first, last }

  /// Inflects one word of a capture of several: a verb is the first, a noun the last.
  private func inflect(_ value: String, _ form: Inflection.Form, word: Word = .first) -> String? {
    var words = value.split(separator: " ").map(String.init)
    let i = word == .first ? 0 : words.count - 1
    guard !words.isEmpty, let made = language.inflect(words[i], to: form) else { return nil }
    words[i] = made
    return words.joined(separator: " ")
  }

  /// Whether a word that ends in s is a plural: then its possessive has no second s. Names take one (“Mr Jones’s”).
  private func isPlural(_ value: String) -> Bool {
    let last = value.split(separator: " ").last.map(String.init) ?? value
    return last == last.lowercased() && language.isLowerCaseWord(String(last.dropLast()))
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }
}
