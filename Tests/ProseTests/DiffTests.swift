import MTLProse
import Testing

private func unified(_ old: String, _ new: String, context: Int = 3) -> String {
  String(decoding: Diff(Array(old.utf8), Array(new.utf8)).unified(oldName: "a", newName: "b", context: context), as: UTF8.self)
}

@Suite struct DiffTests {
  @Test("what is the same has no difference", arguments: ["", "a", "a\n", "\n\n", "a\r\nb"])
  func same(text: String) {
    #expect(unified(text, text) == "")
  }

  @Test(
    "hunks are written as diff -u writes them",
    arguments: [
      ("a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"),
      ("a\n", "", "@@ -1 +0,0 @@\n-a\n"), ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
      ("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
      ("a\nb", "x\nb", "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n"),
      ("a\r\n", "a\n", "@@ -1 +1 @@\n-a\r\n+a\n"),
    ])
  func hunks(old: String, new: String, expected: String) {
    #expect(unified(old, new) == "--- a\n+++ b\n" + expected)
  }

  @Test("changes that are near share a hunk")
  func near() {
    let lines = (1...20).map { "\($0)\n" }
    func changed(_ numbers: Int...) -> String {
      unified(lines.joined(), lines.enumerated().map { numbers.contains($0 + 1) ? "x\n" : $1 }.joined())
    }
    #expect(changed(4, 11).contains("@@ -1,14 +1,14 @@"))
    #expect(changed(4, 12).contains("@@ -1,7 +1,7 @@"))
    #expect(changed(4, 12).contains("@@ -9,7 +9,7 @@"))
  }

  @Test("names with spaces and signs can be read back")
  func names() {
    let diff = Diff(Array("a".utf8), Array("b".utf8))
    let written = String(decoding: diff.unified(oldName: "a b", newName: "c\n\"é"), as: UTF8.self)
    #expect(written.hasPrefix("--- a b\t\n+++ \"c\\012\\\"\\303\\251\"\n"))
  }

  @Test("changes lead from the old text to the new one, and no shorter ones do", arguments: 0..<40)
  func shortest(seed: UInt64) {
    var random = Random(state: seed)
    for _ in 0..<25 {
      func lines() -> [String] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in ["a", "b", "c"].randomElement(using: &random)! + "\n" }
      }
      let (old, new) = (lines(), lines())
      let diff = Diff(Array(old.joined().utf8), Array(new.joined().utf8))
      #expect(Self.applied(diff, old, new) == new)
      let size = diff.changes.reduce(0) { $0 + $1.old.count + $1.new.count }
      #expect(size == old.count + new.count - 2 * Self.commonLength(old, new))
    }
  }

  @Test("texts that have little in common take linear time")
  func hostile() {
    var random = Random(state: 1)
    func lines() -> [String] { (0..<20_000).map { _ in "\(random.next() % 50)\n" } }
    let (old, new) = (lines(), lines())
    var diff: Diff?
    let time = ContinuousClock().measure { diff = Diff(Array(old.joined().utf8), Array(new.joined().utf8)) }
    #expect(time < .seconds(30))
    #expect(Self.applied(diff!, old, new) == new)
  }

  private static func applied(_ diff: Diff, _ old: [String], _ new: [String]) -> [String] {
    var result: [String] = []
    var position = 0
    for change in diff.changes {
      result += old[position..<change.old.lowerBound] + new[change.new]
      position = change.old.upperBound
    }
    return result + old[position...]
  }

  private static func commonLength(_ a: [String], _ b: [String]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var next = row
      for (j, y) in b.enumerated() { next[j + 1] = x == y ? row[j] + 1 : max(next[j], row[j + 1]) }
      row = next
    }
    return row.last!
  }
}

/// Random numbers that are the same in every run.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
