/// A value of JSON with the place where it stands.
struct JSONCValue {
  enum Content {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONCValue])
    /// In the order of the file. Of a key that is written twice, both stand here.
    case object([Member])
  }

  struct Member {
    let key: String
    /// Byte offset of the key’s opening quote.
    let offset: Int
    let value: JSONCValue
  }

  let content: Content
  /// Byte offset of its first byte.
  let offset: Int

  init(_ content: Content, at offset: Int) {
    self.content = content
    self.offset = offset
  }

  /// What it is, as messages say it.
  var kind: String {
    switch content {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Something wrong at a byte offset.
struct JSONCFault: Error {
  let offset: Int
  let message: String
  /// What to write instead, if that can be said.
  let remedy: String?

  init(_ offset: Int, _ message: String, remedy: String? = nil) {
    self.offset = offset
    self.message = message
    self.remedy = remedy
  }
}
