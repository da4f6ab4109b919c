import Testing

@testable import Reading
@testable import Records
@testable import Tables

/// Files that are not lines of cells, and those of portals with forms of their own.
@Suite struct TableFormatTests {
  private func table(json text: String) throws -> DataTable {
    let json = try #require(JSONNode(Array(text.utf8)))
    let (bytes, origin) = try TableFile.table(json)
    var form = DataTable.Form()
    form.origin = origin
    return try DataTable(bytes, form: form)
  }

  private static let version2 = """
    {\t"version": "2.0", "class": "dataset", "label": "Boats \\u00e9", "source": "An office",
    "updated": "2022-01-02T10:00:00Z", "value": [1, 2.5, null, 4], "status": {"1": "p"},
    "id": ["place", "time"], "size": [2, 2], "role": {"time": ["time"]},
    "dimension": {"place": {"label": "Place", "category": {"index": {"b": 1, "a": 0},
    "label": {"a": "North", "b": "South"}}},
    "time": {"category": {"index": ["2019", "2020"]}}}}
    """

  @Test func dataSetsOfJSONStat() throws {
    let table = try table(json: Self.version2)
    #expect(
      try table.readAll().points == [
        "North: 2019=1 2020=2.5(provisional)", "South: 2019=– 2020=4",
      ])
    #expect(table.title == "Boats é" && table.source == "An office")
    #expect(table.origin.date == "2022-01-02")
    let old = """
      {"set": {"label": "L", "value": {"0": 7, "1": 8}, "dimension": {"id": ["year"], "size": [2],
      "role": {"time": ["year"]}, "year": {"category": {"index": {"2001": 0, "2002": 1}}}}}}
      """
    #expect(try self.table(json: old).readAll().points == [": 2001=7 2002=8"])
  }

  @Test(arguments: [
    ("[{\"a\":1}]", "is JSON but not a table"),
    ("{\"$schema\":\"https://json.sdmx.org/x\"}", "is SDMX-JSON"),
    ("{\"resources\":[]}", "is a data package"), ("{\"@context\":\"csvw\"}", "describes tables"),
  ])
  func otherJSONIsNamed(_ text: String, _ sentence: String) throws {
    let json = try #require(JSONNode(Array(text.utf8)))
    do throws(DataFault) {
      _ = try TableFile.table(json)
      Issue.record("no fault")
    } catch {
      #expect(error.description.hasPrefix(sentence))
    }
  }

  @Test(arguments: [
    ("%PDF-1.4", "is a PDF document"), ("<!DOCTYPE html><html>", "is a web page"),
    ("<?xml version=\"1.0\"?>", "is XML"), ("PAR1xx", "is a Parquet file"),
    ("PK\u{3}\u{4} word/document.xml", "is a ZIP archive"),
  ])
  func otherFilesAreNamed(_ start: String, _ sentence: String) {
    #expect(dataFault(start)?.hasPrefix(sentence) == true)
  }

  @Test func workbooksAreKnown() {
    #expect(
      TableFile.kind(Array("PK\u{3}\u{4}..[Content_Types].xml..xl/workbook.xml".utf8)) == .workbook)
    #expect(TableFile.kind(Array("[a],b\n1,2\n".utf8)) == .text)
  }

  @Test func joinedDimensionsOfEurostatAreSplit() throws {
    let text = "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \nA,EUR,AA\t1 \t2 b\nA,EUR,BB\t: \t4 p\n"
    let table = try dataTable(text)
    #expect(table.columns.prefix(3).map(\.name) == ["freq", "unit", "geo"])
    #expect(try table.readAll().points == ["AA: 2019=1 2020=2", "BB: 2019=– 2020=4(provisional)"])
  }

  @Test func attributesOfSDMXAreApplied() throws {
    let text = """
      STRUCTURE,STRUCTURE_ID,ACTION,FREQ:Frequency,REF_AREA:Reference area,TIME_PERIOD:Time period,OBS_VALUE:Observation value,OBS_STATUS:Status,UNIT_MULT,DECIMALS
      dataflow,X:Y(1.0),I,A: Annual,BR: Brazil,2019,1.5,A: Normal value,3,1
      dataflow,X:Y(1.0),I,A: Annual,BR: Brazil,2020,2,E: Estimated value,3,1
      dataflow,X:Y(1.0),I,A: Annual,MX: Mexico,2019,3,A: Normal value,3,1
      dataflow,X:Y(1.0),D,A: Annual,MX: Mexico,2020,9,A: Normal value,3,1
      """
    let data = try dataTable(text).readAll()
    #expect(data.points == ["Brazil: 2019=1500 2020=2000(estimated)", "Mexico: 2019=3000"])
    #expect(data.notes.contains { $0.hasPrefix("has a row marked as deleted") })
  }

  @Test func tablesOfPortals() throws {
    let fred = "observation_date,UNRATE\n2024-01-01,3.7\n2024-02-01,3.9\n2024-03-01,.\n"
    #expect(
      try dataTable(fred).readAll().points == [": 2024-01-01=3.7 2024-02-01=3.9 2024-03-01=–"])
    let owid =
      "Entity,Code,Year,Wheat production\nAustralia,AUS,2019,5\nAustralia,AUS,2020,6\nBrazil,BRA,2019,7\nBrazil,BRA,2020,8\n"
    #expect(
      try dataTable(owid).readAll().points == ["Australia: 2019=5 2020=6", "Brazil: 2019=7 2020=8"])
    let metadata = try #require(
      JSONNode(
        Array(
          "{\"chart\":{\"title\":\"Wheat\",\"citation\":\"FAO\"},\"columns\":{\"a\":{\"unit\":\"tonnes\"}},\"dateDownloaded\":\"2026-01-02\"}"
            .utf8)))
    let origin = TableFile.origin(metadata: metadata)
    #expect(origin.title == "Wheat" && origin.source == "FAO" && origin.unit == "tonnes")
    let bank =
      "\"Data Source\",\"Development Indicators\",\n\n\"Last Updated Date\",\"2024-07-25\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\nAruba,ABW,GDP,NY.X,1,2,\nAngola,AGO,GDP,NY.X,3,,\n"
    #expect(
      try dataTable(bank).readAll().points == ["Aruba: 2019=1 2020=2", "Angola: 2019=3 2020=–"])
  }
}
