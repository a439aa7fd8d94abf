import Testing

@testable import MTLLinting

@Suite struct GlobPatternTests {
  @Test(
    "a pattern matches as in .gitignore",
    arguments: [
      ("a.md", ["a.md", "x/a.md", "a.md/x"], ["a.mdx", "ba.md", "A.md", ""]),
      ("/a.md", ["a.md", "./a.md"], ["x/a.md"]),
      ("x/a.md", ["x/a.md", "x//a.md"], ["a.md", "y/x/a.md"]),
      ("*.md", [".md", "a.md", "x/y/a.b.md"], ["a.md5", "md"]),
      ("x/*", ["x/a", "x/a/b"], ["x", "y/x/a"]),
      ("x/*/b", ["x/a/b", "x/a/b/c"], ["x/b", "x/a/c/b"]),
      ("docs/", ["docs/a", "x/docs/a"], ["docs", "x/docs"]),
      ("**", ["a", "a/b"], [""]),
      ("**/a", ["a", "x/a", "x/y/a"], ["ab"]),
      ("x/**", ["x/a", "x/a/b"], ["x", "y/x/a"]),
      ("x/**/b", ["x/b", "x/a/b", "x/a/a/b", "x/b/c"], ["x", "xb", "a/x/b"]),
      ("x/**/**/b/**", ["x/b/c", "x/y/b/c"], ["x/b"]),
      ("a?c", ["abc", "aéc", "a🛳c"], ["ac", "abbc", "a/c"]),
      ("[a-cx]1", ["a1", "c1", "x1"], ["d1", "-1", "1"]),
      ("[!a-c]1", ["d1", "é1"], ["a1", "/1", "1"]),
      ("[^é]", ["e", "a"], ["é"]),
      ("[]a-]", ["]", "a", "-"], ["b"]),
      ("[\\]]", ["]"], ["\\"]),
      ("\\*\\[\\{x}", ["*[{x}"], ["a[{x}"]),
      ("a**b", ["ab", "axb", "axxb"], ["a/b"]),
      ("*a*b*", ["ab", "xaxbx", "aab"], ["ba", "a/b"]),
      ("./a", ["a"], ["x/a"]),
    ])
  func gitignore(pattern: String, matching: [String], others: [String]) throws {
    let pattern = try GlobPattern(pattern)
    for path in matching { #expect(pattern.matches(path), "\(path)") }
    for path in others { #expect(!pattern.matches(path), "\(path)") }
  }

  @Test("a slash at the end means folders")
  func folder() throws {
    #expect(try GlobPattern("docs/").matches("docs", isFolder: true))
    #expect(try GlobPattern("docs/").matches("x/docs", isFolder: true))
    #expect(try !GlobPattern("/docs/").matches("x/docs", isFolder: true))
  }

  @Test(
    "of several patterns the last that matches counts",
    arguments: [("a", true), ("a/b", true), ("a/keep/b", false), ("a/keep/not/b", true), ("c", false)])
  func order(path: String, expected: Bool) throws {
    let patterns = PathPatterns(try ["a", "!a/keep/", "not/"].map { try GlobPattern($0) })
    #expect(patterns.matches(path) == expected)
  }

  @Test(
    "a pattern that cannot mean anything is refused",
    arguments: ["", "/", "//", "!", ".", "[", "[a", "[]", "[z-a]", "a\\", "a\\/b", "../a", "{a,b}", "[a/b]"])
  func refused(pattern: String) {
    #expect(throws: GlobError.self) { try GlobPattern(pattern) }
  }

  @Test("matching agrees with trying everything")
  func oracle() {
    var random = SystemRandomNumberGenerator()
    func text(_ alphabet: [String]) -> String {
      (0..<Int.random(in: 1...7, using: &random)).map { _ in alphabet.randomElement(using: &random)! }.joined()
    }
    for _ in 0..<10_000 {
      let (written, path) = (text(["a", "b", "*", "**", "?", "/"]), text(["a", "b", "/", "a/"]))
      guard let pattern = try? GlobPattern("/" + written) else { continue }
      #expect(pattern.matches(path) == Oracle.matches(written, path), "\(written) \(path)")
    }
  }

  @Test("no pattern makes matching slow", arguments: ["*a", "**/a*/", "*a/**/", "?*"])
  func hostile(part: String) throws {
    let pattern = try GlobPattern(String(repeating: part, count: 200) + "b")
    for path in [String(repeating: "a", count: 2000), String(repeating: "a/", count: 1000), String(repeating: "aa/", count: 700) + "c"] {
      let time = ContinuousClock().measure { #expect(!pattern.matches(path)) }
      #expect(time < .seconds(5))
    }
  }
}

/// Matching of anchored patterns by trying everything.
private enum Oracle {
  static func matches(_ pattern: String, _ path: String) -> Bool {
    let parts = pattern.split(separator: "/").map(Array.init)
    let names = path.split(separator: "/").map(Array.init)
    return names.indices.contains { last in
      let isFolder = last < names.count - 1
      return (isFolder || !pattern.hasSuffix("/")) && segments(parts[...], names[...last])
    }
  }

  private static func segments(_ parts: ArraySlice<[Character]>, _ names: ArraySlice<[Character]>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    let rest = parts.dropFirst()
    if part == ["*", "*"] {
      if rest.allSatisfy({ $0 == ["*", "*"] }) { return !names.isEmpty }
      return (names.startIndex...names.endIndex).contains { segments(rest, names[$0...]) }
    }
    guard let name = names.first else { return false }
    return units(part[...], name[...]) && segments(rest, names.dropFirst())
  }

  private static func units(_ part: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    guard let unit = part.first else { return name.isEmpty }
    if unit == "*" { return (name.startIndex...name.endIndex).contains { units(part.dropFirst(), name[$0...]) } }
    guard let first = name.first else { return false }
    return (unit == "?" || unit == first) && units(part.dropFirst(), name.dropFirst())
  }
}
