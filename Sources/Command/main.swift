import FoundationEssentials
import MTLint
let catalogue = try MTLint.catalogue()
let linter = Linter(catalogue)
for path in CommandLine.arguments.dropFirst() {
  let source = try Source(name: path, bytes: Data(contentsOf: URL(filePath: path)))
  let result = linter.lint(source, as: DocumentFormat(path: path))
  let lines = LineMap(source)
  for d in result.diagnostics {
    let p = lines.position(at: d.range.lowerBound)
    print("\(path):\(p.line):\(p.column): \(d.rule): \(d.text) — \(d.message) → \(d.fixes.map(\.title))")
  }
  print(result.words)
}
