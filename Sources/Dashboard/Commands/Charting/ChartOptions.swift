import Charts
import Reading
import Records
import Tables
import Text

/// The options of `dossier chart` that change any chart.
struct ChartOptions {
  private let arguments: Arguments

  /// The options.
  static let options: [OptionSpec] = [
    OptionSpec("width", .number(1...1000), "columns; those of the terminal, or 80"),
    OptionSpec("height", .number(1...1000), "rows; 20"),
    OptionSpec(
      "kind", .choice(Chart.Kind.allCases.map(\.rawValue)),
      "the form of the picture: " + Chart.Kind.allCases.map(\.rawValue).joined(separator: ", ")),
    OptionSpec(
      "with", .text("ID"),
      "another indicator or column beside it; another unit in a picture of its own below",
      repeats: true),
    OptionSpec("second-axis", "the other unit in the same picture, with an axis at the right"),
    OptionSpec("title", .text("TEXT"), "the title"),
    OptionSpec("subtitle", .text("TEXT"), "what is below the title"),
    OptionSpec("unit", .text("TEXT"), "the values' unit: %, '$ million', persons"),
    OptionSpec("source", .text("TEXT"), "who produced the values"),
    OptionSpec("events", .file, "a table of dates and labels to mark"),
    OptionSpec("from", .text("PERIOD"), "only from here on: 1990, 2001-06"),
    OptionSpec("to", .text("PERIOD"), "only up to here, all of it included"),
    OptionSpec("log", "a logarithmic axis of values"),
    OptionSpec(
      "as", .choice(Chart.Transformation.allCases.map(\.rawValue)),
      "values as index = 100, as change or growth; none"),
    OptionSpec(
      "glyphs", .choice(GlyphSet.allCases.map(\.rawValue)),
      "what dots are drawn with; quadrant, or what the terminal and its locale can show"),
  ]

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// How another measure is combined with the first.
  package static func place(_ arguments: Arguments) -> Chart.SecondMeasure.Place {
    arguments.has("second-axis") ? .axis : .panel
  }

  /// Rejects options that cannot be combined with another measure.
  func checkSecond() throws(Failure) {
    guard arguments.has("with") else {
      for option in ["second-axis", "with-unit"] where arguments.has(option) {
        throw arguments.fault("--\(option) needs --with")
      }
      return
    }
    if let kind = arguments.value("kind"), kind != Chart.Kind.line.rawValue {
      throw arguments.fault("--with draws lines; leave --kind \(kind) out")
    }
  }

  /// Changes a chart.
  func apply(to chart: inout Chart) throws(Failure) {
    try cut(&chart)
    if let text = arguments.value("unit") { chart.unit = ChartUnit.unit(text) }
    if let change = arguments.value("as").flatMap(Chart.Transformation.init) {
      if change != .none, !chart.hasCourse {
        throw .table(
          "--as \(change.rawValue) needs values over several periods, and these are of one time")
      }
      if change == .index, !chart.hasIndexBase {
        throw .table("--as index needs a base above zero and no value below zero")
      }
      if change == .growth, !chart.hasGrowth {
        throw .table(
          "--as growth needs values above zero and none below; try --as change")
      }
      chart = chart.transformed(change)
    }
    if let text = arguments.value("title") { chart.title = CleanText.line(text) }
    if let text = arguments.value("subtitle") { chart.ownSubtitle = CleanText.line(text) }
    if let text = arguments.value("source") { chart.source = CleanText.line(text) }
    if arguments.has("log") {
      guard chart.hasLogarithmicForm else {
        throw arguments.fault("--log does not apply to \(chart.kind.rawValue)")
      }
      chart.isLogarithmic = true
      let isAboveZero = chart.series.allSatisfy { line in
        line.observations.allSatisfy { $0.value.map { $0 > 0 } ?? true }
      }
      guard isAboveZero else { throw .table("--log needs values above zero, and there are others") }
    }
    if let path = arguments.value("events") { chart.marks = try ChartTable.marks(path) }
  }

  /// Removes what is before `--from` and after `--to`.
  private func cut(_ chart: inout Chart) throws(Failure) {
    guard arguments.has("from") || arguments.has("to") else { return }
    if !chart.positions.isEmpty {
      chart.cut(from: try position("from"), to: try position("to"))
    } else {
      // Two years mean a fiscal year if the chart's periods are fiscal years.
      let isFiscal = chart.series.contains { line in
        line.observations.contains { $0.period?.kind == .fiscalYear }
      }
      let reader = PeriodReader(isFiscal: isFiscal)
      let span = TimeSpan(from: try period("from", reader), to: try period("to", reader))
      guard chart.series.contains(where: { $0.observations.contains { $0.period != nil } }) else {
        throw arguments.fault("--from and --to need periods or numbers along the axis")
      }
      chart.cut(from: span.from, to: span.to, where: span.contains)
    }
    guard chart.series.contains(where: { $0.observations.contains { $0.value != nil } }) else {
      throw .table("no value lies in the part that --from and --to ask for")
    }
  }

  private func period(_ option: String, _ reader: PeriodReader) throws(Failure) -> Period? {
    guard let text = arguments.value(option) else { return nil }
    if let period = reader.period(text) { return period }
    throw arguments.fault("--\(option): '\(text)' is not a period such as 1990, FY1990, 1990-06")
  }

  private func position(_ option: String) throws(Failure) -> Double? {
    guard let text = arguments.value(option) else { return nil }
    if let number = Double(text), number.isFinite { return number }
    throw arguments.fault("--\(option): '\(text)' is not a number")
  }
}
