/// A name as it is held against another: letters in lower case without marks, and what they sound like.
struct NameLikeness {
  let text: String
  /// In bytes.
  var length: Int { text.utf8.count }
  private let letters: [UInt32]
  /// Consonants, those that sound alike as one, without `h` and doubling.
  private let skeleton: [UInt32]
  let firstSound: UInt32

  init(_ text: String) {
    self.text = text
    letters = text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.map { UInt32($0 | 0x20) } : text.lowercased().decomposed
    var skeleton: [UInt32] = []
    for letter in letters where !Self.silent.contains(letter) {
      let sound = Self.sound(letter)
      if skeleton.last != sound { skeleton.append(sound) }
    }
    self.skeleton = skeleton
    firstSound = Self.sound(letters.first ?? 0)
  }

  /// Letters as far as systems of romanisation agree: “Yanukovich” and “Yanukovych”, “Otani” and “Ohtani” are one name each.
  private var romanised: [UInt32] {
    var found: [UInt32] = []
    func letter(_ i: Int) -> Unicode.Scalar? { i >= 0 && i < letters.count ? Unicode.Scalar(letters[i]) : nil }
    for i in letters.indices {
      switch (letter(i - 1), letter(i), letter(i + 1)) {
      case (_, "t", "c"), (_, "k", "h"), ("o", "h", _), (_, "o", "u"), (_, "y", "e"), (_, "j", "e"): continue
      case (_, "y", _), (_, "j", _), (_, "i", _): if found.last != 0x69 { found.append(0x69) }
      default: found.append(letters[i] == 0x77 ? 0x76 : letters[i])
      }
    }
    return found
  }

  /// Whether the word is `name` with one letter wrong, or two if the name has eight or more and sounds the same.
  ///
  /// Short names must sound alike; a word that shares all but its ending with the name is a form of it (“Medvedeva”).
  func isGarble(of name: NameLikeness) -> Bool {
    let (a, b) = (letters, name.letters)
    guard b.count >= 5, a != b, abs(a.count - b.count) <= 2, firstSound == name.firstSound else { return false }
    guard b.count >= 7 || skeleton == name.skeleton else { return false }
    let shared = zip(a, b).prefix { $0 == $1 }.count
    if shared >= min(a.count, b.count) - 1, skeleton != name.skeleton || a.last != b.last { return false }
    return Spelling.distance(a, b) <= (b.count >= 8 && skeleton == name.skeleton ? 2 : 1) && romanised != name.romanised
  }

  /// What a name begins with, without reading the rest.
  static func firstSound(of name: String) -> UInt32 {
    guard let first = name.utf8.first else { return 0 }
    return first < 0x80 ? sound(UInt32(first | 0x20)) : sound(name.prefix(1).lowercased().decomposed.first ?? 0)
  }

  private static let silent = Set("aeiouyhj'’".unicodeScalars.map(\.value))

  /// One letter for those that sound alike at the start of a name.
  static func sound(_ letter: UInt32) -> UInt32 {
    switch Unicode.Scalar(letter) {
    case "k", "q": 0x63
    case "y", "j": 0x69
    case "w": 0x76
    case "z": 0x73
    default: letter
    }
  }
}

/// Which letters a name holds, and how many bytes: what two names that are two letters apart at most nearly share.
struct LetterSet {
  private var letters: UInt32 = 0
  private var length = 0
  private var isASCII = true

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      length += 1
      if byte >= 0x80 { isASCII = false } else { letters |= 1 &<< UInt32(byte & 0x1F) }
    }
  }

  /// Whether the names may be two letters apart or fewer: each letter that is another takes one from one set and puts one into the other.
  func isNear(_ other: LetterSet) -> Bool {
    guard isASCII, other.isASCII else { return abs(length - other.length) <= 3 }
    return abs(length - other.length) <= 2 && (letters ^ other.letters).nonzeroBitCount <= 4
  }
}

extension String {
  /// The scalars of Latin text without the marks above or below letters.
  fileprivate var decomposed: [UInt32] {
    unicodeScalars.map { Self.plain[$0] ?? $0.value }
  }

  private static let plain: [Unicode.Scalar: UInt32] = {
    let marked = [
      "a": "áàâäãåăąā", "c": "çćčċ", "d": "ďđ", "e": "éèêëęěėē", "g": "ğģġ", "i": "íìîïıīį", "k": "ķ", "l": "łľļ", "n": "ñńňņ",
      "o": "óòôöõøőō", "r": "řŕ", "s": "şśšș", "t": "ťțţ", "u": "úùûüůűūų", "y": "ýÿ", "z": "žźż",
    ]
    var plain: [Unicode.Scalar: UInt32] = [:]
    for (letter, forms) in marked {
      for form in forms.unicodeScalars { plain[form] = letter.unicodeScalars.first!.value }
    }
    return plain
  }()
}
