internal import Model

extension ChartScene {
  mutating func layOut() {
    var body = Rect(size)
    let numbers = ChartNumbers(chart)
    addHead(numbers, &body)
    addSource(&body)
    guard chart.hasValues else {
      add(.note, "No data", body.x, body.y, .faint)
      return
    }
    if !addPicture(numbers, body) { addBars(body) }
  }

  /// Adds the picture; false where there is no room for it.
  private mutating func addPicture(_ numbers: ChartNumbers, _ body: Rect) -> Bool {
    let isRoomy = body.width >= 16 && body.height >= 4
    switch chart.kind {
    case .line, .area, .stackedArea:
      if !isRoomy {
        addSparklines(body)
        return true
      }
      return LineLayout(chart, numbers, body).add(to: &self)
    case .columns: return ColumnLayout(chart).add(to: &self, in: body)
    case .share:
      guard body.width >= 16, body.height >= 2 else { return false }
      ShareLayout(chart).add(to: &self, in: body)
      return true
    case .slope: return SlopeLayout(chart).add(to: &self, in: body)
    case .number:
      addNumber(body)
      return true
    case .groupedBars, .stackedBars: return GroupedBarLayout(chart).add(to: &self, in: body)
    case .groupedColumns, .stackedColumns:
      return GroupedColumnLayout(chart).add(to: &self, in: body)
    case .dots, .dumbbell: return DotLayout(chart).add(to: &self, in: body)
    case .scatter: return isRoomy && LineLayout(chart, numbers, body).add(to: &self)
    case .histogram: return HistogramLayout(chart).add(to: &self, in: body)
    case .multiples: return addMultiples(numbers, body)
    case .bars: return false
    }
  }

  private mutating func addBars(_ body: Rect) { BarLayout(chart).add(to: &self, in: body) }

  /// A line for each series: name, sparkline, last value.
  private mutating func addSparklines(_ body: Rect) {
    let format = ValueFormat(chart.unit)
    for (row, index) in chart.priorities.prefix(body.height).enumerated() {
      let series = chart.series[index]
      guard let last = series.observations.last(where: { $0.value != nil }) else { continue }
      let value = TextLayout.truncate(format.text(last), to: body.width)
      let room = body.width - value.columns - 1
      let name = room >= 12 ? TextLayout.truncate(series.name, to: room / 2) : ""
      let y = body.y + row
      add(.name, name, body.x, y, chart.style(index), series: index)
      let x = body.x + (name.isEmpty ? 0 : name.columns + 1)
      let columns = body.right - value.columns - 1 - x
      if columns >= 4 {
        add(
          .sparkline, Sparkline(series).text(width: columns, glyphs: glyphs), x, y,
          chart.style(index), series: index)
      }
      add(.value, value, body.right - value.columns, y, series: index)
    }
  }

  private mutating func addHead(_ numbers: ChartNumbers, _ body: inout Rect) {
    if chart.parts.contains(.title), body.height >= 6, !chart.title.isEmpty {
      let wrapped = TextLayout.wrap(chart.title, to: body.width)
      let rows = wrapped.count > 1 && body.height >= 12 ? 2 : 1
      for row in 0..<min(rows, wrapped.count) {
        let line = row == rows - 1 ? wrapped[row...].joined(separator: " ") : wrapped[row]
        add(.title, line, body.x, body.y + row, .heading, limit: body.width)
      }
      body = body.splitRows(top: rows).bottom
    }
    guard chart.parts.contains(.subtitle), body.height >= 4 else { return }
    let readOut = chart.readOut
    let subtitle = readOut ?? chart.subtitle(numbers.scale)
    guard !subtitle.isEmpty else { return }
    add(
      .subtitle, subtitle, body.x, body.y, readOut == nil ? .faint : .text, limit: body.width)
    body = body.splitRows(top: 1).bottom
    if body.height >= 9 { body = body.splitRows(top: 1).bottom }
  }

  private mutating func addSource(_ body: inout Rect) {
    guard chart.parts.contains(.source), body.height >= 7, !chart.source.isEmpty else { return }
    let wrapped = TextLayout.wrap("Source: \(chart.source)", to: body.width)
    let rows = body.height >= 16 ? min(2, wrapped.count) : 1
    for row in 0..<rows {
      let line = row == rows - 1 ? wrapped[row...].joined(separator: " ") : wrapped[row]
      add(.source, line, body.x, body.bottom - rows + row, .faint, limit: body.width)
    }
    body = body.splitRows(top: body.height - rows - (body.height >= 11 ? 1 : 0)).top
  }

  /// One figure, large, with what qualifies it.
  private mutating func addNumber(_ rect: Rect) {
    guard
      let series = chart.series.first(where: { $0.observations.contains { $0.value != nil } }),
      let observation = series.observations.first(where: { $0.value != nil })
    else { return }
    let text = ValueFormat(chart.unit).text(observation, namesUnit: true)
    let style = chart.style(0).with(.bold)
    let below = [series.name, observation.period?.title ?? ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
    var row = rect.y
    if let figure = BigFigure(text), rect.height >= 5, figure.columns <= rect.width,
      !glyphs.isASCII
    {
      labels.append(
        Label(
          text: text, x: rect.x, y: row + 1, width: figure.columns, role: .figure, style: style,
          series: 0))
      row += 5
    } else {
      for line in TextLayout.wrap(text, to: rect.width).prefix(max(1, rect.height - 1)) {
        add(.value, line, rect.x, row, style, limit: rect.width, series: 0)
        row += 1
      }
    }
    guard row < rect.bottom else { return }
    add(.name, below, rect.x, row, .faint, limit: rect.width)
  }
}
