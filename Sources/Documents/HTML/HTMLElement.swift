import MTLProse

/// What an element of HTML means to a reader.
enum HTMLElement: UInt32 {
  /// Part of the line it stands in; its tags have no width.
  case inline
  /// Delimits blocks.
  case block
  /// A list or table: delimits blocks and bounds the items or cells inside.
  case list, table
  case heading, item, cell, caption, quotation
  case lineBreak
  case image
  /// Not prose, but stands in the place of a word.
  case opaque
  /// Not prose, in a line or between blocks.
  case hidden
  /// Not prose, and delimits blocks.
  case hiddenBlock
  /// Where head or body begin and end: whatever is still open is closed.
  case root

  /// The element with this name, in any case; nil for names HTML does not know.
  init?(_ name: Range<Int>, in bytes: Bytes) {
    self.init(key: PackedTable.key(of: name, in: bytes, caseMask: 0x20))
  }

  init?(key: UInt64) {
    guard let value = Self.byName[key] else { return nil }
    self.init(rawValue: value)
  }

  /// Whether a tag delimits blocks.
  var isBlock: Bool {
    switch self {
    case .inline, .lineBreak, .image, .opaque, .hidden: return false
    default: return true
    }
  }

  /// The kind of block inside, where that differs from the kind around.
  var kind: BlockKind? {
    switch self {
    case .heading: return .heading
    case .item: return .listItem
    case .cell: return .tableCell
    case .caption: return .caption
    case .quotation: return .quotation
    default: return nil
    }
  }

  private static let byName = PackedTable(names) { HTMLElement(description: $0).rawValue }

  private init(description: Substring) {
    switch description {
    case "block": self = .block
    case "list": self = .list
    case "table": self = .table
    case "heading": self = .heading
    case "item": self = .item
    case "cell": self = .cell
    case "caption": self = .caption
    case "quotation": self = .quotation
    case "lineBreak": self = .lineBreak
    case "image": self = .image
    case "opaque": self = .opaque
    case "hidden": self = .hidden
    case "hiddenBlock": self = .hiddenBlock
    case "root": self = .root
    default: self = .inline
    }
  }

  private static let names = """
    inline:a abbr acronym audio b bdi bdo big button canvas cite data del dfn em embed font i input ins label link map area mark meta
    inline:meter nobr noscript object output param picture progress q rb rp rt rtc ruby s slot small source span strike strong sub sup
    inline:time track u video wbr base basefont blink bgsound
    block:address article aside center col colgroup datalist details dialog dir div fieldset figure footer form frame frameset header
    block:hgroup hr legend main nav optgroup option p search section select summary tbody tfoot thead tr noframes menuitem marquee
    list:ul ol dl menu
    table:table
    heading:h1 h2 h3 h4 h5 h6 title
    item:li dt dd
    cell:td th
    caption:caption figcaption
    quotation:blockquote
    lineBreak:br
    image:img image
    opaque:code kbd samp var tt textarea svg math
    hidden:script style iframe noembed
    hiddenBlock:pre template xmp listing plaintext
    root:html head body
    """
}
