/// Periods as people write them in tables of their own.
///
/// Beside those of a dossier: `2012/12/31`, `31.12.2012`, `12/31/2012`,
/// `2012-12-31T10:00`, `Dec 2012`, `Dec-12`, `31 December 2012`, `2012M12`, `2012Q4`,
/// `Q4 2012`, `4Q 2012`, `2012H2`, `2012-S2`, `2012-W52`, `2011/12` and `FY 2012`. A quarter is three
/// months, a half year or semester six, and a week the seven days of ISO 8601. A year of two digits
/// behind the name of a month is one from 1969 to 2068, as POSIX has it.
struct DataPeriod: Hashable, Sendable {
  /// Whether the day stands before the month where both are numbers before the year.
  var isDayFirst = true
  /// Whether two years, `2011/12` or `2011-12`, are a fiscal year and not a month.
  var isFiscal = false

  /// The longest cell that is looked at.
  private static let limit = 40

  /// Reads a cell without blanks around it; nil when it is no period.
  func period(_ cell: UnsafeBufferPointer<UInt8>) -> Period? {
    guard cell.count >= 4, cell.count <= Self.limit else { return nil }
    // A mark of a footnote.
    if cell.count == 5, cell[4] == UInt8(ascii: "*") {
      return period(UnsafeBufferPointer(rebasing: cell[..<4]))
    }
    if isFiscal, let year = Self.fiscalYear(cell) { return Self.fiscal(year) }
    if let period = Period(utf8: cell) { return period }
    var tokens = Tokens(cell)
    guard let first = tokens.next() else { return nil }
    switch first {
    case .number(let number, 4): return startingWithYear(number, &tokens)
    case .number(let number, 1...2): return startingWithDay(number, &tokens)
    case .number: return nil
    case .word(let word): return Self.startingWithWord(word, &tokens)
    }
  }

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
      // What follows a date is the time of the day.
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
      // Points stand in dates of countries that put the day first.
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
    // Jan-20 and Jan '20: what is behind a blank alone may be a day.
    if digits == 2, tokens.isAtEnd, separator != 0x20, separator != 0 {
      return day(first < 69 ? 2000 + first : 1900 + first, month, nil)
    }
    guard case .number(let year, 4)? = tokens.next(), tokens.isAtEnd else { return nil }
    return day(year, month, first)
  }

  /// The year in which a pair of years such as `2011/12` ends; nil for anything else.
  static func fiscalYear(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
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

  /// One of the parts of a year that have a number of months.
  private static func months(_ length: Int, _ number: Int, of year: Int) -> Period? {
    guard (1...12 / length).contains(number) else { return nil }
    let year = Int16(clamping: year)
    return Period(
      kind: .month, first: .init(year: year, month: UInt8((number - 1) * length + 1)),
      last: .init(year: year, month: UInt8(number * length)))
  }

  /// A month, or a day where one is given; nil for one that no calendar has.
  private static func day(_ year: Int, _ month: Int, _ day: Int?) -> Period? {
    guard (1...12).contains(month), (0...9999).contains(year) else { return nil }
    let length = Period.daysInMonth(month, year)
    let point = Period.Point(
      year: Int16(year), month: UInt8(month), day: UInt8(clamping: day ?? 0))
    guard let day else { return Period(kind: .month, first: point) }
    return (1...length).contains(day) ? Period(kind: .day, first: point) : nil
  }

  /// The number of a month by its English name or the first three letters of it.
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
  /// A period as people write it in tables: `Q2 2020`, `Dec 2012`, `2011/12`; nil for anything else.
  public init?(writtenAs text: String) {
    var text = text
    guard
      let period = text.withUTF8({
        DataPeriod(isFiscal: DataPeriod.fiscalYear($0) != nil).period($0)
      })
    else { return nil }
    self = period
  }
}

extension DataPeriod {
  /// The numbers and words of a cell.
  struct Tokens {
    enum Token {
      /// A number and how many digits it has.
      case number(Int, Int)
      /// ASCII letters in lower case.
      case word(String)
    }

    private var rest: Slice<UnsafeBufferPointer<UInt8>>
    /// The byte between the token read last and the next; 0 for none.
    private(set) var separator: UInt8 = 0

    init(_ cell: UnsafeBufferPointer<UInt8>) { rest = cell[...] }

    /// Whether nothing follows.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next token; nil at the end and before anything else than letters, digits and the
    /// signs that stand between them.
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
        // An en dash stands between years.
        if rest.starts(with: "–".utf8) { rest.removeFirst(2) }
        separator = byte
        rest.removeFirst()
      }
    }
  }
}
