extension DocumentFormat {
  /// A replacement as it must be written, so that it reads as given in a document of this format.
  ///
  /// Markdown is escaped for the inside of a paragraph; a first character that could begin a block (`# `, `- `) is escaped as well.
  public func escape(_ replacement: String) -> String {
    switch self {
    case .text: return replacement
    case .html: return Self.escapeHTML(replacement)
    case .markdown: return Self.escapeMarkdown(replacement)
    }
  }

  private static func escapeHTML(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func escapeMarkdown(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      let next = i + 1 < scalars.count ? scalars[i + 1] : " "
      let escaped: Bool
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "|", "~": escaped = true
      case "&": escaped = isReference(scalars[i...])
      case "#", ">", "+", "-": escaped = i == 0 && (next == " " || next == scalar)
      default: escaped = false
      }
      if escaped { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Whether scalars begin with what would be read as an entity: `&`, letters and digits, `;`.
  private static func isReference(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let end = scalars.dropFirst().first { !($0 == "#" || $0.value < 0x80 && $0.properties.isAlphabetic || ("0"..."9").contains($0)) }
    return end == ";"
  }
}
