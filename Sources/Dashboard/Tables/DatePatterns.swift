import Reading
import Records
import Text

/// What the dates of a column have in common, which one date alone may leave open.
struct DatePatterns {
  private let isNamedForTime: Bool
  private let isNamedForQuarters: Bool
  private let isNamedForFiscal: Bool
  private let isFirst: Bool
  private var known = 0
  // Dates of three numbers.
  private var dates = 0
  private var shortYears = 0
  private var dayFirst = 0
  private var monthFirst = 0
  private var eitherWay: String?
  private var firsts: Set<Int> = []
  private var seconds: Set<Int> = []
  private var hasPoints = false
  // Two years, or a year and a number.
  private var pairs = 0
  private var consecutive = 0
  private var beyondMonths = 0
  private var colons = 0
  private var colonMost = 0
  private var hyphens = 0
  // Six or eight digits.
  private var compacts = 0

  init(name: String, isFirst: Bool) {
    let name = Folding.fold(name)
    func has(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
    isNamedForTime = DataColumn.isNamedForTime(name)
    isNamedForQuarters = has(["quarter", "trim", "quartal", "qtr"])
    isNamedForFiscal = has(["fiscal", "school", "academic", "season", "ejercicio", "escolar"])
    self.isFirst = isFirst
  }

  /// Counts a cell.
  mutating func see(_ cell: UnsafeBufferPointer<UInt8>) {
    guard let first = cell.first, !DataCell.isGap(cell) else { return }
    known += 1
    guard first.isDigit, cell.count >= 6, cell.count <= 16 else { return }
    if cell.allSatisfy(\.isDigit) {
      if PeriodReader.compact(cell) != nil { compacts += 1 }
    } else if let date = NumericDate(cell) {
      see(date, cell)
    } else if cell.count <= 11 {
      seePair(cell)
    }
  }

  private mutating func see(_ date: NumericDate, _ cell: UnsafeBufferPointer<UInt8>) {
    dates += 1
    if date.isShort { shortYears += 1 }
    if cell.contains(UInt8(ascii: ".")) { hasPoints = true }
    let (day, month) = (date.isDay(isDayFirst: true), date.isDay(isDayFirst: false))
    if day { dayFirst += 1 }
    if month { monthFirst += 1 }
    firsts.insert(date.first)
    seconds.insert(date.second)
    if day, month, date.first != date.second, eitherWay == nil {
      eitherWay = String(decoding: cell, as: UTF8.self)
    }
  }

  private mutating func seePair(_ cell: UnsafeBufferPointer<UInt8>) {
    if let pair = PeriodReader.pair(cell) {
      pairs += 1
      if pair.last == pair.first + 1 { consecutive += 1 }
      let end = pair.last % 100
      if pair.isShort, end > 12 || end == 0 { beyondMonths += 1 }
      if !pair.isShort { beyondMonths += 1 }
      return
    }
    guard cell.count <= 7, cell.prefix(4).allSatisfy(\.isDigit) else { return }
    let rest = cell.dropFirst(5)
    guard let number = Int(String(decoding: rest, as: UTF8.self)), rest.count <= 2 else { return }
    if cell[4] == UInt8(ascii: ":") {
      colons += 1
      colonMost = max(colonMost, rest.count == 2 ? 12 : number)
    } else if cell[4] == UInt8(ascii: "-"), rest.count == 1, number <= 4 {
      hyphens += 1
    }
  }

  /// How the column's periods are read.
  var reader: PeriodReader {
    var reader = PeriodReader()
    guard known > 0 else { return reader }
    if dates > 0 {
      reader.isDayFirst = !isMonthFirst
      // A column of nothing else, since 1/2/13 alone may be anything.
      reader.hasShortYears = shortYears * 5 >= known * 4 && max(dayFirst, monthFirst) == dates
    }
    if pairs > 0, pairs * 2 >= known {
      let isFiscal = consecutive == pairs && (pairs > 1 || isNamedForFiscal)
      reader.isFiscal = isFiscal
      reader.isSpan = !isFiscal && beyondMonths > 0
    }
    reader.isMonthly = colonMost > 4
    reader.isQuarterly = isNamedForQuarters && colons + hyphens == known && colonMost <= 4
    reader.isCompact =
      compacts == known && (isNamedForTime || isFirst && known > 2)
    return reader
  }

  /// A date that could be read in two ways and that no other date of the column explains.
  var doubtfulDate: String? {
    dayFirst == monthFirst && !hasPoints ? eitherWay : nil
  }

  /// Whether the month comes before the day.
  private var isMonthFirst: Bool {
    if hasPoints { return false }
    if dayFirst != monthFirst { return monthFirst > dayFirst }
    guard eitherWay != nil else { return false }
    // Monthly values are at the first day of each month; a series of second days is a wrong
    // reading.
    return seconds == [1] || (firsts.count == 1 && seconds.count > 1 && firsts != [1])
  }
}
