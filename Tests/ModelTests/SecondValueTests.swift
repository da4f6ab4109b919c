import TestSupport
import Testing

@testable import Reading

/// Two values for one indicator, series and period.
@Suite struct SecondValueTests {
  private let path = "data/observations.csv"

  /// The faults of the small dossier with more rows behind the fourth of its observations.
  private func read(_ rows: String...) -> Reading {
    readSmall { folder in
      folder[path] = (folder[path] ?? "") + rows.map { $0 + "\n" }.joined()
    }
  }

  @Test(arguments: [
    "flow,,2019,13,,survey,,", "flow,,2019,12,,survey,,", "flow,,2019,,about,,L3,",
  ])
  func aSecondValue(_ row: String) {
    let reading = read(row)
    reading.expect(.warning, path, 6, 0, "period of line 3")
    #expect(reading.observations.count == wholeCounts[6] + 1)
  }

  @Test func eachAfterTheFirst() {
    let reading = read(
      "flow,,2019,13,,,,", "stock,Eels,,1,,,,", "flow,,2019,14,,,,", "stock,Eels,,2,,,,")
    #expect(reading.diagnostics.map(\.line) == [6, 8, 9])
    #expect(reading.diagnostics.map { $0.message.suffix(6) } == ["line 3", "line 3", "line 7"])
  }

  @Test(arguments: [
    "flow,,2019,13,,census,,", "flow,,2019,13,,survey,,Counted twice.", "flow,A,2019,13,,survey,,",
    "flow,,FY2019,13,,survey,,", "stock,,2019,13,,survey,,",
  ])
  func twoOnPurpose(_ row: String) { #expect(read(row).diagnostics == []) }

  @Test func aRowWithANoteWordForWord() {
    let row = "flow,,2020,13,,survey,,Counted twice."
    read(row, row).expect(.warning, path, 7, 0, "period of line 6")
    #expect(read(row, "flow,,2020,14,,survey,,Counted twice.").diagnostics == [])
  }

  @Test func aLargeTable() {
    let rows = (0..<60_000).map { "stock,Row \($0 % 100),\(2000 + $0 / 100),\($0),,survey,," }
    #expect(read(rows.joined(separator: "\n")).diagnostics == [])
    read(rows.joined(separator: "\n"), rows[7])
      .expect(.warning, path, 60_006, 0, "period of line 13")
  }
}
