import Foundation
import Testing

@Suite struct FixKillTests {
  private static let count = 120
  private static let old = "They went to the the market.\n" + (1...500).map { "\($0 * 7_919)\n" }.joined()
  private static let new = old.replacing("the the", with: "the")

  @Test("whenever a run is killed, each file is the old text or the new one, and the next run leaves nothing behind")
  func killed() throws {
    let folder = try FixFolder()
    for round in 0..<4 {
      for i in 0..<Self.count { try folder.write(Self.old, to: "\(i).txt") }
      let process = folder.process(["fix", "--quiet", "."])
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 50_000...250_000 * UInt32(round + 1)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for name in try folder.names where !name.hasPrefix(".") {
        let text = try folder.text(name)
        #expect(text == Self.old || text == Self.new, "\(name) is broken")
      }
      #expect(try folder.run("fix", "--quiet", ".").status != 2)
      #expect(try folder.names.count == Self.count)
      for name in try folder.names { #expect(try folder.text(name) == Self.new) }
    }
  }
}
