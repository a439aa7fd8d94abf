import MTLint
import Testing

@Suite struct FixTests {
  @Test(
    "a replacement has the case of what it replaces",
    arguments: [
      ("A big ship sails.", "A large vessel sails."),
      ("Big ship sails.", "Large vessel sails."),
      ("It left. Big ship sails.", "It left. Large vessel sails."),
      ("“Big ship,” he said.", "“Large vessel,” he said."),
      ("THE BIG SHIP SAILS.", "THE LARGE VESSEL SAILS."),
      ("See the Big Ship sail.", "See the Large Vessel sail."),
      ("See the Big ship sail.", "See the large vessel sail."),
    ])
  func letterCase(before: String, after: String) throws {
    #expect(try OwnRules("big ship", "large vessel").fixed(before) == after)
  }

  @Test("a replacement with capitals of its own keeps them", arguments: ["A big ship.", "The Big Ship."])
  func ownCapitals(text: String) throws {
    #expect(try OwnRules("big ship", "Royal Navy vessel").fixed(text).hasSuffix("Royal Navy vessel."))
  }

  @Test(
    "a replacement has the quotation marks of its document",
    arguments: [
      ("It's a \"boat\", a big ship.", "It's a \"boat\", a \"crew's boat\"."),
      ("It’s a “boat”, a big ship.", "It’s a “boat”, a “crew’s boat”."),
      ("A big ship.", "A “crew’s boat”."),
    ])
  func quotes(before: String, after: String) throws {
    #expect(try OwnRules("big ship", "“crew’s boat”").fixed(before) == after)
  }

  @Test(
    "a deletion takes its space along",
    arguments: [
      ("A very big ship.", "A big ship."),
      ("A very very big ship.", "A very big ship."),
      ("It is a (very big) ship.", "It is a (big) ship."),
      ("It is,  very big.", "It is, big."),
      ("It is “very big” now.", "It is “big” now."),
      ("Very big ships.", "Big ships."),
      ("It left. Very big ships.", "It left. Big ships."),
      ("“Very big,” he said.", "“Big,” he said."),
      ("Very Big Ships.", "Big Ships."),
      ("so very big", "so big"),
    ])
  func deletion(before: String, after: String) throws { #expect(try OwnRules("[very] big", "").fixed(before) == after) }

  @Test(
    "a deletion before a mark leaves no space before the mark",
    arguments: [("A ship big, then.", "A ship, then."), ("A ship big.", "A ship.")])
  func deletionBeforeMark(before: String, after: String) throws { #expect(try OwnRules("ship [big]", "").fixed(before) == after) }

  @Test(
    "a fix never crosses markup: it shrinks to the words that change, or is not offered",
    arguments: [
      (.html, "<p>A big <b>ship</b>.</p>", "<p>A big <b>boat</b>.</p>"),
      (.html, "<p>A <b>big ship</b>.</p>", "<p>A <b>big boat</b>.</p>"),
      (.html, "<p>A <b>big</b> ship.</p>", "<p>A <b>big</b> boat.</p>"),
      (.html, "<p>A big sh<b>ip</b>.</p>", "<p>A big sh<b>ip</b>.</p>"),
      (.html, "<p>A <i>big sh</i>ip.</p>", "<p>A <i>big sh</i>ip.</p>"),
      (.html, "<p>A big<!-- x --> ship.</p>", "<p>A big<!-- x --> boat.</p>"),
      (.markdown, "A big *ship*.", "A big *boat*."),
      (.markdown, "A [big ship](ship.html).", "A [big boat](ship.html)."),
      (.markdown, "A big [ship](big-ship.html).", "A big [boat](big-ship.html)."),
      (.markdown, "> A big\n> ship.", "> A big\n> boat."),
    ] as [(DocumentFormat, String, String)])
  func markup(format: DocumentFormat, before: String, after: String) throws {
    let rules = try OwnRules("big ship", "big boat")
    #expect(try !rules.findings(in: before, as: format).isEmpty)
    #expect(try rules.fixed(before, as: format) == after)
  }

  @Test(
    "entities and inline tags are read through, and code is not read",
    arguments: [
      (.html, "<p>A b&#105;g ship.</p>", "big ship"),
      (.html, "<p>A big&nbsp;ship.</p>", "big ship"),
      (.html, "<p>A <em>b</em>ig ship.</p>", "big ship"),
      (.html, "<p>A <code>big ship</code>.</p>", nil),
      (.html, "<p>A big</p><p>ship.</p>", nil),
      (.html, "<p title=\"big ship\">A.</p><script>big ship</script>", nil),
      (.markdown, "A **b**ig ship.", "big ship"),
      (.markdown, "A `big ship`.", nil),
      (.markdown, "```\nA big ship.\n```\n", nil),
    ] as [(DocumentFormat, String, String?)])
  func reading(format: DocumentFormat, text: String, expected: String?) throws {
    let found = try OwnRules("big ship", "boat").findings(in: text, as: format).map { $0.text.replacing("\u{A0}", with: " ") }
    #expect(found == (expected.map { [$0] } ?? []))
  }

  @Test(
    "a replacement is escaped for its format, so that it reads as given",
    arguments: [
      (.text, "A a < b & c*d*."), (.html, "A a &lt; b &amp; c*d*."), (.markdown, "A a \\< b & c\\*d\\*."),
    ] as [(DocumentFormat, String)])
  func escaping(format: DocumentFormat, expected: String) throws {
    #expect(try OwnRules("big ship", "a < b & c*d*").fixed("A big ship.", as: format) == expected)
  }

  @Test("a safe fix is safe, any other is a suggestion")
  func applicability() throws {
    let rules = try OwnRules("rule r\n  says x\n  match big ship\n  safe boat\n  fix vessel\n")
    #expect(try rules.findings(in: "A big ship.").flatMap(\.fixes).map(\.applicability) == [.safe, .suggested])
  }
}
