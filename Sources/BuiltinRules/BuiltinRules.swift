@_exported import MTLLinting

/// The rules that are written in Swift, family by family.
public enum BuiltinRules {
  /// Rules that look at one block at a time.
  public static let rules: [any Rule] = [
    DoubledWord(), DoubledFunctionWord(), RepeatedPhrase(), Loop(), SameOfSame(), SameAndSame(), TitleEcho(), ClauseEcho(), WordStutter(), LetterRun(),
    CalendarDemonym(), HyphenProper(), PossessiveCapital(), CapitalAuxiliary(), NameAfterGiven(), NameAfterTitle(), ShiftedCapital(), SentenceStart(),
    AfterComma(), InnerCapital(),
    Furniture(), GluedWords(),
  ]

  /// Rules about a whole document.
  public static let documentRules: [any DocumentRule] = [
    RepeatedSentence(),
    LowercaseProper(),
    RepeatedHeadline(),
  ]
}
