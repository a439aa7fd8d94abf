import MTLReporting
import Testing

@Suite("Formats of a line for each finding")
struct LineFormatTests {
  @Test("gcc counts columns in bytes and calls a hint a note")
  func gcc() throws {
    #expect(
      written(.gcc, try awkwardFiles()) == """
        mark.md:1:11: warning: “the” twice [repetition/word]
        dir/a b.md:3:9: error: Broken “line” here [clause/broken]
        c,d:e.md:1:7: note: An invisible character, 100% \\ “<U+001B>” [residue/invisible]
        empty.txt:1:1: warning: Nothing [structure/empty]

        """)
  }

  @Test("GitHub’s workflow commands are escaped, and have columns only within one line")
  func github() throws {
    #expect(
      written(.github, try awkwardFiles()) == """
        ::warning file=mark.md,line=1,endLine=1,col=10,endColumn=17,title=repetition/word::“the” twice%0Athe the → the (safe)
        ::error file=dir/a b.md,line=3,endLine=4,title=clause/broken::Broken “line”%0Ahere%0Ae\u{301}a b → x (suggested)
        ::notice file=c%2Cd%3Ae.md,line=1,endLine=1,col=7,endColumn=8,title=residue/invisible::An invisible character, 100%25 \\ “\u{1B}”\
        %0A<U+200B> → (delete) (safe)
        ::warning file=empty.txt,line=1,endLine=1,col=1,endColumn=1,title=structure/empty::Nothing

        """)
  }

  @Test("nothing found says nothing", arguments: [ReportFormat.gcc, .github])
  func silence(format: ReportFormat) throws {
    #expect(written(format, []) == "")
    #expect(written(format, try Marked("Clean.")) == "")
  }

  @Test("every finding has one line, whatever the message and the path hold", arguments: [ReportFormat.gcc, .github])
  func oneLine(format: ReportFormat) throws {
    let file = try Marked("⟦x⟧", name: "a\r\nb").finding("order/x", "one\r\ntwo\rthree\n", suggested: "y\nz")
    let report = written(format, file)
    #expect(report.utf8.filter { $0 == 0x0A || $0 == 0x0D }.count == 1)
    #expect(report.hasSuffix("\n"))
  }
}
