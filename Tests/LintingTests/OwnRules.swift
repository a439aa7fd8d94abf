import MTLint

/// Rules of a test, and nothing else.
struct OwnRules {
  let linter: Linter

  /// - Parameter text: a rule file; its rules are of the family `test`.
  init(_ text: String, dictionary: [String] = []) throws {
    var selection = RuleSelection()
    selection.only = ["test"]
    let file = RuleFile(path: "test.rules", family: "test", text: text)
    linter = Linter(try MTLint.catalogue(userRules: [file]), selection: selection, dictionary: dictionary)
  }

  /// One rule with a pattern and a fix.
  init(_ pattern: String, _ fix: String) throws { try self.init("rule r\n  says  x\n  match \(pattern)\n  fix \(fix)\n") }

  func findings(in text: String, as format: DocumentFormat = .text) throws -> [Diagnostic] {
    linter.lint(try Source(text), as: format).diagnostics
  }

  /// The text after the first fix of each finding; what has none stays.
  func fixed(_ text: String, as format: DocumentFormat = .text) throws -> String {
    let source = try Source(text)
    let edits = linter.lint(source, as: format).diagnostics.compactMap(\.fixes.first).flatMap(\.edits)
    return String(decoding: source.applying(edits), as: UTF8.self)
  }
}

/// Numbers that look random and are the same in each run (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
