import FoundationEssentials
import MTLint

/// The files that paths stand for, and their documents.
enum TextFiles {
  /// A file stands for itself; a folder for the files under it that `isWanted`, in the order of their names, hidden ones apart.
  static func paths(_ paths: [String], where isWanted: (String) -> Bool) throws -> [String] {
    try paths.flatMap { path in
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw MeasureError("\(path): no such file or folder")
      }
      guard isFolder else { return [path] }
      guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else { throw MeasureError("\(path): cannot be read") }
      let wanted = names.filter { isWanted($0) && !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
      guard !wanted.isEmpty else { throw MeasureError("\(path): no file in this folder is of the kind that is wanted here") }
      return wanted.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
  }

  /// Whether a name is that of an article with no marks.
  static func isPlain(_ name: String) -> Bool {
    !isAnnotated(name) && DocumentFormat.extensions.contains { name.hasSuffix("." + $0) }
  }

  static func isAnnotated(_ name: String) -> Bool { name.contains(".critic.") }

  static func isPairs(_ name: String) -> Bool { name.hasSuffix(".tsv") }

  static func read(_ path: String) throws -> Source {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw MeasureError("\(path): cannot be read") }
    do {
      return try Source(name: path, bytes: data)
    } catch SourceError.notUTF8(_, let line) {
      throw MeasureError("\(path):\(line): not UTF-8")
    } catch {
      throw MeasureError("\(path): too large")
    }
  }

  /// The documents of a file, each with the number of the line before it: a line that holds one form feed ends a document.
  static func forEachDocument(of file: Source, _ body: (Source, _ linesBefore: Int) throws -> Void) throws {
    var start = 0
    var line = 0
    var documentLine = 0
    var lineStart = 0
    let bytes = file.bytes
    while lineStart < bytes.count {
      let end = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      line += 1
      let next = min(end + 1, bytes.count)
      if isFormFeed(bytes[lineStart..<end]) {
        if start < lineStart { try body(Source(name: file.name, bytes: bytes[start..<lineStart]), documentLine) }
        start = next
        documentLine = line
      }
      lineStart = next
    }
    if start == 0 { return try body(file, 0) }
    if start < bytes.count { try body(Source(name: file.name, bytes: bytes[start...]), documentLine) }
  }

  private static func isFormFeed(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.first == 0x0C && (line.count == 1 || (line.count == 2 && line.last == 0x0D))
  }
}
