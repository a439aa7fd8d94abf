/// One stretch of a block as a format sees it: bytes to be read as they are, or bytes that read as something else.
///
/// The pieces of a block stand in file order and do not overlap; bytes between them (tags, link targets, markers) are skipped, so that
/// `Krem<b>lin</b>` is two text pieces that read as one word.
public struct Piece: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    /// Prose, read byte for byte. Line breaks inside are white space.
    case text
    /// Reads as one space: a soft line break with its markers, `<br>`.
    case space
    /// Reads as one `#opaque` token: code, an image, a bare URL.
    case opaque
    /// Reads as `scalar`: an entity or an escaped character.
    case scalar
  }

  public let kind: Kind
  /// Byte offsets in the source.
  public let start: UInt32
  public let end: UInt32
  /// What a `.scalar` piece reads as.
  public let scalar: Unicode.Scalar

  public init(_ kind: Kind, _ range: Range<Int>, scalar: Unicode.Scalar = " ") {
    self.kind = kind
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.scalar = scalar
  }

  public static func text(_ range: Range<Int>) -> Piece { Piece(.text, range) }
}

/// What a block is to a reader.
public enum BlockKind: UInt8, Sendable, CaseIterable {
  case paragraph, heading, listItem, tableCell, caption, quotation

  /// Whether rules about whole sentences should expect fragments and title case here.
  public var isHeading: Bool { self == .heading }
}
