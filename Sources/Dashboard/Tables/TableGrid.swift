import Reading
import Text

/// The rows of a table as places of bytes, split once.
struct TableGrid {
  /// The text.
  let bytes: [UInt8]
  /// The separator of cells.
  let delimiter: UInt8
  /// Where each row's cells start in `cells`, and at the end their count.
  private var starts: [Int32] = [0]
  /// The cells without the blanks around them; the highest bit of the end tells doubled quotes.
  private var cells: [(start: UInt32, end: UInt32)] = []
  /// The line on which each row starts, from 1.
  private(set) var lines: [Int32] = []

  /// The most cells that a table may have.
  static let cellLimit = 20_000_000
  private static let escapes: UInt32 = 1 << 31

  /// Splits a text.
  ///
  /// - Throws: `DataFault` for a quote that is never closed, and for too many cells.
  init(_ bytes: [UInt8], delimiter: UInt8, after skipped: Int = 0) throws(DataFault) {
    self.bytes = bytes
    self.delimiter = delimiter
    var fault: DataFault?
    bytes.withUnsafeBufferPointer { buffer in
      var parser = CSVParser(buffer, delimiter: delimiter)
      for _ in 0..<skipped { _ = parser.next() }
      while parser.next() {
        if parser.fault != nil {
          fault = DataFault("has a quote on line \(parser.line) that is not closed")
          return
        }
        add(parser, buffer)
        if cells.count > Self.cellLimit {
          fault = DataFault("has more than \(Self.cellLimit / 1_000_000) million cells")
          return
        }
      }
    }
    if let fault { throw fault }
  }

  private mutating func add(_ parser: CSVParser, _ bytes: UnsafeBufferPointer<UInt8>) {
    for cell in parser.cells {
      var (start, end) = (cell.range.lowerBound, cell.range.upperBound)
      while start < end, bytes[start].isBlank { start += 1 }
      while end > start, bytes[end - 1].isBlank { end -= 1 }
      let mark = cell.hasEscapes ? Self.escapes : 0
      cells.append((UInt32(start), UInt32(end) | mark))
    }
    starts.append(Int32(cells.count))
    lines.append(Int32(parser.line))
  }

  /// How many rows there are.
  var rowCount: Int { lines.count }

  /// How many cells a row has.
  func count(_ row: Int) -> Int { Int(starts[row + 1] - starts[row]) }

  /// The line of a row.
  func line(_ row: Int) -> Int { Int(lines[row]) }

  /// The bytes of a cell without blanks around it; empty if the row has no such cell.
  func cell(
    _ row: Int, _ column: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let place = Int(starts[row]) + column
    guard place < Int(starts[row + 1]) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let (start, end) = cells[place]
    return UnsafeBufferPointer(rebasing: bytes[Int(start)..<Int(end & ~Self.escapes)])
  }

  /// The text of a cell on one line, with doubled quotes undone; at most a thousand bytes.
  func text(_ row: Int, _ column: Int) -> String {
    let place = Int(starts[row]) + column
    guard place < Int(starts[row + 1]) else { return "" }
    let (start, end) = cells[place]
    let part = bytes[Int(start)..<Int(end & ~Self.escapes)].prefix(1000)
    let text = CleanText.line(String(decoding: part, as: UTF8.self)).trimmed
    guard end & Self.escapes != 0 || text.utf8.contains(UInt8(ascii: "\"")) else { return text }
    return text.undoubled
  }

  /// The filled cells of a row as texts.
  func filled(_ row: Int) -> [String] {
    (0..<count(row)).map { text(row, $0) }.filter { !$0.isEmpty }
  }

  /// How many cells the row has up to the last that is not empty.
  func filledCount(_ row: Int) -> Int {
    var count = count(row)
    while count > 0 {
      let (start, end) = cells[Int(starts[row]) + count - 1]
      if start < end & ~Self.escapes { return count }
      count -= 1
    }
    return 0
  }
}

extension String {
  /// The text with each pair of quotation marks replaced by one.
  fileprivate var undoubled: String {
    var result = ""
    var wasQuote = false
    for character in self {
      if character == "\"", wasQuote {
        wasQuote = false
        continue
      }
      wasQuote = character == "\""
      result.append(character)
    }
    return result
  }
}
