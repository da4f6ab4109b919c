import Testing

@testable import Tables

/// Values of a file become rows of a dossier, again and again, without touching others.
@Suite struct ObservationMergeTests {
  private static let heading =
    "indicator,series,period,value,qualifier,source,locator,note,derived\n"

  private func edit(_ rows: String) throws -> TableEdit {
    try #require(TableEdit(Array((Self.heading + rows).utf8), usual: []))
  }

  private func rows(_ values: [(String, String)]) -> [ObservationMerge.Fields] {
    values.map { ["indicator": "a", "series": "", "period": $0.0, "value": $0.1, "source": "s"] }
  }

  private func text(_ table: TableEdit) -> String {
    String(String(decoding: table.bytes, as: UTF8.self).dropFirst(Self.heading.count))
  }

  @Test func aNewIndicatorIsAddedBehindItsOwn() throws {
    let merge = ObservationMerge(
      rows([("2019", "1"), ("2020", "2")]), base: [], indicator: "a",
      into: try edit("b,,2019,\"9\",,,,\"x, y\",\nc,,2019,8,,,,,\n"), keepsVintage: false)
    #expect(
      text(merge.table)
        == "b,,2019,\"9\",,,,\"x, y\",\nc,,2019,8,,,,,\na,,2019,1,,s,,,\na,,2020,2,,s,,,\n")
  }

  @Test func aNewerFileReplacesWhatNobodyEdited() throws {
    let before = rows([("2018", "7"), ("2019", "1"), ("2020", "2"), ("2021", "3")])
    let table = try edit(
      "a,,2018,7,,s,,,\na,,2019,1,,s,p. 3,,yes\nb,,2019,9,,,,,\na,,2020,2.25,,s,,,\n")
    let merge = ObservationMerge(
      rows([("2019", "1.5"), ("2020", "2.5"), ("2021", "3"), ("2022", "4")]), base: before,
      indicator: "a", into: table, keepsVintage: false)
    #expect(
      text(merge.table)
        == "a,,2018,7,,s,,,\na,,2019,1.5,,s,p. 3,,yes\nb,,2019,9,,,,,\na,,2020,2.25,,s,,,\na,,2022,4,,s,,,\n"
    )
    #expect(
      merge.changes == [
        .replaced("2019: 1.5", old: "1"), .keptEdit("2020: 2.25", new: "2.5"),
        .removedByAuthor("2021: 3"), .added("2022: 4"), .noLonger("2018: 7"),
      ])
  }

  @Test func vintagesStayAsTheirOwnRows() throws {
    let before = rows([("2019", "1")])
    let merge = ObservationMerge(
      rows([("2019", "2")]), base: before, indicator: "a", into: try edit("a,,2019,1,,s0,,,\n"),
      keepsVintage: true)
    #expect(text(merge.table) == "a,,2019,1,,s0,,,\na,,2019,2,,s,,,\n")
    let again = ObservationMerge(
      rows([("2019", "2")]), base: rows([("2019", "2")]), indicator: "a", into: merge.table,
      keepsVintage: true)
    #expect(again.changes.isEmpty && again.unchanged == 1)
    #expect(again.table.bytes == merge.table.bytes)
  }
}
