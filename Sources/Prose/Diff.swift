/// What differs between two texts, line by line.
///
/// Myers’ algorithm in linear space. Where texts differ so much that the shortest difference would take more than linear time to find, a
/// longer one is given; it always is a difference, and what is the same at both ends is never part of it.
public struct Diff: Sendable {
  /// Lines that stand in for others; numbers from 0, empty for an insertion or a deletion.
  public struct Change: Hashable, Sendable {
    public let old: Range<Int>
    public let new: Range<Int>
  }

  /// In order; between two of them stands at least one line that is the same.
  public let changes: [Change]
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  public init(_ old: Source, _ new: Source) { self.init(Array(old.bytes), Array(new.bytes)) }

  public init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    var numbers: [ArraySlice<UInt8>: Int32] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int32 {
      if let known = numbers[line] { return known }
      numbers[line] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    var search = LineSearch(old: self.old.map(number), new: self.new.map(number))
    search.compare(0..<self.old.count, 0..<self.new.count)
    changes = search.changes
  }

  public var isEmpty: Bool { changes.isEmpty }

  /// Lines with their line breaks: what stands up to and with each LF.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  // MARK: Unified form

  /// The difference as `diff -u` writes it and `patch -p0` reads it; empty if there is none.
  ///
  /// - Parameters:
  ///   - context: how many lines that are the same stand around a change.
  public func unified(oldName: String, newName: String, context: Int = 3) -> [UInt8] {
    guard !changes.isEmpty else { return [] }
    var result: [UInt8] = []
    result += Array("--- \(Self.header(oldName))\n+++ \(Self.header(newName))\n".utf8)
    var first = 0
    for i in changes.indices where i + 1 == changes.count || changes[i + 1].old.lowerBound - changes[i].old.upperBound > 2 * context {
      writeHunk(changes[first...i], context, &result)
      first = i + 1
    }
    return result
  }

  private func writeHunk(_ hunk: ArraySlice<Change>, _ context: Int, _ result: inout [UInt8]) {
    let before = min(context, hunk.first!.old.lowerBound)
    let after = min(context, old.count - hunk.last!.old.upperBound)
    let oldLines = hunk.first!.old.lowerBound - before..<hunk.last!.old.upperBound + after
    let newLines = hunk.first!.new.lowerBound - before..<hunk.last!.new.upperBound + after
    result += Array("@@ -\(Self.place(oldLines)) +\(Self.place(newLines)) @@\n".utf8)
    var position = oldLines.lowerBound
    for change in hunk {
      for line in old[position..<change.old.lowerBound] { Self.write(" ", line, &result) }
      for line in old[change.old] { Self.write("-", line, &result) }
      for line in new[change.new] { Self.write("+", line, &result) }
      position = change.old.upperBound
    }
    for line in old[position..<oldLines.upperBound] { Self.write(" ", line, &result) }
  }

  private static func write(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>, _ result: inout [UInt8]) {
    result.append(UInt8(ascii: sign))
    result += line
    if line.last != 0x0A { result += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// A single line goes by its number alone; what is empty by the number of the line before it.
  private static func place(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  /// A name with spaces ends with a tab, so that its reader knows where.
  private static func header(_ name: String) -> String {
    let isAwkward = name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\"" || $0 == "\\" }
    guard isAwkward else { return name.contains(" ") ? name + "\t" : name }
    var quoted = "\""
    for byte in name.utf8 {
      switch byte {
      case 0x22, 0x5C: quoted += "\\" + String(Unicode.Scalar(byte))
      case 0x20...0x7E: quoted += String(Unicode.Scalar(byte))
      default: quoted += "\\" + [6, 3, 0].map { String((byte >> UInt8($0)) & 7) }.joined()
      }
    }
    return quoted + "\""
  }
}

/// Finds the changes between two lists of line numbers.
private struct LineSearch {
  private let old: [Int32]
  private let new: [Int32]
  private(set) var changes: [Diff.Change] = []
  /// Furthest old line by diagonal, forwards and backwards.
  private var forward: [Int]
  private var backward: [Int]
  /// How many differences are looked for before a good place is taken for the best one: keeps the time linear.
  private static let limit = 512

  init(old: [Int32], new: [Int32]) {
    self.old = old
    self.new = new
    forward = Array(repeating: 0, count: 2 * Self.limit + 5)
    backward = forward
  }

  mutating func compare(_ oldLines: Range<Int>, _ newLines: Range<Int>) {
    var (a, b) = (oldLines, newLines)
    while let x = a.first, let y = b.first, old[x] == new[y] { (a, b) = (a.dropFirst(), b.dropFirst()) }
    while let x = a.last, let y = b.last, old[x] == new[y] { (a, b) = (a.dropLast(), b.dropLast()) }
    guard !a.isEmpty, !b.isEmpty else { return note(a, b) }
    let (x, y) = split(a, b)
    if (x, y) == (a.lowerBound, b.lowerBound) || (x, y) == (a.upperBound, b.upperBound) { return note(a, b) }
    compare(a.lowerBound..<x, b.lowerBound..<y)
    compare(x..<a.upperBound, y..<b.upperBound)
  }

  private mutating func note(_ a: Range<Int>, _ b: Range<Int>) {
    guard !a.isEmpty || !b.isEmpty else { return }
    if let last = changes.last, last.old.upperBound == a.lowerBound, last.new.upperBound == b.lowerBound {
      changes[changes.count - 1] = Diff.Change(old: last.old.lowerBound..<a.upperBound, new: last.new.lowerBound..<b.upperBound)
    } else {
      changes.append(Diff.Change(old: a, new: b))
    }
  }

  /// A point on a shortest path through the two ranges, or on a good one.
  ///
  /// Diagonal `k` holds the points with old − new = k, counted from the beginning of the ranges; `forward[k]` is the furthest old line
  /// reached on it from the beginning, `backward[k]` the one reached from the end.
  private mutating func split(_ a: Range<Int>, _ b: Range<Int>) -> (Int, Int) {
    let (n, m) = (a.count, b.count)
    let delta = n - m
    let middle = Self.limit + 2
    forward[middle + 1] = 0
    backward[middle + 1] = 0
    for d in 0...Self.limit {
      for k in stride(from: -d, through: d, by: 2) {
        var x = Self.step(forward, middle + k, isFirst: k == -d, isLast: k == d)
        while x < n, x - k < m, old[a.lowerBound + x] == new[b.lowerBound + x - k] { x += 1 }
        forward[middle + k] = x
        let opposite = delta - k
        if delta % 2 != 0, abs(opposite) < d, x + backward[middle + opposite] >= n, x <= n, x - k <= m {
          return (a.lowerBound + x, b.lowerBound + x - k)
        }
      }
      for k in stride(from: -d, through: d, by: 2) {
        var x = Self.step(backward, middle + k, isFirst: k == -d, isLast: k == d)
        while x < n, x - k < m, old[a.upperBound - 1 - x] == new[b.upperBound - 1 - (x - k)] { x += 1 }
        backward[middle + k] = x
        let opposite = delta - k
        if delta % 2 == 0, abs(opposite) <= d, x + forward[middle + opposite] >= n, x <= n, x - k <= m {
          return (a.upperBound - x, b.upperBound - (x - k))
        }
      }
    }
    return furthest(a, b, middle)
  }

  /// Where one more difference leads on a diagonal: an insertion from the one above, or a deletion from the one below.
  private static func step(_ reached: [Int], _ i: Int, isFirst: Bool, isLast: Bool) -> Int {
    isFirst || !isLast && reached[i - 1] < reached[i + 1] ? reached[i + 1] : reached[i - 1] + 1
  }

  /// The point that most lines lie before.
  private func furthest(_ a: Range<Int>, _ b: Range<Int>, _ middle: Int) -> (Int, Int) {
    var best = (x: 0, y: 0)
    for k in stride(from: -Self.limit, through: Self.limit, by: 2) {
      let x = min(forward[middle + k], a.count)
      let y = x - k
      if (0...b.count).contains(y), x + y > best.x + best.y { best = (x, y) }
    }
    return (a.lowerBound + best.x, b.lowerBound + best.y)
  }
}
