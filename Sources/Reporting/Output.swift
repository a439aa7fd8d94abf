/// Output is a plain buffer of UTF-8 that every format appends to and the command writes out.
extension [UInt8] {
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Decimal digits of a number that is not negative.
  mutating func write(_ number: Int) {
    let start = count
    var rest = number
    repeat {
      append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Writes text so that it stays on one line and cannot steer a terminal: line breaks become spaces, and what is invisible is named.
  mutating func write(oneLine text: String) {
    for scalar in text.unicodeScalars {
      if 0x20...0x7E ~= scalar.value { append(UInt8(truncatingIfNeeded: scalar.value)) } else { write(oneLine: scalar) }
    }
  }

  private mutating func write(oneLine scalar: Unicode.Scalar) {
    switch scalar.appearance {
    case .tab, .lineBreak: append(0x20)
    case .named: write(scalar.notation)
    case .columns, .joining: write(scalar)
    }
  }

  mutating func write(_ scalar: Unicode.Scalar) { append(contentsOf: UTF8.encode(scalar)!) }
}
