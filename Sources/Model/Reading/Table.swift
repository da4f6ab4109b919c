/// Reads the rows of a CSV table by the names of its columns, with diagnostics.
struct Table {
  /// The table's path inside the dossier's folder.
  let file: String
  private var parser: CSVParser
  private var columns: [Int?] = []
  private let names: [String]
  private var width = 0

  /// Reads the heading row and looks the columns up.
  ///
  /// - Parameters:
  ///   - names: The columns, in the order in which cells are asked for.
  ///   - optional: Those that may be missing without a word.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, columns names: [String],
    optional: Set<String> = [], log: inout DiagnosticLog
  ) {
    self.file = file
    self.names = names
    parser = CSVParser(bytes)
    guard parser.next() else {
      if !bytes.isEmpty {
        log.error(
          Place(file), "the table has no row", remedy: "start with \(names.joined(separator: ","))")
      }
      return nil
    }
    width = parser.cells.count
    let heading = (0..<width).map { CleanText.line(parser.text($0)) }
    if heading.count == 1, let separator = Self.otherSeparator(parser.bytes(0)) {
      log.error(
        Place(file, parser.line, 1), "cells are separated by \(separator)",
        remedy: "write commas")
      return nil
    }
    reportQuote(log: &log)
    columns = names.map { heading.firstIndex(of: $0) }
    guard columns.contains(where: { $0 != nil }) else {
      log.error(
        Place(file, parser.line), "the first row names none of the columns",
        remedy: "start with \(names.joined(separator: ","))")
      return nil
    }
    for (name, column) in zip(names, columns) where column == nil && !optional.contains(name) {
      log.error(
        Place(file, parser.line), "the column \"\(name)\" is missing",
        remedy: "add it to the first row")
    }
    for (index, name) in heading.enumerated() {
      if !names.contains(name) {
        log.warning(
          place(ofCell: index), "the column \"\(name)\" is not known",
          remedy: "columns are \(names.joined(separator: ", "))")
      } else if heading.firstIndex(of: name) != index {
        log.warning(
          place(ofCell: index), "the column \"\(name)\" stands twice", remedy: "remove one")
      }
    }
  }

  /// What separates the cells of a row that has no comma; nil when nothing seems to.
  private static func otherSeparator(_ row: UnsafeBufferPointer<UInt8>) -> String? {
    if row.contains(UInt8(ascii: ";")) { return "semicolons" }
    return row.contains(UInt8(ascii: "\t")) ? "tabs" : nil
  }

  /// Whether the table has a column, by its place in `columns`.
  func has(_ column: Int) -> Bool { columns[column] != nil }

  /// Whether a cell has a quote inside, though it is not quoted.
  func hasBareQuote(_ column: Int) -> Bool { columns[column].map(parser.hasBareQuote) ?? false }

  /// Reads the next row; false at the end.
  ///
  /// Of a row whose cells do not fit the columns no further fault is noted.
  mutating func next(log: inout DiagnosticLog) -> Bool {
    log.unmute()
    guard parser.next() else { return false }
    if parser.cells.count != width || parser.fault != nil { report(log: &log) }
    return true
  }

  private func report(log: inout DiagnosticLog) {
    let count = parser.cells.count
    if reportQuote(log: &log) { return }
    defer { log.mute(Place(file, parser.line)) }
    if count > width {
      log.error(
        place(ofCell: width), "\(count) cells under \(width) columns",
        remedy: parser.cells.indices.contains(where: parser.hasBareQuote)
          ? "quote cells that hold a comma, and double the quotes inside them"
          : "quote cells that hold a comma")
    } else if count < width {
      log.error(
        Place(file, parser.line), "\(count) cells under \(width) columns",
        remedy: "add the missing commas")
    }
  }

  @discardableResult
  private func reportQuote(log: inout DiagnosticLog) -> Bool {
    guard case .openQuote(let byte) = parser.fault else { return false }
    log.error(
      place(ofByte: byte), "a quote is opened and never closed",
      remedy: "close it, and double quotes inside quotes")
    log.mute(Place(file, parser.line))
    return true
  }

  // MARK: Cells

  /// The bytes of a cell, by the column's place in `columns`; doubled quotes stay doubled.
  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    columns[column].map { parser.bytes($0) } ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The text of a cell on one line, by the column's place in `columns`.
  func text(_ column: Int) -> String {
    guard let index = columns[column] else { return "" }
    let isOneLine = parser.bytes(index).allSatisfy { $0 >= 0x20 }
    return isOneLine ? parser.text(index) : CleanText.line(parser.text(index))
  }

  /// The parts of a cell that lists several, separated by semicolons.
  func list(_ column: Int) -> [String] {
    let text = text(column)
    return text.isEmpty ? [] : splitList(text)
  }

  /// Where a cell of the row read last stands.
  func place(_ column: Int) -> Place { place(ofCell: columns[column] ?? .max) }

  private func place(ofCell index: Int) -> Place {
    guard index < parser.cells.count else { return Place(file, parser.line) }
    return place(ofByte: parser.cells[index].range.lowerBound)
  }

  private func place(ofByte byte: Int) -> Place {
    let (line, column) = parser.position(of: byte)
    return Place(file, line, column)
  }
}
