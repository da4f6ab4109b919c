/// When a value was measured or an event happened, keeping the kind of period.
///
/// A year `2011`, a fiscal year `FY2011`, a month `2012-12`, a day
/// `2013-01-12`, or a range of one of these `2006/2012`.
package struct Period: Hashable, Sendable {
  /// How precise a period is.
  package enum Kind: UInt8, Sendable {
    case year, fiscalYear, month, day
  }

  /// A year with a month and a day from 1, if the kind has them.
  package struct Point: Hashable, Comparable, Sendable {
    /// The calendar or fiscal year, -9999…9999.
    package var year: Int16
    /// 1…12, or 0 if the kind has no month.
    package var month: UInt8
    /// 1…31, or 0 if the kind has no day.
    package var day: UInt8

    /// A point in time of a year, month or day.
    package init(year: Int16, month: UInt8 = 0, day: UInt8 = 0) {
      self.year = year
      self.month = month
      self.day = day
    }

    package static func < (left: Point, right: Point) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
  }

  /// How precise both ends are.
  package var kind: Kind
  /// Where the period starts.
  package var first: Point
  /// Where it ends; equal to `first` unless it is a range.
  package var last: Point

  /// A period from one point to another.
  package init(kind: Kind, first: Point, last: Point? = nil) {
    self.kind = kind
    self.first = first
    self.last = last ?? first
  }

  /// A calendar year.
  package static func year(_ year: Int) -> Period {
    Period(kind: .year, first: Point(year: Int16(clamping: year)))
  }

  /// Whether it spans several years, months or days.
  package var isRange: Bool { first != last }

  /// The place of its middle on an axis of years; a year is at its own number.
  ///
  /// A month is at its middle, as one of twelve equal parts; a day at its share of the days of its
  /// year; a fiscal year at its number, a range between its ends.
  package var position: Double {
    (Self.position(first, kind) + Self.position(last, kind)) / 2
  }

  private static func position(_ point: Point, _ kind: Kind) -> Double {
    let year = Double(point.year)
    switch kind {
    case .year, .fiscalYear: return year
    case .month: return year + (Double(point.month) - 0.5) / 12
    case .day: return year + (Double(point.dayOfYear) - 0.5) / Double(point.daysInYear)
    }
  }
}

extension Period: Comparable {
  package static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last, left.kind.rawValue) < (right.first, right.last, right.kind.rawValue)
  }
}

// MARK: Writing

extension Period {
  /// The period as readers see it: `2011`, `FY2011`, `Dec 2012`, `12 Jan 2013`, `2006–2012`,
  /// `Q1 2012`, `H2 2012`, `W5 2012`.
  package var title: String {
    guard isRange else { return Self.title(first, kind) }
    if let quarter { return "Q\(quarter) \(first.year)" }
    if let halfYear { return "H\(halfYear) \(first.year)" }
    if let (week, year) = week { return "W\(week) \(year)" }
    if kind == .year, first.year % 10 == 0, last.year == first.year + 9 { return "\(first.year)s" }
    return "\(Self.title(first, kind))–\(Self.title(last, kind))"
  }

  /// Both ends, also of a range that has a name of its own: `1960–1969`.
  package var spanTitle: String {
    "\(Self.title(first, kind))–\(Self.title(last, kind))"
  }

  private static func title(_ point: Point, _ kind: Kind) -> String {
    switch kind {
    case .year: "\(point.year)"
    case .fiscalYear: "FY\(point.year)"
    case .month: "\(monthNames[Int(point.month) - 1]) \(point.year)"
    case .day: "\(point.day) \(monthNames[Int(point.month) - 1]) \(point.year)"
    }
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Period: CustomStringConvertible {
  /// The period as written in a dossier.
  package var description: String {
    isRange ? "\(written(first))/\(written(last))" : written(first)
  }

  private func written(_ point: Point) -> String {
    func two(_ number: UInt8) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let digits = String(point.year)
    let year = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    switch kind {
    case .year: return year
    case .fiscalYear: return "FY\(year)"
    case .month: return "\(year)-\(two(point.month))"
    case .day: return "\(year)-\(two(point.month))-\(two(point.day))"
    }
  }
}

extension Period {
  /// How many days a month has, by its number from 1.
  package static func daysInMonth(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The number of the quarter of a calendar year that three months are; nil for any other period.
  package var quarter: Int? { part(ofMonths: 3) }

  /// The number of the half of a calendar year that six months are; nil for any other period.
  package var halfYear: Int? { part(ofMonths: 6) }

  private func part(ofMonths length: UInt8) -> Int? {
    guard kind == .month, first.year == last.year, first.month % length == 1,
      last.month == first.month + length - 1
    else { return nil }
    return Int(last.month / length)
  }

  // MARK: Weeks

  /// A week of ISO 8601: Monday to Sunday, the first of a year being the one with its 4 January.
  ///
  /// - Parameters:
  ///   - week: Its number, 1…53.
  ///   - year: The year that its Thursday is in, 0…9998.
  /// - Returns: Seven days; nil for a week that the year does not have.
  package init?(week: Int, of year: Int) {
    guard (1...53).contains(week), (0...9998).contains(year) else { return nil }
    let fourth = Point(year: Int16(year), month: 1, day: 4)
    let monday = fourth.dayNumber - fourth.weekday + (week - 1) * 7
    self.init(kind: .day, first: Point(dayNumber: monday), last: Point(dayNumber: monday + 6))
    guard self.week?.year == year else { return nil }
  }

  /// The number and the year of the week of ISO 8601 that seven days are; nil for any other period.
  package var week: (number: Int, year: Int)? {
    guard kind == .day, first.weekday == 0, last.dayNumber == first.dayNumber + 6 else {
      return nil
    }
    let thursday = Point(dayNumber: first.dayNumber + 3)
    return ((thursday.dayOfYear - 1) / 7 + 1, Int(thursday.year))
  }
}

extension Period {
  /// The first day.
  ///
  /// A fiscal year counts as the calendar year of its number, since its bounds differ by country.
  package var firstDay: Point {
    Point(year: first.year, month: max(1, first.month), day: max(1, first.day))
  }

  /// The last day; a fiscal year counts as the calendar year of its number.
  package var lastDay: Point {
    let month = last.month == 0 ? 12 : last.month
    let end = Self.daysInMonth(Int(month), Int(last.year))
    return Point(year: last.year, month: month, day: last.day == 0 ? UInt8(end) : last.day)
  }
}

extension Period.Point {
  /// The same day so many months later or earlier; the last day of a shorter month.
  package func adding(months: Int) -> Period.Point {
    let count = Int(year) * 12 + Int(max(1, month)) - 1 + months
    let year = Int((Double(count) / 12).rounded(.down))
    let month = count - year * 12 + 1
    let end = Period.daysInMonth(month, year)
    return Self(
      year: Int16(clamping: year), month: UInt8(month), day: min(max(1, day), UInt8(end)))
  }

  /// The day as readers see it: `30 Jun 2016`.
  package var title: String { Period(kind: .day, first: self).title }

  /// The day before.
  package var before: Period.Point { Period.Point(dayNumber: dayNumber - 1) }

  /// How many whole months have passed from an earlier day; 0 if it is not earlier.
  package func months(since start: Period.Point) -> Int {
    let months = (Int(year) - Int(start.year)) * 12 + Int(month) - Int(start.month)
    return max(0, day < start.day ? months - 1 : months)
  }

  /// How many days its year has.
  var daysInYear: Int { Period.daysInMonth(2, Int(year)) + 337 }

  /// The number of a day in its year, from 1.
  var dayOfYear: Int {
    (1..<max(1, Int(month))).reduce(Int(day)) { $0 + Period.daysInMonth($1, Int(year)) }
  }

  /// The days from 1 January of the year 0 of the Gregorian calendar to a day.
  fileprivate var dayNumber: Int {
    let year = max(0, Int(year))
    let before = max(0, year - 1)
    let leapDays = before / 4 - before / 100 + before / 400 + (year > 0 ? 1 : 0)
    return year * 365 + leapDays + dayOfYear - 1
  }

  /// The day with a number, 0….
  fileprivate init(dayNumber: Int) {
    var year = Self(year: Int16(clamping: dayNumber / 366), month: 1, day: 1)
    var rest = dayNumber - year.dayNumber
    while rest >= year.daysInYear {
      rest -= year.daysInYear
      year.year += 1
    }
    var month = 1
    while rest >= Period.daysInMonth(month, Int(year.year)) {
      rest -= Period.daysInMonth(month, Int(year.year))
      month += 1
    }
    self.init(year: year.year, month: UInt8(month), day: UInt8(rest + 1))
  }

  /// The number of a day in its week, from 0 for Monday; 1 January of the year 0 was a Saturday.
  fileprivate var weekday: Int { (dayNumber + 5) % 7 }
}
