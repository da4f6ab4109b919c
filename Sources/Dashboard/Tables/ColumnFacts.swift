import Reading
import Records
import Text

/// What the cells of a column are, counted over the whole body of a table.
package struct ColumnFacts: Sendable {
  /// Cells that are neither empty nor say that there is no value.
  var known = 0
  /// Cells that say that there is no value.
  var gaps = 0
  /// Numbers, years among them.
  var numbers = 0
  /// Whole numbers without a sign.
  var wholes = 0
  /// Periods, among them bare years from 1500 to 2200.
  var periods = 0
  /// Bare years from 1500 to 2200.
  var years = 0
  /// Cells that are neither numbers nor periods.
  var texts = 0
  /// Whole numbers that begin with a zero.
  var leadingZeros = 0
  /// Texts that are known flags or empty.
  var flags = 0
  /// Unit signs, each once, in order; an empty one for a number without a sign.
  var signs: [String] = []
  /// Dates with a time of day other than midnight.
  var clocks = 0
  /// How its periods are written.
  var reader = PeriodReader()
  /// A date whose day and month nothing distinguishes, as written; nil if there is none.
  var doubtfulDate: String?
  /// Whether whole numbers count up by one from 0 or 1.
  var countsUp = false
  /// How many different cells there are, at most `distinctLimit`.
  var distinct = 0
  /// Whether a cell occurs twice.
  var hasRepeats = false
  /// The longest cell in bytes.
  var longest = 0
  /// The least and the greatest length of a known cell.
  var shortest = Int.max

  /// The most different cells that are counted.
  static let distinctLimit = 100_000

  /// Whether nearly all cells are periods.
  var isPeriods: Bool {
    guard known > 0 else { return false }
    // Notes and sums below a short column are words; amounts among years make it a column of
    // amounts.
    let words = periods > 1 && texts < periods ? texts : 0
    return periods > 0 && periods * 5 >= (known - words) * 4
  }
  /// Whether half the cells or more are numbers.
  var isNumbers: Bool { numbers > 0 && numbers * 2 >= known }
  /// Whether any cell is a number.
  var hasNumber: Bool { numbers > 0 }

  /// Examines the cells of a column.
  ///
  /// - Parameters:
  ///   - name: Its name, which may say that six digits are a month.
  ///   - isFirst: Whether it may be the column of the axis.
  init(
    _ rows: some Collection<Int>, _ column: Int, of grid: TableGrid,
    _ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8, name: String, isFirst: Bool
  ) {
    var dates = DatePatterns(name: name, isFirst: isFirst)
    for row in rows { dates.see(grid.cell(row, column, bytes)) }
    (reader, doubtfulDate) = (dates.reader, dates.doubtfulDate)
    var seen: Set<CellBytes> = []
    var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var next: Int?
    countsUp = true
    for row in rows {
      let cell = grid.cell(row, column, bytes)
      if cell.isEmpty {
        countsUp = false
        continue
      }
      if DataCell.isGap(cell) {
        gaps += 1
        countsUp = false
        continue
      }
      known += 1
      longest = max(longest, cell.count)
      shortest = min(shortest, cell.count)
      count(cell, mark, &next)
      if distinct < Self.distinctLimit, !last.elementsEqual(cell) {
        if seen.insert(CellBytes(bytes: cell)).inserted { distinct += 1 } else { hasRepeats = true }
      } else {
        hasRepeats = hasRepeats || distinct < Self.distinctLimit
      }
      last = cell
    }
    if known < 2 { countsUp = false }
  }

  private mutating func count(
    _ cell: UnsafeBufferPointer<UInt8>, _ mark: UInt8, _ next: inout Int?
  ) {
    // Words without a digit are neither numbers nor periods.
    guard cell.contains(where: \.isDigit) else {
      texts += 1
      countsUp = false
      if cell.count <= 6, StatusFlags(known: String(decoding: cell, as: UTF8.self)) != nil {
        flags += 1
      }
      return
    }
    let number = Number(cell, mark: mark)
    if let number {
      numbers += 1
      let sign = number.sign ?? ""
      if signs.last != sign, !signs.contains(sign) { signs.append(sign) }
      countUp(cell, number, &next)
    } else {
      countsUp = false
    }
    let mayBePeriod = cell.count >= 4 && (cell.count > 4 || number == nil || cell[0].isDigit)
    if mayBePeriod, let period = reader.period(cell) {
      if cell.count == 4, period.kind == .year {
        if DataColumn.isYear(period) {
          years += 1
          periods += 1
        }
      } else {
        periods += 1
        if cell.count > 12, cell.contains(UInt8(ascii: ":")), Self.hasClock(cell) { clocks += 1 }
      }
    } else if number == nil {
      texts += 1
    }
  }

  private mutating func countUp(
    _ cell: UnsafeBufferPointer<UInt8>, _ number: Number, _ next: inout Int?
  ) {
    let isWhole = cell.allSatisfy(\.isDigit)
    if isWhole {
      wholes += 1
      if cell.count > 1, cell[0] == 0x30 { leadingZeros += 1 }
    }
    guard countsUp, isWhole, let value = Int(exactly: number.value) else {
      countsUp = false
      return
    }
    if let expected = next, value != expected { countsUp = false }
    if next == nil, value > 1 { countsUp = false }
    next = value + 1
  }

  /// Whether a date has a time of day other than midnight behind it.
  private static func hasClock(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let colon = cell.firstIndex(of: UInt8(ascii: ":")), colon >= 1 else { return false }
    return cell[(colon - 1)...].prefix(4).contains { (0x31...0x39).contains($0) }
      || colon >= 2 && (0x31...0x39).contains(cell[colon - 2])
  }
}

/// The bytes of a cell, compared without copying them.
struct CellBytes: Hashable {
  let bytes: UnsafeBufferPointer<UInt8>

  static func == (left: CellBytes, right: CellBytes) -> Bool {
    left.bytes.elementsEqual(right.bytes)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
  }
}
