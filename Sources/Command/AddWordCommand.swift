import MTLint

/// `mtlint add-word`: tells a project’s dictionary words that are no mistakes.
struct AddWordCommand {
  private let words: [String]

  init(_ arguments: Arguments) throws {
    words = arguments.operands
    guard !words.isEmpty else { throw CommandError("name the words, a phrase in quotes: mtlint add-word Nakhuda “Blue Line”") }
    for word in words where ProjectWords.entry(word) == nil || word.contains(where: \.isNewline) {
      throw CommandError("“\(word)” cannot be a word of the dictionary; nothing was added")
    }
  }

  func run() throws -> ExitStatus {
    let path = ProjectWordsLookup.place(from: ConfigurationLookup.absolute("."))
    let added = try ProjectWordsLookup.add(words, toDictionaryAt: path)
    StandardStreams.output(
      added.isEmpty ? "Nothing to add: \(path) has it already\n" : "Added to \(path): \(added.joined(separator: ", "))\n")
    return .success
  }
}
