#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte equal to `byte`, or `limit`: the C library's search looks at 32 bytes at a time.
  package func firstOffset(of byte: UInt8, from start: Int, to limit: Int) -> Int {
    // SAFETY: the search ends at `limit`, which never exceeds `count`.
    guard start < limit, let found = memchr(baseAddress! + start, Int32(byte), limit - start) else { return limit }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress!)
  }
}
