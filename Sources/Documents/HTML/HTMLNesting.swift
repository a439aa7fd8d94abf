import MTLProse

/// Which elements are open, as far as the kind of a block depends on it.
///
/// At most `deepest` are kept; deeper ones change nothing, so that no input takes more than a bounded time for each tag.
struct HTMLNesting {
  private struct Open {
    let key: UInt64
    let element: HTMLElement
    let kind: BlockKind
  }

  private var open: [Open] = []
  private let outermost: BlockKind

  private static let deepest = 100

  init(_ outermost: BlockKind) { self.outermost = outermost }

  /// The kind of a block that stands here.
  var kind: BlockKind { open.last?.kind ?? outermost }

  mutating func start(_ element: HTMLElement, key: UInt64, isTableRow: Bool) {
    switch element {
    case .root: open.removeAll(keepingCapacity: true)
    case .heading: closeHeading()
    case .item: close(.item, inside: .list)
    case .cell: close(.cell, inside: .table)
    case .block:
      if isTableRow { close(.cell, inside: .table) }
      return
    case .list, .table, .caption, .quotation: break
    default: return
    }
    guard element != .root, open.count < Self.deepest else { return }
    open.append(Open(key: key, element: element, kind: element.kind ?? kind))
  }

  mutating func end(_ element: HTMLElement, key: UInt64) {
    switch element {
    case .root: open.removeAll(keepingCapacity: true)
    case .heading: closeHeading()
    case .list, .table, .item, .cell, .caption, .quotation:
      if let i = open.lastIndex(where: { $0.key == key }) { open.removeLast(open.count - i) }
    default: break
    }
  }

  private mutating func closeHeading() {
    if open.last?.element == .heading { open.removeLast() }
  }

  /// Closes an item or cell whose end tag was left out.
  private mutating func close(_ element: HTMLElement, inside bound: HTMLElement) {
    guard let i = open.lastIndex(where: { $0.element == element || $0.element == bound }), open[i].element == element else { return }
    open.removeLast(open.count - i)
  }
}
