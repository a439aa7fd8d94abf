/// What may stand right before and right after a step of a pattern.
struct Neighbours {
  let lists: [CompiledList]

  /// What may come right after step `i`, or all where that is not known.
  func after(_ i: Int, in steps: [Step]) -> TokenBuckets {
    guard isOneToken(steps[i]) else { return .all }
    return edge(of: steps[(i + 1)...], isFirst: true) ?? .all
  }

  /// What may come right after the pair of words that steps `i` and the next begin with, or all where that is not known.
  func afterPair(_ i: Int, in steps: [Step]) -> TokenBuckets {
    guard isOneToken(steps[i]), let next = steps[(i + 1)...].firstIndex(where: { !$0.isBorder }) else { return .all }
    return after(next, in: steps)
  }

  /// What may come right before step `i`, or all where that is not known.
  func before(_ i: Int, in steps: [Step]) -> TokenBuckets {
    if beginsSentence(i, in: steps) { return .sentenceStart }
    return edge(of: steps[..<i].reversed(), isFirst: false) ?? .all
  }

  /// Whether step `i` stands where a sentence begins.
  private func beginsSentence(_ i: Int, in steps: [Step]) -> Bool {
    for step in steps[..<i].reversed() {
      switch step.item {
      case .space, .reportStart, .reportEnd: continue
      case .start: return true
      default: return false
      }
    }
    return false
  }

  private func isOneToken(_ step: Step) -> Bool {
    guard step.least == 1, step.most == 1 else { return false }
    switch step.item {
    case .tokens, .tokenClass: return true
    case .list(let number): return lists[number].longest == 1
    case .alternatives(let branches): return branches.allSatisfy { $0.count == 1 && isOneToken($0[0]) }
    default: return false
    }
  }

  /// The tokens that a sequence of steps, in the order in which they are met, can begin with; nil if it can be passed without one.
  private func edge(of steps: some Sequence<Step>, isFirst: Bool) -> TokenBuckets? {
    var found: TokenBuckets = []
    for step in steps {
      guard let edge = edge(of: step.item, isFirst: isFirst) else {
        // What takes no token says nothing, except that a border may stand there.
        if step.isBorder { continue }
        return nil
      }
      found.formUnion(edge)
      if step.least > 0 { return found }
    }
    return nil
  }

  /// The tokens that an item can begin, or else end, with; nil if they are not known or there may be none.
  private func edge(of item: Step.Item, isFirst: Bool) -> TokenBuckets? {
    switch item {
    case .tokens(let tokens): return tokens.reduce(into: []) { $0.formUnion($1.buckets) }
    case .tokenClass(let found): return found.buckets
    case .list(let number), .cell(_, let number):
      return lists[number].members.reduce(into: []) { $0.formUnion((isFirst ? $1.tokens.first : $1.tokens.last)?.buckets ?? .all) }
    case .alternatives(let branches):
      var found: TokenBuckets = []
      for branch in branches {
        guard let edge = isFirst ? edge(of: branch, isFirst: true) : edge(of: branch.reversed(), isFirst: false) else { return nil }
        found.formUnion(edge)
      }
      return found
    case .same, .gap, .start, .end, .space, .reportStart, .reportEnd: return nil
    }
  }
}

extension Step {
  /// Whether a step takes no token, but says that a border may stand there.
  fileprivate var isBorder: Bool {
    switch item {
    case .space, .reportStart, .reportEnd: true
    default: false
    }
  }
}

extension TokenClass {
  /// Where the tokens of a class fall.
  fileprivate var buckets: TokenBuckets {
    switch self {
    case .int: .numbers
    case .form: [.numbers, .alphanumerics]
    case .simple(let name): name.buckets
    }
  }
}

extension SimpleClass {
  fileprivate var buckets: TokenBuckets {
    switch self {
    case .lower: .lowerWords
    case .name, .caps, .given, .surname, .place: .capitalWords
    case .word, .unknown, .ing, .past, .plural: .words
    case .number, .year: .numbers
    case .det, .prep, .pron, .conj, .aux: [.words, .alphanumerics]
    case .punct: .marks
    case .opaque: .opaque
    }
  }
}
