import Canvas

/// Draws the values: curves, areas, and the signs on them.
extension LineLayout {
  func addLines(
    _ strokes: LineStrokes, _ right: LineStrokes?, _ stack: AreaStack?,
    _ plot: inout ChartScene.Plot
  ) {
    for index in shown {
      let column = stack?.columns[index] ?? numbers.columns[index]
      guard column.isDrawn else { continue }
      if isFilled {
        var area = strokes.area(column.withEnds, base: stack?.bases[index], series: index)
        area.filling = chart.place(index)
        plot.areas.append(area)
      }
      let forward =
        numbers.hasForward
        ? numbers.columns[index].flags.indices.filter {
          numbers.columns[index].flags[$0].contains(.forward)
        } : []
      let stroke = isFilled || isAlone || isTold ? Stroke.solid : .series(chart.place(index))
      let own = isOnRight(index) ? right ?? strokes : strokes
      plot.lines.append(
        ChartScene.Line(
          series: index, stroke: stroke, isOnRight: isOnRight(index), x: column.x, y: column.y,
          forward: forward, entry: column.entry, exit: column.exit,
          strokes: stroke.dashed(own.strokes(column.withEnds))))
    }
    if chart.kind == .area { plot.areas = ChartScene.Area.bands(plot.areas) }
  }

  /// Signs for isolated values, for values that were not measured, and for the report's own.
  func addPoints(
    _ strokes: LineStrokes, _ right: LineStrokes?, _ plot: inout ChartScene.Plot
  ) {
    for line in plot.lines.reversed() {
      let column = numbers.columns[line.series]
      let sign = line.stroke.sign
      guard
        sign != nil || numbers.hasForward || numbers.hasEstimated || hasLonely(line.y)
      else { continue }
      // Signs are at least two columns apart, so that the curve stays visible.
      var last = -100
      for index in line.y.indices where !line.y[index].isNaN {
        let isAlone =
          (index == 0 || line.y[index - 1].isNaN)
          && (index + 1 == line.y.count || line.y[index + 1].isNaN)
        let flags =
          index < column.flags.count && chart.kind != .stackedArea
          ? column.flags[index] : []
        let isQualified = !flags.isEmpty
        guard isAlone || isQualified || sign != nil,
          let dot = (line.isOnRight ? right ?? strokes : strokes).dot(line.x[index], line.y[index])
        else { continue }
        let cell = dot.x / glyphs.across
        guard isAlone || cell - last >= (isQualified ? 2 : 8) else { continue }
        last = cell
        plot.points.append(
          ChartScene.DataPoint(
            series: line.series,
            sign: flags.contains(.forward)
              ? .forward : flags.contains(.estimated) ? .estimated : sign ?? .measured,
            x: line.x[index], y: line.y[index], column: dot.x, row: dot.y,
            style: chart.style(line.series)))
      }
    }
    for index in numbers.overlays.y.indices where !numbers.overlays.y[index].isNaN {
      let (x, y) = (numbers.overlays.x[index], numbers.overlays.y[index])
      guard let dot = strokes.dot(x, y) else { continue }
      plot.points.append(
        ChartScene.DataPoint(
          series: nil, sign: .report, x: x, y: y, column: dot.x, row: dot.y,
          style: Style(.text, .bold)))
    }
  }

  /// A sign for each pair of values, its form by series.
  func addScatter(_ strokes: LineStrokes, _ plot: inout ChartScene.Plot) {
    for index in shown.reversed() {
      let column = numbers.columns[index]
      for place in column.y.indices where !column.y[place].isNaN {
        guard let dot = strokes.dot(column.x[place], column.y[place]) else { continue }
        plot.points.append(
          ChartScene.DataPoint(
            series: index, sign: .series(chart.place(index)), x: column.x[place],
            y: column.y[place],
            column: dot.x, row: dot.y, style: chart.style(index)))
      }
    }
  }

  private func hasLonely(_ values: [Double]) -> Bool {
    for index in values.indices where !values[index].isNaN {
      let isFirst = index == 0 || values[index - 1].isNaN
      if isFirst, index + 1 == values.count || values[index + 1].isNaN { return true }
    }
    return false
  }
}
