import MTLReporting
import MTLint

/// What was skipped in one article, from run to run.
struct SkipMemory {
  private let file: String
  /// Of the article, from the folder of the file.
  private let path: String

  init(for article: String) {
    file = ProjectFile.place(of: SkippedFindings.fileName, for: article)
    let absolute = ConfigurationLookup.absolute(article)
    path = ProjectFile.relative(absolute, to: ConfigurationLookup.folder(of: file)) ?? absolute
  }

  /// Those of an article’s findings that were skipped. Of equal ones, the first.
  ///
  /// - Throws: `CommandError` or `ConfigurationErrors` for a file that cannot be read.
  func skipped(among findings: [Diagnostic]) throws -> [Diagnostic] {
    let known = try read().findings
    var seen: [String: Int] = [:]
    return findings.filter { finding in
      let fingerprint = fingerprint(finding)
      seen[fingerprint, default: 0] += 1
      return seen[fingerprint]! <= known.count(of: fingerprint)
    }
  }

  /// Remembers what is skipped now, and forgets what is not there any more.
  ///
  /// - Parameters:
  ///   - before: the article’s findings when it was read. Entries about others, as of rules that did not run, stay as they are.
  ///   - after: its findings by now.
  ///   - skipped: those of them that were skipped.
  func remember(_ skipped: [Diagnostic], before: [Diagnostic], after: [Diagnostic]) throws {
    // Read again: an hour may lie between the first question and the last.
    let (old, writer) = try read()
    var new = old
    let (now, left) = (counts(skipped), counts(after))
    for finding in before + skipped {
      let fingerprint = fingerprint(finding)
      let text = finding.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // What was skipped once and not decided on this time stays skipped.
      let count = max(now[fingerprint] ?? 0, min(old.count(of: fingerprint), left[fingerprint] ?? 0))
      new.remember(SkippedFindings.Entry(path: path, rule: finding.rule, text: text, count: count), fingerprint: fingerprint)
    }
    guard new != old else { return }
    writer.removeRemains()
    try writer.write(new.written())
  }

  private func counts(_ findings: [Diagnostic]) -> [String: Int] {
    findings.reduce(into: [:]) { $0[fingerprint($1), default: 0] += 1 }
  }

  private func read() throws -> (findings: SkippedFindings, writer: AtomicWriter) {
    let writer = try AtomicWriter(file)
    return (writer.isNew ? SkippedFindings() : try SkippedFindings(try TextFile.read(file)), writer)
  }

  private func fingerprint(_ finding: Diagnostic) -> String { Fingerprint(finding, path: path).description }
}
