#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such byte from `start` on, or `count`: the C library's search looks at 32 bytes at a time.
  package func next(_ byte: UInt8, from start: Int) -> Int {
    // SAFETY: the search stays inside the buffer.
    guard start < count, let found = memchr(baseAddress! + start, Int32(byte), count - start) else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress!)
  }
}
