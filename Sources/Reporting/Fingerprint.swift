import MTLLinting

/// What a finding is recognised by from one run to the next: path, rule, and the garble whatever its case and spacing.
///
/// No line number and no neighbour is part of it, since text is written above and beside a finding without making it another one. So
/// findings may share a fingerprint; whoever stores them counts equals.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// 64-bit FNV-1a.
  public let value: UInt64

  /// - Parameters:
  ///   - path: as shown in reports; `./` at its beginning does not count.
  ///   - text: the garble as read.
  public init(path: String, rule: String, text: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    (path.hasPrefix("./") ? path.dropFirst(2) : path[...]).utf8.forEach(add)
    add(0)
    rule.utf8.forEach(add)
    add(0)
    var isAtStart = true
    var isAfterSpace = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        isAfterSpace = !isAtStart
      } else {
        if isAfterSpace { add(0x20) }
        UTF8.encode(scalar)!.forEach(add)
        isAfterSpace = false
        isAtStart = false
      }
    }
    value = hash
  }

  public init(_ diagnostic: Diagnostic, path: String) { self.init(path: path, rule: diagnostic.rule, text: diagnostic.text) }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
