import MTLint

/// `mtlint test`: runs the examples of rules.
struct TestCommand {
  private let catalogue: RuleCatalogue
  private let infos: [RuleInfo]

  init(_ arguments: Arguments) throws {
    guard arguments.operands.isEmpty else {
      throw CommandError("“\(arguments.operands[0])” is unexpected; a folder of rules is named by --rules")
    }
    let folders = arguments.values("--rules")
    catalogue = try LinterCache(arguments).catalogue(with: folders)
    let only = arguments.list("--only")
    let names = RuleNames(catalogue.headers)
    for name in only where !names.contains(name) {
      throw CommandError("--only: no rule or family is named “\(name)”" + (names.nearest(to: name).map { "; did you mean “\($0)”?" } ?? ""))
    }
    // With --rules, the user’s rules are what is being written.
    let own =
      folders.isEmpty ? nil : Set(catalogue.ruleSets.dropFirst().flatMap { set in (0..<set.ruleCount).map { set.header(ofRule: $0).id } })
    infos = catalogue.infos.filter { info in
      (own?.contains(info.id) ?? !Suppressions.infos.contains { $0.id == info.id })
        && (only.isEmpty || only.contains { $0 == info.id || $0 == info.family })
    }
  }

  func run() throws -> ExitStatus {
    let tester = ExampleTester(catalogue)
    var failures = 0
    var examples = 0
    for info in infos {
      examples += info.bad.count + info.good.count
      if info.bad.isEmpty {
        failures += 1
        StandardStreams.output("\(info.id): no example of what it finds; add a line: bad  Text with the [garble].\n")
      }
      for failure in tester.failures(of: info) {
        failures += 1
        StandardStreams.output("\(failure.rule): \(failure.reason)\n  \(failure.example)\n")
      }
    }
    StandardStreams.output("\(infos.count) rules, \(examples) examples, \(failures) failed\n")
    return failures == 0 ? .success : .findings
  }
}
