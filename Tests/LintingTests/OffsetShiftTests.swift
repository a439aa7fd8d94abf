import MTLint
import Testing

@testable import MTLLinting

@Suite struct OffsetShiftTests {
  @Test("places move with the text before them, and come from where they were", arguments: 0..<50 as Range<UInt64>)
  func moves(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var edits: [Edit] = []
    var position = 0
    while position < 60 {
      let start = position + Int.random(in: 0...9, using: &random)
      let end = start + Int.random(in: 0...4, using: &random)
      edits.append(Edit(start..<end, String(repeating: "x", count: Int.random(in: 0...5, using: &random))))
      position = end + 1
    }
    let text = (0..<100).map { UInt8($0) + 128 }
    var edited: [UInt8] = []
    var last = 0
    for edit in edits {
      edited += text[last..<edit.range.lowerBound] + Array(edit.replacement.utf8)
      last = edit.range.upperBound
    }
    edited += text[last...]
    let shift = OffsetShift(edits.shuffled(using: &random))
    for i in text.indices {
      let moved = shift.moved(i)
      #expect(moved == edited.firstIndex(of: text[i]))
      if let moved { #expect(shift.origin(of: moved) == i) }
    }
    for edit in edits {
      let start = shift.start(ofEditAt: edit.range.lowerBound)
      #expect(edited[start...].starts(with: edit.replacement.utf8))
      if !edit.replacement.isEmpty { #expect(shift.origin(of: start) == edit.range.lowerBound) }
    }
  }

  @Test("a long line has several regions, each up to the end of a sentence")
  func regions() throws {
    let text = String(repeating: "A sentence of some length. ", count: 100) + "\nshort\n"
    let regions = Regions(try Source(text))
    #expect(regions.number(at: 0) == 0)
    #expect(regions.number(at: 1025) == 0)
    #expect(regions.number(at: 1026) == 1)
    #expect(regions.number(at: 2700) == 2)
    #expect(regions.number(at: 2701) == 3)
    #expect(regions.number(at: text.utf8.count) == 4)
  }
}
