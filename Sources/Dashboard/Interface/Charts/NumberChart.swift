internal import Model

/// One figure, large, with what qualifies it.
struct NumberChart {
  let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let series = chart.series.first(where: { $0.observations.contains { $0.value != nil } }),
      let observation = series.observations.first(where: { $0.value != nil })
    else { return }
    let text = ValueFormat(chart.unit).text(observation, namesUnit: true)
    let style = chart.style(0).with(.bold)
    var below = [series.name, observation.period?.title ?? ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
    var row = rect.y
    if let figure = BigFigure(text), rect.height >= 5, figure.columns <= rect.width,
      !chart.glyphs.isASCII
    {
      figure.draw(on: &canvas, at: rect.x, row + 1, style)
      row += 5
    } else {
      let lines = TextLayout.wrap(text, to: rect.width)
      for line in lines.prefix(max(1, rect.height - 1)) {
        canvas.put(line, at: rect.x, row, style)
        row += 1
      }
    }
    guard row < rect.bottom else { return }
    below = TextLayout.truncate(below, to: rect.width)
    canvas.put(below, at: rect.x, row, .faint)
  }
}
