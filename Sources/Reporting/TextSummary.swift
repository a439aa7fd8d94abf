/// The sum at the end of a report for people.
struct TextSummary {
  let sentence: String

  /// - Parameter fixablePath: the file that can be fixed safely, if it is the only one.
  init(_ summary: Summary, fixablePath: String?) {
    let kinds = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.hints, "hint")].filter { $0.0 > 0 }
    let files =
      summary.filesWithFindings == summary.files
      ? Self.counted(summary.files, "file") : "\(summary.filesWithFindings) of \(Self.counted(summary.files, "file"))"
    var text = Self.counted(summary.findings, "finding") + " in \(files): "
    text += kinds.map { Self.counted($0.0, $0.1) }.joined(separator: ", ") + "."
    if summary.safelyFixable > 0 {
      text += " \(summary.safelyFixable) can be fixed safely: mtlint fix"
      if let fixablePath, let argument = Self.shellArgument(fixablePath) { text += " " + argument }
    }
    sentence = text
  }

  private static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// A path as one would type it; nil if it is no file’s, such as `<stdin>`.
  private static func shellArgument(_ path: String) -> String? {
    let isPrintable = path.unicodeScalars.allSatisfy { $0.appearance != .named && $0.appearance != .lineBreak }
    guard isPrintable, !path.hasPrefix("<") else { return nil }
    let path = path.hasPrefix("-") ? "./" + path : path
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
      default: "/._-+@%:,=".utf8.contains(byte)
      }
    }
    return isPlain ? path : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
