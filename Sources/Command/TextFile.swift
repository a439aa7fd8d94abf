import MTLint

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads files and standard input into sources.
enum TextFile {
  /// - Throws: `CommandError` that names the file, the reason and, for bad UTF-8, the line.
  static func read(_ path: String) throws -> Source {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandError("\(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw CommandError("\(path): \(String(cString: strerror(errno)))") }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw CommandError("\(path) is a folder") }
    // A pipe or a device has no size.
    guard status.st_mode & S_IFMT == S_IFREG else {
      return try source(path) { try Source(name: path, bytes: try readAll(descriptor, path)) }
    }
    return try source(path) {
      try Source(name: path, capacity: Int(status.st_size)) { buffer in
        var filled = 0
        while filled < buffer.count {
          let count = systemRead(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
          if count < 0, errno == EINTR { continue }
          guard count >= 0 else { throw CommandError("\(path): \(String(cString: strerror(errno)))") }
          if count == 0 { break }
          filled += count
        }
        return filled
      }
    }
  }

  /// The text on standard input.
  static func readStandardInput(named name: String) throws -> Source {
    try source(name) { try Source(name: name, bytes: try readAll(0, name)) }
  }

  private static func source(_ path: String, _ make: () throws -> Source) throws -> Source {
    do {
      return try make()
    } catch SourceError.notUTF8(let offset, let line) {
      throw CommandError(
        "\(path):\(line): not UTF-8 (the byte at offset \(offset)); convert the file first, as in: iconv -f LATIN1 -t UTF-8")
    } catch SourceError.tooLarge {
      throw CommandError("\(path): larger than 1 GiB; split it")
    }
  }

  private static func readAll(_ descriptor: Int32, _ name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = systemRead(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw CommandError("\(name): \(String(cString: strerror(errno)))") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= Source.maximumCount else { return bytes }
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int { read(descriptor, buffer, count) }
