internal import Model

extension LineLayout {
  /// The line below the picture that says what signs mean; nil where there are none.
  func note(_ range: ClosedRange<Double>) -> String? {
    var parts: [String] = []
    let glyphs = chart.glyphs
    if chart.kind == .scatter {
      if !chart.positionTitle.isEmpty { parts.append("Across: \(chart.positionTitle)") }
      if chart.series.count > 1 {
        for index in chart.series.indices where numbers.columns[index].last != nil {
          parts.append("\(glyphs.sign(.series(index))) \(chart.series[index].name)")
        }
      }
    }
    if numbers.overlays.last != nil { parts.append("\(glyphs.overlayDot) the report’s figure") }
    if numbers.hasForward { parts.append("\(glyphs.hollowDot) expected or projected") }
    if numbers.hasEstimated { parts.append("\(glyphs.sign(.estimated)) estimated") }
    if !chart.isLogarithmic, chart.kind == .line,
      !Ticks.extended(range, fromZero: false).contains(0)
    {
      parts.append("The axis does not start at zero.")
    }
    let without = chart.series.indices.filter {
      numbers.columns[$0].last == nil && !chart.series[$0].name.isEmpty
    }
    if !without.isEmpty {
      parts.append("No data: " + without.map { chart.series[$0].name }.joined(separator: ", "))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "   ")
  }

  /// The name and last value of each series, in the order of importance.
  ///
  /// A number is never cut: where the labels do not fit, they leave out the
  /// value, then the sample of the line; then names are wrapped, and cut only
  /// where a word alone is too long.
  func endLabels(_ stack: AreaStack?, room: Int, rows: Int) -> [EndLabel] {
    var names: [EndLabel] = []
    var widest = [0, 0, 0]
    var forms: [[EndLabel]] = [[], []]
    for index in shown {
      let column = numbers.columns[index]
      guard let last = column.last else { continue }
      let number = DecimalText.text(column.y[last], decimals: numbers.scale.decimals)
      let name = chart.series[index].name
      let sample =
        chart.series.count > 1 && stack == nil ? Stroke.sample(index, chart.glyphs) + " " : ""
      forms[0].append(
        EndLabel(series: index, lines: [name.isEmpty ? number : "\(sample)\(name) \(number)"]))
      forms[1].append(EndLabel(series: index, lines: [sample + name]))
      names.append(EndLabel(series: index, lines: [name]))
      widest[0] = max(widest[0], forms[0].last?.lines.first?.columns ?? 0)
      widest[1] = max(widest[1], forms[1].last?.lines.first?.columns ?? 0)
      widest[2] = max(widest[2], name.columns)
    }
    if let form = (0..<2).first(where: { widest[$0] <= room }) { return forms[form] }
    if widest[2] <= room { return names }
    var free = max(0, rows - names.count)
    return names.map { label in
      var lines = TextLayout.wrap(label.lines[0], to: room)
      if lines.count > 1 + free {
        lines = [TextLayout.truncate(label.lines[0], to: room)]
      }
      free -= lines.count - 1
      return EndLabel(series: label.series, lines: lines)
    }
  }

  func addEndLabels(
    _ labels: [EndLabel], _ strokes: LineStrokes, _ stack: AreaStack?,
    _ plot: ChartScene.Plot, to scene: inout ChartScene
  ) {
    let area = plot.area
    let room = body.right - area.right - 1
    guard room > 0, !labels.isEmpty else { return }
    let wishes = labels.map { label -> Int in
      let column = stack?.columns[label.series] ?? numbers.columns[label.series]
      guard let last = column.last, let up = plot.up else { return 0 }
      var value = column.y[last]
      if let stack { value = (value + stack.bases[label.series][last]) / 2 }
      return area.height - 1 - up.dot(value) / chart.glyphs.down
    }
    let rows = LabelPlacement.rows(
      wishes, heights: labels.map(\.lines.count), count: area.height)
    let moves = zip(wishes, rows).compactMap { wish, row in row.map { (from: wish, to: $0) } }
    for move in Connectors(moves).kept {
      scene.connectors.append(
        .init(x: area.right, from: area.y + move.from, to: area.y + move.to))
    }
    for (label, row) in zip(labels, rows) {
      guard let row else { continue }
      for (offset, line) in label.lines.enumerated() {
        scene.add(
          .end, line, area.right + 1, area.y + row + offset,
          chart.style(label.series).with(label.series == chart.emphasised ? .bold : []),
          limit: room, series: label.series)
      }
    }
  }
}
