import Foundation
import PackagePlugin

/// Compiles everything under `Rules/` into one Swift file with one static string, which the linker puts into read-only pages.
@main
struct EmbedKnowledge: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "Knowledge.generated.swift")
    return [
      .buildCommand(
        displayName: "Compiling rules and knowledge",
        executable: try context.tool(named: "RuleCompiler").url,
        arguments: [rules.path(), output.path()],
        inputFiles: try sources(under: rules),
        outputFiles: [output])
    ]
  }

  /// Every knowledge file by name, so that one that is added, changed, renamed or deleted is noticed.
  private func sources(under folder: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["rules", "txt"].contains($0.pathExtension) || $0.lastPathComponent == "EVIDENCE.md" }
      .sorted { $0.path() < $1.path() }
  }
}
