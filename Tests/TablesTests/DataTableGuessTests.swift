import Reading
import Testing

@testable import Records
@testable import Tables

/// How a table is written is found out from its rows.
@Suite struct DataTableGuessTests {
  @Test(arguments: [
    ("a,b\n1,2\n3,4\n", ","), ("a;b\n1;2\n3;4\n", ";"), ("a\tb\n1\t2\n", "\t"),
    ("a|b\n1|2\n", "|"), ("year;value\n2000;1,5\n2001;2,5\n", ";"), ("7\n8\n9\n", ","),
    ("name\ttext\n1\ta, b\n2\tc, d, e\n", "\t"), ("\"a;b\",c\n\"x;y\",2\n", ","),
  ])
  func delimiter(_ text: String, _ delimiter: Character) throws {
    #expect(try dataTable(text).delimiter == delimiter.asciiValue)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", true), ("1,2\n3,4\n", false), ("2000,5\n2001,6\n", false),
    ("country,1990,1991\nMexico,5,6\n", true), ("\"\",x\n1,2\n", true), ("name,word\na,b\n", true),
    ("Mexico,5\nCanada,6\n", false), ("2000,2001,2002\n1.5,2.5,3.5\n", true), ("5\n", false),
  ])
  func heading(_ text: String, _ hasHeading: Bool) throws {
    #expect(try dataTable(text).hasHeading == hasHeading)
  }

  @Test(
    arguments: [
      ("Trade, 2000-2002\n\nyear,in,out\n2000,1,2\n2001,3,4\n", "Trade, 2000-2002", 1),
      ("Trade\nyear,in\n2000,1\n2001,3\n", "Trade", 1),
      ("Trade,,\nin dollars,,\nyear,in,out\n2000,1,2\n2001,3,4\n", "Trade", 2),
      ("year,in\n2000,1\n2001,3\n", nil, 0), ("a,b\n1,2,3\n4,5,6\n", nil, 0),
      ("x\n1\n2\n", nil, 0), (",in\n2000,1\n2001,3\n", nil, 0), ("1,2\n3,4\n", nil, 0),
    ] as [(String, String?, Int)])
  func titlesAboveTheHeading(_ text: String, _ title: String?, _ rows: Int) throws {
    let table = try dataTable(text)
    #expect(table.title == title && table.parts.preamble.count == rows)
    #expect(table.notes.contains { $0.contains("above its heading") } == (rows > 1))
    guard rows > 0 else { return }
    #expect(table.hasHeading && table.columns[0].name == "year")
    let first = try table.readAll().series[0]
    #expect(first.observations.compactMap(\.value) == [1, 3])
    #expect(first.observations.first?.period == .year(2000))
  }

  @Test(arguments: [
    ("year,a,b\n2000,$5,1%\n2001,$6,2%\n", "has values in $ and % on one axis"),
    ("year,a\n2000,5\n2001,6\n2001,7\n", "has several values for 2001"),
    ("name,price\nA,$5\nB,€7\nC,£8\n", "has several units in column 'price', $, €, £"),
    ("name,rate\nA,5%\nB,0.07\nC,8%\n", "has a number without the unit sign that others have"),
    ("year,a\n2000,5B\n2001,6\n2002,7B\n", "has a number without the magnitude"),
  ])
  func whatDoesNotGoTogetherIsReported(_ text: String, _ note: String) throws {
    let notes = try dataTable(text).readAll().notes
    #expect(notes.contains { $0.hasPrefix(note) }, "\(notes)")
  }

  @Test(
    arguments: [
      (["01/02/2020", "03/04/2020"], "day before the month: 01/02/2020 is 1 Feb 2020"),
      (["05/05/2020", "1/2/2020"], "day before the month: 1/2/2020 is 1 Feb 2020"),
      // Each a month's first day in one reading, and days of one month in the other.
      (["01/02/2020", "01/03/2020"], "day before the month: 01/02/2020 is 1 Feb 2020"),
      (["02/01/2020", "03/01/2020"], "month before the day: 02/01/2020 is 1 Feb 2020"),
      (["01/02/2020", "13/02/2020"], nil), (["01/02/2020", "02/13/2020"], nil),
      (["05/05/2020", "06/06/2020"], nil), (["01.02.2020", "03.04.2020"], nil),
      (["2020-01-02", "2020/03/04"], nil),
    ] as [([String], String?)])
  func datesThatCanBeReadInTwoWaysAreReported(_ dates: [String], _ note: String?) throws {
    let text = "date,v\n" + dates.map { "\($0),1\n" }.joined()
    let notes = try dataTable(text).readAll().notes
    #expect(notes == (note.map { ["is read with the \($0); write 2020-02-01"] } ?? []))
  }

  @Test(arguments: [
    ("a;b\n1;1,5\n2;2,75\n", ","), ("a;b\n1;1.5\n", "."), ("a;b\nx;1.234,5\n", ","),
    ("a,b\nx,\"1,234.5\"\n", "."), ("a;b\nx;1,234,567\n", "."), ("a;b\nx;0,125\n", ","),
    ("a;b\nx;1.234.567\n", ","), ("a;b\n2012.12.31;1\n", "."), ("a\tb\nx\t1,234\n", "."),
  ])
  func decimalMark(_ text: String, _ mark: Character) throws {
    #expect(try dataTable(text).decimalMark == mark.asciiValue)
  }

  @Test func aDoubtfulCommaIsReported() throws {
    let table = try dataTable("a;b\nx;1,234\ny;2,345\n")
    #expect(table.decimalMark == UInt8(ascii: ","))
    #expect(table.notes.first?.contains("decimal commas") == true)
    let told = try dataTable("a;b\nx;1,234\n", .init(decimalMark: UInt8(ascii: ".")))
    #expect(told.notes.isEmpty)
    #expect(try told.readAll().lines == [": 1234.0"])
  }

  @Test func columnsOfTheAxisAndOfValues() throws {
    func choice(_ text: String) throws -> String {
      let table = try dataTable(text)
      let plan = try TablePlan(table, TableRequest())
      func names(_ columns: [Int]) -> String {
        columns.isEmpty ? "-" : columns.map { table.columns[$0].name }.joined(separator: "+")
      }
      return "\(names(plan.x.map { [$0] } ?? [])) \(names(plan.measures.map(\.column))) "
        + names(plan.dimensions)
    }
    #expect(try choice("year,a,b\n2000,1,2\n2001,3,4\n") == "year a+b -")
    #expect(
      try choice("country,year,gdp\nA,2000,1\nA,2001,2\nB,2000,3\nB,2001,4\n")
        == "year gdp country")
    #expect(try choice("name,share\nCorn,45%\nRice,25%\n") == "name share -")
    #expect(try choice("food,calories\nCorn,1900\nRice,2100\n") == "food calories -")
    #expect(try choice("x,y\n1,2\n3,4\n") == "x y -")
    #expect(try choice("v\n1\n2\n") == "- v -")
  }

  @Test(arguments: [
    ("d\n01/02/2012\n02/02/2012\n03/02/2012\n", "2012-02-01"),
    ("d\n01/01/2012\n02/01/2012\n03/01/2012\n", "2012-01-01"),
    ("d\n12/31/2012\n01/02/2013\n", "2012-12-31"), ("d\n31.12.2012\n01.01.2013\n", "2012-12-31"),
    ("d\n2012/13\n2013/14\n", "FY2013"), ("d\n2009-10\n2010-11\n", "FY2010"),
    ("d\n2009-10\n2009-11\n", "2009-10"),
  ])
  func ordersOfDates(_ text: String, _ first: String) throws {
    let column = try dataTable(text).columns[0]
    let cell = text.split(separator: "\n")[1]
    #expect(column.facts.reader.period(cell)?.description == first)
    #expect(column.isPeriods)
  }

  @Test func encodings() throws {
    let bom = try DataTable([0xef, 0xbb, 0xbf] + Array("a,b\r\n1,2\r\n3,4\r\n".utf8))
    #expect(bom.columns.map(\.name) == ["a", "b"])
    #expect(bom.notes.isEmpty)
    let latin = try DataTable(Array("A\u{6e}".utf8) + [0xf1, 0x6f, 0x80] + Array(",b\n1,2\n".utf8))
    #expect(latin.columns[0].name == "Anño€")
    #expect(latin.notes == ["is not UTF-8 and is read as Latin-1"])
    let broken = try DataTable(Array("año,niño\n1,2".utf8) + [0xff, 0x0a])
    #expect(broken.notes.count == 1)
    let old = try dataTable("a,b\r1,2\r3,4\r")
    #expect(try old.readAll().lines == [": 2.0 4.0"])
  }

  @Test func namesAreUniqueAndSafe() throws {
    let table = try dataTable("a,a,,\"x \"\"y\"\"\",\u{1b}[31m\n1,2,3,4,5\n")
    #expect(table.columns.map(\.name) == ["a", "a (2)", "3", "x \"y\"", "␛[31m"])
    #expect(try table.column("A (2)") == 1)
    #expect(try table.column("4") == 3)
    #expect(try table.columnList("a,3") == [0, 2])
  }

  @Test func aColumnPerYearIsTime() throws {
    let data = try dataTable("country,1990,1991\nMexico,1,2\nCanada,3,\n").readAll()
    #expect(data.points == ["Mexico: 1990=1 1991=2", "Canada: 1990=3 1991=–"])
    #expect(try dataTable("n,a,b\nx,1,2\n").readAll().categories == ["x"])
  }
}
