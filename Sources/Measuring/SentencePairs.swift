import MTLint

/// Sentences with their post-edits, from a tab-separated file: each column as one document of a sentence a line.
struct SentencePairs {
  /// One column.
  struct Column {
    let source: Source
    /// Where each sentence begins, and in the end the size of the source.
    private let starts: [Int]

    init(name: String, _ cells: [Range<Int>], of file: Source) throws {
      var bytes: [UInt8] = []
      var starts: [Int] = []
      for cell in cells {
        starts.append(bytes.count)
        bytes.append(contentsOf: file.bytes[cell])
        bytes.append(0x0A)
      }
      starts.append(bytes.count)
      self.starts = starts
      source = try Source(name: name, bytes: bytes)
    }

    /// The number of the sentence in which a byte stands, from 0.
    func row(at offset: Int) -> Int {
      var low = 0
      var high = starts.count - 1
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= offset { low = middle } else { high = middle }
      }
      return low
    }

    /// The bytes of a sentence, without its line break.
    func range(ofRow row: Int) -> Range<Int> { starts[row]..<starts[row + 1] - 1 }
  }

  let machine: Column
  let postEdit: Column
  let count: Int

  /// - Throws: `MeasureError` for a file without the columns `mt` and `post_edit`, and for a line that does not reach as far.
  init(_ file: Source) throws {
    let headerEnd = Self.lineEnd(from: 0, file)
    let header = Self.cells(0..<headerEnd, file).map { file.text($0) }
    guard let machineColumn = header.firstIndex(of: "mt"), let postEditColumn = header.firstIndex(of: "post_edit") else {
      throw MeasureError("\(file.name):1: the header line must name the columns mt and post_edit, with tabs between them")
    }
    var machine: [Range<Int>] = []
    var postEdit: [Range<Int>] = []
    var start = headerEnd + 1
    while start < file.count {
      let end = Self.lineEnd(from: start, file)
      let cells = Self.cells(start..<end, file)
      guard cells.count > max(machineColumn, postEditColumn) else {
        throw MeasureError("\(file.name):\(machine.count + 2): \(cells.count) columns where the header has \(header.count)")
      }
      machine.append(cells[machineColumn])
      postEdit.append(cells[postEditColumn])
      start = end + 1
    }
    self.machine = try Column(name: file.name, machine, of: file)
    self.postEdit = try Column(name: file.name, postEdit, of: file)
    count = machine.count
  }

  /// A line of such a file ends with LF alone, or CRLF.
  private static func lineEnd(from start: Int, _ file: Source) -> Int {
    file.bytes[start...].firstIndex(of: 0x0A) ?? file.count
  }

  private static func cells(_ line: Range<Int>, _ file: Source) -> [Range<Int>] {
    var end = line.upperBound
    if end > line.lowerBound, file.bytes[end - 1] == 0x0D { end -= 1 }
    var cells: [Range<Int>] = []
    var start = max(line.lowerBound, min(file.byteOrderMarkLength, end))
    while let tab = file.bytes[start..<end].firstIndex(of: 0x09) {
      cells.append(start..<tab)
      start = tab + 1
    }
    return cells + [start..<end]
  }
}
