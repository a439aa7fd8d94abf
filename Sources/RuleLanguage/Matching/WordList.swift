import MTLLanguage
import MTLProse

/// A list of the rule language, or a column of a table, as matchers and coded rules look words up in it.
///
/// A plain view: valid as long as the rule set that it came from.
public struct WordList: @unchecked Sendable {
  /// Bytes of a list's entry in the directory, and of a slot of its table.
  static let directorySize = 24
  static let slotSize = 16
  private static let tokenSize = 12

  // SAFETY: read-only memory of the blob that `RuleSet` holds.
  private let base: UnsafePointer<UInt8>
  private let entry: Int

  /// - Parameter base: the section of lists.
  init(_ base: UnsafePointer<UInt8>, number: Int) {
    self.base = base
    entry = 4 + number * Self.directorySize
  }

  /// The number of its table, from 1; 0 for a plain list.
  var table: Int { number(entry + 8) }

  func isView(of lists: Blob) -> Bool { base == lists.pointer }

  /// The member that begins at token `i`, the longest one: how many tokens it has, and its row in its table (0 for a list).
  public func match(at i: Int, in block: Block) -> (count: Int, row: Int)? {
    withUnsafePointer(to: block.tokens) { tokens in
      var members = members(at: i, in: tokens)
      return members.next(in: tokens)
    }
  }

  /// Whether some member is this one word, whatever its case.
  public func contains(_ word: WordHash) -> Bool {
    guard var (offset, count) = group(word.value) else { return false }
    while count > 0 {
      let length = number(offset + 4)
      if length == 1 { return true }
      offset += 8 + length * Self.tokenSize
      count -= 1
    }
    return false
  }

  /// The rows of the members that begin with a word, longer members first.
  public func rows(startingWith word: WordHash) -> [Int] {
    guard var (offset, count) = group(word.value) else { return [] }
    var rows: [Int] = []
    while count > 0 {
      rows.append(number(offset))
      offset += 8 + number(offset + 4) * Self.tokenSize
      count -= 1
    }
    return rows
  }

  /// The members that begin at token `i`, longer ones first.
  @inline(__always)
  func members(at i: Int, in tokens: UnsafePointer<Tokens>) -> Members {
    let group = group(tokens.pointee.hashes[i])
    return Members(list: self, token: i, offset: group?.offset ?? 0, rest: group?.count ?? 0)
  }

  /// Where the members with this first word begin, and how many there are.
  private func group(_ hash: UInt64) -> (offset: Int, count: Int)? {
    let slots = number(entry + 12)
    let table = number(entry + 16)
    var slot = PatternIndex.home(hash, slots)
    while true {
      let at = table + slot * Self.slotSize
      let key = Blob.hash(at: base + at)
      if key == 0 { return nil }
      if key == hash { return (number(entry + 20) + number(at + 8), number(at + 12)) }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
  }

  @inline(__always)
  private func number(_ offset: Int) -> Int { Blob.number(at: base + offset) }

  /// Walks through the members that match at a place.
  struct Members {
    let list: WordList
    let token: Int
    var offset: Int
    var rest: Int

    @inline(__always)
    mutating func next(in tokens: UnsafePointer<Tokens>) -> (count: Int, row: Int)? {
      while rest > 0 {
        let at = offset
        let length = list.number(at + 4)
        offset += 8 + length * WordList.tokenSize
        rest -= 1
        if matches(at + 8, length, tokens) { return (length, list.number(at)) }
      }
      return nil
    }

    @inline(__always)
    private func matches(_ place: Int, _ length: Int, _ tokens: UnsafePointer<Tokens>) -> Bool {
      guard token + length <= tokens.pointee.count else { return false }
      for k in 0..<length {
        let at = place + k * WordList.tokenSize
        let traits = list.number(at + 8)
        guard Blob.hash(at: list.base + at) == tokens.pointee.hashes[token + k], TokenTraits.allow(traits, tokens.pointee.shape(token + k))
        else {
          return false
        }
        if k > 0 {
          guard !tokens.pointee.flags(token + k).contains(.sentenceStart) else { return false }
          if traits & 8 != 0, !tokens.pointee.isGlued(token + k) { return false }
        }
      }
      return true
    }
  }
}

/// How the case of a token is held against what a rule wants (see `CompiledToken.Case`).
enum TokenTraits {
  @inline(__always)
  static func allow(_ traits: Int, _ shape: TokenShape) -> Bool {
    let wanted = traits & 7
    return wanted == CompiledToken.Case.any.rawValue || wanted == Int(shape.rawValue) &+ 1
  }
}
