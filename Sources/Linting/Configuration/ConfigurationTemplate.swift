extension Configuration {
  /// A configuration file that says the defaults and explains every key, for `mtlint init` to write.
  public static let template = """
    // Settings of mtlint for this folder and everything below it. Comments and trailing commas are allowed.
    // “mtlint explain RULE” says what a rule is about.
    {
      // The language the texts were translated from. When it is said, rules for other source languages do not run.
      // "from": "id",

      // "strict" also runs rules that are less sure of themselves.
      "tier": "default",

      // The least severity with which “mtlint lint” fails: "error", "warning", "hint" or "never".
      "failOn": "warning",

      // Rules or families that alone run, and those that do not.
      "only": [],
      "skip": [],

      // "error", "warning", "hint" or "off", by rule or family. A rule goes before its family.
      "severity": {
        // "register": "off",
        // "calque": "hint",
      },

      // Other settings for some paths. All that match count, the last one most.
      "paths": [
        // { "match": "articles/ru/", "from": "ru" },
        // { "match": ["drafts/**", "!drafts/final/**"], "tier": "strict", "skip": ["punctuation"] },
      ],

      // Which files are left alone, and which are picked up in folders instead of those with a known extension.
      // Patterns are those of .gitignore: *, ?, [a-z], ** for any number of folders, ! to take out again.
      "exclude": [],
      "include": [],

      // How files with other extensions are read: "text", "markdown" or "html".
      "formats": {
        // "adoc": "text",
      },

      // Words and names of this project that are no mistakes.
      "dictionary": [],

      // Folders with rules of your own, relative to this file.
      "rules": [],
    }

    """
}
