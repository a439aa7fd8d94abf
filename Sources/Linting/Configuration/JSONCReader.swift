/// Reads JSON (RFC 8259) with `//` and `/* */` comments and trailing commas, and remembers where each value stands.
///
/// Time is linear in the input, and so is memory; values are nested at most `depthLimit` deep.
struct JSONCReader {
  static let depthLimit = 64

  /// Keys that are written twice; reading goes on behind them.
  private(set) var faults: [JSONCFault] = []
  private let source: Source
  private let bytes: [UInt8]
  private var p: Int

  init(_ source: Source) {
    self.source = source
    bytes = Array(source.bytes)
    p = source.byteOrderMarkLength
  }

  /// The one value of the file.
  ///
  /// - Throws: the first place that is no JSON.
  mutating func read() throws(JSONCFault) -> JSONCValue {
    try skipSpace()
    let value = try value(depth: 0)
    try skipSpace()
    guard p == bytes.count else { throw expected("the end of the file") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONCFault) -> JSONCValue {
    guard depth <= Self.depthLimit else { throw JSONCFault(p, "values are nested more than \(Self.depthLimit) levels deep") }
    let start = p
    switch p < bytes.count ? bytes[p] : 0 {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return JSONCValue(.string(try string()), at: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return JSONCValue(.number(try number()), at: start)
    case UInt8(ascii: "'"): throw JSONCFault(p, "strings stand in double quotes", remedy: "write “\"” instead of “'”")
    default: return try word()
    }
  }

  private mutating func object(depth: Int) throws(JSONCFault) -> JSONCValue {
    let start = p
    p += 1
    var members: [JSONCValue.Member] = []
    var keys: Set<String> = []
    while true {
      try skipSpace()
      if take("}") { return JSONCValue(.object(members), at: start) }
      guard p < bytes.count else { throw JSONCFault(start, "this “{” is never closed") }
      let offset = p
      let key = try key()
      try skipSpace()
      guard take(":") else { throw expected("“:” behind the key \(quoted(key))") }
      try skipSpace()
      members.append(JSONCValue.Member(key: key, offset: offset, value: try value(depth: depth + 1)))
      if !keys.insert(key).inserted {
        faults.append(JSONCFault(offset, "the key \(quoted(key)) stands twice in one object", remedy: "remove one of them"))
      }
      try skipSpace()
      if !take(","), p < bytes.count, bytes[p] != UInt8(ascii: "}") { throw expected("“,” or “}”") }
    }
  }

  private mutating func key() throws(JSONCFault) -> String {
    if bytes[p] == UInt8(ascii: "\"") { return try string() }
    let name = letters()
    guard !name.isEmpty else { throw expected("a key in double quotes") }
    throw JSONCFault(p, "keys stand in double quotes", remedy: "write “\"” before and behind \(quoted(name))")
  }

  private mutating func array(depth: Int) throws(JSONCFault) -> JSONCValue {
    let start = p
    p += 1
    var elements: [JSONCValue] = []
    while true {
      try skipSpace()
      if take("]") { return JSONCValue(.array(elements), at: start) }
      guard p < bytes.count else { throw JSONCFault(start, "this “[” is never closed") }
      elements.append(try value(depth: depth + 1))
      try skipSpace()
      if !take(","), p < bytes.count, bytes[p] != UInt8(ascii: "]") { throw expected("“,” or “]”") }
    }
  }

  // MARK: Scalars

  private mutating func word() throws(JSONCFault) -> JSONCValue {
    let start = p
    let name = letters()
    let contents: [String: JSONCValue.Content] = ["true": .boolean(true), "false": .boolean(false), "null": .null]
    guard let content = contents[name] else {
      guard !name.isEmpty else { throw expected("a value") }
      let remedy = contents[name.lowercased()] == nil ? "strings stand in double quotes" : "write “\(name.lowercased())”"
      throw JSONCFault(start, "\(quoted(name)) is no value", remedy: remedy)
    }
    p += name.utf8.count
    return JSONCValue(content, at: start)
  }

  private mutating func number() throws(JSONCFault) -> Double {
    let start = p
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    if p < bytes.count, isWordByte(bytes[p]) || bytes[p] == UInt8(ascii: ".") {
      throw JSONCFault(start, "this is no number as JSON writes them")
    }
    return Double(source.text(start..<p)) ?? 0
  }

  private mutating func digits() throws(JSONCFault) {
    let start = p
    while p < bytes.count, bytes[p] >= UInt8(ascii: "0"), bytes[p] <= UInt8(ascii: "9") { p += 1 }
    guard p > start else { throw expected("a digit") }
  }

  private mutating func string() throws(JSONCFault) -> String {
    let start = p
    p += 1
    var text: [UInt8] = []
    while p < bytes.count {
      let byte = bytes[p]
      switch byte {
      case UInt8(ascii: "\""):
        p += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: String(try escape()).utf8)
      case 0x0A, 0x0D:
        throw JSONCFault(start, "this string is not closed on its line", remedy: "write a line break as “\\n”")
      case 0..<0x20:
        throw JSONCFault(p, "a control character in a string", remedy: byte == 0x09 ? "write “\\t”" : nil)
      default:
        text.append(byte)
        p += 1
      }
    }
    throw JSONCFault(start, "this string is never closed")
  }

  private mutating func escape() throws(JSONCFault) -> Character {
    let start = p
    p += 2
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try unicodeEscape(from: start))
    default: throw JSONCFault(start, "JSON has no such escape", remedy: "a backslash itself is “\\\\”")
    }
  }

  /// The scalar of `\uXXXX`, or of a pair of them; `p` stands behind the `u`.
  private mutating func unicodeEscape(from start: Int) throws(JSONCFault) -> Unicode.Scalar {
    let unit = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, take("\\"), take("u") {
      let low = try hexadecimal(from: start)
      if low >= 0xDC00, low < 0xE000, let scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF)) { return scalar }
    }
    throw JSONCFault(start, "half of a surrogate pair", remedy: "write the character itself")
  }

  private mutating func hexadecimal(from start: Int) throws(JSONCFault) -> UInt32 {
    let end = min(p + 4, bytes.count)
    let digits = bytes[p..<end]
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      throw JSONCFault(start, "“\\u” takes four hexadecimal digits")
    }
    p = end
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
  }

  // MARK: Space and words

  private mutating func skipSpace() throws(JSONCFault) {
    while p < bytes.count {
      switch bytes[p] {
      case 0x20, 0x09, 0x0A, 0x0D: p += 1
      case UInt8(ascii: "/"): try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSONCFault) {
    let start = p
    switch p + 1 < bytes.count ? bytes[p + 1] : 0 {
    case UInt8(ascii: "/"):
      while p < bytes.count, bytes[p] != 0x0A, bytes[p] != 0x0D { p += 1 }
    case UInt8(ascii: "*"):
      p += 2
      while p + 1 < bytes.count {
        if bytes[p] == UInt8(ascii: "*"), bytes[p + 1] == UInt8(ascii: "/") {
          p += 2
          return
        }
        p += 1
      }
      throw JSONCFault(start, "this comment is never closed", remedy: "write “*/” behind it")
    default:
      throw JSONCFault(start, "a lone “/”", remedy: "comments begin with “//” or “/*”")
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard p < bytes.count, bytes[p] == UInt8(ascii: character) else { return false }
    p += 1
    return true
  }

  /// The letters, digits and underscores at `p`.
  private func letters() -> String { String(decoding: bytes[p...].prefix(while: isWordByte), as: UTF8.self) }

  private func isWordByte(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return byte < 0x80 && (character.isLetter || character.isNumber || byte == UInt8(ascii: "_"))
  }

  private func expected(_ what: String) -> JSONCFault { JSONCFault(p, "expected \(what), found \(found)") }

  private var found: String {
    guard p < bytes.count else { return "the end of the file" }
    guard bytes[p] >= 0x20 else { return "a control character" }
    var end = p + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return "“\(source.text(p..<end))”"
  }
}
