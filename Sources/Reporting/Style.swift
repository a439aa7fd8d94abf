import MTLLinting

/// How parts of a report for people stand out, where colour is wanted.
enum Style: String {
  // ANSI “select graphic rendition” parameters, from the eight colours that every theme defines.
  case error = "1;31"
  case warning = "1;33"
  case hint = "1;34"
  case rule = "36"
  case repair = "32"
  case aside = "2"

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .hint: self = .hint
    }
  }
}

/// Writes text in a style, or plainly.
struct Pen {
  let isColored: Bool

  func write(_ style: Style, _ text: some Sequence<UInt8>, into output: inout [UInt8]) {
    if isColored { output.write("\u{1B}[\(style.rawValue)m") }
    output.append(contentsOf: text)
    if isColored { output.write("\u{1B}[0m") }
  }
}
