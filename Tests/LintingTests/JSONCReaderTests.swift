import Testing

@testable import MTLLinting

@Suite struct JSONCReaderTests {
  @Test(
    "JSON with comments and trailing commas is read",
    arguments: [
      ("null", "null"), (" [true,false , ] ", "[true false]"), ("[]", "[]"), ("{}", "{}"),
      ("{\"b\":1,/* x */\"a\":[{}],}// end", "{b@1:1.0 a@14:[{}]}"),
      ("[0, -0, 12.5e1, 1E-2, -3]", "[0.0 -0.0 125.0 0.01 -3.0]"),
      ("/**/ \"a // b /* c */\" /***/", "“a // b /* c */”"),
      (#""\"\\\/\b\f\n\r\t""#, "“\"\\/\u{8}\u{C}\n\r\t”"),
      (#""\u0041\u00e9\u20AC\uD83D\uDEF3é🛳""#, "“Aé€🛳é🛳”"),
      (#""\r\n""#, "“\r\n”"), (#""e\u0301""#, "“e\u{301}”"), ("\r\n//\r1\r//", "1.0"), ("\"\u{2028}\u{7F}\"", "“\u{2028}\u{7F}”"),
    ])
  func good(text: String, expected: String) throws { #expect(try read(text) == expected) }

  @Test(
    "what is no JSON is refused where it stands",
    arguments: [
      ("", "0: expected a value, found the end of the file"), ("  ", "2: expected a value, found the end of the file"),
      ("{", "0: this “{” is never closed"), ("[1, [2]", "0: this “[” is never closed"), ("[1", "0: this “[” is never closed"),
      ("/* x", "0: this comment is never closed"), ("/*/", "0: this comment is never closed"), ("/", "0: a lone “/”"),
      ("[1 2]", "3: expected “,” or “]”, found “2”"), ("{\"a\" 1}", "5: expected “:” behind the key “a”, found “1”"),
      ("{\"a\":1 \"b\":2}", "7: expected “,” or “}”, found “\"”"), ("{a: 1}", "1: keys stand in double quotes"),
      ("{,}", "1: expected a key in double quotes, found “,”"), ("[,]", "1: expected a value, found “,”"),
      ("[1,,2]", "3: expected a value, found “,”"), ("{\"a\":}", "5: expected a value, found “}”"),
      ("[1}", "2: expected “,” or “]”, found “}”"), ("True", "0: “True” is no value"), ("nul", "0: “nul” is no value"),
      ("1 2", "2: expected the end of the file, found “2”"), ("é", "0: expected a value, found “é”"),
      ("\u{0}", "0: expected a value, found a control character"),
    ])
  func bad(text: String, expected: String) throws { #expect(try read(text) == expected) }

  @Test(
    "what is no string or number of JSON is refused where it stands",
    arguments: [
      ("\"abc", "0: this string is never closed"), ("\"abc\\", "4: JSON has no such escape"), ("\"\\", "1: JSON has no such escape"),
      ("\"a\nb\"", "0: this string is not closed on its line"), ("\"a\tb\"", "2: a control character in a string"),
      ("'a'", "0: strings stand in double quotes"), (#""\x""#, "1: JSON has no such escape"),
      (#""\u12""#, "1: “\\u” takes four hexadecimal digits"), (#""\u12"#, "1: “\\u” takes four hexadecimal digits"),
      (#""\u+123""#, "1: “\\u” takes four hexadecimal digits"), (#""\u１２３４""#, "1: “\\u” takes four hexadecimal digits"),
      (#""\uD83D""#, "1: half of a surrogate pair"), (#""\uDEF3""#, "1: half of a surrogate pair"),
      (#""\uD83D\u0041""#, "1: half of a surrogate pair"), (#""\uD83D\n""#, "1: half of a surrogate pair"),
      ("01", "0: this is no number as JSON writes them"), ("1.", "2: expected a digit, found the end of the file"),
      ("-", "1: expected a digit, found the end of the file"), ("1e+", "3: expected a digit, found the end of the file"),
      ("1.2.3", "0: this is no number as JSON writes them"), ("0x1", "0: this is no number as JSON writes them"),
      (".5", "0: expected a value, found “.”"),
    ])
  func badScalar(text: String, expected: String) throws { #expect(try read(text) == expected) }

  @Test("values may be nested to the limit and no further", arguments: ["[", "{\"a\":"])
  func depth(opening: String) throws {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String { String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth) }
    #expect(try !read(nested(JSONCReader.depthLimit)).contains("nested"))
    #expect(try read(nested(JSONCReader.depthLimit + 1)).contains("nested more than 64 levels"))
    #expect(try read(String(repeating: opening, count: 200_000)).contains("nested more than 64 levels"))
  }

  @Test("a configuration that is cut off or damaged anywhere is read or refused, and never anything else")
  func damage() throws {
    let bytes = Array(Configuration.template.replacing("// \"", with: "\"").utf8)
    var random = SystemRandomNumberGenerator()
    for i in stride(from: 0, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[i] = UInt8.random(in: 0...255, using: &random)
      for text in [Array(bytes[..<i]), damaged] {
        do throws(ConfigurationErrors) {
          try Configuration.parse(bytes: text, path: "c").validate(against: knownRules)
        } catch {
          #expect(!error.errors.isEmpty)
          #expect(error.errors.allSatisfy { $0.line > 0 && $0.column > 0 })
        }
      }
    }
  }

  /// The value as text, keys with their offsets; or the fault with its offset.
  private func read(_ text: String) throws -> String {
    var reader = JSONCReader(try Source(text))
    do throws(JSONCFault) {
      return Self.describe(try reader.read())
    } catch {
      return "\(error.offset): \(error.message)"
    }
  }

  private static func describe(_ value: JSONCValue) -> String {
    switch value.content {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let value): "“\(value)”"
    case .array(let values): "[\(values.map(describe).joined(separator: " "))]"
    case .object(let members): "{\(members.map { "\($0.key)@\($0.offset):\(describe($0.value))" }.joined(separator: " "))}"
    }
  }
}
