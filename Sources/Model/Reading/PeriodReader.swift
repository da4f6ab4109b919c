package import Records
import Text

/// A period read from its text: the only reader, for dossiers and for any other table.
///
/// Strictly, as a dossier writes it, a period is `2011`, `FY2011`, `2012-12`, `2013-01-12` or a
/// range of two of these, `2006/2012`. In other tables it may also be written as people do, which
/// `WrittenPeriod` reads: `31.12.2012`, `Dec 2012`, `diciembre de 2012`, `Q4'12`, `4T 2012`,
/// `2012-W52`, `2011/12`, `1990s`. What one cell leaves open, such as whether `2011-12` is a month,
/// other cells of its column decide; they set the reader's variables.
package struct PeriodReader: Hashable, Sendable {
  /// Whether only the forms of a dossier are periods.
  var isStrict = false
  /// Whether the day precedes the month if both are numbers before the year.
  package var isDayFirst = true
  /// Whether two years, `2011/12` or `2011-12`, are a fiscal year and not a month.
  package var isFiscal = false
  /// Whether two years, `2001-10`, are all the years between them and not a month.
  package var isSpan = false
  /// Whether six or eight digits, `201912`, `20191231`, are a month or a day.
  package var isCompact = false
  /// Whether a year of two digits may be last in a date of numbers: `12/31/19`.
  package var hasShortYears = false
  /// Whether `2013:1` and `2013-1` are quarters and not months.
  package var isQuarterly = false
  /// Whether `2013:1` is a month and not a quarter.
  package var isMonthly = false

  /// The reader of a dossier's periods.
  package static let dossier = PeriodReader(isStrict: true)
  /// The reader of observations: a dossier's periods, and quarters, halves, weeks and decades as
  /// people write them.
  package static let observations = PeriodReader(isStrict: true, hasParts: true)

  private var hasParts = false

  /// The longest cell that is examined, in bytes.
  private static let limit = 48

  /// A reader for tables that are not a dossier's, unless it is strict.
  package init(isStrict: Bool = false, isDayFirst: Bool = true, isFiscal: Bool = false) {
    self.isStrict = isStrict
    self.isDayFirst = isDayFirst
    self.isFiscal = isFiscal
  }

  private init(isStrict: Bool, hasParts: Bool) {
    self.isStrict = isStrict
    self.hasParts = hasParts
  }

  /// Reads a cell without surrounding blanks; nil if it is not a period.
  package func period(_ cell: UnsafeBufferPointer<UInt8>) -> Period? {
    marked(cell)?.period
  }

  /// Reads a text without surrounding blanks; nil if it is not a period.
  package func period(_ text: some StringProtocol) -> Period? {
    var text = String(text)
    return text.withUTF8 { period($0) }
  }

  /// Reads a cell, and the note mark behind its period: `1/` of `2014 1/`; empty if there is none.
  package func marked(
    _ cell: UnsafeBufferPointer<UInt8>
  ) -> (period: Period, mark: String)? {
    if isStrict {
      if let period = Self.plain(cell) { return (period, "") }
      guard hasParts, cell.count <= Self.limit,
        let period = WrittenPeriod(cell, self)?.period, period.isRange
      else { return nil }
      return (period, "")
    }
    guard cell.count >= 4, cell.count <= Self.limit else { return nil }
    if let period = unmarked(cell) { return (period, "") }
    // Most cells that are no periods are numbers.
    guard let last = cell.last, !last.isDigit, let mark = CellMark(cell), mark.rest.count >= 4,
      let period = unmarked(mark.rest)
    else { return flagged(cell) }
    return (period, mark.mark)
  }

  /// A year with a flag: `2014p`, `2025 F`.
  private func flagged(_ cell: UnsafeBufferPointer<UInt8>) -> (period: Period, mark: String)? {
    guard cell.count <= 8, cell.prefix(4).allSatisfy(\.isDigit), cell.count > 4, !cell[4].isDigit
    else { return nil }
    let flag = String(decoding: cell[4...], as: UTF8.self).trimmed
    guard flag.utf8.count <= 3, flag.utf8.allSatisfy({ (0x61...0x7a).contains($0 | 0x20) }),
      StatusFlags(known: flag) != nil
    else { return nil }
    let year = UnsafeBufferPointer(rebasing: cell[..<4])
    return Self.plain(year).map { ($0, flag) }
  }

  private func unmarked(_ cell: UnsafeBufferPointer<UInt8>) -> Period? {
    if isFiscal, let year = Self.fiscalYear(cell) { return .fiscalYear(year) }
    if let period = Self.plain(cell), !isSpan || period.kind != .month || cell.count != 7 {
      return period
    }
    if isCompact, let period = Self.compact(cell) { return period }
    if let date = NumericDate(cell) { return date.period(self) }
    if Self.isNumber(cell) { return nil }
    return WrittenPeriod(cell, self)?.period
  }

  // MARK: As a dossier writes them

  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> Period? {
    var place = 0
    guard let (kind, first) = point(bytes, &place) else { return nil }
    if place == bytes.count { return Period(kind: kind, first: first) }
    guard take("/", bytes, &place), let (endKind, last) = point(bytes, &place),
      place == bytes.count, endKind == kind, first <= last
    else { return nil }
    return Period(kind: kind, first: first, last: last)
  }

  @inline(__always)
  private static func point(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> (Period.Kind, Period.Point)? {
    let isFiscal = take("F", bytes, &place)
    if isFiscal, !take("Y", bytes, &place) { return nil }
    guard let year = digits(4, bytes, &place) else { return nil }
    if isFiscal { return (.fiscalYear, Period.Point(year: Int16(year))) }
    guard take("-", bytes, &place) else { return (.year, Period.Point(year: Int16(year))) }
    guard let month = digits(2, bytes, &place), (1...12).contains(month) else { return nil }
    guard take("-", bytes, &place) else {
      return (.month, Period.Point(year: Int16(year), month: UInt8(month)))
    }
    guard let day = digits(2, bytes, &place), (1...Period.daysInMonth(month, year)).contains(day)
    else { return nil }
    return (.day, Period.Point(year: Int16(year), month: UInt8(month), day: UInt8(day)))
  }

  /// Steps over a character if it is at the given index.
  @inline(__always)
  private static func take(
    _ sign: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> Bool {
    guard place < bytes.count, UInt32(bytes[place]) == sign.value else { return false }
    place += 1
    return true
  }

  @inline(__always)
  private static func digits(
    _ count: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> Int? {
    guard bytes.count - place >= count else { return nil }
    var value = 0
    for index in place..<(place + count) {
      guard bytes[index].isDigit else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    place += count
    return value
  }

  /// Whether a cell has only digits and at most one point that cannot separate a month and a year.
  private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    var point: Int?
    for (index, byte) in cell.enumerated() where !byte.isDigit {
      guard byte == UInt8(ascii: "."), point == nil else { return false }
      point = index
    }
    guard let point else { return true }
    return !(cell.count - point == 5 && point <= 2 || point == 4 && cell.count <= 7)
  }

  /// `201912`, `20191231`: a month or a day from 1500 to 2200.
  package static func compact(_ cell: UnsafeBufferPointer<UInt8>) -> Period? {
    guard cell.count == 6 || cell.count == 8 else { return nil }
    var place = 0
    guard let year = digits(4, cell, &place), (1500...2200).contains(year),
      let month = digits(2, cell, &place)
    else { return nil }
    if cell.count == 6 { return .month(month, of: year) }
    return digits(2, cell, &place).flatMap { .day($0, month, year) }
  }

  /// The year in which a pair of years such as `2011/12` ends; nil for anything else.
  package static func fiscalYear(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    pair(cell).flatMap { $0.last == $0.first + 1 ? $0.last : nil }
  }

  /// The years of a pair such as `2011/12`, `1990-99` or `2011–2012`; nil for anything else.
  package static func pair(
    _ cell: UnsafeBufferPointer<UInt8>
  ) -> (first: Int, last: Int, isShort: Bool)? {
    guard (7...11).contains(cell.count), let tokens = WrittenPeriod.Tokens(cell),
      tokens.count == 2, tokens.digits(0) == 4, [2, 4].contains(tokens.digits(1)),
      [UInt8(ascii: "/"), UInt8(ascii: "-")].contains(tokens.separator(1))
    else { return nil }
    let (first, end) = (tokens.number(0), tokens.number(1))
    guard tokens.digits(1) == 2 else { return end > first ? (first, end, false) : nil }
    let last = first - first % 100 + end + (end <= first % 100 ? 100 : 0)
    return (first, last, true)
  }
}

extension Period {
  /// Reads a period as written in a dossier; nil if it is not one.
  package init?(_ text: some StringProtocol) {
    guard let period = PeriodReader.dossier.period(text) else { return nil }
    self = period
  }

  /// A fiscal year by the year in which it ends.
  package static func fiscalYear(_ year: Int) -> Period {
    Period(kind: .fiscalYear, first: .init(year: Int16(clamping: year)))
  }

  /// A month by its number; nil if no calendar has it.
  package static func month(_ month: Int, of year: Int) -> Period? {
    guard (1...12).contains(month), (0...9999).contains(year) else { return nil }
    return Period(kind: .month, first: .init(year: Int16(year), month: UInt8(month)))
  }

  /// A day by its numbers; nil if no calendar has it.
  package static func day(_ day: Int, _ month: Int, _ year: Int) -> Period? {
    guard (1...12).contains(month), (0...9999).contains(year),
      (1...daysInMonth(month, year)).contains(day)
    else { return nil }
    return Period(
      kind: .day, first: .init(year: Int16(year), month: UInt8(month), day: UInt8(day)))
  }

  /// A part of a year that lasts a number of months; nil for a part that no year has.
  package static func part(_ number: Int, months length: Int, of year: Int) -> Period? {
    guard (1...12 / length).contains(number), (0...9999).contains(year) else { return nil }
    let year = Int16(year)
    return Period(
      kind: .month, first: .init(year: year, month: UInt8((number - 1) * length + 1)),
      last: length == 1 ? nil : .init(year: year, month: UInt8(number * length)))
  }
}
