import Testing

@testable import Model

/// Numbers and periods as people write them.
@Suite struct DataCellTests {
  private func number(_ text: String, _ mark: Unicode.Scalar = ".") -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { DataNumber($0, mark: UInt8(mark.value))?.value }
  }

  @Test(
    arguments: [
      ("12", 12), ("-3.5", -3.5), ("−3.5", -3.5), ("1,234.5", 1234.5), ("$1,200", 1200),
      ("(20)", -20), ("($1,200.50)", -1200.5), ("45%", 45), ("45 %", 45), ("US$ 3", 3), ("3 €", 3),
      ("1 234 567", 1_234_567), ("1\u{202f}234", 1234), ("1'234'567.25", 1_234_567.25),
      ("1e5", 1e5),
      ("2.5E-3", 0.0025), ("+7", 7), ("-$5", -5), ("$-5", -5), ("≈ 11", 11), ("12e", 12),
      ("12 *", 12),
      ("12,34,567", 1_234_567), ("0.30000000000000004", 0.30000000000000004), (".5", 0.5),
      ("$714B", 714e9), ("1.2M", 1.2e6), ("3.4 billion", 3.4e9), ("US$ 2 million", 2e6),
      ("5k", 5000),
      ("(1.5 bn)", -1.5e9), ("$97.4B (estimated)", 97.4e9),
      ("12345678901234567890", 12_345_678_901_234_567_168),
    ] as [(String, Double)])
  func numbers(_ text: String, _ value: Double) {
    #expect(number(text) == value)
  }

  @Test(arguments: [("1,5", 1.5), ("1.234,5", 1234.5), ("1 234,5", 1234.5), ("-0,25 %", -0.25)])
  func decimalCommas(_ text: String, _ value: Double) { #expect(number(text, ",") == value) }

  @Test(arguments: [
    "", "abc", "1,5", "1.2.3", "--5", "5-", "1,23", "1,2345", "12 34", "1e999", "inf", "nan",
    "5 kg", "5 km", "5m", "5 Mexico", "5B2", "B", "5 B B",
    "(5", "5)", "2012-12", "$", "%", "-", "1,,234", "1'23", "e5", "1 000 00", ".", "((5))",
    String(repeating: "1", count: 65),
  ])
  func noNumbers(_ text: String) { #expect(number(text) == nil) }

  @Test func qualifiersStayWithTheirNumbers() {
    let cells: [(String, Qualifiers)] = [
      ("≈ 11", .about), ("<5", .under), (">5", .over), ("3.1e", .estimated),
      ("3.1 (f)", .projected), ("206.4 (projected)", .projected), ("5% (est.)", .estimated),
      ("7 (expected)", .expected), ("9 (revised)", []), ("9 (p)", .provisional),
      ("9p", .provisional),
      ("8 (preliminary)", .provisional),
    ]
    for (text, qualifiers) in cells {
      let read = Array(text.utf8).withUnsafeBufferPointer {
        DataNumber($0, mark: UInt8(ascii: "."))?.qualifiers
      }
      #expect(read == qualifiers, "\(text)")
    }
  }

  @Test(arguments: [
    "", "NA", "n/a", "N/A", "-", "–", "…", "..", ".", ":", "null", "NaN", "None", "#N/A",
  ])
  func gaps(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { DataCell.isGap($0) })
  }

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
    let period = Array(text.utf8).withUnsafeBufferPointer { DataPeriod().period($0) }
    #expect(period?.description == written)
  }

  @Test(arguments: [
    "", "12", "abc", "2012-13", "2012-02-30", "Q5 2012", "2012Q5", "1500.12", "Foo 2012", "12.5",
    "99999", "2012-", "1,234", "0000-00-00", "31/31/2012", "mayor 2012", "2012H3", "2012-S0",
    "2012Q0", "5Q 2012", "2012M13", "2021-W53", "2021-W00", "2021-W54", "9999-W52", "Jan 20",
    "Jan20", "Q4 12", "Foo-20", "2012X1", "H1", "3 h 2012", "2012-W5-1",
  ])
  func noPeriods(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { DataPeriod().period($0) } == nil)
  }

  @Test func spansIncludeTheirEnds() {
    let span = DataSpan(from: .year(2000), to: .year(2005))
    for text in ["2000", "2005", "2000-01", "2005-12", "2005-12-31", "FY2003"] {
      #expect(Period(text).map(span.contains) == true, "\(text)")
    }
    for text in ["1999", "2006", "1999-12-31", "2006-01", "2004/2006"] {
      #expect(Period(text).map(span.contains) == false, "\(text)")
    }
  }
}
