import Canvas
import Records

/// The surroundings of the curves: labelled axes, units, events, the cursor.
extension LineLayout {
  func addAxes(
    _ plot: inout ChartScene.Plot, _ starts: [Int], _ hasTickRow: Bool, to scene: inout ChartScene
  ) {
    let area = plot.area
    for tick in plot.up?.ticks ?? [] {
      let row = area.y + tick.cell
      scene.add(
        .tick, tick.label, area.x - 1 - tick.label.columns, row, axisStyle(onRight: false))
      plot.rules.append(
        .init(
          role: tick.value == 0 ? .zero : .grid, x: area.x, y: row, length: area.width,
          isHorizontal: true))
    }
    for tick in plot.right?.ticks ?? [] {
      scene.add(
        .tick, tick.label, area.right + 1, area.y + tick.cell, axisStyle(onRight: true))
    }
    guard hasAcross else { return }
    for (tick, start) in zip(plot.across?.ticks ?? [], starts) {
      var row = area.bottom
      if hasTickRow {
        plot.rules.append(
          .init(role: .tick, x: area.x + tick.cell, y: row, length: 1, isHorizontal: false))
        row += 1
      }
      scene.add(.tick, tick.label, area.x + start, row, .faint)
    }
  }

  /// The events within the years shown.
  func marks(_ span: ClosedRange<Double>) -> [Chart.Mark] {
    guard chart.parts.contains(.events), !numbers.isNumeric else { return [] }
    return chart.marks.filter { span.contains(Self.start($0.period)) }
  }

  /// The place of a period's mark; a range's mark is at its start.
  static func start(_ period: Period) -> Double {
    Period(kind: period.kind, first: period.first).position
  }

  /// The places of marks above the plot, away from the unit.
  func places(
    _ marks: [Chart.Mark], _ lanes: Int, _ frame: Frame, _ unit: String
  ) -> [(lane: Int, start: Int)?] {
    // More lines would hide the curves between them.
    let most = max(2, frame.area.width / 14)
    let labels = marks.prefix(most).map { mark in
      (
        column: frame.across.dot(Self.start(mark.period)) / glyphs.across,
        width: mark.label.columns
      )
    }
    let end = unit.isEmpty ? 0 : body.x + unitStart(unit, frame.area) + unit.columns
    var occupied = [0..<max(0, end - frame.area.x)]
    if let label = second?.unit.label, !label.isEmpty {
      let start = max(0, body.right - label.columns - frame.area.x)
      occupied.append(start..<max(start, frame.area.width))
    }
    let places = LabelPlacement.lanes(
      labels, lanes: lanes, columns: frame.area.width, occupied: occupied)
    return places + marks.dropFirst(most).map { _ in nil }
  }

  /// The column of the unit in the body: it ends with the labels below it if they are wider.
  private func unitStart(_ unit: String, _ area: Rect) -> Int {
    max(0, area.x - 1 - unit.columns - body.x)
  }

  func addUnits(_ unit: String, _ area: Rect, to scene: inout ChartScene) {
    let start = body.x + unitStart(unit, area)
    scene.add(.unit, unit, start, area.y - 1, axisStyle(onRight: false))
    guard let label = second?.unit.label, !label.isEmpty else { return }
    let place = body.right - label.columns
    guard place >= start + unit.columns + 2 else { return scene.omit(.unit, label) }
    scene.add(.unit, label, place, area.y - 1, axisStyle(onRight: true))
  }

  func addMarks(
    _ marks: [Chart.Mark], _ places: [(lane: Int, start: Int)?],
    _ plot: inout ChartScene.Plot, to scene: inout ChartScene
  ) {
    let area = plot.area
    for (mark, place) in zip(marks, places) {
      guard let place, let across = plot.across else {
        scene.omit(.mark, mark.told)
        continue
      }
      let row = area.y - 1 - place.lane
      scene.add(.mark, mark.label, area.x + place.start, row, .faint)
      plot.rules.append(
        .init(
          role: .event, x: area.x + across.dot(Self.start(mark.period)) / glyphs.across,
          y: row + 1, length: area.bottom - row - 1, isHorizontal: false))
    }
  }

  func addCursor(_ plot: inout ChartScene.Plot) {
    guard case .period(let period) = chart.stop, let across = plot.across else { return }
    let column = across.dot(period.position) / glyphs.across
    plot.rules.append(
      .init(
        role: .cursor, x: plot.area.x + column, y: plot.area.y, length: plot.area.height,
        isHorizontal: false))
  }
}
