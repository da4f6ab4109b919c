extension Period {
  /// How many days a month has, by its number from 1.
  static func daysInMonth(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The number of the quarter of a calendar year that three months are; nil for any other period.
  public var quarter: Int? { part(ofMonths: 3) }

  /// The number of the half of a calendar year that six months are; nil for any other period.
  public var halfYear: Int? { part(ofMonths: 6) }

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
  init?(week: Int, of year: Int) {
    guard (1...53).contains(week), (0...9998).contains(year) else { return nil }
    let fourth = Point(year: Int16(year), month: 1, day: 4)
    let monday = fourth.dayNumber - fourth.weekday + (week - 1) * 7
    self.init(kind: .day, first: Point(dayNumber: monday), last: Point(dayNumber: monday + 6))
    guard self.week?.year == year else { return nil }
  }

  /// The number and the year of the week of ISO 8601 that seven days are; nil for any other period.
  public var week: (number: Int, year: Int)? {
    guard kind == .day, first.weekday == 0, last.dayNumber == first.dayNumber + 6 else {
      return nil
    }
    let thursday = Point(dayNumber: first.dayNumber + 3)
    return ((thursday.dayOfYear - 1) / 7 + 1, Int(thursday.year))
  }
}

extension Period.Point {
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
