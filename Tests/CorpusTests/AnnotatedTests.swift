import Foundation
import MTLMeasuring
import MTLint
import Testing

@Suite(.serialized) struct AnnotatedTests {
  @Test("annotated articles are there")
  func presence() { #expect(Corpus.annotated.count >= 21) }

  @Test("marks are found and repaired, and nothing else is reported", arguments: Corpus.annotated)
  func score(_ file: CorpusFile) throws {
    let article = try Article(path: file.path)
    let score = article.score(try Corpus.linter.get().makeSession())
    // A line at a time: what forwards the output of tests drops a chunk that ends inside a character.
    for line in report(file, article, score) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
    let floor = Floor.of[file.name] ?? Floor(0, 0)
    #expect(score.falseFindings.isEmpty)
    #expect(score.found >= floor.found, "found fewer marks than before")
    #expect(score.repaired >= floor.repaired, "repaired fewer marks than before")
  }

  @Test("every floor is about an article")
  func floors() { #expect(Set(Floor.of.keys).isSubset(of: Corpus.annotated.map(\.name))) }

  @Test("comments name a family, and other repairs that differ from the garble", arguments: Corpus.annotated)
  func comments(_ file: CorpusFile) throws {
    let article = try Article(path: file.path)
    let lines = LineMap(try Source(name: file.name, bytes: article.markup.written()))
    for mark in article.markup.marks {
      let place = "\(file.name):\(lines.line(at: mark.offset))"
      #expect(mark.family.flatMap(Family.init(rawValue:)) != nil, "\(place): \(mark.comment ?? "no comment")")
      let garbled = article.source.text(mark.garbled)
      let repaired = String(decoding: article.markup.repaired[mark.repaired], as: UTF8.self)
      #expect(garbled != repaired, "\(place)")
      #expect(!mark.alternatives.contains(garbled) && !mark.alternatives.contains(repaired), "\(place)")
    }
  }

  /// What was found, missed and false, with text and line of the garbled side; at its head the article’s line for the table of floors.
  private func report(_ file: CorpusFile, _ article: Article, _ score: ArticleScore) -> [String] {
    let map = LineMap(article.source)
    func line(_ range: Range<Int>, _ what: String, _ rest: String) -> String {
      let text = article.source.text(range).prefix(60).replacing("\n", with: "⏎")
      return "  \(what) \(map.line(at: range.lowerBound)): “\(text)” \(rest)"
    }
    var lines = ["\"\(file.name)\": Floor(\(score.found), \(score.repaired)),  // of \(score.verdicts.count)"]
    for verdict in score.verdicts {
      let repair = "→ “\(String(decoding: article.markup.repaired[verdict.mark.repaired], as: UTF8.self))”"
      let what = verdict.isRepaired ? "repaired" : verdict.isFound ? "found   " : "missed  "
      let who = verdict.isFound ? verdict.foundBy.joined(separator: ", ") : verdict.mark.subject ?? ""
      lines.append(line(verdict.mark.garbled, what, "\(repair) \(who)"))
    }
    for finding in score.misrepaired { lines.append(line(finding.range, "other fix", "\(finding.rule) → \(finding.fixes.map(\.title))")) }
    for finding in score.falseFindings { lines.append(line(finding.range, "FALSE   ", finding.rule)) }
    return lines
  }
}
