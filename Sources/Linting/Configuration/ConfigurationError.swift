/// One thing that is wrong with a configuration file.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// As it is named in messages.
  public let path: String
  /// From 1.
  public let line: Int
  /// In Unicode scalars, from 1.
  public let column: Int
  public let message: String
  /// What to write instead, if that can be said.
  public let remedy: String?

  public var description: String { "\(path):\(line):\(column): error: \(message)" + (remedy.map { "; \($0)" } ?? "") }
}

/// Everything that is wrong with a configuration file, in the order of the file. Never empty.
public struct ConfigurationErrors: Error, Hashable, Sendable, CustomStringConvertible {
  public let errors: [ConfigurationError]
  /// A line for each error.
  public var description: String { errors.map(\.description).joined(separator: "\n") }

  init(_ errors: [ConfigurationError]) { self.errors = errors }

  /// Finds line and column of all faults in one pass, so that a long line full of faults costs no more than a short one.
  init(_ faults: [JSONCFault], path: String, in source: Source) {
    let lines = LineMap(source)
    var errors: [ConfigurationError] = []
    var last = (offset: 0, line: 0, column: 0)
    for fault in faults.sorted(by: { $0.offset < $1.offset }) {
      let line = lines.line(at: fault.offset)
      if line == last.line {
        for byte in source.bytes[last.offset..<fault.offset] where byte & 0xC0 != 0x80 { last.column += 1 }
      } else {
        (last.line, last.column) = lines.position(at: fault.offset)
      }
      last.offset = fault.offset
      errors.append(ConfigurationError(path: path, line: line, column: last.column, message: fault.message, remedy: fault.remedy))
    }
    self.init(errors)
  }

  /// - Parameter error: why `bytes` are no `Source`.
  init(unreadable bytes: [UInt8], _ error: any Error, path: String) {
    guard case .notUTF8(let offset, _)? = error as? SourceError, let readable = try? Source(name: path, bytes: bytes[..<offset]) else {
      self.init([ConfigurationError(path: path, line: 1, column: 1, message: "the file is too large", remedy: nil)])
      return
    }
    self.init([JSONCFault(offset, "this is not UTF-8", remedy: "save the file as UTF-8")], path: path, in: readable)
  }
}

/// Text of a file in a message: in quotation marks, not too long, and without characters that a terminal obeys.
func quoted(_ text: String) -> String {
  let limit = 60
  let scalars = text.unicodeScalars.prefix(limit + 1)
  var shown = String.UnicodeScalarView()
  for scalar in scalars.prefix(limit) { shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar) }
  return "“\(String(shown))\(scalars.count > limit ? "…" : "")”"
}
