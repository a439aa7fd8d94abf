import FoundationEssentials
import MTLint

/// `mtlint init`: writes a configuration that explains itself.
struct InitCommand {
  private let folder: String

  init(_ arguments: Arguments) throws {
    guard arguments.operands.count <= 1 else { throw CommandError("one folder at most") }
    folder = arguments.operands.first ?? "."
  }

  func run() throws -> ExitStatus {
    let path = folder == "." ? Configuration.fileName : folder + "/" + Configuration.fileName
    guard !FileManager.default.fileExists(atPath: path) else { throw CommandError("\(path) exists already; it was left as it is") }
    do {
      try Data(Configuration.template.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw CommandError("\(path) cannot be written")
    }
    StandardStreams.output("Wrote \(path)\n")
    return .success
  }
}
