import Canvas
import Charts
import Query
import Records

extension RecordTable {
  /// The values of a chart as drawn, one per row; a gap is an empty cell.
  init(valuesOf chart: Chart) {
    let place =
      !chart.positions.isEmpty ? chart.positionTitle : chart.categories.isEmpty ? "" : "name"
    var rows: [[Cell]] = []
    for (index, line) in chart.series.enumerated() {
      for (item, observation) in line.observations.enumerated() {
        let x: Cell =
          if chart.positions.indices.contains(index) {
            .number(Self.digits(chart.positions[index][item]))
          } else if chart.categories.indices.contains(item) {
            .text(chart.categories[item])
          } else {
            .text(observation.period?.description ?? "")
          }
        rows.append([
          .text(line.name), x, .number(observation.valueDigits),
          .list(observation.qualifiers.told),
        ])
      }
    }
    self.init(
      columns: ["series", place.isEmpty ? "period" : place, "value", "qualifier"], rows: rows)
  }

  private static func digits(_ value: Double) -> String? {
    value.isFinite ? Observation(value: value, decimals: 0).valueDigits : nil
  }
}
