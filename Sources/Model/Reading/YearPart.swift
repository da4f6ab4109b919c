package import Records
import Text

/// A part of a year without the year: a month, a quarter or a half, as a heading or a cell of a
/// column beside one of years has it.
package struct YearPart: Hashable, Sendable {
  /// How many months it lasts: 1, 3 or 6.
  package var months: Int
  /// Its number in the year, from 1.
  package var number: Int

  /// A part by its length in months and its number.
  package init(months: Int, number: Int) {
    self.months = months
    self.number = number
  }

  /// Reads a month's name, `Q1`, `1T`, `H2`, `M01`; a bare number only if it is a month's.
  ///
  /// - Parameters:
  ///   - length: How many months a bare number counts; nil if a bare number is no part.
  package init?(_ cell: UnsafeBufferPointer<UInt8>, numbers length: Int? = nil) {
    guard cell.count >= 1, cell.count <= 24, let tokens = WrittenPeriod.Tokens(cell) else {
      return nil
    }
    switch (tokens.count, tokens.isNumber(0)) {
    case (1, true):
      guard let length, tokens.digits(0) <= 2, (1...12 / length).contains(tokens.number(0)) else {
        return nil
      }
      self.init(months: length, number: tokens.number(0))
    case (1, false):
      guard let month = MonthNames.number(tokens.word(0)) else { return nil }
      self.init(months: 1, number: month)
    case (2, let isNumber):
      let (word, number) = isNumber ? (1, 0) : (0, 1)
      guard !tokens.isNumber(word), tokens.isNumber(number), tokens.digits(number) <= 2,
        let length = WrittenPeriod.lengths[tokens.word(word)],
        (1...12 / length).contains(tokens.number(number))
      else { return nil }
      self.init(months: length, number: tokens.number(number))
    default: return nil
    }
  }

  /// The part of a year.
  package func period(of year: Int) -> Period? { .part(number, months: months, of: year) }
}
