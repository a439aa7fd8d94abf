extension Suppressions {
  /// The family of the rules about suppressions.
  static let family = "mtlint"

  /// The two rules about suppressions themselves.
  public static let infos: [RuleInfo] = [unused, invalid]

  /// A suppression that suppresses nothing.
  public static let unused = RuleInfo(
    id: "mtlint/unused-suppression", severity: .warning, category: .markup, precedence: .mechanical,
    summary: "A suppression suppresses nothing.",
    explanation: """
      What it was written for is gone, and it would hide the next mistake that happens here. It is reported only when everything that it
      names did run, and never when it names rules about suppressions.
      """,
    bad: ["The ship left port in 1998. [<!-- mtlint-disable-line number -->] =>"],
    good: ["The ship left port in 1998."])

  /// A comment that looks like a suppression, but says nothing that could be suppressed.
  public static let invalid = RuleInfo(
    id: "mtlint/invalid-suppression", severity: .warning, category: .markup, precedence: .mechanical,
    summary: "A suppression is misspelt or names nothing that exists.",
    explanation: """
      A suppression is `<!-- mtlint-disable-next-line rule -- why -->`; instead of `-next-line` also `-line`, `-file` or nothing, which
      holds until `<!-- mtlint-enable rule -->`. It must name a rule, a family or `all`.
      """,
    bad: ["The ship left port in 1998. <!-- [mtlint-disable-lin] number --> => mtlint-disable-line"],
    good: ["The ship left port in 1998. <!-- about mtlint -->"])
}
