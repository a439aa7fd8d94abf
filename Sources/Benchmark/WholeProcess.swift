import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What runs of the `mtlint` beside this program take.
///
/// To be measured before anything else: on Linux a child's peak memory is at least what its parent held when it was started.
struct WholeProcess {
  /// Seconds and bytes of memory for the file.
  let file: (seconds: Double, memory: Int)
  /// Seconds and bytes of memory for a file of one line.
  let line: (seconds: Double, memory: Int)

  /// - Returns: nil if there is no `mtlint` beside this program, or it fails.
  init?(path: String, rounds: Int) {
    guard let own = OneLineFile(), let file = Self.best(of: rounds, path), let line = Self.best(of: 20, own.path) else { return nil }
    self.file = file
    self.line = line
  }

  private static func best(of rounds: Int, _ path: String) -> (seconds: Double, memory: Int)? {
    let program = CommandLine.arguments[0]
    let folder = program.lastIndex(of: "/").map { program[...$0] } ?? "./"
    let runs = (0..<rounds).compactMap { _ in Child(folder + "mtlint", ["lint", "--no-config", "--quiet", path]) }
    guard let seconds = runs.map(\.seconds).min(), let memory = runs.map(\.peakMemory).min() else { return nil }
    return (seconds, memory)
  }
}

/// A file with one line of prose, gone when nobody holds it any more.
private final class OneLineFile {
  let path: String

  init?() {
    path = FileManager.default.temporaryDirectory.path + "/mtlint-benchmark-\(getpid()).txt"
    guard (try? Data("The ship left the port in the morning.\n".utf8).write(to: URL(filePath: path))) != nil else { return nil }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
