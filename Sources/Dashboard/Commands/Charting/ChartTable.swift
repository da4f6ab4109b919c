import Interface
import Model

/// The chart of somebody's own table, as `--csv` and the options beside it ask for it.
struct ChartTable {
  let arguments: Arguments
  let table: DataTable
  /// How messages call the table.
  let title: String
  let path: String

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

  /// Reads the table.
  init(_ arguments: Arguments, _ path: String) throws(Failure) {
    self.arguments = arguments
    self.path = path
    title = InputFile.title(path)
    table = try Self.table(path, Self.form(arguments))
  }

  /// Reads a table of a file.
  static func table(_ path: String, _ form: DataTable.Form = .init()) throws(Failure) -> DataTable {
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

  /// The chart, and what a reader should know of how it was read.
  func chart() throws(Failure) -> (chart: Chart, notes: [String]) {
    let kind = arguments.value("kind").flatMap(Chart.Kind.init)
    try ChartOptions(arguments).checkSecond()
    let data: DataSeries
    let selection: DataSelection
    do throws(DataFault) {
      selection = try self.selection(kind)
      data = try table.read(selection)
    } catch {
      throw .table("\(title) \(error)")
    }
    var notes = table.notes + data.notes
    var chart = try chart(data, selection, kind)
    if let columns = arguments.value("with") {
      var other = selection
      let read: DataSeries
      do throws(DataFault) {
        other.y = try table.columnList(columns)
        read = try table.read(other)
      } catch {
        throw .table("\(title) \(error); with --csv, --with names a column of that file")
      }
      notes += read.notes
      var second = try self.chart(read, other, .line)
      second.unit = arguments.value("with-unit").map(ChartUnit.unit) ?? second.unit
      if let text = arguments.value("unit") { chart.unit = ChartUnit.unit(text) }
      chart = chart.with(second, as: ChartOptions.place(arguments))
    }
    return (chart, notes.map { "\(title) \($0)" })
  }

  private func selection(_ kind: Chart.Kind?) throws(DataFault) -> DataSelection {
    var y: [Int]?
    if let values = arguments.value("y") { y = try table.columnList(values) }
    var series: Int?
    if let name = arguments.value("series") { series = try table.column(name) }
    var x: Int?
    if let name = arguments.value("x") {
      x = try table.column(name)
    } else if kind != .histogram || y == nil {
      x = table.defaultX(values: (y ?? []) + (series.map { [$0] } ?? []))
    }
    let values: [Int]
    if let y { values = y } else { values = try table.defaultY(x: x, series: series) }
    if series == nil { series = table.defaultSeries(x: x, y: values) }
    return DataSelection(x: x, y: values, series: series, axis: axis(x, kind))
  }

  private func axis(_ x: Int?, _ kind: Chart.Kind?) -> DataSelection.Axis {
    guard let x else { return .rows }
    let column = table.columns[x]
    if kind == .scatter, column.isNumbers { return .numbers }
    if column.isPeriods { return kind == .scatter ? .numbers : .periods }
    return column.isNumbers && !(kind?.namesPlaces ?? false) ? .numbers : .names
  }
}
