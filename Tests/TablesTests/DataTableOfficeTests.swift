import Charts
import Testing

@testable import Records
@testable import Tables

/// Tables as offices and portals lay them out, each by a kind of its own.
@Suite struct DataTableOfficeTests {
  private func points(_ text: String) throws -> [String] { try dataTable(text).readAll().points }

  @Test(arguments: [
    // Attributes: decimals of a portal, powers of ten as a code or in words.
    (
      "country,date,value,decimal\nA,2019,5,0\nA,2020,6,0\nB,2019,7,0\nB,2020,8,0\n",
      ["A: 2019=5 2020=6", "B: 2019=7 2020=8"]
    ),
    (
      "REF_DATE,GEO,SCALAR_FACTOR,SCALAR_ID,VALUE\n2019,A,thousands,3,1.5\n2020,A,units,0,2\n",
      [": 2019=1500 2020=2"]
    ),
    (
      "year,Scale,OBS_VALUE\n2019,Billions,1.5\n2020,Billions,2\n",
      [": 2019=1500000000 2020=2000000000"]
    ),
    // Years in another column beside headings of years.
    (
      "Country,2021,2022,Estimates Start After\nA,1,2,2020\nB,3,4,2021\n",
      ["A: 2021=1 2022=2", "B: 2021=3 2022=4"]
    ),
    // Amounts that may be years below weeks.
    (
      "geo,2020-W02,2020-W03\nA,2000,2100\nB,:,2200\n",
      [
        "A: 2020-01-06/2020-01-12=2000 2020-01-13/2020-01-19=2100",
        "B: 2020-01-06/2020-01-12=– 2020-01-13/2020-01-19=2200",
      ]
    ),
    // Years joined to a name, and years with a word behind them.
    (
      "NAME,BASE2020,POP2020,POP2021\nA,1,2,3\nB,4,5,6\n",
      ["A, POP: 2020=2 2021=3", "B, POP: 2020=5 2021=6"]
    ),
    (
      "Department,FY 2021 Actual,FY 2022 Estimate,FY 2023 Request\nA,1,2,3\nB,4,5,6\n",
      [
        "A: FY2021=1 FY2022=2(estimated) FY2023=3", "B: FY2021=4 FY2022=5(estimated) FY2023=6",
      ]
    ),
    // Months of fiscal years, in their order and in that of the calendar.
    (
      "Fiscal Year,Month,Count\n2023,NOV,1\n2023,DEC,2\n2023,JAN,3\n2024,OCT,4\n2024,NOV,5\n2024,DEC,6\n2024,JAN,7\n",
      [": 2022-11=1 2022-12=2 2023-01=3 2023-10=4 2023-11=5 2023-12=6 2024-01=7"]
    ),
    (
      "Fiscal Year,Month,Count\n2023,JAN,1\n2023,FEB,2\n2023,DEC,3\n",
      [": 2023-01=1 2023-02=2 2023-12=3"]
    ),
    // Marks and words of Spanish and Italian offices.
    ("year,v\n2019,1\n2020,2 p/\n2021,N/E\n", [": 2019=1 2020=2(provisional) 2021=–"]),
    (
      "TIME,Value,Flags\nT1-2023,1,\nT2-2023,2,dato provvisorio\n",
      [": 2023-01/2023-03=1 2023-04/2023-06=2(provisional)"]
    ),
    // Names in several words without blanks.
    (
      "refYear,refMonth,reporterCode,reporterDesc,flowDesc,primaryValue\n2020,52,484,A,X,1\n2021,52,484,A,X,2\n2020,52,484,A,M,3\n2021,52,484,A,M,4\n",
      ["X: 2020=1 2021=2", "M: 2020=3 2021=4"]
    ),
    // One row of values, of which the frequency is no name.
    ("freq,geo\\TIME_PERIOD\t2019 \t2020 \nA,XX\t1 \t2 b\n", ["XX: 2019=1 2020=2"]),
  ])
  func tablesOfOffices(_ text: String, _ expected: [String]) throws {
    #expect(try points(text) == expected)
  }

  @Test func aRowOfCodesBelowIsNoHeading() throws {
    let data = try dataTable("Name,2023-Q1,2023-Q2\nRate,7.1,7.2\nCodes,A,P\n").readAll()
    #expect(data.points.first == "Rate: 2023-01/2023-03=7.1 2023-04/2023-06=7.2")
  }

  @Test func fiscalMonthsAreTold() throws {
    let notes = try dataTable("FY,Month,Count\n2023,Oct,1\n2023,Dec,2\n2023,Jan,3\n").readAll()
      .notes
    #expect(notes == ["has fiscal years, which begin in Oct: Oct of 2023 is Oct 2022"])
  }

  @Test func timeThatTheUserSetsAsideIsNotTold() throws {
    let table = try dataTable("year,a,b\n2019,1,2\n2020,2,3\n2021,4,1\n")
    var request = TableRequest()
    (request.x, request.y, request.kind) = ("a", "b", .scatter)
    #expect(try TableChart(table, request, name: "t").chart().notes == [])
    (request.x, request.kind) = (nil, .histogram)
    #expect(try TableChart(table, request, name: "t").chart().notes == [])
  }
}
