/// What was pressed.
enum Key: Equatable {
  case character(Character)
  /// What was pasted at once: never taken for keystrokes.
  case pasted(String)
  case enter, escape, backspace, delete, left, right, home, end
  /// Ctrl-C.
  case interrupt
  /// Ctrl-Z.
  case suspend
  /// Ctrl-U.
  case eraseLine
  /// Ctrl-W.
  case eraseWord
  /// The terminal has another size, or the process went on after a stop.
  case redraw
  /// Nobody is there any more.
  case endOfInput
  case unknown
}

/// Makes keys of the bytes that a terminal sends: UTF-8, control characters, and escape sequences in one piece or several.
struct KeyDecoder {
  private enum State {
    case ground
    case character(missing: Int)
    case escape
    /// `ESC [` or `ESC O`, and what has come since.
    case sequence
    case paste
  }

  private var state = State.ground
  private var bytes: [UInt8] = []

  private static let pasteLimit = 1 << 16
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Whether an escape was pressed unless more comes at once.
  var isWaiting: Bool {
    switch state {
    case .escape, .sequence: true
    case .ground, .character, .paste: false
    }
  }

  /// The key that a byte completes, if it does.
  mutating func push(_ byte: UInt8) -> Key? {
    switch state {
    case .ground: return begin(byte)
    case .character(let missing):
      guard byte & 0xC0 == 0x80 else {
        state = .ground
        return begin(byte)
      }
      bytes.append(byte)
      guard missing == 1 else {
        state = .character(missing: missing - 1)
        return nil
      }
      state = .ground
      return String(validating: bytes, as: UTF8.self)?.first.map(Key.character) ?? .unknown
    case .escape:
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") {
        state = .sequence
        bytes = []
        return nil
      }
      state = byte == 0x1B ? .escape : .ground
      return byte == 0x1B ? .escape : .unknown
    case .sequence: return sequence(byte)
    case .paste: return paste(byte)
    }
  }

  /// The key that there is when nothing more comes.
  mutating func flush() -> Key? {
    guard isWaiting else { return nil }
    defer { state = .ground }
    if case .escape = state { return .escape }
    return .unknown
  }

  private mutating func begin(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x1B:
      state = .escape
      return nil
    case 0x01: return .home
    case 0x03: return .interrupt
    case 0x05: return .end
    case 0x08, 0x7F: return .backspace
    case 0x0A, 0x0D: return .enter
    case 0x15: return .eraseLine
    case 0x17: return .eraseWord
    case 0x1A: return .suspend
    case 0x20...0x7E: return .character(Character(Unicode.Scalar(byte)))
    case 0xC2...0xF4:
      bytes = [byte]
      state = .character(missing: byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3)
      return nil
    default: return .unknown
    }
  }

  private mutating func sequence(_ byte: UInt8) -> Key? {
    bytes.append(byte)
    guard 0x40...0x7E ~= byte, bytes.count < 32 else {
      if bytes.count < 32 { return nil }
      state = .ground
      return .unknown
    }
    state = .ground
    switch String(decoding: bytes, as: UTF8.self) {
    case "C": return .right
    case "D": return .left
    case "H", "1~", "7~": return .home
    case "F", "4~", "8~": return .end
    case "3~": return .delete
    case "200~":
      bytes = []
      state = .paste
      return nil
    default: return .unknown
    }
  }

  private mutating func paste(_ byte: UInt8) -> Key? {
    bytes.append(byte)
    let isOver = bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd[...]
    guard isOver || bytes.count > Self.pasteLimit else { return nil }
    state = .ground
    return .pasted(String(decoding: isOver ? bytes.dropLast(Self.pasteEnd.count) : bytes[...], as: UTF8.self))
  }
}
