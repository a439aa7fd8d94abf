import MTLint

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Replaces the content of a file as a whole or not at all: whatever happens, at its path stands the old text or the new one.
///
/// The new text is written to a temporary file beside the old one, which then takes its place. Symbolic links are followed first. Make the
/// writer before the file is read: it notes then what the file is like, and leaves alone a file that was changed since.
struct AtomicWriter {
  private let path: String
  /// Where the links lead.
  private let target: String
  /// Nil if there was no such file.
  private let noted: FileStatus?

  /// - Throws: `CommandError` for what is no regular file.
  init(_ path: String) throws {
    self.path = path
    guard let resolved = realpath(path, nil) else {
      guard errno == ENOENT, FileStatus(ofLink: path) == nil else { throw CommandError("\(path): \(systemMessage())") }
      target = path
      noted = nil
      return
    }
    defer { free(resolved) }
    target = String(cString: resolved)
    noted = FileStatus(of: target)
    guard noted?.isRegular != false else { throw CommandError("\(path) is no regular file") }
  }

  /// Whether there was no such file.
  var isNew: Bool { noted == nil }

  /// Removes what runs that were killed left beside the file.
  func removeRemains() { TemporaryFile.removeRemains(of: target) }

  /// - Throws: `CommandError` if the file is read-only, was changed since, or cannot be written; it is as it was then.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    // A superuser may write anything, but a file was made read-only for a reason.
    if let noted, noted.mode & 0o222 == 0 || access(target, W_OK) != 0 { throw CommandError("\(path) is read-only; it was left as it is") }
    var file = try failing { try TemporaryFile(beside: target) }
    do {
      try failing {
        try file.write(bytes)
        try file.takeAttributes(of: target, noted)
      }
      guard FileStatus(of: target) == noted else {
        throw CommandError("\(path) was changed by someone else meanwhile; it was left as it is")
      }
      try failing { try file.move(to: target) }
    } catch {
      file.discard()
      throw error
    }
  }

  func write(_ source: Source) throws { try write(source.bytes) }

  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer { try write($0) } }

  private func failing<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as SystemError {
      throw CommandError("\(path) could not be written: \(error.message); it was left as it is")
    }
  }
}

/// What tells one state of a file from another.
struct FileStatus: Equatable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int
  let mode: UInt32
  let owner: UInt32
  let group: UInt32

  /// Nil if there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of a link itself.
  init?(ofLink path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
    mode = UInt32(status.st_mode)
    owner = status.st_uid
    group = status.st_gid
  }

  var isRegular: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
}

/// What a system call said when it failed.
struct SystemError: Error {
  let message: String

  init() { message = systemMessage() }
}

func systemMessage() -> String { String(cString: strerror(errno)) }
