import Testing

@testable import Records
@testable import Tables

/// Tables of the kinds that offices, spreadsheets and portals give out, with their right values.
@Suite struct DataTableKindsTests {
  private func points(
    _ text: String, _ change: (inout TableRequest) -> Void = { _ in }
  ) throws -> [String] {
    var request = TableRequest()
    change(&request)
    return try dataTable(text).readAll(request).points
  }

  private func notes(_ text: String) throws -> [String] {
    let table = try dataTable(text)
    return table.notes + (try table.readAll().notes)
  }

  // MARK: Rows

  @Test(arguments: [
    "Source: Port Office, yearbook", "\"Source: Port Office, yearbook\"", "Notes: one, two, three",
    "* provisional", "1/ Provisional", "Fuente: Oficina", "(c) Port Office 2022",
    "Source: Port Office,2022",
  ])
  func notesBelowTheDataAreNoRows(_ note: String) throws {
    for gap in ["", "\n"] {
      let table = try dataTable("year,boats\n2018,4\n2019,5\n2020,3\n\(gap)\(note)\n")
      #expect(try table.readAll().points == [": 2018=4 2019=5 2020=3"], "\(note)")
      #expect(table.below.count == 1 && table.notes.count == 1, "\(note): \(table.notes)")
    }
  }

  @Test func theSourceIsTakenFromANote() throws {
    let table = try dataTable("year,boats\n2018,4\n2019,5\nSource: Port Office\n")
    #expect(table.source == "Port Office")
    let above = try dataTable(
      "\"Data Source\",\"Development Indicators\",\n\nCountry Name,2019,2020,\nA,1,2,\nB,2,3,\n")
    #expect(above.source == "Development Indicators" && above.title == nil)
  }

  @Test func aPreambleOfLabelsAndDatesIsNoHeading() throws {
    let text = """
      "Account:","77 / B",
      "From:","01.03.2015",
      "To:","01.04.2015",

      Date,In,Out
      2015-03-01,5,3
      2015-03-02,7,4
      """
    #expect(
      try points(text) == ["In: 2015-03-01=5 2015-03-02=7", "Out: 2015-03-01=3 2015-03-02=4"])
    #expect(try notes(text).contains { $0.hasPrefix("has 3 rows above its heading") })
  }

  @Test func rowsOfHeadingsAreJoined() throws {
    #expect(
      try points("Year,Men,,Women,\n,Urban,Rural,Urban,Rural\n2010,1,2,3,4\n2011,5,6,7,8\n") == [
        "Men, Urban: 2010=1 2011=5", "Men, Rural: 2010=2 2011=6", "Women, Urban: 2010=3 2011=7",
        "Women, Rural: 2010=4 2011=8",
      ])
    #expect(
      try points("Region,Exports,,Imports,\n,2010,2011,2010,2011\nA,1,2,3,4\nB,5,6,7,8\n") == [
        "A, Exports: 2010=1 2011=2", "A, Imports: 2010=3 2011=4", "B, Exports: 2010=5 2011=6",
        "B, Imports: 2010=7 2011=8",
      ])
    #expect(
      try points("Place,2019,,2020,\n,Q1,Q2,Q1,Q2\nA,1,2,3,4\nB,5,6,7,8\n")[0]
        == "A: 2019-01/2019-03=1 2019-04/2019-06=2 2020-01/2020-03=3 2020-04/2020-06=4")
  }

  @Test func aRowOfUnitsIsNoRow() throws {
    let table = try dataTable("year,output,share\n,million,%\n2010,5,1\n2011,6,2\n")
    #expect(table.columns.map(\.unit) == [nil, "million", "%"])
    #expect(try table.readAll().points == ["output: 2010=5 2011=6", "share: 2010=1 2011=2"])
  }

  // MARK: Columns

  @Test(arguments: [
    ",year,v\n0,2019,5\n1,2020,6\n2,2021,7\n",
    "\"\",year,v\n\"1\",2019,5\n\"2\",2020,6\n\"3\",2021,7\n",
    "Unnamed: 0,year,v\n0,2019,5\n1,2020,6\n2,2021,7\n", "year,v\n1,2019,5\n2,2020,6\n3,2021,7\n",
  ])
  func rowNumbersAreNoMeasure(_ text: String) throws {
    #expect(try points(text) == [": 2019=5 2020=6 2021=7"])
  }

  @Test(arguments: [
    "fips,county,year,jobs\n01001,Autauga,2019,5\n01001,Autauga,2020,6\n01003,Baldwin,2019,7\n01003,Baldwin,2020,8\n",
    "iso,country,year,jobs\n484,Autauga,2019,5\n484,Autauga,2020,6\n840,Baldwin,2019,7\n840,Baldwin,2020,8\n",
    "place,number,year,jobs\nAutauga,7,2019,5\nAutauga,7,2020,6\nBaldwin,9,2019,7\nBaldwin,9,2020,8\n",
  ])
  func codesAreNoMeasure(_ text: String) throws {
    #expect(try points(text) == ["Autauga: 2019=5 2020=6", "Baldwin: 2019=7 2020=8"])
    #expect(try dataTable(text).columns.contains { $0.role == .code })
  }

  @Test func zerosOfCodesAreKept() throws {
    #expect(try points("fips,rate\n01001,5\n01003,6\n02001,7\n") == [": 01001=5 01003=6 02001=7"])
  }

  @Test func severalColumnsTellSeriesApart() throws {
    var text = "freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    for unit in ["EUR", "PPS"] {
      for geo in ["AA", "BB"] {
        for year in 2020...2021 { text += "A,\(unit),\(geo),\(year),\(year - 2000),\n" }
      }
    }
    #expect(
      try points(text) == [
        "EUR, AA: 2020=20 2021=21", "EUR, BB: 2020=20 2021=21", "PPS, AA: 2020=20 2021=21",
        "PPS, BB: 2020=20 2021=21",
      ])
    #expect(try points(text) { $0.conditions = ["unit=EUR"] }.count == 2)
  }

  // MARK: Time

  @Test(arguments: [
    (
      "Year,Month,Value\n2010,1,5\n2010,2,6\n2010,12,7\n2011,1,8\n",
      "2010-01=5 2010-02=6 2010-12=7 2011-01=8"
    ),
    ("Month,Year,Value\nJan,2010,5\nFeb,2010,6\n", "2010-01=5 2010-02=6"),
    (
      "ano,trimestre,valor\n2010,1,5\n2010,2,6\n2010,4,7\n",
      "2010-01/2010-03=5 2010-04/2010-06=6 2010-10/2010-12=7"
    ),
    ("year,period,value\n2010,M01,5\n2010,M02,6\n", "2010-01=5 2010-02=6"),
    (
      "Year,Month,Day,Value\n2010,1,30,5\n2010,1,31,6\n2010,2,1,7\n",
      "2010-01-30=5 2010-01-31=6 2010-02-01=7"
    ),
    (
      "Year,Month,Value\n2010,Jan,5\n,Feb,6\n2011,Jan,7\n,Feb,8\n",
      "2010-01=5 2010-02=6 2011-01=7 2011-02=8"
    ),
    (
      "Year,Jan,Feb,Mar,Total\n2020,1,2,3,6\n2021,4,5,6,15\n",
      "2020-01=1 2020-02=2 2020-03=3 2021-01=4 2021-02=5 2021-03=6"
    ),
    (
      "Year,Q1,Q2,Q3,Q4\n2020,1,2,3,4\n",
      "2020-01/2020-03=1 2020-04/2020-06=2 2020-07/2020-09=3 2020-10/2020-12=4"
    ),
    ("Month,2020,2021\nJan,1,3\nFeb,2,4\n", "2020-01=1 2021-01=3 2020-02=2 2021-02=4"),
    ("date,v\n20200330,1\n20200331,2\n20200401,3\n", "2020-03-30=1 2020-03-31=2 2020-04-01=3"),
    ("month,v\n201911,1\n201912,2\n202001,3\n", "2019-11=1 2019-12=2 2020-01=3"),
    ("date,v\n31/12/98,1\n31/12/99,2\n31/12/00,3\n", "1998-12-31=1 1999-12-31=2 2000-12-31=3"),
    ("date,v\n1/31/13,1\n2/28/13,2\n", "2013-01-31=1 2013-02-28=2"),
    ("date,v\n31-Dec-13,1\n01-Jan-14,2\n", "2013-12-31=1 2014-01-01=2"),
    (
      "quarter,v\nQ1'13,1\nQ2'13,2\nQ4'13,3\n",
      "2013-01/2013-03=1 2013-04/2013-06=2 2013-10/2013-12=3"
    ),
    ("trimestre,v\n1T 2020,1\n2T 2020,2\n", "2020-01/2020-03=1 2020-04/2020-06=2"),
    (
      "q,v\n2013:1,1\n2013:2,2\n2013:4,3\n", "2013-01/2013-03=1 2013-04/2013-06=2 2013-10/2013-12=3"
    ),
    ("m,v\n2013:1,1\n2013:2,2\n2013:10,3\n", "2013-01=1 2013-02=2 2013-10=3"),
    ("mes,v\ndic-2013,12\nene-2013,1\nago-2013,8\n", "2013-12=12 2013-01=1 2013-08=8"),
    ("mes,v\nenero 2013,1\nfebrero 2013,2\nsept. 2013,9\n", "2013-01=1 2013-02=2 2013-09=9"),
    ("month,v\njanvier 2013,1\nfévr. 2013,2\naoût 2013,8\n", "2013-01=1 2013-02=2 2013-08=8"),
    ("Monat,v\nMärz 2013,3\nMai 2013,5\nDez. 2013,12\n", "2013-03=3 2013-05=5 2013-12=12"),
    ("mês,v\nfev/2013,2\nout/2013,10\nmarço de 2013,3\n", "2013-02=2 2013-10=10 2013-03=3"),
    ("mese,v\ngen 2013,1\nluglio 2013,7\n", "2013-01=1 2013-07=7"),
    ("year,v\n2013,1\n2014 1/,2\n2015 2/,3\n", "2013=1 2014=2 2015=3"),
    ("year,v\n2013,1\n2014p,2\n2015f,3\n", "2013=1 2014=2(provisional) 2015=3(projected)"),
    ("decade,v\n1990s,1\n2000s,2\n", "1990/1999=1 2000/2009=2"),
    ("period,v\n1991-95,1\n1996-00,2\n2001-05,3\n", "1991/1995=1 1996/2000=2 2001/2005=3"),
    ("school year,v\n2012-13,1\n2013-14,2\n", "FY2013=1 FY2014=2"),
    ("FY,v\nFY2012/13,1\nFY2013/14,2\n", "FY2013=1 FY2014=2"),
  ])
  func timesAreReadAsPeopleWriteThem(_ text: String, _ expected: String) throws {
    #expect(try points(text) == [": \(expected)"])
  }

  @Test func headingsOfPortalsAreYears() throws {
    #expect(
      try points(
        "Country Name,Country Code,Series Name,2010 [YR2010],2011 [YR2011]\nA,AA,Output,1,2\nB,BB,Output,..,4\n"
      )
        == ["A: 2010=1 2011=2", "B: 2010=– 2011=4"])
    #expect(
      try points("name,X2010,X2011\nA,1,2\nB,3,4\n") == ["A: 2010=1 2011=2", "B: 2010=3 2011=4"])
  }

  @Test(arguments: [
    ("2013,9\nJan 2013,1\nFeb 2013,2\nMar 2013,3\n", "2013-01=1 2013-02=2 2013-03=3"),
    ("Q1 2013,9\nJan 2013,1\nFeb 2013,2\nMar 2013,3\n", "2013-01=1 2013-02=2 2013-03=3"),
    (
      "2013 Q1,1\n2013 Q2,2\n2013 Q3,2\n2013,5\n",
      "2013-01/2013-03=1 2013-04/2013-06=2 2013-07/2013-09=2"
    ),
  ])
  func theYearIsNoneOfItsMonths(_ rows: String, _ expected: String) throws {
    #expect(try points("period,v\n" + rows) == [": \(expected)"])
    #expect(try notes("period,v\n" + rows).contains { $0.contains("of another length") })
    #expect(try points("period,v\n" + rows) { $0.frequency = .year }.count <= 1)
  }

  @Test func hoursAreToldApart() throws {
    let text = "time,v\n2013-01-01 00:00,1\n2013-01-01 06:00,2\n2013-01-01 18:00,3\n"
    #expect(
      try points(text) == [": 1 Jan 2013 00:00=1 1 Jan 2013 06:00=2 1 Jan 2013 18:00=3"])
    #expect(try notes(text).contains { $0.hasPrefix("has times of day") })
    #expect(
      try points(text) {
        $0.every = .day
        $0.gathering = .sum
      } == [": 2013-01-01=6"])
  }

  // MARK: Values

  @Test func notesAndFlagsBesideValues() throws {
    let text = "year,v\n2010,123[1]\n2011,118¹\n2012,120 a\n2013,125 2/\n2014,130 (1)\n2015,128*\n"
    #expect(try points(text) == [": 2010=123 2011=118 2012=120 2013=125 2014=130 2015=128"])
    #expect(
      try notes(text) == [
        "has 6 note marks beside values or periods, set aside: '123[1]' in column 'v' on line 2"
      ])
    let flags =
      "time,v\n2010,12.5 b\n2011,12.6 p\n2012,12.7 e\n2013,12.8 u\n2014,12.9 bp\n2015,: u\n2016,:\n"
    #expect(
      try points(flags) == [
        ": 2010=12.5 2011=12.6(provisional) 2012=12.7(estimated) 2013=12.8 2014=12.9(provisional) 2015=– 2016=–"
      ])
    let data = try dataTable(flags).readAll()
    #expect(data.series[0].observations[0].note == "break in the series")
    #expect(data.notes.contains { $0.hasPrefix("has 3 flags that the picture does not show") })
    #expect(
      data.notes.contains { $0.hasPrefix("has a value that the source does not give: ': u'") })
  }

  @Test func flagsOfOfficesInColumns() throws {
    #expect(
      try points(
        "TIME_PERIOD,OBS_VALUE,OBS_STATUS\n2019,1,A\n2020,2,E\n2021,3,P: Provisional value\n2022,4,B\n"
      )
        == [": 2019=1 2020=2(estimated) 2021=3(provisional) 2022=4"])
    #expect(
      try points("geo\\TIME_PERIOD\t2010 \t2011 \nMX\t12.5 b\t12.6 p\nCA\t1.5 \t2.5 bu\n")
        == ["MX: 2010=12.5 2011=12.6(provisional)", "CA: 2010=1.5 2011=2.5"])
    let unknown = try notes("year,value,flag\n2019,1,\n2020,2,qx\n")
    #expect(
      unknown == ["has a flag that are not known, kept as notes: 'qx' in column 'flag' on line 3"]
        || unknown.contains { $0.contains("not known") }, "\(unknown)")
  }

  @Test(arguments: ["−5", "–5", "‒5", "(5)", "5-", "5 CR", "△5", "$-5", "($5)", "‑5"])
  func minusSigns(_ cell: String) throws {
    #expect(try points("year,v\n2019,1\n2020,\(cell)\n")[0].hasSuffix("2020=-5"), "\(cell)")
  }

  // MARK: Choosing

  private static let countries = """
    country,year,gdp,people
    A,2019,10,2
    A,2020,20,4
    B,2019,30,3
    B,2020,5,5
    C,2019,7,7
    C,2020,8,1
    """

  @Test func rowsAndSeriesAreChosen() throws {
    func names(_ change: (inout TableRequest) -> Void) throws -> [String] {
      try points(Self.countries) {
        $0.y = "gdp"
        change(&$0)
      }
    }
    #expect(
      try names { $0.conditions = ["country=A|B", "year=2020..2020"] } == [
        "A: 2020=20", "B: 2020=5",
      ])
    #expect(
      try names { $0.conditions = ["country!=A", "gdp=6..40"] } == [
        "B: 2019=30", "C: 2019=7 2020=8",
      ])
    #expect(try names { $0.top = 1 } == ["A: 2019=10 2020=20"])
    #expect(try names { $0.top = -1 } == ["B: 2019=30 2020=5"])
    #expect(try names { ($0.top, $0.at) = (1, .year(2019)) } == ["B: 2019=30 2020=5"])
    #expect(try names { $0.order = .value }.map { String($0.prefix(1)) } == ["A", "C", "B"])
    #expect(
      try names { ($0.per, $0.conditions) = ("people", ["country=A"]) } == ["A: 2019=5 2020=5"])
  }

  @Test func valuesAreGatheredAndAveraged() throws {
    let months =
      "month,v\n" + (1...12).map { "2020-\($0 < 10 ? "0" : "")\($0),\($0)\n" }.joined()
      + "2021-01,5\n"
    func read(_ every: TableRequest.Frequency, _ by: TableRequest.Gathering) throws -> [String] {
      try points(months) { ($0.every, $0.gathering) = (every, by) }
    }
    #expect(try read(.year, .sum) == [": 2020=78 2021=–"])
    #expect(try read(.year, .mean) == [": 2020=6.5 2021=5"])
    #expect(try read(.half, .last) == [": 2020-01/2020-06=6 2020-07/2020-12=12 2021-01/2021-06=5"])
    #expect(
      try points("year,v\n2019,1\n2020,2\n2021,6\n") { $0.average = 2 } == [": 2020=1.5 2021=4"])
    let noise = try points("month,v\n2020-01,0.1\n2020-02,0.2\n2020-03,0.3\n") {
      ($0.every, $0.gathering) = (.quarter, .sum)
    }
    #expect(noise == [": 2020-01/2020-03=0.6"])
  }

  @Test func totalsAreNoPartOfASum() throws {
    var data = try dataTable("owner,boats\nNorth,30\nSouth,50\nOther,20\nTotal,100\n").readAll()
    #expect(data.removeTotals()?.contains("the sum of the others") == true)
    #expect(data.categories == ["North", "South", "Other"])
    var plain = try dataTable("owner,boats\nNorth,30\nSouth,50\nOther,20\n").readAll()
    #expect(plain.removeTotals() == nil)
    var lines = try dataTable("year,Gas,Wind,Total\n2019,1,2,3\n2020,2,2,4\n").readAll()
    #expect(lines.removeTotals() != nil && lines.series.map(\.name) == ["Gas", "Wind"])
  }
}
