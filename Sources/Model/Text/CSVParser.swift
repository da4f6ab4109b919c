/// Reads the rows of a CSV text (RFC 4180) without copying its cells.
///
/// A cell is a range of bytes; text is made only of the cells that are asked for. An unclosed quote
/// affects only its own line.
package struct CSVParser {
  /// One cell of the last row read.
  package struct Cell {
    /// The bytes between the separators, without the surrounding quotes.
    package var range: Range<Int>
    /// Whether it contains doubled quotes that have to be undone.
    package var hasEscapes: Bool
  }

  /// A fault of the last row read.
  package enum Fault {
    /// A quote opens at this byte and is never closed properly.
    case openQuote(Int)
  }

  /// The whole text.
  package let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  /// The byte after the last row read.
  package private(set) var position = 0
  private var lines = 0
  /// The cells of the last row read.
  package private(set) var cells: [Cell] = []
  /// The line on which the last row read starts, counted from 1.
  package private(set) var line = 0
  /// The byte at which that line starts.
  package private(set) var lineStart = 0
  /// The fault of that row.
  package private(set) var fault: Fault?

  /// The longest quoted cell that may contain line ends; a longer one is an unclosed quote.
  private static let quotedLimit = 1 << 16

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  /// A parser at the start of a text whose cells are separated by an ASCII byte.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// Reads the next row that is not blank; false at the end.
  package mutating func next() -> Bool {
    cells.removeAll(keepingCapacity: true)
    fault = nil
    while position < bytes.count, bytes[position] == Self.lineFeed {
      position += 1
      lines += 1
    }
    guard position < bytes.count else { return false }
    line = lines + 1
    lineStart = position
    repeat { readCell() } while endCell()
    return true
  }

  /// The text of a cell of the last row read; empty if the row has no such cell.
  package func text(_ index: Int) -> String {
    let content = bytes(index)
    if content.isEmpty { return "" }
    guard cells[index].hasEscapes else { return String(decoding: content, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: content.count) { buffer in
      var count = 0
      var position = 0
      while position < content.count {
        let byte = content[position]
        buffer[count] = byte
        count += 1
        position += byte == Self.quote ? 2 : 1
      }
      return count
    }
  }

  /// Whether a cell of the last row read has a quote inside although it is not quoted.
  package func hasBareQuote(_ index: Int) -> Bool {
    guard index < cells.count else { return false }
    let range = cells[index].range
    guard bytes[range].contains(Self.quote) else { return false }
    return range.lowerBound == 0 || bytes[range.lowerBound - 1] != Self.quote
  }

  /// The bytes of a cell of the last row read; empty if the row has no such cell.
  package func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index < cells.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: bytes[cells[index].range])
  }

  /// The line and the column, in characters, of a byte of the row read last.
  package func position(of byte: Int) -> (line: Int, column: Int) {
    var row = line
    var start = lineStart
    for index in lineStart..<max(byte, lineStart) where bytes[index] == Self.lineFeed {
      row += 1
      start = index + 1
    }
    return (row, bytes[start..<byte].count { $0 & 0xc0 != 0x80 } + 1)
  }

  private mutating func readCell() {
    if position < bytes.count, bytes[position] == Self.quote, readQuoted() { return }
    let start = position
    while position < bytes.count, bytes[position] != delimiter, bytes[position] != Self.lineFeed {
      position += 1
    }
    cells.append(Cell(range: start..<position, hasEscapes: false))
  }

  /// Reads a quoted cell; false, with nothing consumed, if its quote is not closed properly.
  private mutating func readQuoted() -> Bool {
    let start = position + 1
    let limit = min(bytes.count, start + Self.quotedLimit)
    var index = start
    var hasEscapes = false
    var newLines = 0
    while index < limit {
      let byte = bytes[index]
      if byte == Self.lineFeed { newLines += 1 }
      guard byte == Self.quote else {
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
        hasEscapes = true
        index += 2
        continue
      }
      let after = index + 1
      guard after == bytes.count || bytes[after] == delimiter || bytes[after] == Self.lineFeed
      else { break }
      cells.append(Cell(range: start..<index, hasEscapes: hasEscapes))
      position = after
      lines += newLines
      return true
    }
    if fault == nil { fault = .openQuote(position) }
    return false
  }

  /// Steps over the separator after a cell; false at the end of the row.
  private mutating func endCell() -> Bool {
    guard position < bytes.count else { return false }
    let separator = bytes[position]
    position += 1
    if separator == delimiter { return true }
    lines += 1
    return false
  }
}
