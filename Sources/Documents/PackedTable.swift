/// A small read-only map from ASCII names to numbers, sought by halving.
///
/// A name's key is its bytes in one word, so that looking up hashes and allocates nothing. Written as one string, since array literals
/// are slow to compile.
struct PackedTable: Sendable {
  private let keys: [UInt64]
  private let values: [UInt32]

  /// - Parameter text: `value: name name …`, divided by line breaks or semicolons; `value` is anything that `parse` understands.
  init(_ text: String, parse: (Substring) -> UInt32) {
    var entries: [(key: UInt64, value: UInt32)] = []
    for entry in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let halves = entry.split(separator: ":", maxSplits: 1)
      let value = parse(halves[0].drop { $0 == " " })
      for name in halves[1].split(separator: " ") { entries.append((Self.key(of: Array(name.utf8)), value)) }
    }
    entries.sort { $0.key < $1.key }
    keys = entries.map(\.key)
    values = entries.map(\.value)
  }

  subscript(key: UInt64) -> UInt32? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? values[low] : nil
  }

  /// The key of a name: up to eight bytes as they are; a longer one's length is mixed in.
  static func key(of name: some Collection<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var count = 0
    for byte in name {
      if count < 8 { key = key << 8 | UInt64(byte) }
      count += 1
    }
    return count > 8 ? key ^ UInt64(count) << 56 : key
  }

  /// The key of the name in a range of bytes, in lower case if asked for.
  @inline(__always)
  static func key(of range: Range<Int>, in bytes: Bytes, caseMask: UInt8) -> UInt64 {
    var key: UInt64 = 0
    for p in range.lowerBound..<min(range.upperBound, range.lowerBound + 8) {
      let byte = bytes[p]
      key = key << 8 | UInt64(byte.isLetter ? byte | caseMask : byte)
    }
    return range.count > 8 ? key ^ UInt64(range.count) << 56 : key
  }
}
