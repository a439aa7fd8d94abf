import MTLProse
import Synchronization

/// What is known of a language: its lexicon, and what is worked out from it on demand.
///
/// The lexicon is a view; inflection and derivation are read from the blob when first asked for, which costs less than a millisecond.
public final class Language: Sendable {
  public let lexicon: Lexicon
  /// Hashes of words after which a full stop ends no sentence.
  public let abbreviations: Set<UInt64>
  private let text: LazyText

  static let abbreviationSection = "LABR"

  /// The language of a blob.
  ///
  /// - Returns: nil if the blob holds no lexicon.
  public init?(_ blob: Blob) {
    guard let lexicon = Lexicon(blob) else { return nil }
    self.lexicon = lexicon
    let hashes = blob.section(Self.abbreviationSection)
    abbreviations = Set((0..<(hashes?.count ?? 0) / 8).map { hashes!.hash(at: $0 * 8) })
    text = LazyText(blob)
  }

  public var inflection: Inflection { text.value.inflection }

  /// Another form of a word in any form, or nil when none is known.
  public func inflect(_ word: String, to form: Inflection.Form) -> String? {
    inflection.inflect(word, to: form, isWord: isLowerCaseWord)
  }

  /// Whether a word is in no list and not derivable from one: what `#unknown` means. The word is given in lower case.
  public func isUnknown(_ word: String) -> Bool {
    guard lexicon[word].isUnknown else { return false }
    return !text.value.derivation.isDerivable(word) { stem in
      let lexeme = lexicon[stem]
      return lexeme.contains(.lower) && lexeme.grade <= 8
    }
  }

  /// Whether the lexicon has a word in lower case.
  public func isLowerCaseWord(_ word: String) -> Bool { lexicon[word].contains(.lower) }
}

/// Reads the text sections once, whichever thread asks first.
private final class LazyText: Sendable {
  typealias Value = (inflection: Inflection, derivation: Derivation)
  private let blob: Blob
  private let loaded = Mutex<Value?>(nil)

  init(_ blob: Blob) { self.blob = blob }

  var value: Value {
    loaded.withLock { loaded in
      if let loaded { return loaded }
      let files = LanguageText.decode(blob)
      let value = (Inflection(files: files), Derivation(files: files))
      loaded = value
      return value
    }
  }
}
