/// What a byte or scalar is to the tokeniser, and how letters fold.
///
/// The tables are embedded: building them from Unicode data at start-up was measured at 7 ms.
enum Scalars {
  enum Class: UInt8 {
    case space = 0
    case letter = 1
    case digit = 2
    case apostrophe = 3
    case punctuation = 4
    case multibyte = 5
  }

  // SAFETY: written once by the runtime's one-time initialisation, read-only afterwards.
  nonisolated(unsafe) static let classes: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0..<256 {
      let value: Class
      switch UInt8(byte) {
      case 0x61...0x7A, 0x41...0x5A: value = .letter
      case 0x30...0x39: value = .digit
      case 0x27: value = .apostrophe
      case 0x00...0x20, 0x7F: value = .space
      case 0x80...: value = .multibyte
      default: value = .punctuation
      }
      table[byte] = value.rawValue
    }
    return UnsafePointer(table)
  }()

  /// Whether a byte after ASCII letters may belong to the same word: a digit, an apostrophe, the lead of a longer scalar.
  // SAFETY: as `classes`.
  nonisolated(unsafe) static let continues: UnsafePointer<Bool> = {
    let table = UnsafeMutablePointer<Bool>.allocate(capacity: 256)
    let kinds: [Class] = [.digit, .apostrophe, .multibyte]
    for byte in 0..<256 { table[byte] = kinds.contains { $0.rawValue == classes[byte] } }
    return UnsafePointer(table)
  }()

  /// Decodes the scalar at `p`, which must be well-formed UTF-8.
  @inline(__always)
  static func decode(_ p: UnsafePointer<UInt8>) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(p[0])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(p[1]) & 0x3F, 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | (UInt32(p[1]) & 0x3F) << 6 | UInt32(p[2]) & 0x3F, 3) }
    return ((lead & 0x07) << 18 | (UInt32(p[1]) & 0x3F) << 12 | (UInt32(p[2]) & 0x3F) << 6 | UInt32(p[3]) & 0x3F, 4)
  }

  /// The class of a scalar above ASCII.
  static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0x2019, 0x02BC: return .apostrophe
    case 0xC0...0x24F: return scalar == 0xD7 || scalar == 0xF7 ? .punctuation : .letter
    case 0x0370...0x03FF, 0x0400...0x052F: return scalar == 0x037E || scalar == 0x0387 || scalar == 0x0482 ? .punctuation : .letter
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
    case 0xAD, 0x200C, 0x200D: return .letter  // soft hyphen and joiners stand inside words
    case 0x200B, 0xFEFF: return .space
    case 0x2010...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3001...0x303F: return .punctuation
    default: break
    }
    guard let value = Unicode.Scalar(scalar) else { return .punctuation }
    switch value.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark:
      return .letter
    case .decimalNumber: return .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    default: return .punctuation
    }
  }

  /// Whether a letter above ASCII is upper case.
  static func isUpper(_ scalar: UInt32) -> Bool { fold(scalar) != scalar }

  /// The lower-case form of a scalar, where that is one scalar; else the scalar itself.
  static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 0x20
    case 0..<0xC0: return scalar
    case 0xC0...0xDE: return scalar == 0xD7 ? scalar : scalar + 0x20
    case 0xDF...0xFF: return scalar
    case 0x0391...0x03A9: return scalar + 0x20
    case 0x03B1...0x03C9: return scalar
    case 0x0410...0x042F: return scalar + 0x20
    case 0x0430...0x045F: return scalar
    case 0x0400...0x040F: return scalar + 0x50
    default: break
    }
    guard let value = Unicode.Scalar(scalar), value.properties.changesWhenLowercased else { return scalar }
    let lower = value.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first!.value : scalar
  }

  /// Whether the script of a letter is Latin (or shared by scripts, such as a combining mark).
  static func isLatin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x0370, 0x1D00...0x1DBF, 0x1DC0...0x1EFF, 0x2000...0x218F, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB6F,
      0xFB00...0xFB06:
      return true
    default: return false
    }
  }
}
