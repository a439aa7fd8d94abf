/// What a terminal makes of a scalar.
enum Appearance: Equatable {
  /// Takes one column, or two as East Asian wide characters and emoji do.
  case columns(Int)
  /// Stands on the character before it.
  case joining
  case tab
  case lineBreak
  /// Invisible, or an order to the terminal: its code point is shown instead.
  case named
}

extension Unicode.Scalar {
  var appearance: Appearance {
    switch value {
    case 0x20...0x7E: return .columns(1)
    case 0x09: return .tab
    case 0x0A, 0x0D: return .lineBreak
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: return .named
    case 0xA0...0x2FF, 0x2010...0x2027: return .columns(1)
    case 0x200C, 0x200D: return .joining
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return .joining  // vowels and finals of decomposed Hangul syllables
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .joining
    case .format where !isArabicNumberSign: return .named
    case .lineSeparator, .paragraphSeparator: return .named
    default: return .columns(isWide ? 2 : 1)
    }
  }

  /// `<U+200B>`.
  var notation: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// Format characters that are drawn, around the number that follows them.
  private var isArabicNumberSign: Bool {
    switch value {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: return true
    default: return false
    }
  }

  /// Whether the scalar takes two columns: East Asian Width W or F (Unicode Standard Annex 11).
  ///
  /// Code points not assigned yet count as wide in blocks of wide scripts.
  var isWide: Bool {
    switch value {
    case 0..<0x1100: return false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
      return true
    case 0x1F1E6...0x1F1FF: return false  // two of these make a flag, a column each
    default: return properties.isEmojiPresentation
    }
  }
}
