import BuiltIn
import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// Values that the dossier computed, and what is said of them.
@Suite struct DerivationTests {
  // MARK: Reading

  @Test func aFormulaWithWords() throws {
    let read = try Derivation("sum( exports/Sea (salt) ; /A; @FY2011;-2.5; x@2001/2003): all of it")
    #expect(read.operation == .sum)
    #expect(read.words == "all of it")
    #expect(
      read.inputs == [
        .observation(indicator: "exports", series: "Sea (salt)", period: nil),
        .observation(indicator: nil, series: "A", period: nil),
        .observation(indicator: nil, series: nil, period: Period("FY2011")),
        .number(-2.5), .observation(indicator: "x", series: nil, period: Period("2001/2003")),
      ])
  }

  @Test func wordsAlone() throws {
    let read = try Derivation("mean of 12 months (none is here)")
    #expect(read.operation == nil)
    #expect(read.title == "mean of 12 months (none is here)")
  }

  @Test(arguments: [
    "total(1; 2)", "sum(1; 2", "sum(1)", "ratio(1; 2; 3)", "sum(1; 2) and more", "sum(a@soon; 2)",
    "sum(Not An Id; 2)", "sum()",
  ])
  func whatIsNoComputation(_ cell: String) {
    #expect(throws: Derivation.Fault.self) { try Derivation(cell) }
  }

  // MARK: Computing

  /// An indicator in thousands with a series of years, one of months, and a computed value.
  private func outcome(
    _ formula: String, _ value: Double?, decimals: UInt8 = 0, unit: String = "thousand"
  ) throws -> DerivationCheck.Outcome {
    func months(_ values: [Double]) -> [Observation] {
      values.enumerated().map { Observation(period: Period("2011-0\($0 + 1)"), value: $1) }
    }
    var dossier = Dossier()
    dossier.units = [
      Unit(id: "thousand", title: "fish", multiplier: 1000), Unit(id: "fish", title: "fish"),
      Unit(id: "percent", title: "percent", suffix: "%"), Unit(id: "boats", title: "boats"),
    ]
    dossier.indicators = [
      Indicator(
        id: "catch", title: "Catch", unit: "thousand",
        series: [
          Series(
            name: "Cod",
            observations: [
              Observation(period: .year(2010), value: 20),
              Observation(period: .year(2011), value: 15),
            ]),
          Series(name: "Eel", observations: months([1, 2, 3.5])),
          Series(name: "Ray", observations: [Observation(period: .year(2011), value: nil)]),
        ]),
      Indicator(
        id: "single", title: "Single", unit: "fish",
        series: [Series(observations: [Observation(period: .year(2011), value: 500)])]),
      Indicator(
        id: "fleet", title: "Fleet", unit: "boats",
        series: [Series(observations: [Observation(period: .year(2011), value: 5)])]),
    ]
    let observation = Observation(
      period: .year(2011), value: value, decimals: decimals, derivation: try Derivation(formula))
    let own = Indicator(
      id: "own", title: "Own", unit: unit, series: [Series(observations: [observation])])
    dossier.indicators.append(own)
    return DerivationCheck(dossier).outcome(of: observation, in: "", of: own)
  }

  @Test func inputsAreTakenInFull() throws {
    #expect(try outcome("sum(catch/Cod; single)", 15.5, decimals: 1) == .proved)
    #expect(try outcome("sum(catch/Cod; single)", 15_500, unit: "fish") == .proved)
    #expect(try outcome("difference(catch/Cod; 1; 2.5)", 11.5, decimals: 1) == .proved)
    #expect(try outcome("change(catch/Cod@2010; catch/Cod)", -25, unit: "percent") == .proved)
    #expect(try outcome("share(single; catch/Cod)", 3.3, decimals: 1, unit: "percent") == .proved)
    #expect(try outcome("ratio(catch/Cod; single)", 30, unit: "percent") == .proved)
  }

  @Test func aYearStandsForItsMonths() throws {
    #expect(try outcome("sum(catch/Eel; 0)", 6.5, decimals: 1) == .proved)
    #expect(try outcome("sum(catch/Eel; catch/Cod)", 21.5, decimals: 1) == .proved)
  }

  @Test func whatDoesNotFollow() throws {
    #expect(try outcome("sum(catch/Cod; single)", 15.4, decimals: 1) == .differs(15.5))
    #expect(try outcome("sum(catch/Cod; single)", 16) == .proved)
    #expect(try outcome("sum(catch/Ray; single)", 1) == .missing("catch/Ray"))
    #expect(try outcome("sum(catch/Cod@1999; single)", 1) == .missing("catch/Cod@1999"))
    #expect(try outcome("sum(catch; single)", 1) == .missing("catch"))
    #expect(try outcome("sum(nothing; single)", 1) == .missing("nothing"))
    #expect(try outcome("sum(/; 1)", 1) == .missing("the value itself"))
    #expect(try outcome("sum(catch/Cod; fleet)", 1) == .unlike("fish", "boats"))
    #expect(try outcome("ratio(catch/Cod; fleet)", 3, unit: "thousand") == .proved)
    #expect(try outcome("told in words", 1) == .unproved)
    let zero = try outcome("ratio(1; 0)", 1)
    #expect(zero == .differs(.infinity))
  }

  // MARK: Faults of a table

  private let path = "data/observations.csv"

  /// The small dossier with a column for computations and more rows.
  private func read(_ rows: String...) -> Reading {
    checkSmall { folder in
      let lines = (folder[path] ?? "").split(separator: "\n").map(String.init)
      let table = [lines[0] + ",derived"] + lines.dropFirst().map { $0 + "," } + rows
      folder[path] = table.map { $0 + "\n" }.joined()
    }
  }

  @Test func aComputedValueHasNoPlaceAndNoWordOfASource() throws {
    let place = read("flow,,2021,31,,,L3,,told in words")
    place.expect(.error, path, 6, 17, "has no place in the original")
    let value = try #require(place.observations.first { $0.isComputed })
    #expect(value.locators == [])
    let qualifier = read("flow,,2021,31,about;planned,,,,told in words")
    qualifier.expect(.error, path, 6, 15, "a computed value has the qualifier \"about\"")
    let kept = try #require(qualifier.observations.first { $0.isComputed })
    #expect(kept.qualifiers == [.planned, .computed])
  }

  @Test func aFormulaThatCannotBeReadIsReported() {
    read("flow,,2021,31,,,,,total(1; 2)").expect(.error, path, 6, 19, "not an operation")
  }

  @Test func aValueThatDoesNotFollowIsReported() {
    read("flow,,2021,31,,,,,sum(1; 2)").expect(.warning, path, 6, 19, "come to 3.00, not to 31")
    #expect(read("flow,,2021,3,,,,,sum(1; 2)").diagnostics == [])
  }

  // MARK: What is said

  @Test func itIsNeverSaidToBeItsSources() throws {
    let catalogue = Catalogue(BuiltInDossier.reading().dossier)
    let trade = try #require(catalogue.indicator("goods-trade-partners"))
    #expect(
      catalogue.dossier.sourceLine(of: trade).hasPrefix(
        "computed in this dossier from U.S. Census Bureau, Foreign Trade (1985–2012)"))
    #expect(catalogue.dossier.shortSourceLines(of: trade).allSatisfy { $0.hasPrefix("computed") })
    let value = try #require(Citation(of: trade, series: 0, row: 0, in: catalogue))
    #expect(value.plain.hasPrefix("Computed in the dossier us-mexico-2013 from: U.S. Census"))
    #expect(value.plain.contains("(exports plus imports)"))
    #expect(value.plain.contains(", computed"))
    #expect(value.bibtex.contains("computed in the dossier"))
    let all = Citation(of: .indicator(trade), in: catalogue)
    #expect(all.plain.hasPrefix("For 1985–2012: computed in the dossier us-mexico-2013 from: "))
    let sheet = RecordSheet(.indicator(trade), in: catalogue).markdown
    #expect(sheet.contains("computed in this dossier from U.S. Census Bureau"))
    #expect(sheet.contains("| exports plus imports"))
    let table = RecordTable(observationsOf: trade)
    #expect(table.columns.last == "derived")
    #expect(table.rows[0].last?.text.hasPrefix("sum(goods-trade-mexico/Exports") == true)
    // A qualifier is what a source says.
    #expect(table.rows[0][4].text == "")
  }

  @Test func onlyTheComputedYearOfASeriesIsSaidToBe() throws {
    let catalogue = Catalogue(BuiltInDossier.reading().dossier)
    let borders = try #require(catalogue.indicator("apprehensions-annual"))
    let line = catalogue.dossier.sourceLine(of: borders)
    #expect(line.contains("; computed in this dossier from U.S. Customs and Border Protection"))
    #expect(line.contains("(FY2020)"))
    #expect(!line.hasPrefix("computed"))
  }

  @Test func theBuiltInDossierProvesItsArithmetic() {
    let dossier = BuiltInDossier.reading().dossier
    let check = DerivationCheck(dossier)
    var proved = 0
    for indicator in dossier.indicators {
      for series in indicator.series {
        for observation in series.observations where observation.derivation?.operation != nil {
          #expect(check.outcome(of: observation, in: series.name, of: indicator) == .proved)
          proved += 1
        }
      }
    }
    #expect(proved > 150)
  }
}
