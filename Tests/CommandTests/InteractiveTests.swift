import Foundation
import MTLReporting
import MTLint
import Testing

@testable import MTLCommand

@Suite struct KeyTests {
  @Test(
    "what a terminal sends becomes keys",
    arguments: [
      ("1s", [.character("1"), .character("s")]), ("é日😀", [.character("é"), .character("日"), .character("😀")]),
      ("\r\n\t", [.enter, .enter, .unknown]), ("\u{7F}\u{8}", [.backspace, .backspace]),
      ("\u{1B}[D\u{1B}[C\u{1B}OH\u{1B}[F\u{1B}[3~", [.left, .right, .home, .end, .delete]),
      ("\u{1B}[1;5Dx", [.unknown, .character("x")]), ("\u{1B}[15~\u{1B}a", [.unknown, .unknown]),
      ("\u{3}\u{1A}\u{15}\u{17}\u{1}\u{5}", [.interrupt, .suspend, .eraseLine, .eraseWord, .home, .end]),
      ("\u{1B}[200~x q\r日\u{1B}[201~s", [.pasted("x q\r日"), .character("s")]), ("\u{1B}\u{1B}", [.escape]),
    ] as [(String, [Key])])
  func keys(bytes: String, expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(bytes.utf8.compactMap { decoder.push($0) } == expected)
  }

  @Test("an escape is a key by itself when nothing follows, and broken UTF-8 is none")
  func escape() {
    var decoder = KeyDecoder()
    let first = decoder.push(0x1B)
    #expect(first == nil)
    #expect(decoder.isWaiting)
    let flushed = decoder.flush()
    #expect(flushed == .escape)
    let bytes: [UInt8] = [0xC3, 0x73, 0xFF, 0xE2, 0x82, 0x31, 0xED, 0xA0, 0x80]
    #expect(bytes.compactMap { decoder.push($0) } == [.character("s"), .unknown, .character("1"), .unknown])
  }

  @Test("any bytes are read, and the terminal is never waited for in vain", arguments: 0..<20)
  func anything(seed: Int) {
    var decoder = KeyDecoder()
    for i in 0..<2_000 { _ = decoder.push(UInt8(truncatingIfNeeded: (i &* 7_919 &+ seed &* 104_729) >> 3)) }
    _ = decoder.flush()
    #expect(!decoder.isWaiting)
  }

  @Test(
    "a line is edited as elsewhere",
    arguments: [
      ([.backspace, .character("x")], "de 日x"), ([.left, .left, .character("x")], "de x日本"), ([.home, .delete, .end, .delete], "e 日本"),
      ([.eraseWord], "de "), ([.eraseWord, .eraseWord, .backspace], ""), ([.left, .eraseLine, .right, .right, .character("!")], "本!"),
      ([.pasted(" a\r\nb\u{1B}[31m")], "de 日本 a  b[31m"), ([.character("e"), .character("\u{301}"), .backspace], "de 日本"),
    ] as [([Key], String)])
  func editing(keys: [Key], expected: String) {
    var editor = LineEditor("de 日本")
    for key in keys {
      let isKnown = editor.press(key)
      #expect(isKnown)
    }
    #expect(editor.text == expected)
  }
}

@Suite struct FixDialogueTests {
  private static let text = "They went to the the market.\nThe unclared agents met in the capital of Kenya Nairobi today.\n"

  private func dialogue(_ text: String = text) throws -> FixDialogue {
    let catalogue = try MTLint.catalogue()
    let source = try Source(name: "a.txt", text)
    let lint: FixSession.Lint = { Linter(catalogue, dictionary: $1).lint($0) }
    return FixDialogue(FixSession(source, reported: lint(source, []), lint: lint), ReportOptions())
  }

  /// Presses keys until one ends the talk.
  private func press(_ keys: String, _ dialogue: inout FixDialogue, width: Int = 80) -> (end: FixDialogue.End?, output: String) {
    var decoder = KeyDecoder()
    var output: [UInt8] = []
    for key in keys.utf8.compactMap({ decoder.push($0) }) + [decoder.flush()].compactMap(\.self) {
      let reaction = dialogue.press(key, width: width)
      output += reaction.output
      if let end = reaction.end { return (end, String(decoding: output, as: UTF8.self)) }
    }
    return (nil, String(decoding: output, as: UTF8.self))
  }

  @Test(
    "a keystroke answers",
    arguments: [
      ("11 1\r", .done, "They went to the market.\nThe undeclared agents met in the Kenyan capital, Nairobi, today.\n"),
      ("1sq", .quit, text.replacing("the the", with: "the")), ("q", .quit, text),
      ("sss\r", .done, text), ("s\u{1B}[As", nil, text), ("1111zA\u{1B}[200~qx\u{1B}[201~", nil, nil),
      ("ssu2uu?1", nil, text.replacing("the the", with: "the")), ("1u", nil, text),
      ("e\u{15}to some\r", nil, text.replacing("the the", with: "to some")),
      ("e\u{17}\u{17}日本\u{1B}", nil, text), ("e zzz\u{3}q", .quit, text), ("ra1\u{1B}[Dq", .quit, nil),
      ("1x", .abandoned, nil), ("\u{3}", .abandoned, nil), ("1111\u{3}", .abandoned, nil), ("\r9", nil, text),
    ] as [(String, FixDialogue.End?, String?)])
  func keystrokes(keys: String, end: FixDialogue.End?, expected: String?) throws {
    var dialogue = try dialogue()
    #expect(press(keys, &dialogue).end == end)
    let source = dialogue.session.source
    if let expected { #expect(source.text(0..<source.count) == expected) }
  }

  @Test("who goes away abandons")
  func endOfInput() throws {
    var dialogue = try dialogue()
    #expect(dialogue.press(.endOfInput, width: 80).end == .abandoned)
  }

  @Test("the dictionary takes a word, and refuses what it has no say about")
  func words() throws {
    var dialogue = try dialogue()
    #expect(press("sa", &dialogue).output.contains("→ “unclared” comes into the dictionary: 1 finding fewer\n"))
    #expect(dialogue.session.words == ["unclared"])
    #expect(press("a", &dialogue).output.contains("→ the dictionary has no say about order/capital-apposition; skip it instead\n"))
  }

  @Test("a question shows place, context, reason, repairs and keys")
  func question() throws {
    let dialogue = try dialogue()
    let shown = String(decoding: dialogue.prompt(width: 80), as: UTF8.self)
    let beginning = """

      a.txt:1:14 error repetition/doubled-function-word  3 left

        They went to the the market.
                     ^^^^^^^
        The unclared agents met in the capital of Kenya Nairobi today.


      """
    #expect(shown.hasPrefix(beginning), "\(shown)")
    #expect(shown.contains("\n\n  1  the\n\n  1 repair   e own wording   s skip   r skip rule"))
  }

  @Test("nothing is wider than the terminal, whatever its width and the script", arguments: [24, 40, 60, 80, 200])
  func width(columns: Int) throws {
    let wide = String(repeating: "日本語の長い文章。", count: 20)
    var dialogue = try dialogue("\(wide)They went to the the market \(String(repeating: "Łódź ", count: 60)).\nthe the\(wide)\n")
    let output = String(decoding: dialogue.prompt(width: columns), as: UTF8.self) + press("?s", &dialogue, width: columns).output
    for line in output.split(separator: "\n") where !line.hasPrefix("a.txt:") {
      let width = line.unicodeScalars.reduce(0) { $0 + (0x2E80...0x9FFF ~= $1.value || 0xFF00...0xFF60 ~= $1.value ? 2 : 1) }
      #expect(width <= columns, "\(line)")
    }
    #expect(output.contains("^^^^^^^"))
  }
}

@Suite struct InteractiveCommandTests {
  @Test("where there is no terminal it says so")
  func noTerminal() throws {
    let folder = try FixFolder(["a.txt": "Go to the the end.\n"])
    let outcome = try folder.run("fix", "--interactive", "a.txt")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "mtlint: --interactive asks at a terminal, and standard input is none\n")
    #expect(outcome.output == "")
    #expect(try folder.text("a.txt") == "Go to the the end.\n")
  }

  @Test("options that mean something else are refused", arguments: ["--diff", "--check", "--review", "-"])
  func conflicts(option: String) throws {
    #expect(try FixFolder(["a.txt": ""]).run("fix", "--interactive", "a.txt", option).status == 2)
  }

  @Test("what was skipped is found again wherever it stands, as often as it was skipped, until it is gone")
  func memory() throws {
    let folder = try FixFolder()
    let path = folder.path("a.txt")
    let linter = Linter(try MTLint.catalogue())
    func findings(_ text: String) throws -> [Diagnostic] { linter.lint(try Source(text)).diagnostics }
    let memory = SkipMemory(for: path)
    let before = try findings("Go to the the end. Go to the the end of of it.\n")
    #expect(before.count == 3)
    #expect(try memory.skipped(among: before).isEmpty)
    try memory.remember([before[0], before[2]], before: before, after: before)
    let moved = try findings("New. Out of of it.\n\nGo to The  the end. Go to the the end.\n")
    #expect(try memory.skipped(among: moved).map(\.range) == [moved[0].range, moved[1].range])
    // Nothing was decided on this time, and one finding is not there any more.
    try memory.remember([], before: moved, after: [moved[1]])
    #expect(try memory.skipped(among: moved).map(\.rule) == ["repetition/doubled-function-word"])
    #expect(try folder.text(SkippedFindings.fileName).contains("\"path\": \"a.txt\", "))
    try memory.remember([], before: moved, after: [])
    #expect(try SkippedFindings(try TextFile.read(folder.path(SkippedFindings.fileName))).entries.isEmpty)
  }

  @Test("files of the project stand nearest upwards, or beside the configuration, or beside a text that lies elsewhere")
  func place() throws {
    let folder = try FixFolder(["x": ""])
    try FileManager.default.createDirectory(at: folder.url.appending(path: "in/ner"), withIntermediateDirectories: true)
    let article = folder.path("in/ner/a.txt")
    #expect(ProjectFile.place(of: "w", for: article) == folder.path("in/ner/w"))
    try folder.write("{}", to: ".mtlint.json")
    #expect(ProjectFile.place(of: "w", for: article) == folder.path("w"))
    try folder.write("", to: "in/w")
    #expect(ProjectFile.place(of: "w", for: article) == folder.path("in/w"))
  }
}
