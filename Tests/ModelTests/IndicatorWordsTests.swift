import BuiltIn
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// What an indicator says in a line.
@Suite struct IndicatorWordsTests {
  private static let percent = Unit(id: "percent", title: "percent", suffix: "%")
  private static let persons = Unit(id: "persons", title: "persons")

  private func catalogue(
    _ unit: Unit, _ kind: Indicator.Kind, _ series: [(String, [(String?, Double)])],
    source: String = "office", qualifiers: Qualifiers = []
  ) -> (Catalogue, Indicator) {
    var dossier = Dossier()
    dossier.date = Period("2013-05")
    dossier.units = [unit]
    dossier.sources = [
      Source(id: "report", producer: "House", title: "T"),
      Source(id: "office", producer: "Office", title: "S"),
    ]
    let indicator = Indicator(
      id: "i", title: "People", unit: unit.id, kind: kind, source: source,
      series: series.map { name, values in
        Series(
          name: name,
          observations: values.map {
            Observation(
              period: $0.0.flatMap { Period($0) }, value: $0.1,
              decimals: $0.1 == $0.1.rounded() ? 0 : 1, qualifiers: qualifiers)
          }
        )
      })
    dossier.indicators = [indicator]
    return (Catalogue(dossier), indicator)
  }

  private func changes(_ indicator: Indicator, _ catalogue: Catalogue) -> String {
    catalogue.changes(of: indicator).map(\.datedText).joined(separator: "; ")
  }

  @Test func unlikeThingsAreNoRange() {
    let (catalogue, toll) = catalogue(
      Self.persons, .count,
      [("Murdered", [("2006/2012", 79_000)]), ("Missing", [("2006/2012", 19_000)])])
    #expect(catalogue.valueLine(of: toll) == "79,000 persons, Murdered, 2006–2012; 1 more")
    #expect(catalogue.briefValue(of: toll) == "2 values")
    #expect(changes(toll, catalogue) == "")
  }

  @Test func severalSeriesOverTimeHaveNoValueForAll() {
    let (catalogue, trade) = catalogue(
      Self.persons, .amount,
      [("A", [("2000", 1), ("2010", 2)]), ("B", [("2000", 5), ("2010", 6)])])
    #expect(catalogue.briefValue(of: trade) == "2 series")
    #expect(catalogue.valueLine(of: trade) == "2 persons, A, 2010")
    #expect(changes(trade, catalogue) == "+100%, 2000–2010")
  }

  @Test func aChangeNamesItsPeriods() {
    let (count, counted) = catalogue(Self.persons, .count, [("", [("2000", 200), ("2010", 250)])])
    #expect(changes(counted, count) == "+25%, 2000–2010")
    #expect(count.briefValue(of: counted) == "250 2010")
    let (ahead, expected) = catalogue(
      Self.persons, .count, [("", [("2013", 38_000_000_000)])], qualifiers: .expected)
    #expect(ahead.briefValue(of: expected) == "38 billion exp.")
    let (long, trade) = catalogue(
      Self.persons, .amount,
      [("A", [("2000", 100), ("2001", 160), ("2002", 168)]), ("B", [("2000", 1)])])
    #expect(changes(trade, long) == "+5%, 2001–2002; +68%, 2000–2002")
    let (undated, told) = catalogue(Self.persons, .count, [("", [("2000", 200), (nil, 250)])])
    #expect(changes(told, undated) == "")
    let (ranks, rank) = catalogue(Self.persons, .rank, [("", [("2000", 2), ("2010", 1)])])
    #expect(changes(rank, ranks) == "")
  }

  /// A percentage of a percentage, or of a rate, would be taken for something else.
  @Test func sharesChangeByPointsAndRatesByTheirUnit() {
    let (share, shared) = catalogue(Self.percent, .share, [("", [("2000", 40), ("FY2010", 38.5)])])
    #expect(changes(shared, share) == "−1.5 points, 2000 to FY2010")
    let (rate, rated) = catalogue(Self.persons, .rate, [("", [("1960", 8), ("1969", 24)])])
    #expect(changes(rated, rate) == "+16, 1960–1969")
    let (growth, grown) = catalogue(Self.percent, .change, [("", [("2011", 3.6), ("2012", 2.6)])])
    #expect(changes(grown, growth) == "−1 point, 2011–2012")
    let (averages, mean) = catalogue(
      Self.percent, .change, [("", [("1993/2000", 17), ("2000/2008", 4.5)])])
    #expect(changes(mean, averages) == "")
    let (moved, count) = catalogue(Self.persons, .change, [("", [("2011", 3), ("2012", 2)])])
    #expect(changes(count, moved) == "")
  }

  @Test func changesAreTold() {
    let money = ValueFormat(
      Unit(id: "usd", title: "U.S. dollars", prefix: "$", multiplier: 1_000_000))
    #expect(ValueFormat(Self.percent).change(from: 40, to: 50) == "+10 points")
    #expect(money.change(from: 40, to: 50) == "+25%")
    #expect(money.change(from: 10, to: 10) == "±0%")
    // A percentage of nothing, or of less, would say the opposite.
    #expect(money.change(from: 0, to: 50) == "+$50 million")
    #expect(money.change(from: -30, to: -45.5) == "−$15.5 million")
    #expect(money.change(from: -30, to: 20) == "+$50 million")
    #expect(money.change(from: 1, to: 1500) == "")
    #expect(money.change(from: 1, to: 1500, isRate: true) == "+$1.5 billion")
    let rank = ValueFormat(Unit(id: "rank", title: "rank"))
    #expect(rank.change(from: 5, to: 3) == "−2")
  }

  @Test func aFigureOfTheReportWithoutAPeriodIsDatedByIt() {
    let values: [(String, [(String?, Double)])] = [("", [(nil, 6)])]
    let (report, own) = catalogue(Self.persons, .count, values, source: "report")
    #expect(report.valueLine(of: own) == "6 persons, as of May 2013")
    let (office, other) = catalogue(Self.persons, .count, values)
    #expect(office.valueLine(of: other) == "6 persons")
  }

  @Test func headlinesAreTheReportsFiguresAndWhatCameLater() throws {
    let headlines = Catalogue(BuiltInDossier.reading().dossier).headlines
    let first = headlines.prefix { $0.isReports }
    #expect(first.count >= 5)
    #expect(!headlines.dropFirst(first.count).contains { $0.isReports })
    let trade = try #require(headlines.first { $0.indicator.id == "trade-level" })
    #expect(trade.value == "$500 billion, 2011")
    #expect(
      trade.since == "since then: $839.6 billion, computed, Mexico, 2024; +82% from 2011 "
        + "(\(trade.later?.title ?? "-"))")
    let borders = try #require(headlines.first { $0.indicator.id == "apprehensions" })
    #expect(borders.since.hasPrefix("since then: 1.58 million apprehensions"))
    // What is told beside a figure is no headline of its own.
    #expect(!headlines.contains { $0.indicator.id == "goods-trade-partners" })
  }
}
