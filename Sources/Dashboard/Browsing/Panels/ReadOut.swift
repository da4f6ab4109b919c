import Canvas
package import Charts
import Query
package import Records
import Text

/// The values at a chart's cursor, each with its qualifier, changes and rank.
package struct ReadOut {
  package struct Row {
    package var name: String
    package var value: String
    /// The change from the first known value of the series that is shown.
    package var sinceStart: Change?
    /// The change from the known value before.
    package var sinceLast: Change?
    /// Its rank among the series, 1 for the greatest; empty for a single series.
    package var rank: String
  }

  /// A change to the value from an earlier one.
  package struct Change: Hashable {
    /// The period of the earlier value.
    package var period: String
    /// The change with its sign: `+5.4%`, `−2 pts`.
    package var text: String
  }

  let stop: Chart.Stop
  /// What is read: a period, or the name of a bar, row or category.
  package let title: String
  package let rows: [Row]

  /// Reads the series of a chart at a stop.
  ///
  /// - Parameter from: The first period that is shown; nil for all.
  package init(_ chart: Chart, at stop: Chart.Stop, from: Period? = nil) {
    self.stop = stop
    let title = chart.title(of: stop)
    self.title = title.isEmpty ? chart.subject : title
    switch stop {
    case .period(let period):
      // Each measure is read separately: a rank across units makes no sense.
      rows = chart.measures.flatMap { part, own, _ in
        let own = part.series[own]
        let values = own.map { series in
          series.observations.first { $0.period == period }?.value
        }
        return own.map { series in
          let place = series.observations.firstIndex { $0.period == period }
          return Self.row(series.name, series, place, values, part, from: from)
        }
      }
    case .group(let group):
      let known = ChartGroups(chart).places(chart, at: group)
      let values = known.map { chart.series[$0.series].observations[$0.place].value }
      rows = known.map { index, place in
        let series = chart.series[index]
        return Self.row(series.name, series, place, values, chart)
      }
    case .item(let index, let place):
      let values = chart.shownItems.map { $0.isMissing ? nil : $0.value }
      rows = [Self.row(self.title, chart.series[index], place, values, chart)]
    case .ends(let index):
      let series = chart.series[index]
      let places = series.observations.indices.filter {
        series.observations[$0].value.map(Chart.isDrawable) ?? false
      }
      let ends = places.count > 1 ? [places.first, places.last] : [places.last]
      rows = ends.enumerated().map { number, place in
        let values = chart.series.indices.map { index in
          number == 0 && ends.count > 1
            ? chart.known(index).first?.value : chart.known(index).last?.value
        }
        let period = place.flatMap { series.observations[$0].period?.title } ?? series.name
        return Self.row(period, series, place, values, chart)
      }
    }
  }

  /// The row of one value; its rank is among the values that are not missing.
  private static func row(
    _ name: String, _ series: Series, _ place: Int?, _ others: [Double?], _ chart: Chart,
    from: Period? = nil
  ) -> Row {
    guard let place, let value = series.observations[place].value else {
      return Row(name: name, value: ValueFormat.missing, rank: "")
    }
    let observation = series.observations[place]
    let format = ValueFormat(chart.unit)
    // Names have no order in time, so the one before is not an earlier value.
    let known = series.observations[..<place].filter {
      observation.period != nil && $0.period != nil && $0.value != nil
    }
    // What was zoomed away is no start; the value before stays the previous one.
    let first = known.first { earlier in
      guard let from, let period = earlier.period else { return true }
      return period.first >= from.first
    }
    func change(_ earlier: Observation?) -> Change? {
      guard let earlier, let start = earlier.value, let period = earlier.period else { return nil }
      let text = format.change(
        from: start, to: value, isRate: chart.isRate,
        decimals: Int(max(earlier.decimals, observation.decimals)))
      return text.isEmpty ? nil : Change(period: period.title, text: ValueFormat.short(text))
    }
    let rank = Chart.rank(value, in: others.compactMap(\.self))
    return Row(
      name: name, value: format.text(observation), sinceStart: change(first),
      sinceLast: change(known.last), rank: others.count > 1 && !chart.isRanking ? "\(rank)" : "")
  }

  /// A column of changes: its title names the earlier period if all rows have the same one;
  /// otherwise each cell does.
  private func column(
    _ change: KeyPath<Row, Change?>, _ fallback: String
  ) -> (title: String, cells: [String]) {
    let changes = rows.map { $0[keyPath: change] }
    let periods = Set(changes.compactMap { $0?.period })
    if periods.count == 1, let period = periods.first {
      return ("vs \(period)", changes.map { $0?.text ?? "" })
    }
    return (
      periods.isEmpty ? "" : fallback, changes.map { $0.map { "\($0.text) \($0.period)" } ?? "" }
    )
  }

  /// The read-out as a list; Enter opens nothing, because all values belong to one indicator.
  func list(_ indicator: Indicator) -> ListPanel {
    let (sinceStart, sinceLast) = (
      column(\.sinceStart, "vs first"), column(\.sinceLast, "vs prev.")
    )
    // Changes in the values' own unit are wide; a column is dropped before one is cut.
    func widest(_ cells: [String], _ least: Int) -> Int {
      cells.reduce(least) { max($0, $1.columns) }
    }
    let value = min(24, widest(rows.map(\.value), 0))
    let start = widest(sinceStart.cells, sinceStart.title.columns)
    let last = widest(sinceLast.cells, sinceLast.title.columns)
    // The selection marker, the gaps, and enough of a name to recognize it.
    let others = 12
    return ListPanel(
      columns: [
        .init(title: "Series", width: .flexible, lines: 3),
        .init(title: "Value", width: .fit(24), alignment: .right),
        .init(
          title: sinceStart.title, width: .fit(start), alignment: .right,
          leastPanelWidth: max(36, others + value + start)),
        .init(
          title: sinceLast.title, width: .fit(last), alignment: .right,
          leastPanelWidth: max(36, others + value + start + last)),
        .init(
          title: "Rank", width: .fit(4), alignment: .right,
          leastPanelWidth: max(46, others + value + start + last + 5)),
      ],
      rows: rows.enumerated().map { index, row in
        ListPanel.Row(
          cells: [
            .text(row.name.isEmpty ? indicator.title : row.name),
            .text(row.value, Style(.text, .bold)),
            .text(sinceStart.cells[index]), .text(sinceLast.cells[index]), .text(row.rank, .faint),
          ],
          destination: .record(Reference(.source, indicator.source)),
          reference: indicator.reference, telling: .cells)
      }, hasHeading: true)
  }
}
