// The standard library's own search comes with its regular expressions, which are a megabyte of a linked program.
extension StringProtocol {
  /// The first range of a text that is not empty. Byte by byte, since the build runs this unoptimised.
  package func firstRange(ofText needle: String) -> Range<Index>? {
    let wanted = Array(needle.utf8)
    var i = utf8.startIndex
    while i < utf8.endIndex {
      if utf8[i] == wanted[0] {
        var j = utf8.index(after: i)
        var k = 1
        while k < wanted.count, j < utf8.endIndex, utf8[j] == wanted[k] {
          j = utf8.index(after: j)
          k += 1
        }
        if k == wanted.count { return i..<j }
      }
      i = utf8.index(after: i)
    }
    return nil
  }

  /// The same with each place of a text written anew.
  package func replacing(text needle: String, with replacement: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(ofText: needle) {
      result += rest[..<range.lowerBound]
      result += replacement
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
