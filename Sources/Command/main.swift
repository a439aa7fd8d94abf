// The standard streams are the process's own; a reader that goes away is noticed when writing (see `StandardStreams`).
ignoreBrokenPipes()
exit(withStatus: CommandLineTool.run(Array(CommandLine.arguments.dropFirst())))
