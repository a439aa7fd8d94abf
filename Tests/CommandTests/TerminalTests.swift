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
    let folder = try FixFolder()
    let status = try run(["bash", Self.script.path, FixFolder.executable.path], output: folder.path("out"))
    let report = try folder.text("out")
    #expect(status == 0, "\(report)")
  }

  /// Runs a program with no signal blocked, as the threads of tests have them: what it starts could not be ended.
  ///
  /// - Returns: its status, or nil if it was ended after five minutes.
  private func run(_ command: [String], output: String) throws -> Int32? {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      var actions: posix_spawn_file_actions_t?
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)

    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for variable in environment { free(variable) } }
    var child = pid_t()
    let error = posix_spawnp(&child, command[0], &actions, &attributes, &arguments, &environment)
    try #require(error == 0)
    var status: Int32 = 0
    for _ in 0..<6_000 {
      if waitpid(child, &status, WNOHANG) == child { return status }
      usleep(50_000)
    }
    kill(child, SIGTERM)
    waitpid(child, &status, 0)
    return nil
  }
}
