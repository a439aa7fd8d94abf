import MTLProse

/// The instructions that the matcher runs; each is followed by its operands.
enum Opcode: Int {
  /// The whole pattern has matched.
  case end = 0
  /// hash (two cells), traits: one token.
  case token
  /// count, then for each: hash (two cells), traits: one of some tokens.
  case anyToken
  /// list, capture (0 for none): a member of a list.
  case list
  /// class, low, high: a token of a class.
  case tokenClass
  /// first, second: try the first address, then the second.
  case split
  /// address.
  case jump
  /// length, address of what may not stand there (0 for nothing).
  case gap
  /// slot: remember the position.
  case save
  /// capture: its text again.
  case same
  /// capture, list: the capture's row in that column.
  case cell
  case sentenceStart
  case sentenceEnd
  /// Nothing stands before the current token.
  case glued
  /// White space stands before the current token.
  case space
  /// count, then bytes: how a number or a word with digits is written.
  case form
}

/// Writes programs and everything else that is made of numbers into one array of cells, each a 28-bit number.
struct ProgramWriter {
  /// Address 0 is never used, so that it can stand for “nothing”.
  private(set) var cells: [Int] = [0]

  var address: Int { cells.count }

  mutating func append(_ values: Int...) { cells += values }

  mutating func append(hash: UInt64) {
    for half in [hash, hash >> 32] {
      cells.append(Int(half & 0x7F | (half >> 1) & 0x3F80 | (half >> 2) & 0x1F_C000 | (half >> 3) & 0xFE0_0000))
    }
  }

  mutating func set(_ address: Int, to value: Int) { cells[address] = value }

  /// Writes a program and returns its address.
  mutating func program(_ steps: [Step]) -> Int {
    let withouts = steps.map { withoutAddresses($0) }
    let start = address
    sequence(steps, withouts)
    append(Opcode.end.rawValue)
    return start
  }

  /// Programs for what gaps may not hold, written before the program that refers to them.
  private mutating func withoutAddresses(_ step: Step) -> [Int] {
    switch step.item {
    case .gap(_, let without?): return [program(without.map(Self.withoutCaptures))]
    case .alternatives(let branches): return branches.flatMap { $0.flatMap { withoutAddresses($0) } }
    default: return []
    }
  }

  /// What may not stand there captures nothing: the matcher takes nothing back when it has found it.
  private static func withoutCaptures(_ step: Step) -> Step {
    var step = step
    step.capture = nil
    guard case .alternatives(let branches) = step.item else { return step }
    return Step(
      item: .alternatives(branches.map { $0.map(withoutCaptures) }), least: step.least, most: step.most, isGlued: step.isGlued)
  }

  private mutating func sequence(_ steps: [Step], _ withouts: [[Int]]) {
    for (step, addresses) in zip(steps, withouts) {
      if let capture = step.capture { append(Opcode.save.rawValue, MatchSlots.start(capture)) }
      for _ in 0..<step.least { item(step, addresses) }
      optional(step, addresses, count: step.most - step.least)
      if let capture = step.capture { append(Opcode.save.rawValue, MatchSlots.end(capture)) }
    }
  }

  /// An optional element is tried before it is left out; a repetition is as short as it can be.
  private mutating func optional(_ step: Step, _ withouts: [Int], count: Int) {
    guard count > 0 else { return }
    let prefersPresence = step.least == 0 && step.most == 1
    let split = address
    append(Opcode.split.rawValue, 0, 0)
    item(step, withouts)
    optional(step, withouts, count: count - 1)
    set(split + 1, to: prefersPresence ? split + 3 : address)
    set(split + 2, to: prefersPresence ? address : split + 3)
  }

  private mutating func item(_ step: Step, _ withouts: [Int]) {
    if step.isGlued { append(Opcode.glued.rawValue) }
    switch step.item {
    case .tokens(let tokens): self.tokens(tokens)
    case .list(let number): append(Opcode.list.rawValue, number, step.capture ?? 0)
    case .tokenClass(.simple(let name)): append(Opcode.tokenClass.rawValue, name.rawValue, 0, 0)
    case .tokenClass(.form(let form)):
      append(Opcode.form.rawValue, form.utf8.count)
      for byte in form.utf8 { append(Int(byte)) }
    case .tokenClass(.int(let range)): append(Opcode.tokenClass.rawValue, 0, range.lowerBound, range.upperBound)
    case .same(let capture): append(Opcode.same.rawValue, capture)
    case .cell(let capture, let list): append(Opcode.cell.rawValue, capture, list)
    case .alternatives(let branches): alternatives(branches, withouts)
    case .gap(let length, _): append(Opcode.gap.rawValue, length, withouts.first ?? 0)
    case .start: append(Opcode.sentenceStart.rawValue)
    case .end: append(Opcode.sentenceEnd.rawValue)
    case .space: append(Opcode.space.rawValue)
    case .reportStart: append(Opcode.save.rawValue, MatchSlots.start(0))
    case .reportEnd: append(Opcode.save.rawValue, MatchSlots.end(0))
    }
  }

  private mutating func tokens(_ tokens: [CompiledToken]) {
    if tokens.count == 1 {
      append(Opcode.token.rawValue)
    } else {
      append(Opcode.anyToken.rawValue, tokens.count)
    }
    for token in tokens {
      append(hash: token.hash)
      append(token.traits & ~8)
    }
  }

  private mutating func alternatives(_ branches: [[Step]], _ withouts: [Int]) {
    let branches = Self.joined(branches)
    var rest = withouts[...]
    var exits: [Int] = []
    for (i, branch) in branches.enumerated() {
      let counts = branch.map { Self.withoutCount($0) }
      var addresses: [[Int]] = []
      for count in counts {
        addresses.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      let isLast = i == branches.count - 1
      let split = address
      if !isLast { append(Opcode.split.rawValue, split + 3, 0) }
      sequence(branch, addresses)
      if !isLast {
        exits.append(address + 1)
        append(Opcode.jump.rawValue, 0)
        set(split + 2, to: address)
      }
    }
    for exit in exits { set(exit, to: address) }
  }

  /// Branches of one plain token each that stand side by side become one.
  private static func joined(_ branches: [[Step]]) -> [[Step]] {
    var joined: [[Step]] = []
    for branch in branches {
      if let tokens = plainTokens(branch), let last = joined.last, let before = plainTokens(last) {
        joined[joined.count - 1] = [Step(item: .tokens(before + tokens))]
      } else {
        joined.append(branch)
      }
    }
    return joined
  }

  private static func plainTokens(_ branch: [Step]) -> [CompiledToken]? {
    guard branch.count == 1, let step = branch.first, step.least == 1, step.most == 1, step.capture == nil, !step.isGlued,
      case .tokens(let tokens) = step.item
    else { return nil }
    return tokens
  }

  private static func withoutCount(_ step: Step) -> Int {
    switch step.item {
    case .gap(_, let without): return without == nil ? 0 : 1
    case .alternatives(let branches): return branches.reduce(0) { $0 + $1.reduce(0) { $0 + withoutCount($1) } }
    default: return 0
    }
  }

  /// The cells as bytes of a blob.
  var bytes: [UInt8] {
    var writer = BlobCells()
    writer.bytes.reserveCapacity(cells.count * 4)
    for cell in cells { writer.append(cell) }
    return writer.bytes
  }
}

/// Cells as bytes; a plain loop, since the build runs it unoptimised.
private struct BlobCells {
  var bytes: [UInt8] = []

  mutating func append(_ value: Int) {
    precondition(value >= 0 && value < 1 << 28, "a cell has 28 bits")
    bytes.append(UInt8(truncatingIfNeeded: value & 0x7F))
    bytes.append(UInt8(truncatingIfNeeded: value >> 7 & 0x7F))
    bytes.append(UInt8(truncatingIfNeeded: value >> 14 & 0x7F))
    bytes.append(UInt8(truncatingIfNeeded: value >> 21 & 0x7F))
  }
}

/// Where a match keeps what it captured.
enum MatchSlots {
  /// Slots of the reported part (0) and of up to twelve captures: start, end, list, row.
  static let count = 13 * 4
  static func start(_ capture: Int) -> Int { capture * 4 }
  static func end(_ capture: Int) -> Int { capture * 4 + 1 }
  static func list(_ capture: Int) -> Int { capture * 4 + 2 }
  static func row(_ capture: Int) -> Int { capture * 4 + 3 }
}
