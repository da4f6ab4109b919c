import Browsing
import Canvas
import Charts
import Query
import Reading
import Records
import Tables
import Text

/// `dossier chart`: the chart of an indicator or of any table, drawn in text.
enum ChartCommand {
  static let spec = CommandSpec(
    name: "chart",
    summary: "Draw the chart of an indicator, or of your own table",
    operands: [
      .init(
        name: "ID", value: .text("ID"), help: "the indicator: us-content; none with --csv",
        isNeeded: false)
    ],
    options: ChartTable.options + ChartOptions.options + Picture.options + [
      OptionSpec(
        "format", .choice(["text", "ansi", "svg", "png", "csv", "json", "alt", "summary"]),
        "output format (default: ansi on a terminal, otherwise text)"),
      .dossier,
    ],
    details: [
      "svg and png are dark on light unless --theme names another theme; png is made by "
        + "rsvg-convert, a program that is looked for when it is needed.",
      "csv prints the values as drawn, json the layout of the picture, alt a sentence and a table "
        + "for readers who cannot see it, summary only the sentence.",
      "A table may be long, wide, or years by months, with titles above and notes below it; it is "
        + "looked at as a whole, and --explain says what was decided and why. Columns are named by "
        + "title or number. In 01/02/2012 the day comes first, unless another date of the column "
        + "shows that the month does. What is not drawn is counted on the standard error.",
      "Numbers may have grouped digits (1,234), a unit ($5, 12%), a magnitude (1.2M, 3 billion), "
        + "a qualifier (≈ 5, 206.4 (projected)), a flag (12.5 p) or a note mark (12.5 1/). Flags "
        + "may also stand in a column. A file may be CSV, Eurostat TSV, SDMX-CSV, JSON-stat, a data "
        + "package, or XLSX if the program xlsx2csv is there. docs/charts.md, 'Your table', leads "
        + "from a file to its picture.",
    ],
    examples: [
      .init("dossier chart goods-trade-mexico --width 100", "a chart, 100 columns wide"),
      .init("dossier chart us-content --format svg > chart.svg", "a picture for a document"),
      .init("dossier chart --csv gdp.csv --x year --y mexico,canada", "two columns of a table"),
      .init("dossier chart --csv exports.csv --explain", "what was decided about a table"),
      .init(
        "dossier chart --csv trade.csv --where country=Mexico --every year --by sum",
        "some rows, gathered by year"),
      .init("sort -n data.tsv | dossier chart --csv - --kind scatter", "a table from a pipe"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    if let path = arguments.value("csv") {
      guard arguments.operands.isEmpty else {
        throw arguments.fault("give either an ID or --csv, not both")
      }
      if arguments.has("explain") {
        let explanation = try ChartTable.explanation(arguments, path)
        output.write(
          arguments.value("format") == "json" ? explanation.json.denseJSON : explanation.text)
        return .success
      }
      var (chart, notes) = try ChartTable.chart(arguments, path)
      try ChartOptions(arguments).apply(to: &chart)
      for note in notes { Output.complain(CleanText.line("dossier: \(note)") + "\n") }
      try show(&chart, arguments, &output)
      return .success
    }
    guard let id = arguments.operands.first else {
      throw arguments.fault("ID or --csv FILE is missing")
    }
    for option in ChartTable.options where arguments.has(option.name) {
      throw arguments.fault("--\(option.name) needs --csv FILE")
    }
    let catalogue = Catalogue(try DossierFolder(arguments).read().dossier)
    try ChartOptions(arguments).checkSecond()
    guard case .indicator(let indicator) = try catalogue.find(id, .indicator) else {
      return .findings
    }
    let changes = ["from", "to", "as", "with"].contains { arguments.has($0) }
    if arguments.value("format") == "csv", !changes {
      output.write(RecordTable(observationsOf: indicator).text(.csv))
      return .success
    }
    guard var chart = Chart(indicator: indicator, dossier: catalogue.dossier) else {
      throw .failed("indicator '\(indicator.id)' has no values to draw")
    }
    if let id = arguments.value("with") {
      guard case .indicator(let other) = try catalogue.find(id, .indicator) else {
        return .findings
      }
      guard let second = Chart(indicator: other, dossier: catalogue.dossier) else {
        throw .failed("indicator '\(other.id)' has no values to draw")
      }
      if let obstacle = indicator.obstacle(beside: other) {
        throw arguments.fault("--with: \(obstacle)")
      }
      chart = chart.with(second, as: ChartOptions.place(arguments))
    } else if let kind = arguments.value("kind").flatMap(Chart.Kind.init) {
      chart.kind = kind
    }
    try ChartOptions(arguments).apply(to: &chart)
    try show(&chart, arguments, &output)
    return .success
  }

  private static func show(
    _ chart: inout Chart, _ arguments: Arguments, _ output: inout Output
  ) throws(Failure) {
    let colours = arguments.has("theme") ? Picture(arguments).colours : .paper
    let picture = Picture(arguments)
    chart.isColoured = picture.hasColour
    chart.glyphs =
      arguments.value("glyphs").flatMap(GlyphSet.init) ?? picture.glyphs.drawing(chart)
    if arguments.has("second-axis"), chart.second == nil {
      Output.complain(
        "dossier: both have the same unit and share the axis"
          + (arguments.has("csv") ? "; --unit and --with-unit tell them apart" : "") + "\n")
    }
    let width = arguments.number("width") ?? min(Console.columns ?? 80, 1000)
    let size = Size(width: width, height: arguments.number("height") ?? 20)
    let scene = { [chart] in
      let scene = ChartScene(chart, size: size)
      if let reason = scene.replacement, arguments.has("kind") {
        Output.complain(CleanText.line("dossier: \(reason)") + "\n")
      }
      if arguments.has("events") { tellEvents(of: scene) }
      tellSeries(of: scene)
      return scene
    }
    switch arguments.value("format") {
    case "csv": output.write(RecordTable(valuesOf: chart).text(.csv))
    case "summary": output.line(chart.summary)
    case "alt": output.write(chart.alternative)
    case "json": output.write(scene().json)
    case "svg": output.write(scene().svg(colours: colours))
    case "png":
      if Console.isTerminal {
        throw arguments.fault("png is not for a terminal; write it to a file with '> FILE'")
      }
      output.write(try Conversion.png(scene().svg(colours: colours)))
    default:
      var canvas = Canvas(size)
      scene().draw(on: &canvas)
      picture.write(canvas, title: chart.summary, to: &output)
    }
  }

  /// Reports which series a picture does not name, and how many values of a single one it shows.
  private static func tellSeries(of scene: ChartScene) {
    let chart = scene.chart
    let count = chart.series.reduce(0) { $0 + $1.observations.count { $0.value != nil } }
    if chart.kind == .number, count > 1 {
      Output.complain("dossier: a number shows one value, and there are \(count)\n")
    }
    let lost = scene.namelessSeries.map { chart.series[$0].name }
    guard !lost.isEmpty else { return }
    let names = lost.prefix(6).joined(separator: ", ") + (lost.count > 6 ? ", …" : "")
    Output.complain(
      CleanText.line(
        "dossier: no room to name \(lost.count) of \(chart.series.count) series: \(names)")
        + "\n")
  }

  /// Reports which events a picture does not mark.
  private static func tellEvents(of scene: ChartScene) {
    let chart = scene.chart
    if !chart.showsMarks {
      Output.complain("dossier: \(chart.kind.rawValue) cannot show --events\n")
      return
    }
    let lost = scene.omissions.filter { $0.role == .mark }.map(\.text)
    guard !lost.isEmpty else { return }
    Output.complain(
      CleanText.line("dossier: no room for the events: \(lost.joined(separator: ", "))")
        + "\n")
  }
}
