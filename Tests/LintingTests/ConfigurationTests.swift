import Testing

@testable import MTLLinting

/// Rules that configurations and suppressions in these tests may name.
let knownRules = RuleNames(
  ["number/truncated-year", "number/decimal-comma", "calque/diplomacy", "repetition/doubled-word"].map { rule($0) })

func rule(_ id: String, tier: Tier = .default, from: [String] = []) -> RuleInfo {
  RuleInfo(id: id, category: .grammar, tier: tier, summary: "", from: from, bad: [], good: [])
}

private func parse(_ text: String) throws -> Configuration { try Configuration.parse(Source(text), path: "c") }

/// All errors, a line each; empty if there are none.
private func errors(_ text: String) throws -> String {
  do {
    try parse(text).validate(against: knownRules)
    return ""
  } catch let errors as ConfigurationErrors {
    return errors.description
  }
}

@Suite struct ConfigurationTests {
  @Test("all keys are read")
  func everything() throws {
    let configuration = try parse(
      """
      {
        "$schema": 5, "only": ["number"], "skip": ["calque/diplomacy"], "tier": "strict", "from": "id", "failOn": "never",
        "severity": {"number": "off", "number/truncated-year": "hint"}, "rules": ["rules/ours"], "dictionary": ["Xyzzy", "two words"],
        "exclude": ["old/"], "include": ["*.adoc"], "formats": {"ADOC": "markdown"},
        "paths": [{"match": "ru/", "from": "ru"}, {"match": ["a", "!b"], "skip": [], "severity": {}}],
      }
      """)
    #expect(configuration.base.only == ["number"])
    #expect(configuration.base.skip == ["calque/diplomacy"])
    #expect(configuration.base.tier == .strict)
    #expect(configuration.base.from == "id")
    #expect(configuration.base.off == ["number"])
    #expect(configuration.base.severities == ["number/truncated-year": .hint])
    #expect(configuration.failOn == .never)
    #expect(configuration.rules == ["rules/ours"])
    #expect(configuration.dictionary == ["Xyzzy", "two words"])
    #expect(configuration.formats == ["adoc": .markdown])
    #expect(configuration.exclude.patterns.map(\.text) == ["old/"])
    #expect(configuration.include.patterns.map(\.text) == ["*.adoc"])
    #expect(configuration.paths.map { $0.match.patterns.map(\.text) } == [["ru/"], ["a", "!b"]])
    try configuration.validate(against: knownRules)
  }

  @Test("the template says the defaults", arguments: [Configuration.template, "{}", "\u{FEFF}// none\n{ }\r\n"])
  func template(text: String) throws {
    let (read, defaults) = (try parse(text), Configuration())
    #expect(read.selection(forPath: "a.md") == defaults.selection(forPath: "a.md"))
    #expect(read.failOn == defaults.failOn)
    #expect(read.paths == defaults.paths)
    #expect(read.include == defaults.include)
    #expect(read.exclude == defaults.exclude)
    #expect(read.formats == defaults.formats)
    #expect(read.dictionary == defaults.dictionary)
    #expect(read.rules == defaults.rules)
    try read.validate(against: RuleNames([]))
  }

  @Test("what the template shows in comments is right too, and every key is in it")
  func templateComments() throws {
    let lines = Configuration.template.split(separator: "\n", omittingEmptySubsequences: false)
    let opened = lines.map { line in
      let text = line.drop { $0 == " " }
      let isExample = text.hasPrefix("// {") || text.hasPrefix("// \"") && text.hasSuffix(",") && text.contains("\": ")
      return isExample ? String(text.dropFirst(3)) : String(line)
    }
    let configuration = try parse(opened.joined(separator: "\n"))
    #expect(configuration.paths.count == 2)
    #expect(configuration.base.from == "id")
    #expect(configuration.base.severities == ["calque": .hint])
    #expect(configuration.formats == ["adoc": .text])
    try configuration.validate(against: RuleNames([]))
    for key in ["only", "skip", "tier", "from", "severity", "failOn", "paths", "include", "exclude", "formats", "dictionary", "rules"] {
      #expect(Configuration.template.contains("\"\(key)\""))
    }
  }

  @Test(
    "an error says where, what and what instead",
    arguments: [
      (#"{ "onyl": [] }"#, "1:3: error: unknown key “onyl”; did you mean “only”?"),
      ("{\n  \"ignore\": [] }", "2:3: error: unknown key “ignore”; did you mean “exclude”?"),
      (#"{ "zzzzzz": 1 }"#, "1:3: error: unknown key “zzzzzz”"),
      ("[]", "1:1: error: the configuration must be an object, not a list"),
      (#"{"only": "number"}"#, #"1:10: error: “only” must be a list of strings, not a string; write it in brackets: ["…"]"#),
      (#"{"skip": ["number", 7]}"#, "1:21: error: an entry of “skip” must be a string, not a number"),
      (#"{"dictionary": [" "]}"#, "1:17: error: an entry of “dictionary” is empty; remove it"),
      (#"{"tier": "stict"}"#, "1:10: error: “tier” is one of “default”, “strict”, not “stict”; did you mean “strict”?"),
      (#"{"failOn": null}"#, "1:12: error: “failOn” must be one of “error”, “warning”, “hint”, “never”, not null"),
      (
        #"{"severity": {"number": "of"}}"#,
        "1:25: error: “number” is one of “hint”, “warning”, “error”, “off”, not “of”; did you mean “off”?"
      ),
      (#"{"from": "pt-BR"}"#, "1:10: error: “pt-BR” is no ISO 639-1 code of a language; write “pt”"),
      (#"{"from": "ID"}"#, "1:10: error: “ID” is no ISO 639-1 code of a language; write “id”"),
      (
        #"{"from": "Thai"}"#,
        "1:10: error: “Thai” is no ISO 639-1 code of a language; write two letters, such as “id” for Indonesian"
      ),
      (#"{"from": ["id"]}"#, "1:10: error: “from” must be a language code, not a list"),
      (
        #"{"rules": {}}"#,
        "1:11: error: “rules” must be a list of folders of rule files, not an object; severities of rules stand under “severity”"
      ),
      (#"{"formats": {".md": "text"}}"#, "1:14: error: “.md” is no extension without its dot; write “md”"),
      (
        #"{"exclude": ["a[b"]}"#,
        #"1:14: error: “a[b”: this “[” is never closed; write “]”, or “\[” for the character"#
      ),
      (
        #"{"paths": [{"tier": "strict"}]}"#,
        #"1:12: error: this entry says for no path that it holds; add “"match": "drafts/"”"#
      ),
      (#"{"paths": [{"match": "a", "failOn": "hint"}]}"#, "1:27: error: “failOn” holds for all paths; write it outside “paths”"),
      (#"{"paths": [{"match": "a", "files": 1}]}"#, "1:27: error: unknown key “files”; did you mean “match”?"),
      (#"{"paths": [{"match": []}]}"#, "1:22: error: “match” is empty: nothing matches"),
      (#"{"only": [], "only": []}"#, "1:14: error: the key “only” stands twice in one object; remove one of them"),
    ])
  func error(text: String, expected: String) throws { #expect(try errors(text) == "c:" + expected) }

  @Test(
    "a rule or family that does not exist is an error with the nearest name",
    arguments: [
      (#"{"skip": ["calqe"]}"#, "c:1:11: error: “calqe” is neither a rule nor a family; did you mean “calque”?"),
      (
        #"{"only": ["doubled-word"]}"#,
        "c:1:11: error: “doubled-word” is neither a rule nor a family; did you mean “repetition/doubled-word”?"
      ),
      (
        #"{"severity": {"é": "hint", "xxx/y": "off"}}"#,
        "c:1:15: error: “é” is neither a rule nor a family\nc:1:28: error: “xxx/y” is neither a rule nor a family"
      ),
      (
        #"{"paths": [{"match": "a", "only": ["numbr"]}]}"#,
        "c:1:36: error: “numbr” is neither a rule nor a family; did you mean “number”?"
      ),
      (#"{"skip": ["calque/diplomacy", "mtlint", "mtlint/unused-suppression", "register"]}"#, ""),
    ])
  func names(text: String, expected: String) throws { #expect(try errors(text) == expected) }

  @Test("all errors are said at once, in the order of the file")
  func allErrors() throws {
    let found = try errors(
      """
      {
        "tier": "lax", "tiers": 1,
        "paths": [{"match": ["", "{a,b}"], "skip": "x"}, 3],
        "formats": {"a.b": "pdf"},
      }
      """)
    #expect(
      found.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
        "c:2:11:", "c:2:18:", "c:3:24:", "c:3:28:", "c:3:46:", "c:3:52:", "c:4:15:", "c:4:22:",
      ])
  }

  @Test("columns count characters, not bytes, and not the byte order mark")
  func columns() throws {
    #expect(try errors("\u{FEFF}{\"dictionary\": [\"ééé\", \"🛳\", 1]}").hasPrefix("c:1:29: "))
    #expect(try errors("\u{FEFF}x") == "c:1:1: error: “x” is no value; strings stand in double quotes")
  }

  @Test("bytes that are not UTF-8 are refused with their place")
  func notUTF8() {
    let bytes = Array("{\n \"é".utf8) + [0xFF]
    #expect {
      try Configuration.parse(bytes: bytes, path: "c")
    } throws: {
      "\($0)" == "c:2:4: error: this is not UTF-8; save the file as UTF-8"
    }
  }

  @Test("what a message quotes is short and cannot command a terminal")
  func quoting() throws {
    let name = "\\u001b[2J" + String(repeating: "x", count: 1000)
    let message = try errors("{\"\(name)\": 1}")
    #expect(message.contains("“\u{FFFD}[2J"))
    #expect(message.count < 120)
  }

  @Test("many errors in one line take no longer than in many lines")
  func manyErrors() throws {
    let names = "{\"skip\": [" + String(repeating: "\"numbr\",", count: 50_000) + "]}"
    let time = try ContinuousClock().measure {
      for text in [names, names.replacing("\"numbr\"", with: "1")] {
        let found = try errors(text)
        #expect(found.utf8.count > 50_000)
      }
    }
    #expect(time < .seconds(20))
  }

  @Test(
    "a run fails from the chosen severity on",
    arguments: [
      (FailureThreshold.error, [false, false, true]), (.warning, [false, true, true]), (.hint, [true, true, true]),
      (.never, [false, false, false]),
    ])
  func failOn(threshold: FailureThreshold, expected: [Bool]) {
    #expect([Severity.hint, .warning, .error].map(threshold.isReached) == expected)
  }
}

@Suite struct PathSettingsTests {
  @Test(
    "settings of paths are laid over the general ones in order",
    arguments: [
      ("a.txt", ["number/decimal-comma", "calque/diplomacy"]),
      ("drafts/a.txt", ["calque/diplomacy"]),
      ("drafts/strict/a.txt", ["calque/diplomacy", "calque/doubtful"]),
      ("drafts/strict/id.md", ["calque/doubtful"]),
      ("strict/a.md", ["number/decimal-comma", "calque/diplomacy", "calque/doubtful"]),
      ("one.md", ["number/truncated-year"]),
      ("back.md", ["number/decimal-comma", "number/truncated-year", "calque/diplomacy"]),
    ])
  func paths(path: String, expected: [String]) throws {
    let rules = [
      rule("number/decimal-comma"), rule("number/truncated-year"), rule("calque/diplomacy", from: ["ru"]),
      rule("calque/doubtful", tier: .strict),
    ]
    let selection = try parse(
      """
      { "severity": {"number/truncated-year": "off"},
        "paths": [
          {"match": "drafts/", "skip": ["number"]}, {"match": "strict/", "tier": "strict"},
          {"match": "*.md", "from": "ru"}, {"match": "id.md", "from": "id"},
          {"match": "one.md", "only": ["number/truncated-year"], "severity": {"number/truncated-year": "error"}},
          {"match": "back.md", "severity": {"number/truncated-year": "hint"}},
        ] }
      """
    ).selection(forPath: path)
    #expect(rules.filter(selection.includes).map(\.id) == expected)
  }

  @Test(
    "a severity of a rule goes before one of its family, and turns on what is strict",
    arguments: [
      (#"{"number": "hint"}"#, "hint -"), (#"{"number": "hint", "number/a": "error"}"#, "error -"),
      (#"{"number": "off"}"#, "- -"), (#"{"number": "off", "number/a": "hint"}"#, "hint -"),
      (#"{"number/a": "off", "number": "hint"}"#, "- -"), (#"{"number/b": "hint"}"#, "warning hint"),
    ])
  func severity(text: String, expected: String) throws {
    let selection = try parse("{\"severity\": \(text)}").selection(forPath: "")
    let found = [rule("number/a"), rule("number/b", tier: .strict)].map {
      selection.includes($0) ? selection.severity(of: $0).rawValue : "-"
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(
    "files are picked up and read by what is configured",
    arguments: [
      ("a.md", true, DocumentFormat.text), ("b/a.TXT", true, .text), ("a.adoc", true, .markdown), ("a.swift", false, .text),
      ("a.html", true, .html), ("old/a.md", false, .text), ("old/new/a.md", true, .text), ("md", false, .text),
      ("x.md/y", false, .text),
    ])
  func walk(path: String, isPickedUp: Bool, format: DocumentFormat) throws {
    let configuration = try parse(
      #"{"formats": {"md": "text", "adoc": "markdown"}, "exclude": ["old/", "!old/new/"]}"#)
    #expect(configuration.picksUp(path) == isPickedUp)
    #expect(configuration.format(forPath: path) == format)
  }

  @Test("include replaces the known extensions, exclude goes before it")
  func include() throws {
    let configuration = try parse(#"{"include": ["*.rst", "texts/"], "exclude": ["b.rst"]}"#)
    for path in ["a.rst", "texts/a.bin", "x/a.rst"] { #expect(configuration.picksUp(path), "\(path)") }
    for path in ["a.md", "b.rst", "texts/b.rst"] { #expect(!configuration.picksUp(path), "\(path)") }
  }

  @Test("a folder is passed over only if nothing in it can be taken out again")
  func folders() throws {
    let configuration = try parse(#"{"exclude": ["old/", "!old/new/", "build"]}"#)
    #expect(!configuration.isExcluded("old", isFolder: true))
    #expect(configuration.isExcluded("build", isFolder: true))
    #expect(!configuration.isExcluded("other", isFolder: true))
    #expect(!configuration.isExcluded("", isFolder: true))
    #expect(configuration.isExcluded("old/x"))
    #expect(!configuration.isExcluded("old/new/x"))
  }
}
