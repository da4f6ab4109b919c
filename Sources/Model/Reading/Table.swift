import Records
import Text

/// Reads the rows of a CSV table by column name, with diagnostics.
struct Table {
  /// The table's path inside the dossier's folder.
  let file: String
  private var parser: CSVParser
  private var columns: [Int?] = []
  private let names: [String]
  private var width = 0

  /// Reads the heading row and finds the columns.
  ///
  /// - Parameters:
  ///   - names: The columns, in the order in which cells are asked for.
  ///   - optional: The columns that may be missing without a diagnostic.
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
          place(ofCell: index), "the column \"\(name)\" appears twice", remedy: "remove one")
      }
    }
  }

  /// The probable separator in a row without commas; nil if there is none.
  private static func otherSeparator(_ row: UnsafeBufferPointer<UInt8>) -> String? {
    if row.contains(UInt8(ascii: ";")) { return "semicolons" }
    return row.contains(UInt8(ascii: "\t")) ? "tabs" : nil
  }

  /// Whether the table has a column, by its index in `columns`.
  func has(_ column: Int) -> Bool { columns[column] != nil }

  /// Whether a cell has a quote inside although it is not quoted.
  package func hasBareQuote(_ column: Int) -> Bool {
    columns[column].map(parser.hasBareQuote) ?? false
  }

  /// Reads the next row; false at the end.
  ///
  /// If a row's cells do not fit the columns, its other faults are not noted.
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

  /// The bytes of a cell, by the column's index in `columns`; doubled quotes stay doubled.
  package func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    columns[column].map { parser.bytes($0) } ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The text of a cell on one line, by the column's index in `columns`.
  package func text(_ column: Int) -> String {
    guard let index = columns[column] else { return "" }
    let isOneLine = parser.bytes(index).allSatisfy { $0 >= 0x20 }
    return isOneLine ? parser.text(index) : CleanText.line(parser.text(index))
  }

  /// The parts of a cell with several values, separated by semicolons.
  func list(_ column: Int) -> [String] {
    let text = text(column)
    return text.isEmpty ? [] : splitList(text)
  }

  /// The place of a cell of the last row read.
  package func place(_ column: Int) -> Place { place(ofCell: columns[column] ?? .max) }

  private func place(ofCell index: Int) -> Place {
    guard index < parser.cells.count else { return Place(file, parser.line) }
    return place(ofByte: parser.cells[index].range.lowerBound)
  }

  private func place(ofByte byte: Int) -> Place {
    let (line, column) = parser.position(of: byte)
    return Place(file, line, column)
  }
}

extension Table {
  /// The text of a required cell; nil, with a diagnostic, if it is empty.
  func needed(_ column: Int, _ name: String, log: inout DiagnosticLog) -> String? {
    let text = text(column)
    // A missing column has already been reported.
    if !text.isEmpty || !has(column) { return text.isEmpty ? nil : text }
    log.error(place(column), "the row has no \(name)", remedy: "fill in its \(name)")
    return nil
  }

  /// The id that a row declares; nil, with a diagnostic, if it is invalid.
  func id(_ column: Int, log: inout DiagnosticLog) -> String? {
    guard let id = needed(column, "id", log: &log) else { return nil }
    if Identifier.isValid(id) { return id }
    log.error(place(column), "\"\(id)\" is not an id", remedy: Identifier.remedy)
    return nil
  }

  /// One of a few words; `fallback` if the cell is empty or, with a diagnostic, has another word.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: Int, _ name: String, _ fallback: Choice, log: inout DiagnosticLog
  ) -> Choice where Choice.RawValue == String {
    let text = text(column)
    if text.isEmpty { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    log.error(
      place(column), "the \(name) \"\(text)\" is not known",
      remedy: "use " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    return fallback
  }

  /// A period; nil if the cell is empty or, with a diagnostic, holds something else.
  ///
  /// - Parameters:
  ///   - consequence: What the diagnostic adds to the fault.
  ///   - reader: What a period is.
  func period(
    _ column: Int, _ consequence: String = "", by reader: PeriodReader = .dossier,
    log: inout DiagnosticLog
  ) -> Period? {
    let bytes = bytes(column)
    if bytes.isEmpty { return nil }
    if let period = reader.period(bytes) { return period }
    log.error(
      place(column), "\"\(text(column))\" is not a period\(consequence)",
      remedy: reader == .dossier
        ? "write 2011, FY2011, 2012-12, 2013-01-12 or 2006/2012"
        : "write 2011, FY2011, 2012-12, 2013-01-12, 2012-Q4, 2012-H2, 2012-W05 or 2006/2012")
    return nil
  }

  /// The locators of a cell; those that cannot be read are left out with a diagnostic.
  func locators(_ column: Int, log: inout DiagnosticLog) -> [Locator] {
    if bytes(column).isEmpty { return [] }
    var text = text(column)
    let (locators, faulty) = text.withUTF8 { Locator.list($0) }
    let isBare = hasBareQuote(column)
    for part in faulty {
      log.error(
        place(column), "\"\(part)\" is not a locator",
        remedy: isBare ? Locator.quotedRemedy : Locator.remedy)
    }
    if isBare, faulty.isEmpty {
      log.warning(
        place(column), "quotes inside a cell that is not quoted", remedy: Locator.quotedRemedy)
    }
    // Places are determined only when needed, because tables hold thousands of locators.
    guard let end = log.textLines, locators.contains(where: { $0.lines?.upperBound ?? 0 > end })
    else { return locators }
    return locators.filter { log.check($0, place(column)) }
  }

  /// A reference; nil, with a diagnostic, if the cell is not one.
  package func reference(_ column: Int, _ name: String, log: inout DiagnosticLog) -> Reference? {
    guard let text = needed(column, name, log: &log) else { return nil }
    if let reference = Reference(text) { return reference }
    log.error(
      place(column), "\"\(text)\" is not a reference", remedy: log.remedy(ofReference: text))
    return nil
  }
}
