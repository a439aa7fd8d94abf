/// Bytes of a source to be replaced.
public struct Edit: Hashable, Sendable {
  /// Byte offsets in the source; empty for an insertion.
  public let range: Range<Int>
  public let replacement: String

  public init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension Source {
  /// The bytes after `edits`, which must not overlap and lie on scalar borders; their order does not matter.
  public func applying(_ edits: [Edit]) -> [UInt8] {
    let bytes = bytes
    var result: [UInt8] = []
    result.reserveCapacity(count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
    var position = 0
    for edit in edits.sorted(by: { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }) {
      result.append(contentsOf: bytes[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.replacement.utf8)
      position = edit.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    return result
  }
}
