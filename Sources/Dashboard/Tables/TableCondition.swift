import Reading
import Records
import Text

/// Which rows are read: `COLUMN=VALUE`, `COLUMN!=VALUE`, several values with `|`, or a range with
/// `..` of periods or numbers.
struct TableCondition {
  private let column: Int
  private let isNegated: Bool
  private let values: [Value]
  private let mark: UInt8
  private let reader: PeriodReader

  private enum Value {
    case text(String)
    case periods(TimeSpan)
    case numbers(ClosedRange<Double>)
  }

  /// Reads a condition.
  ///
  /// - Throws: `DataFault` for a text without a sign and for a column that does not exist.
  init(_ text: String, of table: DataTable) throws(DataFault) {
    guard let sign = text.firstIndex(of: "=") else {
      throw DataFault("needs --where COLUMN=VALUE, not '\(text)'")
    }
    var name = text[..<sign]
    isNegated = name.hasSuffix("!")
    if isNegated { name.removeLast() }
    let column = try table.column(name.trimmed)
    self.column = column
    mark = table.decimalMark
    var reader = table.columns[column].facts.reader
    reader.hasShortYears = true
    self.reader = reader
    values = text[text.index(after: sign)...].split(
      separator: "|", omittingEmptySubsequences: false
    )
    .map { [reader] in Self.value($0.trimmed, reader) }
  }

  private static func value(_ text: String, _ reader: PeriodReader) -> Value {
    guard let dots = text.firstRange(of: "..") else { return .text(Folding.fold(text)) }
    let (from, to) = (text[..<dots.lowerBound].trimmed, text[dots.upperBound...].trimmed)
    let numbers = (Double(from), Double(to))
    let isYears = [from, to].allSatisfy { $0.isEmpty || $0.utf8.count == 4 && Double($0) != nil }
    if !isYears, numbers.0 != nil || from.isEmpty, numbers.1 != nil || to.isEmpty {
      return .numbers(
        (numbers.0 ?? -.infinity)...max(numbers.0 ?? -.infinity, numbers.1 ?? .infinity))
    }
    let (first, last) = (reader.period(from), reader.period(to))
    guard first != nil || from.isEmpty, last != nil || to.isEmpty else {
      return .text(Folding.fold(text))
    }
    return .periods(TimeSpan(from: first, to: last))
  }

  /// Whether a row fulfils it.
  func holds(_ row: Int, _ grid: TableGrid, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = grid.cell(row, column, bytes)
    return values.contains { value in
      switch value {
      case .text(let text):
        return cell.elementsEqual(text.utf8) || Folding.fold(grid.text(row, column)) == text
      case .periods(let span): return reader.period(cell).map(span.contains) ?? false
      case .numbers(let range):
        return Number(cell, mark: mark).map { range.contains($0.value) } ?? false
      }
    } != isNegated
  }
}
