import MTLLanguage

/// Rules as `RuleSet` reads them.
public struct CompiledRules: Sendable {
  /// The sections of the blob.
  public let sections: [(name: String, bytes: [UInt8])]
  /// What words are to the index of the rules, by hash: four bits each (see `WordGate`).
  public let marks: [UInt64: UInt8]

  /// The sections of a blob whose lexicon carries `marks`: without the table that has them otherwise.
  public var sectionsBesideMarkedLexicon: [(name: String, bytes: [UInt8])] { sections.filter { $0.name != PatternIndex.gateSection } }
}

/// Compiles rule files.
public struct RuleSetCompiler {
  private let language: Language

  public init(language: Language) { self.language = language }

  /// Compiles what `RuleSet` reads.
  ///
  /// - Parameters:
  ///   - files: the rule files.
  ///   - libraries: files whose lists and tables may be used, but whose rules are compiled elsewhere.
  ///   - taken: ids of rules that are compiled elsewhere.
  /// - Throws: `RuleErrors` with everything that is wrong in `files`.
  public func compile(_ files: [RuleFile], libraries: [RuleFile] = [], taken: Set<String> = []) throws(RuleErrors) -> CompiledRules {
    var errors: [RuleError] = []
    var parsed: [(file: RuleFile, parsed: ParsedFile)] = []
    for file in files {
      let parser = FileParser(file.text)
      errors += parser.faults.map { RuleError($0, in: file.path) }
      parsed.append((file, parser.file))
    }
    let library = libraries.map { (path: $0.path, parsed: FileParser($0.text).file) }
    let declarations = Declarations(library + parsed.map { ($0.file.path, $0.parsed) }, language: language)
    errors += declarations.errors
    var writer = RuleSetWriter()
    for (_, contents) in parsed { writer.terms.add(contents.synonyms, language) }
    var ids: [String: String] = [:]
    for (file, contents) in parsed {
      errors += Self.listErrors(contents, file, declarations)
      for rule in contents.rules {
        do {
          let id = "\(file.family)/\(rule.name.text)"
          guard !taken.contains(id) else { throw Fault(rule.name.place, "\(id) is a built-in rule", remedy: "give your rule another name") }
          if let other = ids.updateValue(file.path, forKey: id) { throw Fault(rule.name.place, "\(id) is defined in \(other) already") }
          var builder = RuleBuilder(rule: rule, id: id, family: file.family, declarations: declarations, language: language)
          try builder.write(to: &writer)
        } catch let fault as Fault {
          errors.append(RuleError(fault, in: file.path))
        } catch {}
      }
    }
    guard errors.isEmpty else {
      // A mistake in a list is met by each rule that uses it.
      var seen: Set<String> = []
      let told = errors.filter { seen.insert($0.description).inserted }
      throw RuleErrors(errors: told.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
    if libraries.isEmpty { declarations.compileAll() }
    return CompiledRules(sections: writer.sections(declarations), marks: writer.index.marks)
  }

  /// Lists and tables are compiled when rules use them; those of the files themselves are looked at in any case.
  private static func listErrors(_ contents: ParsedFile, _ file: RuleFile, _ declarations: Declarations) -> [RuleError] {
    contents.lists.filter { declarations.isDeclared($0.name) }.compactMap { list in
      do {
        _ = try declarations.list(list.name, column: nil)
        return nil
      } catch let fault as Fault {
        return RuleError(fault, in: file.path)
      } catch { return nil }
    }
  }
}

extension RuleError {
  init(_ fault: Fault, in file: String) {
    self.init(file: fault.file ?? file, line: fault.place.line, column: fault.place.column, message: fault.message, remedy: fault.remedy)
  }
}
