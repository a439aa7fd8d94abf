import Foundation
import MTLMeasuring
import MTLint

/// Files in a folder of their own, gone with the object.
final class Texts {
  let folder: URL

  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mtlint-\(UUID().uuidString)")
    for (name, text) in files { _ = try add(name, text) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// - Returns: the file’s path.
  func add(_ name: String, _ text: String) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Measures with two rules: `test/wug` finds “wug” and suggests “bird”, `test/blick` finds “blick” and has a safe fix, “brick”.
  func measure(
    clean: [String] = [], machine: [String] = [], reference: [String] = [], pairs: [String] = [], articles: [String] = [],
    examples: Int = 0, progress: (MeasureProgress) -> Void = { _ in }
  ) throws -> MTLMeasuring.Measurement {
    var options = MeasureOptions()
    options.clean = clean.map(path)
    options.machine = machine.map(path)
    options.reference = reference.map(path)
    options.pairs = pairs.map(path)
    options.articles = articles.map(path)
    options.selection.only = ["test"]
    options.examples = examples
    return try Measurer.run(Self.catalogue.get(), options, progress: progress)
  }

  private static let catalogue = Result {
    try MTLint.catalogue(userRules: [RuleFile(path: "test/test.rules", family: "test", text: rules)])
  }

  private static let rules = """
    rule wug
      says     “{0}” is no word
      because  It is made up.
      match    wug
      fix      bird
      bad      A [wug] sang. => bird
      bad      One more [wug] sang. => bird
      good     A bird sang.
      good     Birds sang.

    rule blick
      says     “{0}” is no word
      because  It is made up.
      match    blick
      safe     brick
      bad      A [blick] fell. => brick
      bad      One more [blick] fell. => brick
      good     A brick fell.
      good     Bricks fell.

    rule tove
      says     “{0}” is no word
      because  It is made up.
      match    tove
      bad      A [tove] fell.
      bad      One more [tove] fell.
      good     A brick fell.
      good     Bricks fell.
    """
}
