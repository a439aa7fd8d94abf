/// The small text files that stay text in the blob and are read when first asked for: inflection tables and affixes.
enum LanguageText {
  static let section = "LTXT"

  static func encode(_ files: [(name: String, text: String)]) -> [UInt8] {
    var writer = BlobWriter()
    for file in files.sorted(by: { $0.name < $1.name }) {
      writer.number(file.name.utf8.count)
      writer.number(file.text.utf8.count)
      writer.text(file.name)
      writer.text(file.text)
    }
    return writer.bytes
  }

  static func decode(_ blob: Blob) -> [String: String] {
    guard let section = blob.section(section) else { return [:] }
    var files: [String: String] = [:]
    var offset = 0
    while offset < section.count {
      let nameLength = section.number(at: offset)
      let textLength = section.number(at: offset + 4)
      let name = section.text(at: offset + 8, count: nameLength)
      files[name] = section.text(at: offset + 8 + nameLength, count: textLength)
      offset += 8 + nameLength + textLength
    }
    return files
  }

  /// The rows of a tab-separated text; comment lines begin with `#`.
  static func rows(_ text: String?) -> [[String]] {
    (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
