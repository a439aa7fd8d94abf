/// One element of a pattern with its lists looked up and its words inflected.
struct Step {
  indirect enum Item {
    /// Any one of these tokens.
    case tokens([CompiledToken])
    /// A member of a list, by number.
    case list(Int)
    case tokenClass(TokenClass)
    /// The text of a capture again.
    case same(capture: Int)
    /// The cell of a capture's row, in the column with this list number.
    case cell(capture: Int, list: Int)
    case alternatives([[Step]])
    case gap(Int, without: [Step]?)
    case start
    case end
    case space
    case reportStart
    case reportEnd
  }

  let item: Item
  var least = 1
  var most = 1
  /// Number of the capture, from 1.
  var capture: Int?
  var isGlued = false
}

/// How many tokens a part of a pattern takes, and how many ways there are to match it at one place.
struct Extent {
  var shortest = 0
  var longest = 0
  var choices = 1.0

  static func + (a: Extent, b: Extent) -> Extent {
    Extent(shortest: a.shortest + b.shortest, longest: a.longest + b.longest, choices: a.choices * b.choices)
  }
}

extension Extent {
  /// The extent of a sequence.
  static func of(_ steps: [Step], _ lists: [CompiledList]) -> Extent { steps.reduce(Extent()) { $0 + of($1, lists) } }

  static func of(_ step: Step, _ lists: [CompiledList]) -> Extent {
    let once = of(step.item, lists)
    guard step.least != 1 || step.most != 1 else { return once }
    var choices = 0.0
    var power = 1.0
    for count in 0...step.most {
      if count >= step.least { choices += power }
      power *= once.choices
    }
    return Extent(shortest: once.shortest * step.least, longest: once.longest * step.most, choices: choices)
  }

  private static func of(_ item: Step.Item, _ lists: [CompiledList]) -> Extent {
    switch item {
    case .tokens, .tokenClass: return Extent(shortest: 1, longest: 1)
    // Of the members with one first word, a text matches few at a place: those that are each other's beginning.
    case .list(let number), .cell(_, let number):
      let list = lists[number]
      return Extent(shortest: list.shortest, longest: list.longest, choices: list.longest > 1 ? 3 : 1)
    // As long as any capture that the compiler lets through.
    case .same: return Extent(shortest: 0, longest: 64)
    case .alternatives(let branches):
      let extents = branches.map { of($0, lists) }
      return Extent(
        shortest: extents.map(\.shortest).min() ?? 0, longest: extents.map(\.longest).max() ?? 0,
        choices: extents.reduce(0) { $0 + $1.choices })
    case .gap(let length, let without):
      let inside = without.map { of($0, lists).choices } ?? 1
      return Extent(shortest: 0, longest: length, choices: Double(length + 1) * inside)
    case .start, .end, .space, .reportStart, .reportEnd: return Extent()
    }
  }
}
