/// Words after which a full stop ends no sentence, behind a small table, since most words before a full stop are none.
struct AbbreviationSet: ~Copyable {
  private let hashes: Set<UInt64>
  // SAFETY: 64 words, allocated and freed with the value.
  private let filter = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)

  init(_ hashes: Set<UInt64>) {
    self.hashes = hashes
    filter.initialize(repeating: 0, count: 64)
    for hash in hashes { filter[Int(hash >> 8 & 63)] |= 1 << (hash >> 16 & 63) }
  }

  deinit { filter.deallocate() }

  func contains(_ hash: UInt64) -> Bool {
    filter[Int(hash >> 8 & 63)] >> (hash >> 16 & 63) & 1 == 1 && hashes.contains(hash)
  }
}
