import MTLProse

/// A view of compiled knowledge: flat, read-only, with nothing to parse.
///
/// Every byte is below 128, or part of well-formed UTF-8 text, so that the whole can stand in a Swift string literal, which is how the
/// build embeds it. Numbers are four groups of seven bits, least significant first: up to 268,435,455. A word's hash is eight bytes.
public struct Blob: @unchecked Sendable {
  // SAFETY: read-only memory, kept alive by `owner`, or static.
  let base: UnsafePointer<UInt8>
  public let count: Int
  private let owner: AnyObject?

  /// A view of static memory.
  public init(static bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes.baseAddress!
    count = bytes.count
    owner = nil
  }

  /// A blob that was made at run time.
  public init(_ bytes: [UInt8]) {
    let storage = Storage(bytes)
    base = UnsafePointer(storage.bytes)
    count = bytes.count
    owner = storage
  }

  private init(base: UnsafePointer<UInt8>, count: Int, owner: AnyObject?) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  private final class Storage {
    let bytes: UnsafeMutablePointer<UInt8>
    init(_ source: [UInt8]) {
      bytes = .allocate(capacity: source.count + 1)
      source.withUnsafeBufferPointer { bytes.update(from: $0.baseAddress!, count: $0.count) }
    }
    deinit { bytes.deallocate() }
  }

  // SAFETY: offsets and places come from the writer of the blob.

  /// The number at a byte offset.
  @inline(__always)
  public func number(at offset: Int) -> Int { Self.number(at: base + offset) }

  /// The number at a place in a blob that the caller holds.
  @inline(__always)
  public static func number(at place: UnsafePointer<UInt8>) -> Int {
    let raw = UInt32(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt32.self))
    return Int(raw & 0x7F | (raw >> 1) & 0x3F80 | (raw >> 2) & 0x1F_C000 | (raw >> 3) & 0xFE0_0000)
  }

  /// The word hash at a byte offset.
  @inline(__always)
  public func hash(at offset: Int) -> UInt64 { Self.hash(at: base + offset) }

  /// The word hash at a place in a blob that the caller holds.
  @inline(__always)
  public static func hash(at place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// A single byte, below 128.
  @inline(__always)
  public func byte(at offset: Int) -> UInt8 { base[offset] }

  /// The text at a byte offset.
  public func text(at offset: Int, count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: base + offset, count: count), as: UTF8.self)
  }

  /// Where the bytes stand; valid as long as the blob is held.
  public var pointer: UnsafePointer<UInt8> { base }

  /// All bytes of the view.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// The part written under `name`, or nil.
  public func section(_ name: String) -> Blob? {
    let wanted = Array(name.utf8)
    guard count >= 4 else { return nil }
    for i in 0..<number(at: 0) {
      let entry = 4 + i * 12
      if (0..<4).allSatisfy({ base[entry + $0] == wanted[$0] }) {
        return Blob(base: base + number(at: entry + 4), count: number(at: entry + 8), owner: owner)
      }
    }
    return nil
  }
}

/// Writes what a `Blob` reads.
public struct BlobWriter {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public var count: Int { bytes.count }

  /// Appends a number, 0 to 268,435,455.
  public mutating func number(_ value: Int) {
    precondition(value >= 0 && value < 1 << 28, "a blob's number has 28 bits")
    for shift in [0, 7, 14, 21] { bytes.append(UInt8(value >> shift & 0x7F)) }
  }

  /// Appends a word hash.
  public mutating func hash(_ value: UInt64) {
    for shift in [UInt64(0), 8, 16, 24, 32, 40, 48, 56] { bytes.append(UInt8(value >> shift & 0xFF)) }
  }

  /// Appends a byte below 128.
  public mutating func byte(_ value: UInt8) { bytes.append(value & 0x7F) }

  /// Appends text without its length.
  public mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends what is already encoded.
  public mutating func append(_ other: some Sequence<UInt8>) { bytes.append(contentsOf: other) }

  /// A container of named sections; names have four ASCII characters.
  public static func container(_ sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var writer = BlobWriter()
    writer.number(sections.count)
    var offset = 4 + sections.count * 12
    for section in sections {
      precondition(section.name.utf8.count == 4, "a section's name has four characters")
      writer.text(section.name)
      writer.number(offset)
      writer.number(section.bytes.count)
      offset += section.bytes.count
    }
    for section in sections { writer.append(section.bytes) }
    return writer.bytes
  }
}
