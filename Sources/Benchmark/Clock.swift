#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Times work, in this process and in others.
enum Clock {
  /// Seconds that `body` takes, the best of several rounds: what else runs on the machine only ever adds to it.
  static func best(of rounds: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      try body()
      best = min(best, seconds(since: start))
    }
    return best
  }

  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}

/// A run of another program.
struct Child {
  /// Seconds from start to end.
  let seconds: Double
  /// The most memory it held, in bytes.
  let peakMemory: Int

  /// Runs a program to its end, its output thrown away.
  ///
  /// - Returns: nil if it cannot be started or fails (an exit status above 1).
  init?(_ program: String, _ arguments: [String]) {
    var actions = FileActions()
    defer { actions.destroy() }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let start = ContinuousClock.now
    guard posix_spawn(&process, program, &actions.value, nil, &words, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 { guard errno == EINTR else { return nil } }
    seconds = Clock.seconds(since: start)
    guard status & 0x7F == 0, (status >> 8) & 0xFF <= 1 else { return nil }
    #if canImport(Darwin)
      peakMemory = Int(usage.ru_maxrss)
    #else
      peakMemory = Int(usage.ru_maxrss) << 10
    #endif
  }
}

/// Sends standard output nowhere.
private struct FileActions {
  #if canImport(Darwin)
    var value: posix_spawn_file_actions_t?
  #else
    var value = posix_spawn_file_actions_t()
  #endif

  init() {
    posix_spawn_file_actions_init(&value)
    posix_spawn_file_actions_addopen(&value, 1, "/dev/null", O_WRONLY, 0)
  }

  mutating func destroy() { posix_spawn_file_actions_destroy(&value) }
}
