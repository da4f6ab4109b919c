package import Records
import Text

/// A period read from its text: the only reader, for dossiers and for any other table.
///
/// Strictly, as a dossier writes it, a period is `2011`, `FY2011`, `2012-12`, `2013-01-12` or a
/// range of two of these, `2006/2012`. In other tables it may also be `2012/12/31`, `31.12.2012`,
/// `12/31/2012`, `2012-12-31T10:00`, `Dec 2012`, `Dec-12`, `31 December 2012`, `2012M12`, `2012Q4`,
/// `Q4 2012`, `4Q 2012`, `2012H2`, `2012-S2`, `2012-W52`, `2011/12` and `FY 2012`. A quarter is
/// three months, a half year or semester six, and a week the seven days of ISO 8601. A two-digit
/// year after the name of a month is from 1969 to 2068, as in POSIX.
package struct PeriodReader: Hashable, Sendable {
  /// Whether only the forms of a dossier are periods.
  var isStrict = false
  /// Whether the day precedes the month if both are numbers before the year.
  package var isDayFirst = true
  /// Whether two years, `2011/12` or `2011-12`, are a fiscal year and not a month.
  package var isFiscal = false

  /// The reader of a dossier's periods.
  package static let dossier = PeriodReader(isStrict: true)

  /// The longest cell that is examined, in bytes.
  private static let limit = 40

  /// A reader for tables that are not a dossier's, unless it is strict.
  package init(isStrict: Bool = false, isDayFirst: Bool = true, isFiscal: Bool = false) {
    self.isStrict = isStrict
    self.isDayFirst = isDayFirst
    self.isFiscal = isFiscal
  }

  /// Reads a cell without surrounding blanks; nil if it is not a period.
  package func period(_ cell: UnsafeBufferPointer<UInt8>) -> Period? {
    if isStrict { return Self.plain(cell) }
    guard cell.count >= 4, cell.count <= Self.limit else { return nil }
    // A mark of a footnote.
    if cell.count == 5, cell[4] == UInt8(ascii: "*") {
      return period(UnsafeBufferPointer(rebasing: cell[..<4]))
    }
    if isFiscal, let year = Self.fiscalYear(cell) { return Self.fiscal(year) }
    if let period = Self.plain(cell) { return period }
    var tokens = Tokens(cell)
    guard let first = tokens.next() else { return nil }
    switch first {
    case .number(let number, 4): return startingWithYear(number, &tokens)
    case .number(let number, 1...2): return startingWithDay(number, &tokens)
    case .number: return nil
    case .word(let word): return Self.startingWithWord(word, &tokens)
    }
  }

  /// Reads a text without surrounding blanks; nil if it is not a period.
  package func period(_ text: some StringProtocol) -> Period? {
    var text = String(text)
    return text.withUTF8 { period($0) }
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

  // MARK: As people write them

  private func startingWithYear(_ year: Int, _ tokens: inout Tokens) -> Period? {
    let separator = tokens.separator
    guard let second = tokens.next() else { return nil }
    switch second {
    case .number(0, _) where separator == UInt8(ascii: ".") && tokens.isAtEnd:
      return .year(year)
    case .number(let month, 1...2):
      if tokens.isAtEnd {
        // 1500.12 is a number.
        return separator == UInt8(ascii: ".") ? nil : Self.day(year, month, nil)
      }
      guard case .number(let day, 1...2)? = tokens.next() else { return nil }
      // The time of day may follow a date.
      return Self.day(year, month, day)
    case .word(let word):
      guard tokens.separator == 0 || word.utf8.count == 1 else { return nil }
      if let month = Self.month(word), tokens.isAtEnd { return Self.day(year, month, nil) }
      guard case .number(let number, 1...2)? = tokens.next(), tokens.isAtEnd else { return nil }
      return Self.part(word, number, of: year)
    case .number: return nil
    }
  }

  private func startingWithDay(_ first: Int, _ tokens: inout Tokens) -> Period? {
    let separator = tokens.separator
    if separator == 0 {
      // 4Q 2012
      guard case .word(let word)? = tokens.next(), case .number(let year, 4)? = tokens.next(),
        tokens.isAtEnd
      else { return nil }
      return Self.part(word, first, of: year)
    }
    guard
      separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".")
        || separator == UInt8(ascii: "-") || separator == 0x20, let second = tokens.next()
    else { return nil }
    switch second {
    case .word(let word):
      guard case .number(let year, 4)? = tokens.next() else { return nil }
      guard let month = Self.month(word) else { return nil }
      return Self.day(year, month, first)
    case .number(let year, 4): return tokens.isAtEnd ? Self.day(year, first, nil) : nil
    case .number(let number, 1...2):
      guard case .number(let year, 4)? = tokens.next() else { return nil }
      // Countries that put the day first separate dates by points.
      let isDayFirst = isDayFirst || separator == UInt8(ascii: ".")
      return isDayFirst ? Self.day(year, number, first) : Self.day(year, first, number)
    case .number: return nil
    }
  }

  private static func startingWithWord(_ word: String, _ tokens: inout Tokens) -> Period? {
    let separator = tokens.separator
    guard case .number(let first, let digits)? = tokens.next() else { return nil }
    if word == "fy" { return digits == 4 && tokens.isAtEnd ? fiscal(first) : nil }
    guard let month = month(word) else {
      guard digits < 3, case .number(let year, 4)? = tokens.next(), tokens.isAtEnd else {
        return nil
      }
      return part(word, first, of: year)
    }
    if digits == 4 { return tokens.isAtEnd ? day(first, month, nil) : nil }
    // Jan-20 and Jan '20: only a number after a blank may be a day.
    if digits == 2, tokens.isAtEnd, separator != 0x20, separator != 0 {
      return day(first < 69 ? 2000 + first : 1900 + first, month, nil)
    }
    guard case .number(let year, 4)? = tokens.next(), tokens.isAtEnd else { return nil }
    return day(year, month, first)
  }

  /// The year in which a pair of years such as `2011/12` ends; nil for anything else.
  package static func fiscalYear(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    var tokens = Tokens(cell)
    guard case .number(let year, 4)? = tokens.next(),
      case .number(let end, let digits)? = tokens.next(), tokens.isAtEnd,
      digits == 2 || digits == 4,
      digits == 4 ? end == year + 1 : end == (year + 1) % 100
    else { return nil }
    return year + 1
  }

  private static func fiscal(_ year: Int) -> Period {
    Period(kind: .fiscalYear, first: .init(year: Int16(clamping: year)))
  }

  /// A part of a year by the letter for it: a quarter, a half year, a month or a week.
  private static func part(_ letter: String, _ number: Int, of year: Int) -> Period? {
    switch letter {
    case "q": months(3, number, of: year)
    case "h", "s": months(6, number, of: year)
    case "m": day(year, number, nil)
    case "w": Period(week: number, of: year)
    default: nil
    }
  }

  /// A part of a year that lasts a number of months.
  private static func months(_ length: Int, _ number: Int, of year: Int) -> Period? {
    guard (1...12 / length).contains(number) else { return nil }
    let year = Int16(clamping: year)
    return Period(
      kind: .month, first: .init(year: year, month: UInt8((number - 1) * length + 1)),
      last: .init(year: year, month: UInt8(number * length)))
  }

  /// A month, or a day if one is given; nil if no calendar has it.
  private static func day(_ year: Int, _ month: Int, _ day: Int?) -> Period? {
    guard (1...12).contains(month), (0...9999).contains(year) else { return nil }
    let length = Period.daysInMonth(month, year)
    let point = Period.Point(
      year: Int16(year), month: UInt8(month), day: UInt8(clamping: day ?? 0))
    guard let day else { return Period(kind: .month, first: point) }
    return (1...length).contains(day) ? Period(kind: .day, first: point) : nil
  }

  /// The number of a month by its English name or the first three letters of its name.
  private static func month(_ word: String) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex {
      $0 == word || $0.prefix(3) == word || word == "sept" && $0 == "september"
    }
    .map { $0 + 1 }
  }
}

extension Period {
  /// Reads a period as written in a dossier; nil if it is not one.
  package init?(_ text: some StringProtocol) {
    guard let period = PeriodReader.dossier.period(text) else { return nil }
    self = period
  }
}

extension PeriodReader {
  /// The numbers and words of a cell.
  private struct Tokens {
    enum Token {
      /// A number and how many digits it has.
      case number(Int, Int)
      /// ASCII letters in lower case.
      case word(String)
    }

    private var rest: Slice<UnsafeBufferPointer<UInt8>>
    /// The byte between the last token read and the next; 0 if there is none.
    private(set) var separator: UInt8 = 0

    init(_ cell: UnsafeBufferPointer<UInt8>) { rest = cell[...] }

    /// Whether nothing follows.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next token; nil at the end, and before any character other than letters, digits and the
    /// signs between them.
    mutating func next() -> Token? {
      guard let first = rest.first else { return nil }
      if first.isDigit {
        let digits = rest.prefix { $0.isDigit }
        rest = rest.dropFirst(digits.count)
        skip()
        guard digits.count <= 9 else { return nil }
        return .number(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
      }
      let letters = rest.prefix { (0x61...0x7a).contains($0 | 0x20) }
      guard !letters.isEmpty else { return nil }
      rest = rest.dropFirst(letters.count)
      skip()
      return .word(String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self))
    }

    private mutating func skip() {
      separator = 0
      while let byte = rest.first, separator == 0 || byte == 0x20 || byte == UInt8(ascii: "'") {
        if byte.isDigit || (0x61...0x7a).contains(byte | 0x20) { return }
        // Years may be joined by an en dash.
        if rest.starts(with: "–".utf8) { rest.removeFirst(2) }
        separator = byte
        rest.removeFirst()
      }
    }
  }
}
