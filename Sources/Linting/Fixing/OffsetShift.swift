/// Where places of a text are after edits, and where they were before.
struct OffsetShift {
  /// An edit, and where its new text stands.
  private struct Step {
    let old: Range<Int>
    let new: Range<Int>
  }

  private let steps: [Step]

  /// - Parameter edits: do not overlap.
  init(_ edits: [Edit]) {
    var steps: [Step] = []
    steps.reserveCapacity(edits.count)
    var shift = 0
    for edit in edits.sorted(by: { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }) {
      let start = edit.range.lowerBound + shift
      let count = edit.replacement.utf8.count
      steps.append(Step(old: edit.range, new: start..<start + count))
      shift += count - edit.range.count
    }
    self.steps = steps
  }

  /// Nil for what was replaced.
  func moved(_ offset: Int) -> Int? {
    guard let step = last(where: { $0.old.lowerBound <= offset }) else { return offset }
    return step.old.contains(offset) ? nil : offset - step.old.upperBound + step.new.upperBound
  }

  /// Where a place is now; if it was replaced, or text was put in there, where the new text begins.
  func start(ofEditAt offset: Int) -> Int {
    guard let step = last(where: { $0.old.lowerBound <= offset }) else { return offset }
    let isEdited = step.old.lowerBound == offset || step.old.contains(offset)
    return isEdited ? step.new.lowerBound : offset - step.old.upperBound + step.new.upperBound
  }

  /// Where the byte at `offset` of the edited text comes from; of new text, where what it replaced begins.
  func origin(of offset: Int) -> Int {
    guard let step = last(where: { $0.new.lowerBound <= offset }) else { return offset }
    return step.new.contains(offset) ? step.old.lowerBound : offset - step.new.upperBound + step.old.upperBound
  }

  /// The last step of which something holds that holds of all before it.
  private func last(where holds: (Step) -> Bool) -> Step? {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if holds(steps[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : steps[low - 1]
  }
}
