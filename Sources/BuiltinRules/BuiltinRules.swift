@_exported import MTLLinting

/// The rules that are written in Swift, family by family.
public enum BuiltinRules {
  /// Rules that look at one block at a time.
  public static let rules: [any Rule] = [
    DoubledWord(), DoubledFunctionWord(), RepeatedPhrase(), Loop(), SameOfSame(), SameAndSame(), TitleEcho(), ClauseEcho(), WordStutter(),
    LetterRun(),
    NearMiss(), NegativePrefix(),
    CalendarDemonym(), HyphenProper(), PossessiveCapital(), CapitalAuxiliary(), NameAfterGiven(), NameAfterTitle(), NameBeforePlace(),
    SmallInitials(),
    ShiftedCapital(),
    SentenceStart(), ParagraphStart(),
    AfterComma(), InnerCapital(),
    NonLatinScript(), ForeignWord(), ForeignFunctionWords(), NameSuffix(),
    SpaceBefore(), GluedQuoteParen(), SpacedQuotation(), DoubledMark(), MixedQuotePair(), SourceConvention(), MissingSpace(), MissingStop(),
    Leak(), WikiLink(),
    SpeakerGender(),
    CountedInParts(), IranianDate(),
    Furniture(), PageStamp(), SiteName(), Dateline(), GluedWords(), OpenQuotation(),
  ]

  /// Rules about a whole document.
  public static let documentRules: [any DocumentRule] = [
    RepeatedSentence(), UnknownWord(), LowercaseProper(), InconsistentVariant(), GarbledName(), RepeatedHeadline(), Archaic(),
    LoneForeignWord(), SpacedThousands(), UnstoppedParagraph(),
  ]
}
