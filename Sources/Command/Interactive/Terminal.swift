#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal at standard input and output, a keystroke at a time.
///
/// Between `enter` and `leave` nothing is echoed and no key makes a signal. However the process ends in between, the terminal is as it was
/// before.
struct Terminal {
  /// - Throws: `CommandError` if there is none.
  init() throws {
    guard StandardStreams.isTerminal(0) else { throw CommandError("--interactive asks at a terminal, and standard input is none") }
    guard StandardStreams.isTerminal(1) else { throw CommandError("--interactive asks at a terminal, and standard output is none") }
  }

  var width: Int { StandardStreams.terminalWidth ?? 80 }

  func enter() {
    guard tcgetattr(0, savedAttributes) == 0 else { return }
    for signal in Self.deadly { handle(signal, restoreAndDie) }
    // They are not of interest, but wake up what waits for a key.
    for signal in Self.awaking { handle(signal) { _ in } }
    makeRaw()
  }

  func leave() {
    restore()
    for signal in Self.deadly + Self.awaking { setDefault(signal) }
  }

  private static let deadly = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
  private static let awaking = [SIGWINCH, SIGCONT]

  /// Waits for a key.
  func read(_ decoder: inout KeyDecoder) -> Key {
    while true {
      if decoder.isWaiting, !hasInput(within: escapeDelay), let key = decoder.flush() { return key }
      var byte: UInt8 = 0
      let count = systemRead(&byte)
      if count < 0, errno == EINTR {
        makeRaw()
        return .redraw
      }
      guard count == 1 else { return .endOfInput }
      guard let key = decoder.push(byte) else { continue }
      if key == .suspend { stop() }
      return key
    }
  }

  /// Stops the process as Ctrl-Z does elsewhere, until it is told to go on.
  private func stop() {
    restore()
    kill(0, SIGTSTP)
    makeRaw()
  }

  /// Milliseconds within which the rest of an escape sequence comes, over slow lines too.
  private var escapeDelay: Int32 { 150 }

  private func hasInput(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) != 0
  }

  private func makeRaw() {
    var attributes = savedAttributes.pointee
    attributes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    attributes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR)
    withUnsafeMutableBytes(of: &attributes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    _ = tcsetattr(0, TCSADRAIN, &attributes)
    // What is pasted shall be told from what is pressed.
    StandardStreams.output("\u{1B}[?2004h")
  }

  private func restore() {
    StandardStreams.output("\u{1B}[?2004l")
    _ = tcsetattr(0, TCSADRAIN, savedAttributes)
  }

  private func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    // Without SA_RESTART, so that reading returns.
    _ = sigaction(signal, &action, nil)
  }
}

/// How the terminal was. Allocated before a handler can ask for it.
private nonisolated(unsafe) let savedAttributes = UnsafeMutablePointer<termios>.allocate(capacity: 1)

/// Calls nothing that a signal handler may not call.
private func restoreAndDie(_ number: Int32) {
  let end: StaticString = "\u{1B}[?2004l\n"
  _ = write(1, end.utf8Start, end.utf8CodeUnitCount)
  _ = tcsetattr(0, TCSANOW, savedAttributes)
  _ = signal(number, SIG_DFL)
  raise(number)
}

private func systemRead(_ byte: inout UInt8) -> Int { read(0, &byte, 1) }

private func setDefault(_ number: Int32) { _ = signal(number, SIG_DFL) }
