import Glibc
import Testing

@testable import Reading
@testable import Records

/// Periods of the calendar: their names, and where they stand on an axis of years.
@Suite struct PeriodTests {
  @Test(arguments: [
    ("2011", "2011"), ("FY2011", "FY2011"), ("2012-12", "Dec 2012"), ("2013-01-12", "12 Jan 2013"),
    ("2006/2012", "2006–2012"), ("1960/1969", "1960s"), ("2012-10/2012-12", "Q4 2012"),
    ("2012-01/2012-06", "H1 2012"), ("2012-07/2012-12", "H2 2012"),
    ("2012-02/2012-07", "Feb 2012–Jul 2012"), ("2012-01/2013-06", "Jan 2012–Jun 2013"),
    ("2021-02-01/2021-02-07", "W5 2021"), ("2020-12-28/2021-01-03", "W53 2020"),
    ("2021-02-02/2021-02-08", "2 Feb 2021–8 Feb 2021"),
    ("2021-02-01/2021-02-08", "1 Feb 2021–8 Feb 2021"),
  ])
  func titles(_ written: String, _ title: String) {
    #expect(Period(written)?.title == title)
  }

  /// Every week that the C library counts in some years is the one of its number, and no other is.
  @Test(arguments: [1, 4, 1900, 1999, 2000, 2004, 2015, 2020, 2026, 2100, 9998])
  func weeksAreThoseOfISO8601(_ year: Int) throws {
    for week in 1...53 {
      guard let period = Period(week: week, of: year) else {
        #expect(week == 53)
        continue
      }
      #expect(period.week?.number == week && period.week?.year == year)
      for (point, weekday) in [(period.first, 1), (period.last, 0)] {
        var time = tm()
        (time.tm_year, time.tm_mon) = (Int32(point.year) - 1900, Int32(point.month) - 1)
        time.tm_mday = Int32(point.day)
        timegm(&time)
        var text = [CChar](repeating: 0, count: 64)
        strftime(&text, text.count, "%G %V", &time)
        let words = String(
          decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
        )
        .split(separator: " ").compactMap { Int($0) }
        #expect(words == [year, week] && Int(time.tm_wday) == weekday, "\(period)")
      }
    }
  }

  /// Days follow each other at one distance, from month to month and from year to year.
  @Test func daysStandEvenly() throws {
    var places: [Double] = []
    for year in 2019...2021 {
      for month in 1...12 {
        for day in 1...Period.daysInMonth(month, year) {
          let point = Period.Point(year: Int16(year), month: UInt8(month), day: UInt8(day))
          places.append(Period(kind: .day, first: point).position)
        }
      }
    }
    #expect(places.count == 365 + 366 + 365)
    let steps = zip(places.dropFirst(), places).map { $0 - $1 }
    let (least, most) = try (#require(steps.min()), #require(steps.max()))
    #expect(least > 1 / 366.1 && most < 1 / 364.9)
    #expect(places[0] > 2019 && places[364] < 2020)
  }

  @Test func spansIncludeTheirEnds() {
    let span = TimeSpan(from: .year(2000), to: .year(2005))
    for text in ["2000", "2005", "2000-01", "2005-12", "2005-12-31", "FY2003"] {
      #expect(Period(text).map(span.contains) == true, "\(text)")
    }
    for text in ["1999", "2006", "1999-12-31", "2006-01", "2004/2006"] {
      #expect(Period(text).map(span.contains) == false, "\(text)")
    }
  }
}
