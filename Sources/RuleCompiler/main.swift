import FoundationEssentials

let out = CommandLine.arguments[2]
try "let generatedKnowledge: StaticString = \"\"\n".write(toFile: out, atomically: true, encoding: .utf8)
