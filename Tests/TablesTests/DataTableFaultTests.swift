import Testing

@testable import Tables

/// What cannot be drawn is told in one sentence; what can be passed over is counted.
@Suite struct DataTableFaultTests {
  @Test(arguments: [
    ("", "is empty"), ("\n \n\t\n", "is empty"), ("a,b\n", "has a heading and no rows"),
    ("a,b\n1,2\n3,4,5\n", "has 3 cells under 2 columns on line 3"),
    ("a,b\n1,2\n\n3\n", "has 1 cell under 2 columns on line 4"),
    ("year,a\n2000,\"1\n2001,2\n", "has a quote on line 2 that is not closed"),
    ("year,\"a\n2000,1\n2001,2\n", "has a quote on line 1 that is not closed"),
    ("a,b\nx,y\nz,w\n", "has no number in any column but the axis's; its columns are a, b"),
    ("words\nx\ny\n", "has no number in any column"),
  ])
  func faults(_ text: String, _ fault: String) { #expect(dataFault(text) == fault) }

  @Test(
    arguments: [
      ([0xff, 0xfe, 0x61, 0], "is UTF-16; save it as UTF-8"),
      ([0xfe, 0xff, 0, 0x61], "is UTF-16; save it as UTF-8"),
      ([0x50, 0x4b, 3, 4, 9, 9], "is a spreadsheet or another archive; save it as CSV"),
      ([0x61, 0, 0x62], "is binary, not text"),
      ([0x80, 1, 2, 3, 4, 0x90, 0x61, 0xff], "is binary, not text"),
    ] as [([UInt8], String)])
  func otherFiles(_ bytes: [UInt8], _ fault: String) { #expect(dataFault(bytes) == fault) }

  @Test func unknownColumnsNameTheNearest() throws {
    let table = try dataTable("year,mexico,canada\n2000,1,2\n")
    func fault(_ name: String) -> String {
      do throws(DataFault) {
        _ = try table.columnList(name)
        return ""
      } catch { return error.description }
    }
    let columns = "; its columns are year, mexico, canada"
    #expect(fault("yaer") == "has no column 'yaer' (did you mean 'year'?)" + columns)
    #expect(fault("Mexicco") == "has no column 'Mexicco' (did you mean 'mexico'?)" + columns)
    #expect(fault("mexico,peru") == "has no column 'peru'" + columns)
    #expect(fault("4") == "has no column '4'" + columns)
    #expect(fault("") == "has no column ''" + columns)
    #expect(fault("\u{1b}[2J").contains("'␛[2J'"))
  }

  @Test func badCellsAreGapsAndCounted() throws {
    let data = try dataTable("year,a,b\n2000,1,NA\n2001,x,3\n2002,y\u{7},4\nlater,5,6\n").readAll()
    #expect(data.lines == ["a: 1.0 – –", "b: – 3.0 4.0"])
    #expect(
      data.notes == [
        "has 2 cells that are not numbers, left as gaps: 'x' in column 'a' on line 3",
        "has a row without a place on the axis, left out: 'later' in column 'year' on line 5",
      ])
  }

  @Test func aColumnWithoutNumbersIsAFault() throws {
    let table = try dataTable("year,a,b\n2000,x,1\n2001,y,2\n")
    #expect(throws: DataFault("has no number in column 'a': 'x' in column 'a' on line 2")) {
      try table.read(DataSelection(x: 0, y: [1], axis: .periods))
    }
    #expect(throws: DataFault("has no period in column 'a': 'x' in column 'a' on line 2")) {
      try table.read(DataSelection(x: 1, y: [2], axis: .periods))
    }
  }

  @Test func emptyCellsAtTheEndAndBlankRowsAreNoFault() throws {
    let data = try dataTable("year;a\n2000;1;\n;\n\n2001;2;;\n").readAll()
    #expect(data.lines == [": 1.0 2.0"])
  }

  @Test func namesThatComeAgainKeepTheirFirstValue() throws {
    let data = try dataTable("name,v\nA,1\nB,2\nA,3\n").readAll(axis: .names)
    #expect(data.categories == ["A", "B"])
    #expect(data.lines == [": 1.0 2.0"])
    #expect(data.notes == ["has a further value for names that come again, left out"])
  }

  @Test func longTablesHaveEveryPlaceInEverySeries() throws {
    let table = try dataTable("name,who,v\nA,x,1\nB,y,2\nB,x,3\nC,x,4\n")
    let data = try table.read(DataSelection(x: 0, y: [2], series: 1, axis: .names))
    #expect(data.categories == ["A", "B", "C"])
    #expect(data.lines == ["x: 1.0 3.0 4.0", "y: – 2.0 –"])
  }

  @Test func seriesAreBounded() throws {
    let rows = (0..<500).map { "2000,s\($0),\($0)\n" }.joined()
    let data = try dataTable("year,who,v\n" + rows).read(
      DataSelection(x: 0, y: [2], series: 1, axis: .periods))
    #expect(data.series.count == 60)
    #expect(data.notes == ["has more series than 60; only these are drawn"])
  }
}
