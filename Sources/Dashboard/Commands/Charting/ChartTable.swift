import Charts
import Tables
import Text

/// The chart of a user's table, for `--csv` and the related options.
enum ChartTable {
  /// The options that only make sense with a table.
  static let options: [OptionSpec] = [
    OptionSpec("csv", .file, "draw this table instead of an indicator; - is the standard input"),
    OptionSpec("x", .text("COL"), "the column along the axis; periods, else the first"),
    OptionSpec("y", .text("COL,…"), "the columns of values; all of numbers", repeats: true),
    OptionSpec("series", .text("COL"), "the column that names the series of a long table"),
    OptionSpec("with-unit", .text("TEXT"), "the unit of the columns of --with"),
    OptionSpec(
      "delimiter", .choice(["comma", "semicolon", "tab", "pipe"]), "what separates cells; guessed"),
    OptionSpec("decimal", .choice(["point", "comma"]), "the decimal mark; guessed"),
    OptionSpec("heading", .choice(["yes", "no"]), "whether the first row has names; guessed"),
  ]

  /// The chart of a file, and notes for the reader on how it was read.
  package static func chart(
    _ arguments: Arguments, _ path: String
  ) throws(Failure) -> (chart: Chart, notes: [String]) {
    let table = try table(path, form(arguments))
    try ChartOptions(arguments).checkSecond()
    let title = InputFile.title(path)
    do throws(DataFault) {
      let maker = TableChart(table, request(arguments), name: name(path))
      let (chart, notes) = try maker.chart()
      return (chart, notes.map { "\(title) \($0)" })
    } catch {
      throw .table("\(title) \(error)")
    }
  }

  private static func request(_ arguments: Arguments) -> TableRequest {
    var request = TableRequest()
    request.kind = arguments.value("kind").flatMap(Chart.Kind.init)
    request.x = arguments.value("x")
    request.y = arguments.value("y")
    request.series = arguments.value("series")
    request.unit = arguments.value("unit")
    request.second = arguments.value("with")
    request.secondUnit = arguments.value("with-unit")
    request.secondPlace = ChartOptions.place(arguments)
    return request
  }

  /// The marks of a table of dates and labels; omissions are reported.
  static func marks(_ path: String) throws(Failure) -> [Chart.Mark] {
    let title = InputFile.title(path)
    let table = try table(path)
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

  private static func table(_ path: String, _ form: DataTable.Form = .init()) throws(Failure)
    -> DataTable
  {
    let bytes = try InputFile.bytes(path, limit: 128 << 20)
    do {
      return try DataTable(bytes, form: form)
    } catch {
      throw .table("\(InputFile.title(path)) \(error)")
    }
  }

  private static func form(_ arguments: Arguments) -> DataTable.Form {
    let delimiters: [String: UInt8] = ["comma": 0x2c, "semicolon": 0x3b, "tab": 0x09, "pipe": 0x7c]
    return DataTable.Form(
      delimiter: arguments.value("delimiter").flatMap { delimiters[$0] },
      decimalMark: arguments.value("decimal").map { $0 == "comma" ? 0x2c : 0x2e },
      hasHeading: arguments.value("heading").map { $0 == "yes" })
  }

  /// The file's name without folder and extension; empty for the standard input.
  private static func name(_ path: String) -> String {
    if path == "-" { return "" }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return CleanText.line(name.split(separator: ".").first.map(String.init) ?? name)
  }
}
