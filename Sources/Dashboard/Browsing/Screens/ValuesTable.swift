import Canvas
import Query
import Records

/// The values of an indicator: periods down, the newest first, and series across; values without
/// periods in one row each.
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
    heading = ([scale.heading] + common).joined(separator: ", ")
    let known = indicator.series.filter { !$0.observations.isEmpty }
    let isGrid =
      known.count > 1
      && known.allSatisfy { series in
        let periods = series.observations.map(\.period)
        return periods.allSatisfy { $0 != nil } && Set(periods).count == periods.count
      } && known.contains { $0.observations.count > 1 }
    list =
      isGrid
      ? Self.grid(indicator, known, scale, without: common)
      : Self.rows(indicator, scale, library, without: common)
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
        telling: .choice("\(period.title): \(spoken.joined(separator: "; "))", count: nil))
    }
    return ListPanel(
      columns: [.init(title: "", width: .fit(17))]
        + series.map { .init(title: $0.name, width: .fit(20), alignment: .right) },
      rows: rows, hasHeading: true)
  }

  /// One value in a row, with its qualifier and note, the newest period first.
  private static func rows(
    _ indicator: Indicator, _ scale: ValueScale, _ library: Library, without common: [String]
  ) -> ListPanel {
    let isDated = indicator.series.contains { $0.observations.contains { $0.period != nil } }
    let rows = indicator.series.flatMap { series in
      let cells = scale.column(series.observations)
      let order = Array(series.observations.indices)
      return (series.observations.count > 2 ? order.reversed() : order).map { place in
        let observation = series.observations[place]
        var remark = [observation.derivation?.title ?? "", observation.note]
          .filter { !$0.isEmpty }.joined(separator: ". ")
        if remark.isEmpty, !observation.source.isEmpty, observation.source != indicator.source {
          remark = library.catalogue.source(observation.source)?.producer ?? ""
        }
        return ListPanel.Row(
          cells: [
            .text(observation.period?.title ?? (isDated ? "–" : "")), .text(series.name),
            .text(told(observation, cells[place]), Style(.text, .bold)),
            .text(
              ValueFormat.standing(observation.qualifiers).filter { !common.contains($0) }
                .joined(separator: ", "),
              Style(.caution)),
            .text(remark, .faint),
          ],
          destination: source(observation, indicator), reference: indicator.reference,
          telling: .observation)
      }
    }
    return ListPanel(
      columns: [
        .init(width: .fit(17)), .init(width: .fit(28)), .init(width: .fit(24), alignment: .right),
        .init(width: .fit(20)), .init(width: .flexible, leastPanelWidth: 44),
      ], rows: rows, emptyText: indicator.note.isEmpty ? "No values." : indicator.note)
  }

  /// The row of a period; nil for a table without it.
  static func row(of period: Period, in list: ListPanel) -> Int? {
    list.rows.firstIndex { $0.text(0) == period.title }
  }
}
