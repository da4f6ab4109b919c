import Records
import Text

/// A period as people write it in any of six languages.
///
/// The numbers and words of the cell are compared with patterns: a year and a month, a day, a month
/// and a year, a part of a year such as a quarter with its number. A two-digit year is from 1969 to
/// 2068, as in POSIX.
struct WrittenPeriod {
  let period: Period

  /// Words for parts of a year, by how many months they last.
  static let lengths: [String: Int] = [
    "m": 1, "mes": 1, "month": 1, "mois": 1, "monat": 1, "mese": 1,
    "q": 3, "qtr": 3, "quarter": 3, "qr": 3, "t": 3, "tr": 3, "trim": 3, "trimestre": 3,
    "trimester": 3, "quartal": 3, "qu": 3, "qt": 3,
    "h": 6, "half": 6, "hy": 6, "s": 6, "sem": 6, "semester": 6, "semestre": 6, "halbjahr": 6,
    "hj": 6,
  ]
  private static let weeks: Set<String> = [
    "w", "wk", "week", "kw", "sem.", "semana", "semaine", "woche", "settimana",
  ]
  /// Words around a year that is not the calendar's.
  private static let fiscalWords: Set<String> = ["fy", "sy", "ay", "fiscal", "ejercicio"]
  /// Words that say nothing more than the numbers beside them.
  private static let fillers: Set<String> = [
    "de", "del", "of", "the", "di", "du", "des", "year", "ano", "annee", "jahr", "anno", "cy",
    "st", "nd", "rd", "th", "er", "o", "a", "school", "academic", "calendar", "do", "da", "le",
    "calendario", "trimestral",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]
  /// Words for numbers of quarters and halves.
  private static let ordinals: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "primer": 1, "primero": 1, "segundo": 2, "tercer": 3, "tercero": 3, "cuarto": 4, "primeiro": 1,
    "terceiro": 3, "quarto": 4, "premier": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4,
    "primo": 1, "secondo": 2, "terzo": 3, "erstes": 1, "zweites": 2, "drittes": 3, "viertes": 4,
  ]

  /// Reads a cell without surrounding blanks; nil if it is not a period.
  init?(_ cell: UnsafeBufferPointer<UInt8>, _ reader: PeriodReader) {
    guard let tokens = Tokens(cell) else { return nil }
    guard let period = tokens.hasWords ? Self.words(tokens, reader) : Self.numbers(tokens, reader)
    else { return nil }
    self.period = period
  }

  // MARK: Numbers alone

  private static func numbers(_ tokens: Tokens, _ reader: PeriodReader) -> Period? {
    guard tokens.count > 1 else { return nil }
    let separator = tokens.separator(1)
    if tokens.digits(0) == 4 { return startingWithYear(tokens, separator, reader) }
    // Strict readers have no dates in which day and month could be exchanged.
    guard tokens.digits(0) <= 2, !reader.isStrict,
      [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), 0x20].contains(separator)
    else { return nil }
    if tokens.count == 2 {
      return tokens.digits(1) == 4 ? .month(tokens.number(0), of: tokens.number(1)) : nil
    }
    guard tokens.digits(1) <= 2, tokens.separator(2) == separator, isClock(tokens, from: 3)
    else { return nil }
    let year: Int
    switch tokens.digits(2) {
    case 4: year = tokens.number(2)
    case 2 where reader.hasShortYears: year = full(tokens.number(2))
    default: return nil
    }
    // Countries that put the day first separate dates by points.
    let isDayFirst = reader.isDayFirst || separator == UInt8(ascii: ".")
    let (day, month) = isDayFirst ? (0, 1) : (1, 0)
    return .day(tokens.number(day), tokens.number(month), year)
  }

  private static func startingWithYear(
    _ tokens: Tokens, _ separator: UInt8, _ reader: PeriodReader
  ) -> Period? {
    let (year, second) = (tokens.number(0), tokens.number(1))
    if tokens.count == 2 {
      let isPoint = separator == UInt8(ascii: ".")
      if second == 0, isPoint { return .year(year) }
      // 1500.12 is a number.
      if isPoint { return nil }
      if tokens.digits(1) == 4 { return span(year, second) }
      guard tokens.digits(1) <= 2 else { return nil }
      if reader.isSpan, let pair = tokens.pair, separator != UInt8(ascii: ":") {
        return span(pair.first, pair.last)
      }
      let isQuarter =
        reader.isQuarterly || separator == UInt8(ascii: ":") && !reader.isMonthly
      if isQuarter, second <= 4, tokens.digits(1) == 1 { return .part(second, months: 3, of: year) }
      if reader.isStrict { return nil }
      return .month(second, of: year)
    }
    guard tokens.digits(1) <= 2, tokens.digits(2) <= 2, tokens.isNumber(2),
      isClock(tokens, from: 3), !reader.isStrict
    else { return nil }
    // The time of day may follow a date.
    return .day(tokens.number(2), second, year)
  }

  private static func span(_ first: Int, _ last: Int) -> Period? {
    guard first < last else { return nil }
    return Period(
      kind: .year, first: .init(year: Int16(clamping: first)),
      last: .init(year: Int16(clamping: last)))
  }

  /// Whether the rest is a time of day, or nothing.
  private static func isClock(_ tokens: Tokens, from place: Int) -> Bool {
    if tokens.count == place { return true }
    guard tokens.count > place + 1, tokens.isNumber(place), tokens.number(place) < 25,
      tokens.digits(place) <= 2, tokens.isNumber(place + 1), tokens.number(place + 1) < 60,
      tokens.separator(place + 1) == UInt8(ascii: ":")
    else { return false }
    return true
  }

  /// A year of two digits in full.
  private static func full(_ year: Int) -> Int { year < 69 ? 2000 + year : 1900 + year }

  // MARK: Words and numbers

  /// The words and numbers without fillers, in order.
  private struct Pieces {
    var years: [Int] = []
    var numbers: [Int] = []
    var months: [Int] = []
    var length: Int?
    var isWeek = false
    var isFiscal = false
    var isDecade = false
    /// What each piece is: Y year, n number, M month, p part of a year.
    var order = ""
  }

  private static func words(_ tokens: Tokens, _ reader: PeriodReader) -> Period? {
    // 2012-12-31T10:00:00Z
    if let day = dayWithClock(tokens, reader) { return day }
    guard let pieces = pieces(tokens) else { return nil }
    if pieces.isDecade {
      guard let year = pieces.years.first, year % 10 == 0, pieces.order == "Y" else { return nil }
      return span(year, year + 9)
    }
    if pieces.isFiscal {
      switch (pieces.order, pieces.years.count) {
      case ("Y", 1): return .fiscalYear(pieces.years[0])
      case ("YY", 2): return .fiscalYear(pieces.years[1])
      default: return nil
      }
    }
    if pieces.isWeek {
      guard let year = pieces.years.first, pieces.numbers.count == 1, pieces.years.count == 1
      else { return nil }
      return Period(week: pieces.numbers[0], of: year)
    }
    if let length = pieces.length {
      guard let year = pieces.years.first, pieces.years.count == 1, pieces.numbers.count == 1,
        pieces.months.isEmpty
      else { return nil }
      return .part(pieces.numbers[0], months: length, of: year)
    }
    return reader.isStrict ? nil : named(pieces)
  }

  /// Dates with the name of a month.
  private static func named(_ pieces: Pieces) -> Period? {
    switch pieces.order {
    case "MY", "YM": return .month(pieces.months[0], of: pieces.years[0])
    case "nMY", "MnY", "YMn":
      return .day(pieces.numbers[0], pieces.months[0], pieces.years[0])
    case "MMY", "YMM", "MYMY":
      let last = pieces.years.last ?? pieces.years[0]
      guard let first = Period.month(pieces.months[0], of: pieces.years[0]),
        let end = Period.month(pieces.months[1], of: last), first.first < end.first
      else { return nil }
      return Period(kind: .month, first: first.first, last: end.first)
    default: return nil
    }
  }

  private static func dayWithClock(_ tokens: Tokens, _ reader: PeriodReader) -> Period? {
    guard tokens.count >= 5, !reader.isStrict, tokens.isNumber(0), tokens.isNumber(1),
      tokens.isNumber(2)
    else { return nil }
    let isT = !tokens.isNumber(3) && tokens.word(3) == "t"
    guard isClock(tokens, from: isT ? 4 : 3) else { return nil }
    guard let date = tokens.prefix(3) else { return nil }
    return numbers(date, reader)
  }

  private static func pieces(_ tokens: Tokens) -> Pieces? {
    var pieces = Pieces()
    for index in 0..<tokens.count {
      guard tokens.isNumber(index) else {
        guard take(tokens.word(index), tokens, index, &pieces) else { return nil }
        continue
      }
      let (number, digits) = (tokens.number(index), tokens.digits(index))
      if digits == 4 {
        pieces.years.append(number)
        pieces.order += "Y"
      } else if digits <= 2, isShortYear(tokens, index, pieces) {
        let century = pieces.isFiscal && !pieces.years.isEmpty ? pieces.years[0] / 100 * 100 : nil
        var year = century.map { $0 + number } ?? full(number)
        if let first = pieces.years.first, year < first, century != nil { year += 100 }
        pieces.years.append(year)
        pieces.order += "Y"
      } else if digits <= 2 {
        pieces.numbers.append(number)
        pieces.order += "n"
      } else {
        return nil
      }
    }
    return pieces.order.isEmpty ? nil : pieces
  }

  private static func take(
    _ word: String, _ tokens: Tokens, _ index: Int, _ pieces: inout Pieces
  ) -> Bool {
    if let month = MonthNames.number(word) {
      pieces.months.append(month)
      pieces.order += "M"
      return true
    }
    if fiscalWords.contains(word) {
      pieces.isFiscal = true
      return true
    }
    // 1990s, 1990er
    if word == "s" || word == "er", index > 0, tokens.digits(index - 1) == 4,
      tokens.separator(index) == 0 || tokens.separator(index) == UInt8(ascii: "'"),
      index == tokens.count - 1
    {
      pieces.isDecade = true
      return true
    }
    if weeks.contains(word) {
      pieces.isWeek = true
      return true
    }
    if let length = lengths[word], pieces.length == nil {
      pieces.length = length
      return true
    }
    if let number = ordinals[word] {
      pieces.numbers.append(number)
      pieces.order += "n"
      // 2013-IV
      if index == tokens.count - 1, pieces.length == nil, word.first == "i" { pieces.length = 3 }
      return true
    }
    return fillers.contains(word)
  }

  /// Whether a number of two digits at a place is a year: last, and where only a year can be.
  private static func isShortYear(_ tokens: Tokens, _ index: Int, _ pieces: Pieces) -> Bool {
    guard tokens.digits(index) == 2 else { return false }
    if tokens.separator(index) == UInt8(ascii: "'") { return true }
    if pieces.isFiscal { return true }
    guard index == tokens.count - 1, pieces.years.isEmpty, index > 0 else { return false }
    // 1Q13, 4T-20: the number of the part comes first. Q4 12 and Jan 20 may be days or prices.
    if pieces.length != nil, pieces.numbers.count == 1 {
      return tokens.separator(index) != 0x20
    }
    guard !pieces.months.isEmpty, pieces.length == nil else { return false }
    return tokens.separator(index) != 0x20 && tokens.separator(index) != 0
  }
}
