import Testing

@testable import Reading
@testable import Records

/// Periods as a dossier and as people write them.
@Suite struct PeriodReaderTests {
  @Test(arguments: [
    ("2011", "2011"), ("FY2011", "FY2011"), ("FY 2011", "FY2011"), ("2012-12", "2012-12"),
    ("2012/12/31", "2012-12-31"), ("2012-12-31T10:00:00Z", "2012-12-31"),
    ("2012-12-31 10:00", "2012-12-31"), ("31.12.2012", "2012-12-31"), ("31/12/2012", "2012-12-31"),
    ("Dec 2012", "2012-12"), ("December 2012", "2012-12"), ("2012 Dec", "2012-12"),
    ("31 Dec 2012", "2012-12-31"), ("Dec 31, 2012", "2012-12-31"), ("2012M01", "2012-01"),
    ("2012Q4", "2012-10/2012-12"), ("Q4 2012", "2012-10/2012-12"), ("2012-Q4", "2012-10/2012-12"),
    ("2011.0", "2011"), ("12/2012", "2012-12"), ("2006/2012", "2006/2012"),
    ("4Q 2012", "2012-10/2012-12"), ("4Q2012", "2012-10/2012-12"), ("2012 Q4", "2012-10/2012-12"),
    ("2012H1", "2012-01/2012-06"), ("H2 2012", "2012-07/2012-12"), ("2012-S2", "2012-07/2012-12"),
    ("1H 2012", "2012-01/2012-06"), ("S1 2012", "2012-01/2012-06"),
    ("2021-W05", "2021-02-01/2021-02-07"), ("2021W05", "2021-02-01/2021-02-07"),
    ("W5 2021", "2021-02-01/2021-02-07"), ("2020-W53", "2020-12-28/2021-01-03"),
    ("2009-W01", "2008-12-29/2009-01-04"), ("1999-W52", "1999-12-27/2000-01-02"),
    ("0001-W01", "0001-01-01/0001-01-07"),
    ("Jan-20", "2020-01"), ("Dec-68", "2068-12"), ("Dec-69", "1969-12"), ("Jan/20", "2020-01"),
    ("Jan '20", "2020-01"),
  ])
  func periods(_ text: String, _ written: String) {
    let period = PeriodReader().period(text)
    #expect(period?.description == written)
  }

  @Test(arguments: [
    "", "12", "abc", "2012-13", "2012-02-30", "Q5 2012", "2012Q5", "1500.12", "Foo 2012", "12.5",
    "99999", "2012-", "1,234", "0000-00-00", "31/31/2012", "mayor 2012", "2012H3", "2012-S0",
    "2012Q0", "5Q 2012", "2012M13", "2021-W53", "2021-W00", "2021-W54", "9999-W52", "Jan 20",
    "Jan20", "Q4 12", "Foo-20", "2012X1", "H1", "3 h 2012", "2012-W5-1",
  ])
  func noPeriods(_ text: String) {
    #expect(PeriodReader().period(text) == nil)
  }

  @Test(arguments: [
    "2011", "FY2011", "2012-12", "2013-01-12", "2006/2012", "FY2006/FY2012", "2012-10/2012-12",
    "2012-02-29/2012-03-01",
  ])
  func aDossiersPeriodsAreTheSameForAnybody(_ text: String) throws {
    let period = try #require(PeriodReader.dossier.period(text))
    #expect(period.description == text)
    #expect(PeriodReader().period(text) == period)
    #expect(PeriodReader(isDayFirst: false).period(text) == period)
  }

  @Test(arguments: [
    "FY 2011", "2012/12", "2012-1", "2012Q4", "Q4 2012", "Dec 2012", "31.12.2012", "2012-W05",
    "2011*", "2011.0", "2012/2006", "2012-13", "2012-02-30", "2012-12-31T10:00", " 2011", "",
  ])
  func aDossierWritesNoOthers(_ text: String) {
    #expect(PeriodReader.dossier.period(text) == nil)
  }

  /// Two years are a fiscal year only where the table's other rows are such.
  @Test(arguments: [
    ("2011/12", "2011-12", "FY2012"), ("2011-12", "2011-12", "FY2012"),
    ("2011–12", "2011-12", "FY2012"), ("2011/2012", "2011/2012", "FY2012"),
    ("1999/00", nil, "FY2000"), ("2012-13", nil, "FY2013"), ("2011-11", "2011-11", "2011-11"),
    ("2006/2012", "2006/2012", "2006/2012"),
  ])
  func pairsOfYears(_ text: String, _ written: String?, _ fiscal: String) {
    #expect(PeriodReader().period(text)?.description == written)
    #expect(PeriodReader(isFiscal: true).period(text)?.description == fiscal)
  }
}
