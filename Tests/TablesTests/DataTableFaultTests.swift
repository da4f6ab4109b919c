import Testing

@testable import Records
@testable import Tables

/// What cannot be drawn is told in one sentence; what can be passed over is counted.
@Suite struct DataTableFaultTests {
  @Test(arguments: [
    ("", "is empty"), ("\n \n\t\n", "is empty"), ("a,b\n", "has a heading and no rows"),
    ("a,b\n1,2\n3,4,5\n", "has 3 cells under 2 columns on line 3"),
    ("a,b\n1,2\n3,4,5\n6,7\n", "has 3 cells under 2 columns on line 3"),
    ("year,a\n2000,\"1\n2001,2\n", "has a quote on line 2 that is not closed"),
    ("year,\"a\n2000,1\n2001,2\n", "has a quote on line 1 that is not closed"),
    ("a,b\nx,y\nz,w\n", "has no number in any column but the axis's; its columns are a, b"),
    ("words\nx\ny\n", "has no number in any column"),
  ])
  func faults(_ text: String, _ fault: String) { #expect(dataFault(text) == fault) }

  @Test(
    arguments: [
      ([0x50, 0x4b, 3, 4, 9, 9], "is a ZIP archive; unpack it and name the CSV file in it"),
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
    let data = try dataTable("year,a,b\n2000,1,NA\n2001,q,3\n2002,y\u{7},4\nlater,5,6\n").readAll()
    #expect(data.lines == ["a: 1.0 – –", "b: – 3.0 4.0"])
    #expect(
      data.notes == [
        "has 2 cells that are not numbers, left as gaps: 'q' in column 'a' on line 3",
        "has a row without a place on the axis, left out: 'later' in column 'year' on line 5",
      ])
  }

  @Test func aColumnWithoutNumbersIsAFault() throws {
    let table = try dataTable("year,a,b\n2000,q,1\n2001,y,2\n")
    func fault(_ x: String, _ y: String) -> String {
      var request = TableRequest()
      (request.x, request.y) = (x, y)
      do throws(DataFault) {
        _ = try table.readAll(request)
        return ""
      } catch { return error.description }
    }
    #expect(fault("year", "a") == "has no number in column 'a': 'q' in column 'a' on line 2")
    #expect(fault("b", "a") == "has no number in column 'a': 'q' in column 'a' on line 2")
  }

  @Test func emptyCellsAtTheEndAndBlankRowsAreNoFault() throws {
    let data = try dataTable("year;a\n2000;1;\n;\n\n2001;2;;\n").readAll()
    #expect(data.lines == [": 1.0 2.0"])
  }

  @Test func namesThatComeAgainKeepTheirFirstValue() throws {
    let data = try dataTable("name,v\nA,1\nB,2\nA,3\n").readAll()
    #expect(data.categories == ["A", "B"])
    #expect(data.lines == [": 1.0 2.0"])
    #expect(data.notes == ["has a further value for names that come again, left out"])
  }

  @Test func longTablesHaveEveryPlaceInEverySeries() throws {
    let table = try dataTable("name,who,v\nA,x,1\nB,y,2\nB,x,3\nC,x,4\n")
    var request = TableRequest()
    (request.x, request.series) = ("name", "who")
    let data = try table.readAll(request)
    #expect(data.categories == ["A", "B", "C"])
    #expect(data.lines == ["x: 1.0 3.0 4.0", "y: – 2.0 –"])
  }

  @Test func theLargestOfManySeriesAreDrawn() throws {
    let rows = (0..<500).map { "2000,s\($0),\($0)\n2001,s\($0),1\n" }.joined()
    let data = try dataTable("year,who,v\n" + rows).readAll()
    #expect(data.series.count == 60)
    #expect(data.notes.contains { $0.hasPrefix("has 500 series; the 60 with the largest") })
    var request = TableRequest()
    (request.top, request.at) = (2, .year(2000))
    let top = try dataTable("year,who,v\n" + rows).readAll(request)
    #expect(top.series.map(\.name) == ["s499", "s498"])
  }

  @Test func shortRowsAreFilledAndTold() throws {
    let table = try dataTable("year,value,note\n2020,5,\n2021,6\n2022,7,\n")
    #expect(try table.readAll().lines == [": 5.0 6.0 7.0"])
    #expect(
      table.notes == [
        "has a row with fewer cells than columns, filled with missing values: line 3 has 2 of 3"
      ])
  }

  @Test func unicodeTextOfSpreadsheetsIsRead() throws {
    for marks in [[0xff, 0xfe], [0xfe, 0xff]] as [[UInt8]] {
      let units = "año\tvalor\n2020\t1\n2021\t2\n".utf16.flatMap { unit -> [UInt8] in
        let (low, high) = (UInt8(unit & 0xff), UInt8(unit >> 8))
        return marks[0] == 0xff ? [low, high] : [high, low]
      }
      let table = try DataTable(marks + units)
      #expect(table.columns.map(\.name) == ["año", "valor"])
      #expect(try table.readAll().points == [": 2020=1 2021=2"])
    }
  }
}
