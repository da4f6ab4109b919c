import TestSupport
import Testing

@testable import Reading

/// Indicators whose values cannot be compared.
@Suite struct ComparisonTests {
  private let path = "data/indicators.csv"

  private func check(_ indicator: String, _ observations: String...) -> Reading {
    checkSmall { folder in
      folder[path] = (folder[path] ?? "") + indicator + "\n"
      let table = "data/observations.csv"
      folder[table] = (folder[table] ?? "") + observations.map { $0 + "\n" }.joined()
    }
  }

  @Test func countsOverPeriodsOfDifferentLengths() {
    let indicator = "caught,Caught,fish,mouths,count,bars,none,census,,,"
    check(indicator, "caught,A,2006/2012,7,,,,", "caught,B,2012,1,,,,")
      .expect(.warning, path, 4, 1, "counts of 7 years and of 1 year cannot be compared")
    check(indicator, "caught,A,2012-01,7,,,,", "caught,B,2012,1,,,,")
      .expect(.warning, path, 4, 1, "counts of 1 month and of 1 year")
    // A fiscal year is a year, and twelve months are one.
    #expect(
      check(
        indicator, "caught,A,FY2011,7,,,,", "caught,B,2012,1,,,,", "caught,C,2011-07/2012-06,1,,,,",
        "caught,D,,3,,,,", "caught,E,2006/2012,,,,,"
      ).diagnostics == [])
  }

  @Test func levelsAndRatesMayHaveAnyPeriod() {
    for kind in ["level", "rate", "change", "share"] {
      let indicator = "caught,Caught,fish,mouths,\(kind),bars,none,census,,,"
      let reading = check(indicator, "caught,A,2006/2012,7,,,,", "caught,B,2012,1,,,,")
      #expect(reading.diagnostics == [])
    }
  }

  @Test func partsThatAreMoreThanTheWhole() {
    let indicator = "parts,Parts,fish,mouths,share,share,none,census,,,"
    check(indicator, "parts,A,2012,70,,,,", "parts,B,2012,40,,,,", "parts,A,2013,30,,,,")
      .expect(.warning, path, 4, 1, "come to 110 percent")
    #expect(
      check(indicator, "parts,A,2012,70,,,,", "parts,B,2012,30.6,,,,", "parts,A,2013,90,,,,")
        .diagnostics == [])
  }

  @Test func marksInAnotherUnit() {
    check("depth,Depth,fish,mouths,level,line,none,census,,,stock/Trout", "depth,,2012,1,,,,")
      .expect(.warning, path, 4, 1, "stock is marked on this chart, but is in litres, not in fish")
  }
}
