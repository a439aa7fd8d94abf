/// What is known beforehand of a single ASCII mark.
struct ASCIIMark {
  let hash: WordHash
  private let glued: UInt16
  private let spaced: UInt16

  @inline(__always) func flags(isGlued: Bool) -> UInt16 { isGlued ? glued : spaced }

  private init(_ byte: UInt8) {
    var hasher = WordHash.Hasher()
    hasher.take(byte)
    hash = hasher.finish()
    glued = Scanner.flags(of: UInt32(byte), count: 1, isGlued: true, isFirst: false)
    spaced = Scanner.flags(of: UInt32(byte), count: 1, isGlued: false, isFirst: false)
  }

  // SAFETY: written once by the runtime's one-time initialisation, read-only afterwards.
  nonisolated(unsafe) static let table: UnsafePointer<ASCIIMark> = {
    let table = UnsafeMutablePointer<ASCIIMark>.allocate(capacity: 128)
    for byte in 0..<128 { (table + byte).initialize(to: ASCIIMark(UInt8(byte))) }
    return UnsafePointer(table)
  }()
}
