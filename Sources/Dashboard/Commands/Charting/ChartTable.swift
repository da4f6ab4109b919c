import Charts
import Reading
import Tables
import Text

/// The chart of a user's table, for `--csv` and the related options.
enum ChartTable {
  /// The options that say how a table is read and what of it.
  static let options: [OptionSpec] = [
    OptionSpec("csv", .file, "draw this table instead of an indicator; - is the standard input"),
    OptionSpec("explain", "print what was decided about the table, and why; --format json too"),
    OptionSpec("x", .text("COL"), "the column along the axis; periods, else the first"),
    OptionSpec("y", .text("COL,…"), "the columns of values; all of numbers", repeats: true),
    OptionSpec(
      "series", .text("COL,…"), "the columns that name the series of a long table", repeats: true),
    OptionSpec("with-unit", .text("TEXT"), "the unit of the columns of --with"),
    OptionSpec(
      "delimiter", .choice(["comma", "semicolon", "tab", "pipe"]), "what separates cells; guessed"),
    OptionSpec("decimal", .choice(["point", "comma"]), "the decimal mark; guessed"),
    OptionSpec("heading", .choice(["yes", "no"]), "whether a row has names; guessed"),
    OptionSpec(
      "part", .text("NAME"),
      "the sheet of a workbook or the resource of a data package; the first table"),
    OptionSpec("skip", .number(1...1000), "how many rows to skip at the start"),
    OptionSpec(
      "dates", .choice(["day-first", "month-first"]), "how 01/02/2012 is read; guessed"),
    OptionSpec(
      "where", .text("COL=VALUE"),
      "only rows with this value; != for others, | between several, 2010..2015 for a range",
      repeats: true),
    OptionSpec("per", .text("COL"), "values divided by this column"),
    OptionSpec(
      "frequency", .choice(TableRequest.Frequency.allCases.map(\.rawValue)),
      "how long periods are, where there are several; the commonest"),
    OptionSpec(
      "every", .choice(["year", "half", "quarter", "month", "day"]), "one value for each of these"),
    OptionSpec(
      "by", .choice(TableRequest.Gathering.allCases.map(\.rawValue)),
      "how --every makes one value of several; mean"),
    OptionSpec("average", .number(2...1000), "draw the moving average over this many values"),
    OptionSpec("top", .number(1...1000), "only this many of the largest series or names"),
    OptionSpec("bottom", .number(1...1000), "only this many of the smallest"),
    OptionSpec("at", .text("PERIOD"), "the period by which --top and --sort compare; the last"),
    OptionSpec(
      "sort", .choice(TableRequest.Order.allCases.map(\.rawValue)),
      "the order of series or names; that of the file"),
  ]

  /// The chart of a file, and notes for the reader on how it was read.
  package static func chart(
    _ arguments: Arguments, _ path: String
  ) throws(Failure) -> (chart: Chart, notes: [String]) {
    let table = try table(arguments, path)
    try ChartOptions(arguments).checkSecond()
    let title = InputFile.title(path)
    let request = try request(arguments)
    do throws(DataFault) {
      let maker = TableChart(table, request, name: name(path))
      let (chart, notes) = try maker.chart()
      return (chart, notes.map { "\(title) \($0)" })
    } catch {
      throw .table("\(title) \(error)")
    }
  }

  /// What was decided about a file.
  static func explanation(
    _ arguments: Arguments, _ path: String
  ) throws(Failure) -> TableExplanation {
    let table = try table(arguments, path)
    let request = try request(arguments)
    do throws(DataFault) {
      return try TableExplanation(table, request)
    } catch {
      throw .table("\(InputFile.title(path)) \(error)")
    }
  }

  /// What the options ask for.
  static func request(_ arguments: Arguments) throws(Failure) -> TableRequest {
    var request = TableRequest()
    request.kind = arguments.value("kind").flatMap(Chart.Kind.init)
    request.x = arguments.value("x")
    request.y = arguments.value("y")
    request.series = arguments.value("series")
    request.unit = arguments.value("unit")
    request.second = arguments.value("with")
    request.secondUnit = arguments.value("with-unit")
    request.secondPlace = ChartOptions.place(arguments)
    request.conditions = arguments.values("where")
    request.per = arguments.value("per")
    request.frequency = arguments.value("frequency").flatMap(TableRequest.Frequency.init)
    request.every = arguments.value("every").flatMap(TableRequest.Frequency.init)
    request.average = arguments.number("average")
    request.order = arguments.value("sort").flatMap(TableRequest.Order.init)
    if let by = arguments.value("by").flatMap(TableRequest.Gathering.init) {
      guard request.every != nil else { throw arguments.fault("--by needs --every") }
      request.gathering = by
    }
    if arguments.has("top"), arguments.has("bottom") {
      throw arguments.fault("--top and --bottom are two choices; give one of them")
    }
    request.top = arguments.number("top") ?? arguments.number("bottom").map { -$0 }
    if let text = arguments.value("at") {
      guard let period = PeriodReader().period(text) else {
        throw arguments.fault("--at: '\(text)' is not a period such as 1990, FY1990, 1990-06")
      }
      request.at = period
    }
    return request
  }

  /// The marks of a table of dates and labels; omissions are reported.
  static func marks(_ path: String) throws(Failure) -> [Chart.Mark] {
    let title = InputFile.title(path)
    let table = try TableSource(path: path, part: nil).table()
    do throws(DataFault) {
      let (marks, lost) = try table.marks()
      if lost > 0 {
        let events = lost == 1 ? "an event" : "\(lost) events"
        Output.complain(
          CleanText.line("dossier: \(title) has \(events) without a date or a label, left out")
            + "\n")
      }
      return marks
    } catch {
      throw .table("\(title) \(error)")
    }
  }

  /// The table of a file, read as the options say.
  static func table(_ arguments: Arguments, _ path: String) throws(Failure) -> DataTable {
    try TableSource(path: path, part: arguments.value("part")).table(form(arguments))
  }

  private static func form(_ arguments: Arguments) -> DataTable.Form {
    let delimiters: [String: UInt8] = ["comma": 0x2c, "semicolon": 0x3b, "tab": 0x09, "pipe": 0x7c]
    var form = DataTable.Form(
      delimiter: arguments.value("delimiter").flatMap { delimiters[$0] },
      decimalMark: arguments.value("decimal").map { $0 == "comma" ? 0x2c : 0x2e },
      hasHeading: arguments.value("heading").map { $0 == "yes" })
    form.skipped = arguments.number("skip") ?? 0
    form.isDayFirst = arguments.value("dates").map { $0 == "day-first" }
    return form
  }

  /// The file's name without folder and extension; empty for the standard input.
  private static func name(_ path: String) -> String {
    if path == "-" { return "" }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return CleanText.line(name.split(separator: ".").first.map(String.init) ?? name)
  }
}
