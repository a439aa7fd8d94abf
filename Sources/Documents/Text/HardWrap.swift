/// How a plain text whose lines were broken at a fixed width was wrapped.
///
/// The rule, over the lines of the first 64 KB that another non-empty line follows directly:
/// 1. there are three or more of them;
/// 2. at least 60 % have 50 to 100 characters and end without final punctuation: in wrapped text a sentence seldom ends with its line,
///    in text of a sentence a line it always does;
/// 3. at least 60 % could not have taken the first word of the next line without getting longer than nine in ten of the lines in 2
///    are (a list of headlines passes 2, but its lines end anywhere).
struct HardWrap {
  /// A line with fewer bytes than this was ended on purpose: half the usual width.
  let shortLine: Int

  private static let sample = 64 * 1024
  private static let widest = 100

  /// Nil if the text from `start` on is not hard-wrapped.
  init?(_ bytes: Bytes, from start: Int) {
    var survey = Survey()
    survey.read(bytes, from: start, to: min(bytes.count, start + Self.sample))
    guard let width = survey.width else { return nil }
    shortLine = width / 2
  }

  /// Whether a line whose text begins at `p` is an item of a list: `- `, `* `, `• `, `1. `, `2) `.
  static func isItem(at p: Int, in bytes: Bytes) -> Bool {
    var end = p
    switch bytes[p] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): end = p + 1
    case 0xE2: end = bytes.matches3(0xE2, 0x80, 0xA2, at: p) ? p + 3 : p
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while end < bytes.count, end - p < 3, bytes[end].isDigit { end += 1 }
      end = end < bytes.count && (bytes[end] == 0x2E || bytes[end] == 0x29) ? end + 1 : p
    default: break
    }
    return end > p && end < bytes.count && bytes[end] == 0x20
  }

  /// Counts over the lines that another one follows.
  private struct Survey {
    private var lines = 0
    /// By length in characters: lines of 50 to 100 characters that end without final punctuation.
    private var lengths = [Int](repeating: 0, count: HardWrap.widest + 1)
    /// By the length a line would have had with the next word in it, at most twice the widest.
    private var needs = [Int](repeating: 0, count: 2 * HardWrap.widest + 1)

    mutating func read(_ bytes: Bytes, from start: Int, to limit: Int) {
      var lineStart = start
      while lineStart < limit {
        let end = bytes.lineEnd(from: lineStart, to: limit)
        guard end < limit else { return }
        let next = bytes.afterLineBreak(end, to: limit)
        take(lineStart..<bytes.trimSpace(from: lineStart, to: end), next: next, bytes, limit)
        lineStart = next
      }
    }

    private mutating func take(_ line: Range<Int>, next: Int, _ bytes: Bytes, _ limit: Int) {
      let word = bytes.skipBlanks(from: next, to: limit)
      guard !line.isEmpty, word < limit, !bytes[word].isSpace else { return }
      lines += 1
      let length = bytes.scalarCount(line, atMost: 2 * HardWrap.widest)
      guard length >= 50, length <= HardWrap.widest, !SentenceEnd.isFinal(line, in: bytes, alsoComma: false) else { return }
      lengths[length] += 1
      var wordEnd = word
      while wordEnd < limit, wordEnd - word < HardWrap.widest, !bytes[wordEnd].isSpace { wordEnd += 1 }
      needs[min(length + 1 + bytes.scalarCount(word..<wordEnd, atMost: 2 * HardWrap.widest), 2 * HardWrap.widest)] += 1
    }

    /// The width the text was wrapped at, or nil.
    var width: Int? {
      let candidates = lengths.reduce(0, +)
      guard lines >= 3, candidates * 10 >= lines * 6 else { return nil }
      var width = HardWrap.widest
      var longer = 0
      while width > 50, (longer + lengths[width]) * 10 <= candidates {
        longer += lengths[width]
        width -= 1
      }
      let full = needs[(width + 1)...].reduce(0, +)
      return full * 10 >= lines * 6 ? width : nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of characters (scalars) in a range, counted no further than needed.
  func scalarCount(_ range: Range<Int>, atMost most: Int) -> Int {
    var count = 0
    for p in range where self[p] & 0xC0 != 0x80 {
      count += 1
      if count == most { break }
    }
    return count
  }

  /// Whether the three bytes of a scalar stand at `p`.
  func matches3(_ a: UInt8, _ b: UInt8, _ c: UInt8, at p: Int) -> Bool {
    p >= 0 && p + 2 < count && self[p] == a && self[p + 1] == b && self[p + 2] == c
  }
}
