import Records
import Text

/// Three numbers with the year last, `31/12/2012` or `1/31/13`, the commonest date in spreadsheets.
package struct NumericDate {
  /// The first and the second number: day and month in either order.
  package let first, second: Int
  /// The year as written, of two or four digits.
  let year: Int
  /// Whether the year has two digits.
  package let isShort: Bool
  /// The sign between them.
  let separator: UInt8

  /// Reads a cell of nothing but such a date; nil for any other.
  package init?(_ cell: UnsafeBufferPointer<UInt8>) {
    guard (6...10).contains(cell.count) else { return nil }
    var numbers = (0, 0, 0)
    var digits = (0, 0, 0)
    var part = 0
    var separator: UInt8 = 0
    for byte in cell {
      if byte.isDigit {
        let digit = Int(byte - 0x30)
        switch part {
        case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
        case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
        default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
        }
        continue
      }
      guard byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"),
        separator == 0 || byte == separator, part < 2
      else { return nil }
      separator = byte
      part += 1
    }
    guard part == 2, (1...2).contains(digits.0), (1...2).contains(digits.1),
      digits.2 == 2 || digits.2 == 4
    else { return nil }
    (first, second, year) = numbers
    isShort = digits.2 == 2
    self.separator = separator
  }

  /// Whether it is a day of the calendar with the day first or not.
  package func isDay(isDayFirst: Bool) -> Bool { day(isDayFirst: isDayFirst) != nil }

  /// The day that a reader takes it for; nil for a year of two digits unless the reader has them.
  func period(_ reader: PeriodReader) -> Period? {
    if isShort, !reader.hasShortYears { return nil }
    // Countries that put the day first separate dates by points.
    return day(isDayFirst: reader.isDayFirst || separator == UInt8(ascii: "."))
  }

  private func day(isDayFirst: Bool) -> Period? {
    let year = isShort ? (year < 69 ? 2000 : 1900) + year : year
    return isDayFirst ? .day(first, second, year) : .day(second, first, year)
  }
}
