extension [UInt8] {
  /// A JSON string (RFC 8259): quotation marks, backslashes and control characters are escaped, all else stands as UTF-8.
  mutating func write(json text: String) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var written = 0
      for (i, byte) in bytes.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        append(contentsOf: bytes[written..<i])
        write(jsonEscape: byte)
        written = i + 1
      }
      append(contentsOf: bytes[written...])
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func write(jsonEscape byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0x08: write("\\b")
    case 0x09: write("\\t")
    case 0x0A: write("\\n")
    case 0x0C: write("\\f")
    case 0x0D: write("\\r")
    default: write(byte < 0x10 ? "\\u000\(String(byte, radix: 16))" : "\\u00\(String(byte, radix: 16))")
    }
  }

  /// A member’s name, which must need no escape, after a comma unless the object was just opened.
  mutating func write(key: String) {
    if last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
    append(UInt8(ascii: "\""))
    write(key)
    append(UInt8(ascii: "\""))
    append(UInt8(ascii: ":"))
  }

  mutating func write(key: String, _ value: String) {
    write(key: key)
    write(json: value)
  }

  mutating func write(key: String, _ value: Int) {
    write(key: key)
    write(value)
  }

  /// A member that is an array, whose items `write` writes.
  mutating func write<Item>(key: String, _ items: [Item], write: (Item, inout [UInt8]) -> Void) {
    self.write(key: key)
    append(UInt8(ascii: "["))
    for (i, item) in items.enumerated() {
      if i > 0 { append(UInt8(ascii: ",")) }
      write(item, &self)
    }
    append(UInt8(ascii: "]"))
  }
}
