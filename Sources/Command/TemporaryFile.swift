import MTLint

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file `.NAME.mtlint-XXXXXX` beside the one whose place it is going to take.
///
/// It is locked while it is being written, so that one which nobody has locked is known to be left over.
struct TemporaryFile {
  private let path: String
  private let folder: String
  private var descriptor: Int32

  /// - Throws: `SystemError`, as all that it does.
  init(beside target: String) throws {
    let (folder, prefix) = Self.prefix(beside: target)
    self.folder = folder
    var template = Array((folder + prefix + "XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError() }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var written = 0
    while written < bytes.count {
      let count = systemWrite(descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError() }
      written += count
    }
  }

  /// Makes the file look like another one: owner, extended attributes (access lists among them) and mode, as far as the system allows.
  ///
  /// - Parameter status: of the other file; nil for a file that is new.
  func takeAttributes(of other: String, _ status: FileStatus?) throws {
    guard let status else {
      let mask = umask(0)
      umask(mask)
      guard fchmod(descriptor, 0o666 & ~mask) == 0 else { throw SystemError() }
      return
    }
    // Who may not give files away may still give them to a group of theirs.
    if fchown(descriptor, status.owner, status.group) != 0 { _ = fchown(descriptor, uid_t.max, status.group) }
    ExtendedAttributes.copy(from: other, to: descriptor)
    guard fchmod(descriptor, mode_t(truncatingIfNeeded: status.mode & 0o7777)) == 0 else { throw SystemError() }
  }

  /// Puts the file, which is on the disk by then, in the place of another one.
  mutating func move(to target: String) throws {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError() }
    guard rename(path, target) == 0 else { throw SystemError() }
    close(descriptor)
    descriptor = -1
    // Not every file system can do that; the file is whole in any case.
    let handle = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    _ = fsync(handle)
    close(handle)
  }

  mutating func discard() {
    guard descriptor >= 0 else { return }
    unlink(path)
    close(descriptor)
    descriptor = -1
  }

  // MARK: Remains

  /// Removes the temporary files of this name that no process is writing.
  static func removeRemains(of target: String) {
    let (folder, prefix) = prefix(beside: target)
    guard let handle = opendir(folder.isEmpty ? "." : folder) else { return }
    defer { closedir(handle) }
    var found: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix), isSuffix(name.utf8.dropFirst(prefix.utf8.count)) { found.append(folder + name) }
    }
    for path in found where !isLocked(path) { unlink(path) }
  }

  /// Whether it is what `mkstemp` puts for six X.
  private static func isSuffix(_ text: Substring.UTF8View) -> Bool {
    text.count == 6 && text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
  }

  private static func isLocked(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  /// The folder, ending with a slash unless empty, and how the name begins; cut so that the whole name stays within 255 bytes.
  private static func prefix(beside target: String) -> (folder: String, prefix: String) {
    let start = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target.utf8.index(after: $0) } ?? target.startIndex
    var name = target[start...]
    while name.utf8.count > 255 - ".".count - ".mtlint-XXXXXX".count { name = name.dropLast() }
    return (String(target[..<start]), ".\(name).mtlint-")
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int { write(descriptor, bytes, count) }
