/// What a change of rules or texts did to a measurement.
public struct MeasurementComparison {
  private let old: Measurement
  private let new: Measurement

  public init(old: Measurement, new: Measurement) {
    self.old = old
    self.new = new
  }

  /// A line for each rule whose figures differ, as `old → new`; then all rules together.
  public func text() -> String {
    let olds = Dictionary(old.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let news = Dictionary(new.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines = Set(olds.keys).union(news.keys).sorted().compactMap { id in change(id, olds[id], news[id]) }
    if lines.isEmpty { lines = ["no rule’s figures changed"] }
    lines.append(change("all rules", old.total, new.total) ?? "all rules: as before")
    if Self.words(old) != Self.words(new) {
      lines.append("the texts differ: machine, reference, clean and annotated words were \(Self.words(old)), are \(Self.words(new))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func change(_ id: String, _ old: Measurement.RuleFigures?, _ new: Measurement.RuleFigures?) -> String? {
    let parts = Self.figures.compactMap { name, figure in
      let before = old.map(figure) ?? "0"
      let after = new.map(figure) ?? "0"
      return before == after ? nil : "\(name) \(before) → \(after)"
    }
    let state = old == nil ? "new" : new == nil ? "gone" : nil
    let all = [state].compactMap(\.self) + parts
    return all.isEmpty ? nil : "\(id): " + all.joined(separator: ", ")
  }

  private static let figures: [(String, @Sendable (Measurement.RuleFigures) -> String)] = [
    ("machine", { String($0.machine) }), ("reference", { String($0.reference) }), ("clean", { String($0.clean) }),
    ("safe fixes", { effects($0.safe) }), ("suggested fixes", { effects($0.suggested) }),
    ("marks found", { String($0.articles.found) }), ("repaired", { String($0.articles.repaired) }),
    ("missed", { String($0.articles.missed) }), ("false", { String($0.articles.false) }),
  ]

  private static func effects(_ effects: Measurement.Effects) -> String { effects.isEmpty ? "0" : Figures.effects(effects) }

  private static func words(_ measurement: Measurement) -> [Int] {
    [measurement.machine.words, measurement.reference.words, measurement.clean.words, measurement.articles.words]
  }
}
