import Foundation
import Testing

@Suite struct TerminalTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Terminal/walk-seed.sh")
  private static let hasTmux = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/tmux")
  }

  @Test("a person walks through the seed article in a terminal", .enabled(if: hasTmux, "tmux is not installed"))
  func walk() throws {
    let folder = try FixFolder(["out": ""])
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bash", Self.script.path, FixFolder.executable.path]
    process.standardInput = FileHandle.nullDevice
    let output = try FileHandle(forWritingTo: folder.url.appending(path: "out"))
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let report = try folder.text("out")
    #expect(process.terminationStatus == 0, "\(report)")
  }
}
