import Reading
import Records
import Text

/// A user's table, from any program: its cells, and what was found out about them.
///
/// `TextSniffer` finds what separates cells and decimals, `RowSniffer` the parts from the preamble
/// to the footer, and `ColumnSniffer` what each column is for. All look at the whole table, and each
/// answer is a `TableDecision` with its reason.
package struct DataTable: Sendable {
  /// What is known about a table and need not be found out.
  package struct Form: Sendable {
    /// The separator of cells; nil to find out.
    package var delimiter: UInt8?
    /// The decimal mark, `,` or `.`; nil to find out.
    package var decimalMark: UInt8?
    /// Whether the table has a heading; nil to find out.
    package var hasHeading: Bool?
    /// How many rows at the start are no part of the table.
    package var skipped = 0
    /// What is known of it from elsewhere.
    package var origin = TableFile.Origin()
    /// Whether the day comes before the month in a date of numbers; nil to find out.
    package var isDayFirst: Bool?
    /// What a reader should know of the file, as ends of sentences that start with its name.
    package var notes: [String] = []

    /// A form; what is not given is found out.
    package init(delimiter: UInt8? = nil, decimalMark: UInt8? = nil, hasHeading: Bool? = nil) {
      self.delimiter = delimiter
      self.decimalMark = decimalMark
      self.hasHeading = hasHeading
    }
  }

  /// A row above or below the table, or one of labels beside its heading.
  package struct Remark: Hashable, Sendable {
    /// The words of its cells.
    package var text: String
    /// Its line.
    package var line: Int
  }

  /// The columns from the left.
  package let columns: [DataColumn]
  /// The separator of cells.
  package var delimiter: UInt8 { grid.delimiter }
  /// The decimal mark.
  package let decimalMark: UInt8
  /// Whether a row names the columns.
  package var hasHeading: Bool { !parts.headings.isEmpty }
  /// The title above the heading; nil if there is none.
  package let title: String?
  /// The source that a row above or below the table names, or a file beside it; nil if none does.
  package let source: String?
  /// What is known of it from elsewhere.
  package let origin: TableFile.Origin
  /// The rows above the table that are not its title.
  package let above: [Remark]
  /// The rows below the table.
  package let below: [Remark]
  /// What was found out, in order.
  package let decisions: [TableDecision]
  /// What a reader should know, as ends of sentences that start with the table's name.
  package let notes: [String]
  /// The column of periods along the axis; nil if there is none.
  let time: Int?

  let grid: TableGrid
  let parts: RowSniffer.Parts
  /// The rows of data.
  let rows: [Int]

  /// Takes the bytes of a file and examines them.
  ///
  /// - Throws: `DataFault` for a file that is empty, binary or larger than 128 MiB, for a heading
  ///   without rows, for a row that is longer than the others, and for a quote that is never closed.
  package init(_ raw: consuming [UInt8], form: Form = Form()) throws(DataFault) {
    let text = try DataText(raw)
    var decisions = [text.decision]
    let named = TextSniffer.named(text.bytes)
    let delimiter: UInt8
    if let known = form.delimiter ?? named {
      delimiter = known
      decisions.append(
        .init(
          "delimiter", TextSniffer.name(known),
          because: form.delimiter != nil ? "as asked" : "the first line says so",
          option: "--delimiter"))
    } else {
      let found = text.bytes.withUnsafeBufferPointer { TextSniffer.delimiter($0) }
      delimiter = found.0
      decisions.append(found.1)
    }
    let grid = try TableGrid(
      text.bytes, delimiter: delimiter, after: form.skipped + (named != nil ? 1 : 0))
    let found = grid.bytes.withUnsafeBufferPointer { Found(grid, $0, form) }
    decisions += found.decisions
    guard found.columns.count <= Self.columnLimit else {
      throw DataFault("has more than \(Self.columnLimit) columns")
    }
    guard !found.rows.isEmpty else { throw DataFault("has a heading and no rows") }
    if let long = found.tooLong {
      let (count, width) = (grid.count(long), found.parts.width)
      throw DataFault(
        "has \(count) \(count == 1 ? "cell" : "cells") under \(width) "
          + "\(width == 1 ? "column" : "columns") on line \(grid.line(long))")
    }
    self.grid = grid
    parts = found.parts
    rows = found.rows
    columns = found.columns
    decimalMark = found.mark
    time = found.time
    let remarks = TableRemarks(grid, found.parts, labelled: found.labelled)
    (above, below, origin) = (remarks.above, remarks.below, form.origin)
    (title, source) = (form.origin.title ?? remarks.title, form.origin.source ?? remarks.source)
    self.decisions = decisions + found.columnDecisions
    notes = form.notes + text.notes + found.notes + remarks.notes
  }

  /// The most columns that are distinguished.
  static let columnLimit = 10_000

  /// The column with a name, with a number from 1 if no name matches, or with the name in other
  /// case.
  ///
  /// - Throws: `DataFault` that lists the columns and the nearest name.
  package func column(_ name: String) throws(DataFault) -> Int {
    let names = columns.map(\.name)
    if let index = names.firstIndex(of: name) { return index }
    let small = Folding.fold(name)
    if let index = names.firstIndex(where: { Folding.fold($0) == small }) { return index }
    if let number = Int(name), columns.indices.contains(number - 1) { return number - 1 }
    let folded = names.map(Folding.fold)
    // Swapped letters are the commonest typing error, and two edits to `Spelling`.
    let letters = small.utf8.sorted()
    let near =
      folded.first { $0.utf8.sorted() == letters } ?? Spelling.nearest(to: small, in: folded)
    let meant = near.flatMap { near in folded.firstIndex(of: near) }.map { names[$0] }
    throw DataFault(
      "has no column '\(name)'" + (meant.map { " (did you mean '\($0)'?)" } ?? "")
        + "; its columns are \(DataFault.list(names))")
  }

  /// The columns of a list with commas; a name that contains commas is found as a whole.
  ///
  /// - Throws: `DataFault` for a name that does not exist.
  package func columnList(_ text: String) throws(DataFault) -> [Int] {
    if let index = columns.firstIndex(where: { $0.name == text }) { return [index] }
    var result: [Int] = []
    for part in text.split(separator: ",") {
      let index = try column(part.trimmed)
      if !result.contains(index) { result.append(index) }
    }
    if result.isEmpty { _ = try column(text) }
    return result
  }
}

extension DataTable {
  /// What the sniffers find in the cells.
  private struct Found {
    var mark = UInt8(ascii: ".")
    var parts = RowSniffer.Parts()
    var labelled: [Int] = []
    var rows: [Int] = []
    var columns: [DataColumn] = []
    var time: Int?
    var decisions: [TableDecision] = []
    var columnDecisions: [TableDecision] = []
    var notes: [String] = []
    var tooLong: Int?

    init(_ grid: TableGrid, _ bytes: UnsafeBufferPointer<UInt8>, _ form: Form) {
      if let asked = form.decimalMark {
        mark = asked
        decisions.append(
          .init(
            "decimal mark", asked == UInt8(ascii: ",") ? "comma" : "point", because: "as asked",
            option: "--decimal"))
      } else {
        let (found, decision) = TextSniffer.mark(grid, bytes)
        mark = found
        decisions.append(decision)
        if decision.isDoubtful {
          notes.append(
            found == UInt8(ascii: ",")
              ? "is read with decimal commas: 1,234 is a little more than 1"
              : "is read with decimal points: 1.234 is a little more than 1")
        }
      }
      let sniffer = RowSniffer(grid, bytes, mark: mark, hasHeading: form.hasHeading)
      parts = sniffer.parts
      labelled = sniffer.labelled
      decisions += sniffer.decisions
      var width = parts.width
      if let heading = parts.headings.last, parts.body.isEmpty { width = grid.count(heading) }
      parts.width = width
      checkRows(grid)
      guard width <= columnLimit else {
        columns = TableNames(grid, parts).columns { _ in nil }
        return
      }
      let names = TableNames(grid, parts)
      let (rows, mark) = (rows, mark)
      columns = names.columns { column in
        ColumnFacts(
          rows, column.index, of: grid, bytes, mark: mark, name: column.name,
          isFirst: column.index <= 1)
      }
      if let isDayFirst = form.isDayFirst {
        for index in columns.indices { columns[index].facts.reader.isDayFirst = isDayFirst }
      }
      let found = ColumnSniffer(columns, rows: rows, of: grid, bytes)
      (columns, time) = (found.columns, found.time)
      columnDecisions = columns.map { column in
        TableDecision(
          "column '\(column.name)'", column.role.rawValue, because: column.reason,
          option: column.role == .time ? "--x" : "--y or --series")
      }
    }

    /// Finds rows that are shorter or longer than the others.
    private mutating func checkRows(_ grid: TableGrid) {
      let repeats = Set(parts.repeats)
      var short: (count: Int, first: Int)?
      for row in parts.body where !repeats.contains(row) {
        let count = grid.count(row)
        if count != parts.width {
          let filled = grid.filledCount(row)
          if filled == 0 { continue }
          if filled > parts.width {
            tooLong = tooLong ?? row
          } else if count < parts.width {
            short = (short?.count ?? 0, short?.first ?? row)
            short?.count += 1
          }
        }
        rows.append(row)
      }
      if let short {
        let rows = short.count == 1 ? "a row" : "\(short.count) rows"
        notes.append(
          "has \(rows) with fewer cells than columns, filled with missing values: line "
            + "\(grid.line(short.first)) has \(grid.count(short.first)) of \(parts.width)")
      }
      if let first = parts.repeats.first {
        let rows = parts.repeats.count == 1 ? "a row" : "\(parts.repeats.count) rows"
        notes.append("has \(rows) that repeat the heading, left out: line \(grid.line(first))")
      }
    }
  }
}
