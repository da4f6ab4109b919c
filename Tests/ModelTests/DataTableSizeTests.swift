import Testing

@testable import Model

/// Large tables are read in bounded time.
@Suite struct DataTableSizeTests {
  @Test func awkwardTablesTakeNoLongerThanOthers() throws {
    let tables = [
      String(repeating: "\"", count: 1 << 20), String(repeating: "\"a,", count: 1 << 19),
      String(repeating: "\"\"\"x,", count: 1 << 18), String(repeating: ",", count: 1 << 20),
      String(repeating: "1,2\n", count: 1 << 18), String(repeating: "\n", count: 1 << 20),
      String(repeating: "x", count: 1 << 20),
      (0..<100_000).map { "n\($0),\($0)\n" }.joined(),
    ]
    for text in tables {
      let start = ContinuousClock.now
      _ = dataFault(text)
      #expect(start.duration(to: .now) < .seconds(20), "\(text.prefix(20))")
    }
  }

  @Test func namesAlongTheAxisAreBounded() throws {
    let data = try dataTable("name,v\n" + (0..<12_000).map { "n\($0),\($0)\n" }.joined()).readAll()
    #expect(data.categories.count == 10_000)
    #expect(data.notes == ["has more names than 10000; only these are drawn"])
  }
}
