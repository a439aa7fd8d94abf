/// Reads the text of a `GlobPattern`, without the `!` in front.
struct GlobParser {
  /// Whether a `/` stands before the last segment.
  private(set) var isAnchored = false
  private var rest: Substring.UnicodeScalarView

  init(_ text: Substring.UnicodeScalarView) { rest = text }

  mutating func segments() throws(GlobError) -> [GlobPattern.Segment] {
    var segments: [GlobPattern.Segment] = []
    var units: [GlobPattern.Unit] = []
    if rest.first == "/" { isAnchored = true }
    while let scalar = rest.popFirst() {
      if scalar == "/" {
        if !units.isEmpty, !rest.isEmpty { isAnchored = true }
        try Self.append(&units, to: &segments)
      } else {
        units.append(try unit(scalar))
      }
    }
    try Self.append(&units, to: &segments)
    return segments
  }

  private static func append(_ units: inout [GlobPattern.Unit], to segments: inout [GlobPattern.Segment]) throws(GlobError) {
    defer { units = [] }
    if units == [.anyString, .anyString] {
      // Several in a row say no more than one.
      if segments.last != .folders { segments.append(.folders) }
    } else if units == [.scalar("."), .scalar(".")] {
      throw GlobError("a pattern cannot leave the configuration’s folder", remedy: "put the configuration further up")
    } else if !units.isEmpty, units != [.scalar(".")] {
      segments.append(.name(units))
    }
  }

  private mutating func unit(_ scalar: Unicode.Scalar) throws(GlobError) -> GlobPattern.Unit {
    switch scalar {
    case "*": return .anyString
    case "?": return .any
    case "[": return try set()
    case "{": throw GlobError("braces are no part of patterns", remedy: "write a pattern for each alternative, or “\\{” for the character")
    case "\\":
      guard let next = rest.popFirst(), next != "/" else { throw GlobError("a “\\” with nothing behind it") }
      return .scalar(next)
    default: return .scalar(scalar)
    }
  }

  private mutating func set() throws(GlobError) -> GlobPattern.Unit {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    while let scalar = rest.popFirst(), scalar != "/" {
      if scalar == "]", !ranges.isEmpty { return .set(ranges, negated: isNegated) }
      let low = try member(scalar)
      var high = low
      if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        rest = rest.dropFirst(2)
        high = try member(end)
      }
      guard low <= high else { throw GlobError("the range “\(low)-\(high)” runs backwards", remedy: "write “\(high)-\(low)”") }
      ranges.append(low...high)
    }
    throw GlobError("this “[” is never closed", remedy: "write “]”, or “\\[” for the character")
  }

  private mutating func member(_ scalar: Unicode.Scalar) throws(GlobError) -> Unicode.Scalar {
    guard scalar == "\\" else { return scalar }
    guard let next = rest.popFirst() else { throw GlobError("a “\\” with nothing behind it") }
    return next
  }
}
