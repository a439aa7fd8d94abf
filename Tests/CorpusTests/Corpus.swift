import Foundation
import MTLint
import Testing

/// The articles of the checkout.
enum Corpus {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus")

  /// Files of a folder of the corpus, by name.
  static func files(in name: String) -> [CorpusFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { CorpusFile(name: "\(name)/\($0)") }
  }

  static let annotated = (files(in: "seed") + files(in: "machine")).filter { $0.name.contains(".critic.") }
  static let clean = files(in: "clean")

  /// As the command lints by default.
  static let linter = Result { Linter(try MTLint.catalogue()) }
}

struct CorpusFile: Sendable, CustomTestStringConvertible {
  /// Path in the corpus.
  let name: String

  var path: String { Corpus.folder.appending(path: name).path }
  var testDescription: String { name }

  func source() throws -> Source { try Source(name: name, bytes: Data(contentsOf: URL(filePath: path))) }
}
