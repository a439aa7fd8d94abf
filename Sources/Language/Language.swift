import MTLProse
import Synchronization

/// What is known of a language: its lexicon, and what is worked out from it on demand.
///
/// The lexicon is a view; inflection and derivation are read from the blob when first asked for, so that most runs pay for neither.
public final class Language: Sendable {
  public let lexicon: Lexicon
  /// Hashes of words after which a full stop ends no sentence.
  public let abbreviations: Set<UInt64>
  private let inflections: Lazy<Inflection>
  private let derivation: Lazy<Derivation>
  private let answers = UnknownWords()

  static let abbreviationSection = "LABR"

  /// The language of a blob.
  ///
  /// - Returns: nil if the blob holds no lexicon.
  public init?(_ blob: Blob) {
    guard let lexicon = Lexicon(blob) else { return nil }
    self.lexicon = lexicon
    let hashes = blob.section(Self.abbreviationSection)
    abbreviations = Set((0..<(hashes?.count ?? 0) / 8).map { hashes!.hash(at: $0 * 8) })
    inflections = Lazy { Inflection(files: LanguageText.decode(blob)) }
    derivation = Lazy { Derivation(files: LanguageText.decode(blob)) }
  }

  public var inflection: Inflection { inflections.value }

  /// Another form of a word in any form, or nil when none is known.
  public func inflect(_ word: String, to form: Inflection.Form) -> String? {
    inflection.inflect(word, to: form, isWord: isLowerCaseWord)
  }

  /// Whether a word is in no list and not derivable from one: what `#unknown` means. The word is given in lower case.
  public func isUnknown(_ word: String) -> Bool {
    let hash = WordHash(word)
    guard lexicon[hash].isUnknown else { return false }
    if let known = answers.answer(for: hash) { return known }
    let isUnknown = !derivation.value.isDerivable(word) { stem in
      let lexeme = lexicon[stem]
      return lexeme.contains(.lower) && lexeme.grade <= 8
    }
    answers.note(isUnknown, for: hash)
    return isUnknown
  }

  /// Whether the lexicon has a word in lower case.
  public func isLowerCaseWord(_ word: String) -> Bool { lexicon[word].contains(.lower) }
}

/// Makes a value once, whichever thread asks first.
private final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

/// Which words were lately found to be unknown: a text asks about the same few again and again.
private final class UnknownWords: Sendable {
  // The lowest byte of a hash has its high bit clear (see `WordHash`): the answer stands there.
  private let slots = Mutex([UInt64](repeating: 0, count: 1 << 12))
  private static let answerBit: UInt64 = 1 << 7

  func answer(for word: WordHash) -> Bool? {
    slots.withLock { slots in
      let entry = slots[Self.slot(word)]
      return entry & ~Self.answerBit == word.value ? entry & Self.answerBit != 0 : nil
    }
  }

  func note(_ isUnknown: Bool, for word: WordHash) {
    slots.withLock { $0[Self.slot(word)] = word.value | (isUnknown ? Self.answerBit : 0) }
  }

  private static func slot(_ word: WordHash) -> Int { Int(truncatingIfNeeded: word.value ^ word.value >> 25) & 0xFFF }
}
