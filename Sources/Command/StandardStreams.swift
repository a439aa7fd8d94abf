#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error, written whole and in order.
enum StandardStreams {
  static func output(_ text: String) { output(Array(text.utf8)) }

  /// Writes all bytes. A reader that has gone away ends the process quietly, as it does `grep`.
  static func output(_ bytes: [UInt8]) { if !write(bytes, to: 1) { exit(withStatus: .success) } }

  static func error(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  /// Whether a stream is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal that standard output is, or nil.
  static var terminalWidth: Int? {
    var size = winsize()
    guard isTerminal(1), ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = systemWrite(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR || errno == EAGAIN { continue }
          return false
        }
        written += count
      }
      return true
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int { write(descriptor, bytes, count) }

/// A write to a pipe that nobody reads shall fail, not kill.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

func exit(withStatus status: ExitStatus) -> Never { exit(status.rawValue) }

/// The value of an environment variable, or nil if it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
