import Text

/// A user's table, from any program.
///
/// Delimiter, heading and decimal mark are guessed from the first thousand rows. Only the requested
/// parts are read, so that a large table costs little.
package struct DataTable: Sendable {
  /// What is known about a table and need not be guessed.
  package struct Form: Sendable {
    /// The separator of cells; nil to guess.
    package var delimiter: UInt8?
    /// The decimal mark, `,` or `.`; nil to guess.
    package var decimalMark: UInt8?
    /// Whether the first row names the columns; nil to guess.
    package var hasHeading: Bool?

    /// A form; what is not given is guessed.
    package init(delimiter: UInt8? = nil, decimalMark: UInt8? = nil, hasHeading: Bool? = nil) {
      self.delimiter = delimiter
      self.decimalMark = decimalMark
      self.hasHeading = hasHeading
    }
  }

  /// The columns from the left.
  package let columns: [DataColumn]
  /// The separator of cells.
  package let delimiter: UInt8
  /// The decimal mark.
  package let decimalMark: UInt8
  /// Whether the first row names the columns.
  package let hasHeading: Bool
  /// The title above the heading; nil if there is none.
  package let title: String?
  /// How many rows are above the heading.
  let preamble: Int
  /// What a reader should know, as ends of sentences that start with the table's name.
  package let notes: [String]

  package let bytes: [UInt8]

  /// Takes the bytes of a file and examines its first rows.
  ///
  /// - Throws: `DataFault` for a file that is empty, binary, neither UTF-8 nor Latin-1 or larger
  ///   than 128 MiB, and for a heading without rows.
  package init(_ raw: consuming [UInt8], form: Form = Form()) throws(DataFault) {
    let text = try DataText(raw)
    bytes = text.bytes
    let first = text.bytes.withUnsafeBufferPointer { FirstRows($0, form) }
    guard first.columns.count <= Self.columnLimit else {
      throw DataFault("has more than \(Self.columnLimit) columns")
    }
    guard first.hasRows else { throw DataFault("has a heading and no rows") }
    columns = first.columns
    delimiter = first.guess.delimiter
    decimalMark = first.guess.mark
    hasHeading = first.hasHeading
    preamble = first.preamble
    title = first.title
    notes =
      text.notes
      + (first.guess.isMarkDoubtful && form.decimalMark == nil
        ? first.guess.mark == UInt8(ascii: ",")
          ? ["is read with decimal commas: 1,234 is a little more than 1"]
          : ["is read with decimal points: 1.234 is a little more than 1"] : [])
      + (first.preamble > 1 ? ["has \(first.preamble) rows above its heading, left out"] : [])
  }

  /// The most columns that are distinguished.
  static let columnLimit = 10_000

  /// What the first rows show.
  private struct FirstRows {
    var guess = TableGuess()
    var hasHeading: Bool
    var hasRows: Bool
    var columns: [DataColumn] = []
    var preamble = 0
    package var title: String?

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ form: Form) {
      guess.delimiter = form.delimiter ?? TableGuess.delimiter(bytes)
      let all = TableGuess.sample(bytes, delimiter: guess.delimiter)
      if let mark = form.decimalMark { guess.mark = mark } else { guess.guessMark(all) }
      if form.hasHeading != false { preamble = guess.preamble(all) }
      if preamble > 0 {
        title = all[0].filter { !$0.isEmpty }.map(DataTable.name).joined(separator: ", ")
      }
      let rows = Array(all.dropFirst(preamble))
      let (count, mark) = (min(rows.first?.count ?? 0, columnLimit + 1), guess.mark)
      func contents(_ rows: ArraySlice<[UnsafeBufferPointer<UInt8>]>) -> [DataColumn.Content] {
        (0..<count).map { column in
          DataColumn.Content(rows.lazy.map { column < $0.count ? $0[column] : nil }, mark)
        }
      }
      let below = contents(rows.dropFirst())
      hasHeading = form.hasHeading ?? guess.hasHeading(rows, below)
      hasRows = rows.count > (hasHeading ? 1 : 0)
      var names: [String: Int] = [:]
      for (index, content) in (hasHeading ? below : contents(rows[...])).enumerated() {
        var name = hasHeading ? DataTable.name(rows[0][index]) : ""
        if name.isEmpty { name = String(index + 1) }
        let count = names[name, default: 0] + 1
        names[name] = count
        if count > 1 { name += " (\(count))" }
        columns.append(DataColumn(name: name, content: content))
      }
    }
  }

  /// A heading's cell on one line, with doubled quotes undone.
  static func name(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    let text = CleanText.line(String(decoding: cell.prefix(1000), as: UTF8.self)).trimmed
    return text.utf8.contains(UInt8(ascii: "\"")) ? text.undoubled : text
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
