/// A message or a repair: text with captures in it.
struct Template: Hashable {
  indirect enum Part: Hashable {
    case text(String)
    /// The place is where the name stands.
    case reference(name: String, column: String?, functions: [Function])
  }

  /// What can be made of a captured word.
  enum Function: Int, CaseIterable {
    case ing = 1
    case past, participle, third, base, plural, possessive, lower, capital, upper, digits
    /// A decimal comma becomes a point.
    case point
    /// The digits with a comma before each three: `16 970` becomes `16,970`.
    case grouped
    /// So many ten thousands, or hundred millions, as English counts them: `40` becomes `400,000`, or `4 billion`.
    case myriads, hundredmillions
    /// So many thousands in digits: `1.35` becomes `1,350`.
    case thousands
    /// A time of day with a colon, or by halves of the day: `19.30` becomes `19:30`, or `7:30 p.m.`.
    case clock, halfday
    /// `{name!}`: the suggestion is dropped where the capture is absent. Not a word that is written.
    case mandatory

    static var written: [Function] { allCases.filter { $0 != .mandatory } }
  }

  let parts: [Part]

  /// The capture that stands for all that is reported.
  static let whole = "0"
  /// In a `phrases` block: the source expression with its language.
  static let source = "source"

  /// - Parameters:
  ///   - columns: by capture, the columns of the table it is bound to; empty for any other capture.
  static func parse(_ cell: Cell, captures: [String: [String]], hasSource: Bool) throws -> Template {
    var parts: [Part] = []
    var text = ""
    let scalars = Array(cell.text.unicodeScalars)
    var i = 0
    while i < scalars.count {
      if scalars[i] == "\\", i + 1 < scalars.count {
        text.unicodeScalars.append(scalars[i + 1])
        i += 2
      } else if scalars[i] == "{" {
        let place = Place(line: cell.place.line, column: cell.place.column + i)
        guard let close = scalars[i...].firstIndex(of: "}") else {
          throw Fault(place, "“{” is not closed", remedy: "write \\{ for the character")
        }
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        parts.append(try reference(String(String.UnicodeScalarView(scalars[i + 1..<close])), place, captures, hasSource))
        i = close + 1
      } else {
        text.unicodeScalars.append(scalars[i])
        i += 1
      }
    }
    if !text.isEmpty { parts.append(.text(text)) }
    return Template(parts: parts)
  }

  private static func reference(_ text: String, _ place: Place, _ captures: [String: [String]], _ hasSource: Bool) throws -> Part {
    let isMandatory = text.hasSuffix("!")
    var names = (isMandatory ? text.dropLast() : text[...]).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let name = names.removeFirst()
    let known = captures.keys.sorted() + [whole] + (hasSource ? [source] : [])
    guard known.contains(name) else {
      throw Fault(
        place, "no element of the pattern is named “\(name)”",
        remedy: Spelling.remedy(for: name, among: known) ?? "name one, as in \(name.isEmpty ? "x" : name):@list")
    }
    var column: String?
    if let first = names.first, captures[name]?.contains(first) == true {
      column = first
      names.removeFirst()
    }
    let functions = try names.map { word in
      guard let function = Function.written.first(where: { "\($0)" == word }) else {
        let candidates = Function.written.map { "\($0)" } + (captures[name] ?? [])
        throw Fault(
          place, "“\(word)” is neither a function nor a column of “\(name)”",
          remedy: Spelling.remedy(for: word, among: candidates) ?? "one of: \(candidates.joined(separator: ", "))")
      }
      return function
    }
    return .reference(name: name, column: column, functions: (isMandatory ? [.mandatory] : []) + functions)
  }
}
