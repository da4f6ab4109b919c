import Canvas
import Query
import Records

/// The values of an indicator in one magnitude: periods down, the newest first, and series across.
///
/// Values that make no such grid are those of an `ObservationTable`.
struct ValuesTable {
  /// What stands above the columns: the magnitude and unit of all values.
  let heading: String
  /// The rows; Enter opens the source of a value.
  let list: ListPanel

  /// The table of an indicator.
  init(_ indicator: Indicator, _ library: Library) {
    let unit =
      library.catalogue.unit(indicator.unit) ?? Unit(id: indicator.unit, title: indicator.unit)
    let all = indicator.series.flatMap(\.observations)
    let decimals = all.reduce(0) { max($0, Int($1.decimals)) }
    let scale = ValueScale(all.lazy.compactMap(\.value), unit: unit, decimals: decimals)
    // What is true of all values stands once, above them.
    let values = all.filter { $0.value != nil }
    let shared = values.dropFirst().reduce(values.first?.qualifiers ?? []) {
      $0.intersection($1.qualifiers)
    }
    let common = values.count > 1 ? ValueFormat.standing(shared) : []
    let known = indicator.series.filter { !$0.observations.isEmpty }
    let isGrid =
      known.count > 1
      && known.allSatisfy { series in
        let periods = series.observations.map(\.period)
        return periods.allSatisfy { $0 != nil } && Set(periods).count == periods.count
      } && known.contains { $0.observations.count > 1 }
    guard isGrid else {
      heading = unit.title
      list = ObservationTable(indicator, library).list()
      return
    }
    heading = ([scale.heading] + common).joined(separator: ", ")
    list = Self.grid(indicator, known, scale, without: common)
  }

  /// A value with its signs, and the words that qualify it.
  private static func told(_ observation: Observation, _ cell: String) -> String {
    guard observation.value != nil else { return cell }
    return ValueFormat.sign(observation.qualifiers) + cell
  }

  private static func source(_ observation: Observation, _ indicator: Indicator) -> Destination {
    .record(
      Reference(.source, observation.source.isEmpty ? indicator.source : observation.source))
  }

  /// Periods by series.
  private static func grid(
    _ indicator: Indicator, _ series: [Series], _ scale: ValueScale, without common: [String]
  ) -> ListPanel {
    let columns = series.map { scale.column($0.observations) }
    let places = series.map { line in
      Dictionary(
        uniqueKeysWithValues: line.observations.enumerated().map { ($1.period, $0) })
    }
    let periods = Set(series.flatMap { $0.observations.compactMap(\.period) })
      .sorted { $1 < $0 }
    let rows = periods.map { period -> ListPanel.Row in
      var cells: [ListPanel.Row.Cell] = [.text(period.title)]
      var spoken: [String] = []
      var destination = Destination.record(Reference(.source, indicator.source))
      for (index, line) in series.enumerated() {
        guard let place = places[index][period] else {
          cells.append(.text("–", .faint))
          continue
        }
        let observation = line.observations[place]
        let words = ValueFormat.standing(observation.qualifiers).filter { !common.contains($0) }
        let text = told(observation, columns[index][place])
        let isCertain = words.isEmpty
        cells.append(
          .text(
            isCertain ? text : "\(text) \(words.map { "\($0.prefix(4))." }.joined(separator: " "))",
            isCertain ? .text : Style(.caution)))
        destination = source(observation, indicator)
        spoken.append("\(line.name) \(ValueFormat(scale.unit).text(observation))")
      }
      return ListPanel.Row(
        cells: cells, destination: destination, reference: indicator.reference,
        telling: .observation("\(period.title): \(spoken.joined(separator: "; "))"))
    }
    return ListPanel(
      columns: [.init(title: "Period", width: .flexible)]
        + series.map { .init(title: $0.name, width: .fit(20), alignment: .right) },
      rows: rows, hasHeading: true)
  }

  /// The row of a period; nil for a table without it.
  static func row(of period: Period, in list: ListPanel) -> Int? {
    list.rows.firstIndex { $0.text(0) == period.title }
  }
}
