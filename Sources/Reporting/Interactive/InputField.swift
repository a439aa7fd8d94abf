/// What is typed, as a single row of a terminal: where it is too long, what stands around the cursor.
public struct InputField: Sendable {
  /// What is printed, UTF-8.
  public let bytes: [UInt8]
  /// Columns before the cursor.
  public let cursor: Int

  /// - Parameters:
  ///   - columns: how many there are, the cursor’s own at the end among them.
  public init(before: String, after: String, columns: Int) {
    let left = DisplayText(Self.visible(before))
    let right = DisplayText(Self.visible(after))
    let room = max(4, columns - 1)
    let rightRoom = min(right.width, max(room / 3, room - left.width))
    let isCut = left.width > room - rightRoom
    let shownLeft = isCut ? left.suffix(fitting: room - rightRoom - 1) : left
    bytes = (isCut ? Array("…".utf8) : []) + shownLeft.bytes + right.prefix(fitting: rightRoom).bytes
    cursor = shownLeft.width + (isCut ? 1 : 0)
  }

  private static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? "⏎" : $0 }))
  }
}
