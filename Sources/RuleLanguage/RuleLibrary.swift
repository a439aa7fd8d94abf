import MTLLanguage

/// The lists and tables of the built-in rules as text, kept in the blob for the rules that users bring along.
public enum RuleLibrary {
  static let section = "RLIB"

  /// The section of the blob: for each file its path and its declarations of lists and tables, without superfluous space.
  public static func section(of files: [RuleFile]) -> (name: String, bytes: [UInt8]) {
    var writer = BlobWriter()
    for file in files {
      let text = declarations(in: file.text)
      guard !text.isEmpty else { continue }
      writer.number(file.path.utf8.count)
      writer.number(text.count)
      writer.text(file.path)
      writer.append(text)
    }
    return (section, writer.bytes)
  }

  /// The files that `section` was made of, with nothing but their lists and tables.
  public static func files(in blob: Blob) -> [RuleFile] {
    guard let section = blob.section(section) else { return [] }
    var files: [RuleFile] = []
    var offset = 0
    while offset < section.count {
      let pathLength = section.number(at: offset)
      let textLength = section.number(at: offset + 4)
      let path = section.text(at: offset + 8, count: pathLength)
      files.append(RuleFile(path: path, family: "", text: section.text(at: offset + 8 + pathLength, count: textLength)))
      offset += 8 + pathLength + textLength
    }
    return files
  }

  private static func declarations(in text: String) -> [UInt8] {
    var result: [UInt8] = []
    var isKept = false
    for line in Array(text.utf8).split(separator: 0x0A) {
      if line.first != 0x20, line.first != 0x23 {
        isKept = line.starts(with: "list ".utf8) || line.starts(with: "table ".utf8)
      }
      guard isKept, line.first != 0x23 else { continue }
      var previous: UInt8 = 0
      for byte in line where byte != 0x20 || previous != 0x20 {
        result.append(byte)
        previous = byte
      }
      result.append(0x0A)
    }
    return result
  }
}
