internal import Model

extension ChartScene {
  /// The place of the terminal's cursor: at the stop that is read out, otherwise at the top left.
  var cursorCell: Interface.Point {
    guard let cursor = chart.cursor else { return .zero }
    if let area = stops.first(where: { $0.stop == cursor })?.area {
      return Interface.Point(x: area.x, y: area.y)
    }
    let line = plots.lazy.flatMap(\.rules).first { $0.role == .cursor }
    return line.map { Interface.Point(x: $0.x, y: $0.y) } ?? .zero
  }

  /// The stop of the chart's cursor at a cell: the bar or row there, or the nearest period.
  ///
  /// - Returns: Its place in the chart's stops; nil outside the picture.
  public func stop(at point: Interface.Point) -> Int? {
    if chart.movesOverPeriods {
      let plot = plots.first { $0.area.contains(point) }
      guard let plot, let across = plot.across else { return nil }
      let wanted = (Double(point.x - plot.area.x) + 0.5) * Double(glyphs.across)
      let places = chart.periods.map { abs(across.place($0.position) - wanted) }
      return places.indices.min { places[$0] < places[$1] }
    }
    return stops.first { $0.area.contains(point) }?.stop
  }
}
