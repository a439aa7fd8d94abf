import MTLLanguage
import MTLProse

/// A list of the rule language, or a column of a table, as matchers and coded rules look words up in it.
public struct WordList: Sendable {
  /// Bytes of a list's entry in the directory, and of a slot of its table.
  static let directorySize = 24
  static let slotSize = 16
  private static let tokenSize = 12

  private let blob: Blob
  private let slots: Int
  private let slotsOffset: Int
  private let membersOffset: Int
  /// The number of its table, from 1; 0 for a plain list.
  let table: Int

  init(_ blob: Blob, number: Int) {
    let entry = 4 + number * Self.directorySize
    self.blob = blob
    table = blob.number(at: entry + 8)
    slots = blob.number(at: entry + 12)
    slotsOffset = blob.number(at: entry + 16)
    membersOffset = blob.number(at: entry + 20)
  }

  func isView(of lists: Blob) -> Bool { blob.bytes.baseAddress == lists.bytes.baseAddress }

  /// The member that begins at token `i`, the longest one: how many tokens it has, and its row in its table (0 for a list).
  public func match(at i: Int, in block: Block) -> (count: Int, row: Int)? {
    var found: (count: Int, row: Int)?
    matches(at: i, in: block) { count, row in
      found = (count, row)
      return true
    }
    return found
  }

  /// Whether some member is this one word, whatever its case.
  public func contains(_ word: WordHash) -> Bool {
    var contains = false
    members(beginningWith: word.value) { _, length, _ in
      contains = length == 1
      return contains
    }
    return contains
  }

  /// Calls `body` for each member that begins at token `i`, longer ones first, until it returns true.
  ///
  /// - Returns: whether `body` returned true.
  @discardableResult
  func matches(at i: Int, in block: Block, _ body: (_ count: Int, _ row: Int) -> Bool) -> Bool {
    members(beginningWith: block.tokens.hashes[i]) { offset, length, row in
      matchesTokens(offset, length, at: i, in: block) && body(length, row)
    }
  }

  /// Calls `body` with the place of the tokens, the length and the row of each member with this first word until it returns true.
  @discardableResult
  private func members(beginningWith hash: UInt64, _ body: (_ offset: Int, _ length: Int, _ row: Int) -> Bool) -> Bool {
    var slot = PatternIndex.home(hash, slots)
    while true {
      let entry = slotsOffset + slot * Self.slotSize
      let key = blob.hash(at: entry)
      if key == 0 { return false }
      if key == hash {
        var offset = membersOffset + blob.number(at: entry + 8)
        for _ in 0..<blob.number(at: entry + 12) {
          let row = blob.number(at: offset)
          let length = blob.number(at: offset + 4)
          if body(offset + 8, length, row) { return true }
          offset += 8 + length * Self.tokenSize
        }
        return false
      }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }

  private func matchesTokens(_ offset: Int, _ length: Int, at i: Int, in block: Block) -> Bool {
    let tokens = block.tokens
    guard i + length <= tokens.count else { return false }
    for k in 0..<length {
      let at = offset + k * Self.tokenSize
      let traits = blob.number(at: at + 8)
      guard blob.hash(at: at) == tokens.hashes[i + k], TokenTraits.allow(traits, tokens.shape(i + k)) else { return false }
      if k > 0 {
        guard !tokens.flags(i + k).contains(.sentenceStart) else { return false }
        if traits & 8 != 0, !tokens.isGlued(i + k) { return false }
      }
    }
    return true
  }
}

/// How the case of a token is held against what a rule wants (see `CompiledToken.Case`).
enum TokenTraits {
  @inline(__always)
  static func allow(_ traits: Int, _ shape: TokenShape) -> Bool {
    switch CompiledToken.Case(rawValue: traits & 7)! {
    case .any: true
    case .capitalised: shape == .capitalised
    case .caps: shape == .caps
    case .mixed: shape == .mixed
    case .lower: shape == .lower
    }
  }
}
