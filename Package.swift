// swift-tools-version: 6.0
import PackageDescription

// Folders have plain names; targets carry a prefix, so that none clashes with a target of whoever embeds us.
let package = Package(
  name: "mtlint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "mtlint", targets: ["MTLCommand"]),
    .library(name: "MTLint", targets: ["MTLint"]),
  ],
  targets: [
    .target(name: "MTLProse", path: "Sources/Prose"),
    .target(name: "MTLDocuments", dependencies: ["MTLProse"], path: "Sources/Documents"),
    .target(name: "MTLLanguage", dependencies: ["MTLProse"], path: "Sources/Language"),
    .target(name: "MTLRuleLanguage", dependencies: ["MTLProse", "MTLLanguage"], path: "Sources/RuleLanguage"),
    .target(
      name: "MTLLinting",
      dependencies: ["MTLProse", "MTLDocuments", "MTLLanguage", "MTLRuleLanguage"],
      path: "Sources/Linting"),
    .target(name: "MTLBuiltinRules", dependencies: ["MTLLinting"], path: "Sources/BuiltinRules"),
    .target(name: "MTLReporting", dependencies: ["MTLLinting"], path: "Sources/Reporting"),
    .target(
      name: "MTLKnowledge", path: "Rules", exclude: ["README.md", "SOURCES.md", "EVIDENCE.md", "READINGS.md", "VERDICT.md"],
      plugins: ["EmbedKnowledge"]),
    .target(name: "MTLint", dependencies: ["MTLLinting", "MTLBuiltinRules", "MTLKnowledge"], path: "Sources/MTLint"),
    .target(name: "MTLMeasuring", dependencies: ["MTLint"], path: "Sources/Measuring"),
    .executableTarget(
      name: "MTLCommand", dependencies: ["MTLint", "MTLReporting", "MTLMeasuring"], path: "Sources/Command",
      // Without symbols, which are a third of the binary, with functions folded that are the same, and at a fixed address, which saves
      // relocating a megabyte of pointers. Flags of an executable do not keep others from using the library.
      linkerSettings: [
        .unsafeFlags(
          ["-Xlinker", "-s", "-Xlinker", "--icf=safe", "-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(name: "RuleCompiler", dependencies: ["MTLRuleLanguage", "MTLLanguage"], path: "Sources/RuleCompiler"),
    .executableTarget(name: "Benchmark", dependencies: ["MTLint"], path: "Sources/Benchmark"),
    .plugin(name: "EmbedKnowledge", capability: .buildTool(), dependencies: ["RuleCompiler"], path: "Sources/Plugins/EmbedKnowledge"),
    .testTarget(name: "ProseTests", dependencies: ["MTLProse"]),
    .testTarget(name: "DocumentsTests", dependencies: ["MTLDocuments", "MTLProse"]),
    .testTarget(name: "LanguageTests", dependencies: ["MTLLanguage", "MTLProse"]),
    .testTarget(name: "RuleLanguageTests", dependencies: ["MTLRuleLanguage", "MTLLanguage", "MTLProse"]),
    .testTarget(name: "LintingTests", dependencies: ["MTLLinting", "MTLint"]),
    .testTarget(name: "ReportingTests", dependencies: ["MTLReporting", "MTLint"]),
    .testTarget(name: "RuleTests", dependencies: ["MTLint"]),
    .testTarget(name: "CommandTests", dependencies: ["MTLCommand", "MTLint"]),
    .testTarget(name: "CorpusTests", dependencies: ["MTLMeasuring", "MTLint"]),
    .testTarget(name: "MeasuringTests", dependencies: ["MTLMeasuring", "MTLint"]),
  ],
  swiftLanguageModes: [.v6]
)
