import Foundation
import Testing

/// `dossier chart --csv`: anyone's table, whatever comes.
struct ChartCommandTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder([
      "wide.csv": "year,mexico,canada\r\n2000,1.5,2\r\n2001,2.5,NA\r\n2002,abc,3\r\n2003,4,5\r\n",
      "long.csv": "Land;Jahr;Wert\nDE;2000;1,5\nDE;2001;2,25\nFR;2000;3,1\nFR;2001;3,9\n",
      "years.csv": "country,1990,1991,1992\nMexico,1,2,3\nCanada,3,3,2\n",
      "names.tsv": "crop\tshare\nCorn\t45%\nBeans\t30%\nRice\t25%\n",
      "zeros.csv": "year,cases\n2018,0\n2019,0\n2020,0\n",
      "noted.csv": "Year,Exports\n2019,10\n2020*,12\n2021,15\nTotal,37\nSource: Eurostat,\n",
      "small.csv": "x,y\n2000,1.2e-9\n2001,3.4E-9\n2002,2.25e-9\n",
      "ends.csv": "District,before,after\nNord,45.2,38.1\nOuest,,35.5\nIles,5.5,\n",
      "rates.csv": "year,rate\n2020,111.9%\n2021,112.5%\n2023,110.6%\n",
      "thousands.csv": "Land;Wert\nA;1.234\nB;12.345\nC;123.456\n",
      "points.csv": "x,y\n1.5,2\n0.2,3\n4,4\n",
      "events.csv": "2000-06,The crash\n2002-06,Recovery\n",
      "escapes.csv":
        "year,\u{1b}[31mred\u{202e}\n2000,2\n2001,\u{1b}]52;c;AA\u{7}\n2002,3\n",
      "empty.csv": "", "ragged.csv": "a,b\n1,2\n3,4,5\n", "words.csv": "a,b\nx,y\n",
      "binary.csv": "a\u{0}b",
    ])
  }

  private func run(_ name: String, _ options: [String] = []) throws -> CommandRun {
    try CommandRun(["chart", "--csv", folder.path + "/" + name, "--width", "60"] + options)
  }

  private func values(_ name: String, _ options: [String] = []) throws -> [String] {
    let run = try run(name, options + ["--format", "csv"])
    #expect(run.code == 0, "\(run.complaint)")
    return run.lines
  }

  @Test func aKindThatCannotBeDrawnIsReplacedInWords() throws {
    try folder.write("parts.csv", "part,share\nA,70%\nB,60%\n")
    let run = try run("parts.csv", ["--kind", "share"])
    #expect(run.code == 0 && run.text.contains("No share: the parts add up to 130%"), "\(run.text)")
    #expect(
      run.complaint.contains("a share needs the parts of one whole")
        && run.complaint.contains("drawn as bars instead"), "\(run.complaint)")
    let json = try self.run("parts.csv", ["--kind", "share", "--format", "json"])
    #expect(json.text.contains("\"replaced\":\"a share needs"))
    #expect(try self.run("parts.csv", ["--kind", "bars"]).complaint.isEmpty)
  }

  @Test func tablesAreReadAsTheyAreMeant() throws {
    #expect(
      try values("long.csv") == [
        "series,period,value,qualifier", "DE,2000,1.5,", "DE,2001,2.25,", "FR,2000,3.1,",
        "FR,2001,3.9,",
      ])
    #expect(try values("years.csv").dropFirst().first == "Mexico,1990,1,")
    #expect(
      try values("names.tsv", ["--kind", "grouped-bars"]) == [
        "series,name,value,qualifier", ",Corn,45,", ",Beans,30,", ",Rice,25,",
      ])
    #expect(
      try values("points.csv") == ["series,x,value,qualifier", ",1.5,2,", ",0.2,3,", ",4,4,"])
    #expect(
      try values("wide.csv", ["--x", "year", "--y", "canada", "--from", "2001", "--to", "2002"])
        == ["series,period,value,qualifier", ",2001,,", ",2002,3,"])
  }

  /// `2011-12` is a fiscal year beside fiscal years and December beside months.
  @Test func pairsOfYearsAreReadAsThoseOfTheTable() throws {
    try folder.write("fiscal.csv", "year,v\n2010/11,1\n2011/12,2\n2012/13,3\n")
    for text in ["2011-12", "2011/12", "2011/2012", "FY2012"] {
      #expect(
        try values("fiscal.csv", ["--from", text, "--to", text]).dropFirst() == [",FY2012,2,"],
        "\(text)")
    }
    try folder.write("months.csv", "month,v\n2011/10,1\n2011/11,2\n2011/12,3\n2012/01,4\n")
    for text in ["2011-12", "2011/12", "Dec 2011"] {
      #expect(
        try values("months.csv", ["--from", text, "--to", text]).dropFirst() == [",2011-12,3,"],
        "\(text)")
    }
  }

  @Test func badCellsAreCountedOnTheStandardError() throws {
    let run = try run("wide.csv")
    #expect(run.code == 0)
    #expect(
      run.complaint.hasSuffix(
        "has a cell that is not a number, left as a gap: 'abc' in column 'mexico' on line 4\n"))
    #expect(run.complaint.split(separator: "\n").count == 1)
    #expect(run.lines.allSatisfy { $0.count <= 60 })
  }

  @Test(
    arguments: [
      ("empty.csv", [], "is empty"), ("ragged.csv", [], "has 3 cells under 2 columns on line 3"),
      ("words.csv", [], "has no number in any column but the axis's; its columns are a, b"),
      ("binary.csv", [], "is binary, not text"),
      (
        "wide.csv", ["--x", "yaer"],
        "has no column 'yaer' (did you mean 'year'?); its columns are year, mexico, canada"
      ),
      (
        "names.tsv", ["--kind", "line"],
        "has words in column 'crop', where the kind line needs periods or numbers"
      ),
      (
        "wide.csv", ["--with", "exports"],
        "has no column 'exports'; its columns are year, mexico, canada; with --csv, --with names a "
          + "column of that file"
      ),
      (
        "names.tsv", ["--as", "index"],
        "--as index needs values over several periods, and these are of one time"
      ),
      (
        "years.csv", ["--kind", "share"],
        "has 3 columns of values; a share needs one, named by --y"
      ),
      (
        "zeros.csv", ["--as", "index"], "--as index needs a base above zero and no value below zero"
      ),
      (
        "zeros.csv", ["--as", "growth"],
        "--as growth needs values above zero and none below; try --as change"
      ),
      ("wide.csv", ["--from", "2050"], "no value lies in the part that --from and --to ask for"),
    ] as [(String, [String], String)])
  func badInputIsOneSentence(_ name: String, _ options: [String], _ fault: String) throws {
    let run = try run(name, options)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaint.hasPrefix("dossier: ") && run.complaint.hasSuffix("\(fault)\n"))
    #expect(run.complaint.split(separator: "\n").count == 1)
  }

  @Test func whatCannotBeReadOrMakesNoSense() throws {
    #expect(try run("nowhere.csv").code == 1)
    for arguments in [
      ["chart"], ["chart", "us-content", "--x", "a"], ["chart", "us-content", "--from", "soon"],
      ["chart", "us-content", "--csv", folder.path + "/wide.csv"],
    ] {
      #expect(try CommandRun(arguments).code == 2)
    }
  }

  @Test(arguments: [
    ("homicide-rate", "us-content", "'us-content' has values without periods"),
    ("us-content", "homicide-rate", "'us-content' has values without periods"),
    ("homicide-rate", "homicide-rate", "'homicide-rate' is the indicator itself"),
  ])
  func whatHasNoAxisInCommonIsNotCompared(_ id: String, _ other: String, _ reason: String) throws {
    let run = try CommandRun(["chart", id, "--with", other])
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.complaint.contains(reason), "\(run.complaint)")
  }

  @Test func theStandardInputIsRead() throws {
    let path = folder.path + "/long.csv"
    let piped = try CommandRun(["chart", "--csv", "-", "--format", "csv"], input: path)
    #expect(piped.lines == (try values("long.csv")))
    let nothing = try CommandRun(["chart", "--csv", "-"])
    #expect(nothing.code == 2)
    #expect(nothing.complaint == "dossier: the standard input is empty\n")
  }

  @Test func everyKindAndFormatIsDrawn() throws {
    let kinds = [
      "line", "bars", "columns", "share", "slope", "number", "area", "stacked-area", "grouped-bars",
      "stacked-bars", "grouped-columns", "stacked-columns", "dots", "dumbbell", "scatter",
      "histogram", "multiples",
    ]
    for kind in kinds {
      for format in ["text", "svg", "json", "alt", "csv"] {
        let one = kind == "share" ? ["--y", "1992"] : []
        let run = try run("years.csv", ["--kind", kind, "--format", format] + one)
        #expect(run.code == 0, "\(kind) \(format): \(run.complaint)")
        #expect(run.controlByte == nil && !run.output.isEmpty, "\(kind) \(format)")
        switch format {
        case "json":
          let value = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
          #expect(value?["plots"] is [Any], "\(kind)")
        case "svg": #expect(run.text.hasSuffix("</svg>\n"))
        default: break
        }
      }
    }
  }

  /// A sum or a source below a column of years does not make numbers of the years.
  @Test func notesBelowATableLeaveItsYears() throws {
    let run = try run("noted.csv")
    #expect(run.text.contains("2019") && !run.text.contains("2,019"), "\(run.text)")
    #expect(run.text.contains("2019–2021"))
    #expect(run.complaint.contains("'Total'"), "\(run.complaint)")
  }

  /// What is written with an exponent keeps the digits that it has.
  @Test func verySmallNumbersKeepTheirDigits() throws {
    let text = try run("small.csv", ["--height", "9"]).text
    #expect(text.contains("0.000000002 ") && text.contains("0.00000000225"), "\(text)")
    #expect(try values("small.csv").last == ",2002,0.00000000225,")
    let summary = try run("small.csv", ["--format", "summary"]).text
    #expect(summary.contains("0.0000000012") && summary.contains("0.00000000225"), "\(summary)")
  }

  /// What is written as CSV is drawn as it was: with what is projected and estimated.
  @Test func flagsBesideTheValuesAreRead() throws {
    let signs = try CommandFolder(["signs.csv": "year,a\n2020,1\n2021,~2 (e)\n2022,3 (f)\n"])
    let written = try CommandRun(
      ["chart", "--csv", signs.path + "/signs.csv", "--format", "csv"])
    #expect(written.lines.suffix(2) == [",2021,2,about;estimated", ",2022,3,projected"])
    let again = try CommandFolder(["again.csv": written.text])
    let path = again.path + "/again.csv"
    let read = try CommandRun(["chart", "--csv", path, "--format", "csv"])
    #expect(read.lines == written.lines)
    let flags = "TIME_PERIOD,OBS_VALUE,OBS_FLAG\n2020,1,\n2021,2,b\n2022,3,e\n2023,4,f; p\n"
    let sdmx = try CommandFolder(["flags.csv": flags])
    let office = try CommandRun(["chart", "--csv", sdmx.path + "/flags.csv", "--format", "csv"])
    let told = [",2021,2,", ",2022,3,estimated", ",2023,4,projected;provisional"]
    #expect(office.lines.suffix(3) == told)
  }

  @Test func columnsNameTheEndsOfADumbbellAndASlope() throws {
    for kind in ["dumbbell", "slope"] {
      let text = try run("ends.csv", ["--kind", kind, "--height", "14"]).text
      #expect(text.contains("before") && text.contains("after"), "\(text)")
      #expect(!text.contains("not dated"))
    }
    let text = try run("ends.csv", ["--kind", "dumbbell"]).text
    #expect(
      text.contains("○ 5.5") && text.contains("● 35.5"), "the first end alone, the last alone")
    let table = try run("ends.csv", ["--kind", "dumbbell", "--format", "alt"]).text
    let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(
      rows.contains(["Iles", "5.5", "–"]) && rows.contains(["Ouest", "–", "35.5"]), "\(table)")
  }

  @Test func changesOfPercentagesArePoints() throws {
    let run = try run("rates.csv", ["--as", "change", "--format", "alt"])
    #expect(run.text.contains("percentage points from the value before"), "\(run.text)")
    #expect(!run.text.contains("%"))
  }

  @Test func whatIsLeftOutOrDoubtfulIsSaid() throws {
    let number = try run("wide.csv", ["--kind", "number"]).complaint
    #expect(number.contains("a number shows one value, and there are 6\n"), "\(number)")
    let names = try run("years.csv", ["--kind", "sparkline", "--height", "1"]).complaint
    #expect(names.contains("no room to name 1 of 2 series: Canada\n"), "\(names)")
    let points = try run("thousands.csv").complaint
    #expect(points.contains("decimal points: 1.234 is a little more than 1"), "\(points)")
    try folder.write("dates.csv", "date,v\n01/02/2020,1\n03/04/2020,2\n")
    #expect(
      try run("dates.csv").complaint.contains(
        "is read with the day before the month: 01/02/2020 is 1 Feb 2020; write 2020-02-01\n"))
    let slope = try run("zeros.csv", ["--y", "cases", "--kind", "slope", "--to", "2018"]).complaint
    #expect(slope.contains("a slope needs two values of a series"), "\(slope)")
    let log = try run("wide.csv", ["--kind", "dots", "--log"])
    #expect(log.code == 2 && log.complaint.contains("--log does not apply to dots"))
    let quarter = try run("wide.csv", ["--from", "Q2 2001", "--format", "csv"])
    #expect(quarter.code == 0 && !quarter.text.contains(",2001,"), "\(quarter.text)")
  }

  @Test func wordsOfOnesOwn() throws {
    let run = try run(
      "wide.csv",
      [
        "--title", "Growth", "--subtitle", "Both \u{1b}[2J", "--source", "An office", "--unit", "%",
        "--events", folder.path + "/events.csv",
      ])
    for text in ["Growth", "Both ␛[2J", "Source: An office", "The crash", "Recovery"] {
      #expect(run.text.contains(text), "\(text)")
    }
    let alternative = try self.run("names.tsv", ["--format", "alt"])
    #expect(alternative.text.contains("Corn     45%"))
    let index = try values("years.csv", ["--as", "index"])
    #expect(index.contains("Mexico,1991,200.0,"))
    #expect(try self.run("names.tsv", ["--log"]).code == 2)
  }

  @Test func nothingThatATerminalObeysGetsThrough() throws {
    for format in ["text", "svg", "json", "alt", "csv", "summary"] {
      let run = try run("escapes.csv", ["--format", format, "--title", "a\u{9b}b"])
      #expect(run.code == 0)
      #expect(run.controlByte == nil, "\(format)")
      #expect(!(run.text + run.complaint).unicodeScalars.contains("\u{202e}"), "\(format)")
    }
  }
}
