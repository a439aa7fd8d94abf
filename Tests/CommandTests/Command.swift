import Foundation

/// The `mtlint` executable that was built with the tests.
enum Command {
  /// Beside the test bundle, or beside the bundle it lies in.
  static let executable: URL? = {
    var folder = Bundle.main.executableURL?.deletingLastPathComponent()
    while let place = folder, place.path != "/" {
      let candidate = place.appending(path: "mtlint")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue { return candidate }
      folder = place.deletingLastPathComponent()
    }
    return nil
  }()

  struct Run {
    let status: Int32
    let output: String
    let error: String
  }

  struct NotBuilt: Error {}

  /// Runs the command in a folder; a run that takes longer than a minute is ended.
  static func run(
    _ arguments: [String], in folder: Folder, input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    guard let executable else { throw NotBuilt() }
    // Files instead of pipes: nobody has to read while the command writes.
    let streams = try Folder()
    try streams.write(input, to: "in")
    try streams.write("", to: "out")
    try streams.write("", to: "err")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "dumb"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams.url.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: streams.url.appending(path: "err"))
    try process.run()
    let limit = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: limit)
    process.waitUntilExit()
    limit.cancel()
    return Run(status: process.terminationStatus, output: try streams.read("out"), error: try streams.read("err"))
  }
}

/// A folder that goes when nobody holds it any more.
final class Folder {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "mtlint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ bytes: Data, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func read(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self) }
}
