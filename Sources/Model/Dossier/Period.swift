/// When a value was measured or an event happened, keeping the kind of period.
///
/// A year `2011`, a fiscal year `FY2011`, a month `2012-12`, a day
/// `2013-01-12`, or a range of one of these `2006/2012`.
public struct Period: Hashable, Sendable {
  /// How precise a period is.
  public enum Kind: UInt8, Sendable {
    case year, fiscalYear, month, day
  }

  /// A year with a month and a day from 1, if the kind has them.
  public struct Point: Hashable, Comparable, Sendable {
    /// The calendar or fiscal year, -9999…9999.
    public var year: Int16
    /// 1…12, or 0 if the kind has no month.
    public var month: UInt8
    /// 1…31, or 0 if the kind has no day.
    public var day: UInt8

    /// A point in time of a year, month or day.
    public init(year: Int16, month: UInt8 = 0, day: UInt8 = 0) {
      self.year = year
      self.month = month
      self.day = day
    }

    public static func < (left: Point, right: Point) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
  }

  /// How precise both ends are.
  public var kind: Kind
  /// Where the period starts.
  public var first: Point
  /// Where it ends; equal to `first` unless it is a range.
  public var last: Point

  /// A period from one point to another.
  public init(kind: Kind, first: Point, last: Point? = nil) {
    self.kind = kind
    self.first = first
    self.last = last ?? first
  }

  /// A calendar year.
  public static func year(_ year: Int) -> Period {
    Period(kind: .year, first: Point(year: Int16(clamping: year)))
  }

  /// Whether it spans several years, months or days.
  public var isRange: Bool { first != last }

  /// The place of its middle on an axis of years; a year is at its own number.
  ///
  /// A month is at its middle, as one of twelve equal parts; a day at its share of the days of its
  /// year; a fiscal year at its number, a range between its ends.
  public var position: Double {
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
  public static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last, left.kind.rawValue) < (right.first, right.last, right.kind.rawValue)
  }
}
