/// Bytes as a Swift string literal, which the compiler puts into read-only pages as they are.
enum SwiftLiteral {
  /// A function `name` that returns a `StaticString`. The bytes must be below 128, or part of well-formed UTF-8.
  ///
  /// Not inlined, since each object file that names a literal gets a copy of it.
  static func declaration(named name: String, of bytes: [UInt8]) -> [UInt8] {
    // Looked up for each byte, since the build runs this unoptimised.
    let escapes = (0..<128).map { Array(escape(UInt8($0)).utf8) }
    var result = Array("@inline(never) func \(name)() -> StaticString {\n  \"".utf8)
    result.reserveCapacity(bytes.count * 3)
    bytes.withUnsafeBufferPointer { bytes in
      for i in 0..<bytes.count {
        let byte = bytes[i]
        if byte >= 0x80 || byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F {
          result.append(byte)
        } else {
          result.append(contentsOf: escapes[Int(byte)])
        }
      }
    }
    result.append(contentsOf: Array("\"\n}\n".utf8))
    return result
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case 0: "\\0"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x22: "\\\""
    case 0x5C: "\\\\"
    case 0..<0x20, 0x7F: "\\u{\(String(byte, radix: 16))}"
    default: String(UnicodeScalar(byte))
    }
  }
}
