import Interface
import Model

/// `dossier chart`: an indicator's chart, drawn in text.
enum ChartCommand {
  static let spec = CommandSpec(
    name: "chart",
    summary: "Draw the chart of an indicator",
    operands: [
      .init(name: "ID", value: .text("ID"), help: "the indicator: us-content")
    ],
    options: [
      OptionSpec("width", .number(1...1000), "columns; those of the terminal, or 80"),
      OptionSpec("height", .number(1...1000), "rows; 20"),
      OptionSpec(
        "kind", .choice(Chart.Kind.allCases.map(\.rawValue)), "another form than the dossier's"),
      OptionSpec(
        "glyphs", .choice(GlyphSet.allCases.map(\.rawValue)), "what dots are drawn with; braille"),
    ] + Picture.options + [
      OptionSpec(
        "format", .choice(["text", "ansi", "svg", "csv", "summary"]),
        "how to print it; ansi on a terminal, else text"),
      .dossier,
    ],
    details: [
      "csv prints the values instead of the picture, summary says in a sentence what it shows."
    ],
    examples: [
      .init("dossier chart trade-index --width 100", "a chart, 100 columns wide"),
      .init("dossier chart us-content --format svg > chart.svg", "a picture for a document"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let catalogue = Catalogue(try DossierFolder(arguments).read().dossier)
    let record = try catalogue.find(arguments.operands.first ?? "", .indicator)
    guard case .indicator(let indicator) = record else { return .findings }
    if arguments.value("format") == "csv" {
      output.write(RecordTable(observationsOf: indicator).text(.csv))
      return .success
    }
    guard var chart = Chart(indicator: indicator, dossier: catalogue.dossier) else {
      throw .failed("indicator '\(indicator.id)' has no values to draw")
    }
    let picture = Picture(arguments)
    if let kind = arguments.value("kind").flatMap(Chart.Kind.init) { chart.kind = kind }
    chart.glyphs = arguments.value("glyphs").flatMap(GlyphSet.init) ?? picture.glyphs.chart
    if arguments.value("format") == "summary" {
      output.line(chart.summary)
      return .success
    }
    let width = arguments.number("width") ?? min(Console.columns ?? 80, 1000)
    var canvas = Canvas(Size(width: width, height: arguments.number("height") ?? 20))
    chart.draw(on: &canvas, in: canvas.bounds)
    picture.write(canvas, title: chart.summary, to: &output)
    return .success
  }
}
