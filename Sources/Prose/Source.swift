/// The bytes of one file, exactly as they are on disk, known to be UTF-8.
///
/// Every position anywhere in mtlint is a byte offset into a `Source`. Its memory is allocated once, never changes and lives as
/// long as the object, so that views of it may be passed around as plain pointers while the object is held.
public final class Source: @unchecked Sendable {
  // SAFETY: `storage` is written only in `init`, before any other reference exists; afterwards it is read-only until `deinit`.
  private let storage: UnsafeMutablePointer<UInt8>

  /// Number of bytes.
  public let count: Int

  /// What the file is called in reports; not necessarily a path that can be opened.
  public let name: String

  /// Bytes in the byte order mark at the start: 3 or 0.
  public let byteOrderMarkLength: Int

  /// The largest input, in bytes: offsets are 32 bits wide.
  public static let maximumCount = 1 << 30

  /// Readable bytes behind the end.
  static let padding = 8

  /// Fills a buffer of `capacity` bytes through `fill`, which returns how many it wrote.
  ///
  /// - Throws: what `fill` throws; `SourceError.tooLarge`; `SourceError.notUTF8` with the offset of the first bad byte.
  public init(name: String, capacity: Int, fill: (UnsafeMutableBufferPointer<UInt8>) throws -> Int) throws {
    guard capacity <= Self.maximumCount else { throw SourceError.tooLarge(count: capacity) }
    // SAFETY: eight bytes more than asked for: the tokeniser reads eight at a time.
    storage = .allocate(capacity: capacity + Self.padding)
    (storage + capacity).initialize(repeating: 0, count: Self.padding)
    self.name = name
    do {
      count = try fill(UnsafeMutableBufferPointer(start: storage, count: capacity))
    } catch {
      storage.deallocate()
      throw error
    }
    // SAFETY: `fill` has written `count` bytes from the start.
    let bytes = UnsafeBufferPointer(start: UnsafePointer(storage), count: count)
    byteOrderMarkLength = count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      // All properties are set, so `deinit` runs and frees the storage.
      throw SourceError.notUTF8(offset: offset, line: LineMap.lineNumber(at: offset, in: bytes))
    }
  }

  /// Copies `bytes`.
  ///
  /// - Throws: `SourceError`, as the designated initializer does.
  public convenience init(name: String, bytes: some Collection<UInt8>) throws {
    try self.init(name: name, capacity: bytes.count) { buffer in
      _ = buffer.initialize(from: bytes)
      return bytes.count
    }
  }

  /// The text of a string as a source: for tests, examples and people who embed the linter.
  ///
  /// - Throws: `SourceError.tooLarge`; a `String` is always UTF-8.
  public convenience init(name: String = "<text>", _ text: String) throws {
    try self.init(name: name, bytes: Array(text.utf8))
  }

  deinit { storage.deallocate() }

  /// The bytes; valid as long as the source is held.
  public var bytes: UnsafeBufferPointer<UInt8> {
    // SAFETY: see `storage`.
    UnsafeBufferPointer(start: UnsafePointer(storage), count: count)
  }

  /// The text between two offsets, which must stand on scalar borders.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}

/// Why bytes cannot be a `Source`.
public enum SourceError: Error, Equatable {
  /// The byte at `offset` (in line `line`, from 1) does not continue valid UTF-8.
  case notUTF8(offset: Int, line: Int)
  /// More than `Source.maximumCount` bytes.
  case tooLarge(count: Int)
}
