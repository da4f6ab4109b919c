import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// Each qualifier that there is goes all the way from a table to what is written of it.
@Suite struct QualifierTests {
  @Test func namesAreThoseOfTheBits() {
    let constants: [(String, Qualifiers)] = [
      ("about", .about), ("over", .over), ("under", .under), ("up-to", .upTo), ("nearly", .nearly),
      ("estimated", .estimated), ("projected", .projected), ("expected", .expected),
      ("average", .average), ("planned", .planned), ("reported", .reported),
      ("provisional", .provisional),
    ]
    #expect(constants.map(\.0) == Qualifiers.names)
    for (name, qualifier) in constants { #expect(Qualifiers(name: name) == qualifier) }
    #expect(Qualifiers.all == Qualifiers(constants.map(\.1)))
    #expect(Qualifiers.all.names == Qualifiers.names)
  }

  @Test(arguments: Qualifiers.names)
  func isReadAndWritten(_ name: String) throws {
    let reading = readSmall {
      $0["data/observations.csv"]? += "flow,,2020,1,\(name),,,\nflow,,2021,2,,,,\n"
    }
    #expect(reading.diagnostics == [])
    let flow = try #require(reading.dossier.indicators.first { $0.id == "flow" })
    let values = flow.series[0].observations.suffix(2)
    #expect(values.map(\.qualifiers.names) == [[name], []])
    let table = RecordTable(observationsOf: flow).text(.csv)
    #expect(table.contains("flow,,2020,1,\(name),survey,,,\nflow,,2021,2,,survey,,,\n"), "\(table)")
    #expect(reading.dossier.json().contains("\"\(name)\""))
  }

  @Test func allAtOnce() throws {
    let cell = Qualifiers.names.joined(separator: ";")
    let reading = readSmall { $0["data/observations.csv"]? += "flow,,2020,1,\(cell),,,\n" }
    #expect(reading.diagnostics == [])
    let flow = try #require(reading.dossier.indicators.first { $0.id == "flow" })
    #expect(flow.series[0].observations.last?.qualifiers == .all)
    let table = RecordTable(observationsOf: flow).text(.csv)
    #expect(table.contains("flow,,2020,1,\(cell),survey,,,\n"))
  }
}
