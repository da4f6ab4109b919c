import Reading
import Records
import Text

/// One column of a user's table: its name and the content of its first rows.
package struct DataColumn: Sendable {
  /// Its name, or its number if the table has no names.
  package var name: String
  /// Whether it holds periods.
  package var isPeriods: Bool { content.isPeriods }
  /// Whether any of its first cells is a number.
  package var hasNumber: Bool { content.hasNumber }
  /// Whether it holds numbers; years are both.
  package var isNumbers: Bool { content.isNumbers }
  /// The unit sign that all its numbers have: `%`, `$`; nil if there is none.
  package var sign: String? { content.sign }
  /// Whether a value occurs in it twice.
  var hasRepeats: Bool { content.hasRepeats }

  package let content: Content

  /// Whether a cell is a period; a bare year only from 1500 to 2200, because most others are
  /// amounts.
  static func isYear(_ cell: UnsafeBufferPointer<UInt8>, _ reader: PeriodReader = .init()) -> Bool {
    isPlausible(reader.period(cell), cell)
  }

  /// Whether the period read from a cell is a period and not an amount.
  private static func isPlausible(
    _ period: Period?, _ cell: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let period else { return false }
    guard cell.count == 4, period.kind == .year else { return true }
    return (1500...2200).contains(period.first.year)
  }

  /// What the cells of a column hold.
  package struct Content: Sendable {
    /// Whether nearly all are periods.
    var isPeriods = false
    /// Whether half of them or more are numbers.
    var isNumbers = false
    /// Whether any of them is a number.
    var hasNumber = false
    /// How its periods are written.
    var reader = PeriodReader()
    /// A date whose day and month nothing distinguishes, as written; nil if there is none.
    var doubtfulDate: String?
    /// The unit sign that all its numbers have; nil if there is none.
    var sign: String?
    /// Whether a cell occurs in it twice.
    var hasRepeats = false

    /// Examines the first cells of a column; nil means that a row has no such cell.
    init(_ cells: some Sequence<UnsafeBufferPointer<UInt8>?>, _ mark: UInt8) {
      var known: [UnsafeBufferPointer<UInt8>] = []
      for case let cell? in cells where !DataCell.isGap(cell) { known.append(cell) }
      guard !known.isEmpty else { return }
      readNumbers(known, mark)
      readPeriods(known)
      var seen = Set<CellBytes>(minimumCapacity: known.count)
      hasRepeats = !known.allSatisfy { seen.insert(CellBytes(bytes: $0)).inserted }
    }

    private mutating func readNumbers(_ cells: [UnsafeBufferPointer<UInt8>], _ mark: UInt8) {
      var signs: Set<String?> = []
      var count = 0
      for cell in cells {
        guard let number = Number(cell, mark: mark) else { continue }
        count += 1
        signs.insert(number.sign)
      }
      hasNumber = count > 0
      isNumbers = count > 0 && count * 2 >= cells.count
      if signs.count == 1, let only = signs.first { sign = only }
    }

    private mutating func readPeriods(_ cells: [UnsafeBufferPointer<UInt8>]) {
      let monthFirst = PeriodReader(isDayFirst: false)
      var (most, other) = (0, 0)
      var eitherWay: UnsafeBufferPointer<UInt8>?
      for cell in cells {
        let period = reader.period(cell)
        // Only days can be read in two ways, and a cell may be a day in only one of them.
        let isDay = period.map { $0.kind == .day } ?? true
        let second = isDay ? monthFirst.period(cell) : period
        if DataColumn.isPlausible(period, cell) { most += 1 }
        if DataColumn.isPlausible(second, cell) { other += 1 }
        if eitherWay == nil, period != second, period != nil, second != nil { eitherWay = cell }
      }
      if most == other, let eitherWay {
        func days(_ reader: PeriodReader) -> Set<UInt8> {
          Set(cells.compactMap { reader.period($0)?.first.day })
        }
        // Monthly values are at the first day of each month; a series of second days is a wrong
        // reading.
        let (own, others) = (days(reader), days(monthFirst))
        let isMonthFirst = others == [1] || (own.count == 1 && others.count > 1 && own != [1])
        if isMonthFirst { other += 1 }
        doubtfulDate = String(decoding: eitherWay, as: UTF8.self)
      }
      if other > most { (reader, most) = (monthFirst, other) }
      if cells.count > 1, cells.allSatisfy({ PeriodReader.fiscalYear($0) != nil }) {
        reader.isFiscal = true
        most = cells.count
      }
      // Notes and sums below a short column are words; amounts among years make it a column of
      // amounts.
      let words = cells.count {
        Number($0, mark: UInt8(ascii: ".")) == nil && !DataColumn.isYear($0, reader)
      }
      isPeriods = most * 5 >= (cells.count - (most > 1 && words < most ? words : 0)) * 4
    }
  }
}

/// The bytes of a cell, compared without copying them.
private struct CellBytes: Hashable {
  package let bytes: UnsafeBufferPointer<UInt8>

  static func == (left: CellBytes, right: CellBytes) -> Bool {
    left.bytes.elementsEqual(right.bytes)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
  }
}
