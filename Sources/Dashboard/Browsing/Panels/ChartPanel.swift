package import Canvas
package import Charts
package import Records

/// A chart in a panel with the reader's settings; its cursor is on one of `stops`.
package struct ChartPanel: PanelContent {
  /// The chart; nil if there is nothing to draw.
  package var chart: Chart?
  /// What is shown instead of a chart.
  package var emptyText = "No values."
  /// How many periods, bars or categories the cursor can be on.
  package var stops = 0
  /// The periods that can be zoomed in on; empty for fewer than two.
  package var periods: [Period] = []
  /// The names of all series, hidden ones included.
  package var names: [String] = []
  /// The form that the dossier asks for.
  var ownKind = Chart.Kind.line
  /// The values at the cursor; nil without one.
  var readOut: ReadOut?
  /// Whether the values can be drawn as an index: their base is above zero.
  var hasIndexBase = false
  /// Whether all values are above zero, which a logarithmic axis needs.
  var isAboveZero = false
  /// Whether the picture has a logarithmic axis.
  var hasLogarithmicForm = false
  /// Whether an indicator with a different unit is shown as well.
  var hasSecondMeasure = false

  /// The chart of an indicator.
  package init(
    _ indicator: Indicator, _ library: Library, _ view: ChartView = ChartView(), cursor: Int = 0
  ) {
    guard var chart = Chart(indicator: indicator, dossier: library.dossier) else {
      if !indicator.note.isEmpty { emptyText = indicator.note }
      return
    }
    if let other = view.compared.flatMap(library.catalogue.indicator),
      indicator.obstacle(beside: other) == nil,
      let other = Chart(indicator: other, dossier: library.dossier)
    {
      chart = chart.with(other, as: view.hasSecondAxis ? .axis : .panel)
    }
    hasSecondMeasure = chart.second != nil
    ownKind = chart.kind
    names = chart.series.map { $0.name.isEmpty ? chart.subject : $0.name }
    periods = chart.periods
    if periods.count < 2 { periods = [] }
    chart.isColoured = library.glyphs.hasColour
    if let kind = view.kind, kinds.contains(kind) { chart.kind = kind }
    chart.glyphs = view.glyphs ?? library.glyphs.drawing(chart)
    // The cursor can be on any period, so that it can leave the window.
    if chart.movesOverPeriods {
      stops = periods.count
      if stops > 0, cursor > 0, cursor <= stops {
        var shown = chart
        hide(&shown, view)
        let start = view.window.map { periods[min($0.lowerBound, periods.count - 1)] }
        readOut = ReadOut(shown, at: .period(periods[cursor - 1]), from: start)
      }
    }
    if let window = view.window, window.upperBound < periods.count {
      let (from, to) = (periods[window.lowerBound], periods[window.upperBound])
      chart.cut(from: from, to: to) { (from...to).contains($0) }
    }
    hasIndexBase = chart.hasIndexBase
    isAboveZero = chart.values.allSatisfy { $0 > 0 }
    hasLogarithmicForm = chart.hasLogarithmicForm
    measure(&chart, view)
    hide(&chart, view)
    if !chart.movesOverPeriods {
      let shown = chart.stops
      stops = shown.count > 1 ? shown.count : 0
      if stops > 0, cursor > 0, cursor <= stops {
        readOut = ReadOut(chart, at: shown[cursor - 1])
      }
    }
    // The chart counts its own stops; some may have belonged only to hidden series.
    if let readOut { chart.cursor = chart.stops.firstIndex(of: readOut.stop) }
    self.chart = chart
  }

  /// The cursor on a year's value, the year's first one; nil if there is none.
  package func stop(in year: Int) -> Int? {
    guard let chart else { return nil }
    let all: [Period?] = chart.movesOverPeriods ? periods : chart.stops.map(chart.period)
    let found = all.firstIndex { period in
      guard let period else { return false }
      return (Int(period.first.year)...Int(period.last.year)).contains(year)
    }
    return found.flatMap { $0 < stops ? $0 + 1 : nil }
  }

  /// The layout of the chart; nil if there is nothing to draw.
  func scene(_ size: Size) -> ChartScene? { chart.map { ChartScene($0, size: size) } }

  /// The forms that suit the values.
  var kinds: [Chart.Kind] {
    // Two units need two scales, which only lines have.
    if hasSecondMeasure { return [.line] }
    let isFew = periods.count * names.count <= 30
    let suiting: [Chart.Kind] =
      periods.count > 2
      // Areas would hide each other, and dots for many values make a long list.
      ? [.line, names.count == 1 ? .area : .multiples] + (isFew ? [.dots] : [])
      : names.count > 1 ? [.bars, .dots] : [.bars, .columns, .number]
    return [ownKind] + suiting.filter { $0 != ownKind }
  }

  /// The order of the measures: for two units the index comes first, because it makes them
  /// comparable.
  var measureOrder: [ChartView.Measure] {
    hasSecondMeasure ? [.value, .index, .log, .change] : ChartView.Measure.allCases
  }

  /// The measures for the values: all of them over time, otherwise only the axis changes.
  package var measures: [ChartView.Measure] {
    measureOrder.filter { measure in
      switch measure {
      case .value: true
      case .log: hasLogarithmicForm && isAboveZero
      case .index: periods.count > 1 && hasIndexBase
      case .change: periods.count > 1
      }
    }
  }

  private func measure(_ chart: inout Chart, _ view: ChartView) {
    switch view.measure {
    case .value: break
    case .log: chart.isLogarithmic = hasLogarithmicForm && isAboveZero
    case .index:
      guard chart.hasIndexBase else { break }
      // Without a choice of the reader, only the time for which all series have values.
      if view.window == nil, let shared = chart.sharedTime {
        chart.cut(from: shared.first, to: shared.last) { period in
          period.first >= shared.first.first && period.last <= shared.last.last
        }
      }
      chart = chart.transformed(.index)
    case .change:
      // A percentage changes by points, and a value that may be below zero by its own unit.
      let hasPercent = chart.measures.contains { $0.chart.unit.suffix == "%" }
      chart = chart.transformed(hasPercent || !isAboveZero ? .change : .growth)
    }
  }

  /// Removes hidden series; the others keep their colours and strokes.
  private func hide(_ chart: inout Chart, _ view: ChartView) {
    let shown = chart.series.indices.filter { !view.hidden.contains($0) }
    chart.emphasised = view.focused.flatMap { shown.firstIndex(of: $0) }
    guard shown.count < chart.series.count, !shown.isEmpty else { return }
    chart.keep(shown)
  }

  // MARK: Its cursor

  package func height(in width: Int) -> Int {
    // A number and a few bars say it all in a few rows; curves take what there is.
    switch chart?.kind {
    case .number?: 11
    case .bars?, .share?: 8 + 2 * names.count * max(1, periods.count)
    case nil: 4
    default: 200
    }
  }

  /// The period at the cursor; nil if it is on none.
  func period(at cursor: Int) -> Period? {
    guard chart?.movesOverPeriods == true, periods.indices.contains(cursor - 1) else { return nil }
    return periods[cursor - 1]
  }

  package func move(_ movement: Movement, _ state: inout PanelState, in room: Size) -> Bool {
    switch movement {
    case .rows, .pages: break
    case .first: state.selection = min(1, stops)
    case .last: state.selection = stops
    case .sideways(let step):
      guard stops > 0 else { return false }
      // Over time reading starts at the newest value, and stays there: the table beside it starts
      // there too.
      let isAtEnd = chart?.movesOverPeriods == true && state.selection + step > stops
      let starts = state.selection == 0 && (step < 0 || chart?.movesOverPeriods == true)
      let wanted = starts || isAtEnd ? stops : state.selection + step
      guard (0...stops).contains(wanted) else { return false }
      state.selection = wanted
    }
    return true
  }

  package func settle(_ state: inout PanelState, in room: Size) {
    state.selection = max(0, min(state.selection, stops))
  }

  package func destination(_ state: PanelState, in room: Size) -> Destination? { .nextPanel }

  package func position(_ state: PanelState, in room: Size) -> String { "" }

  package func click(_ cell: Point, _ state: inout PanelState, in room: Size) -> Bool {
    guard let scene = scene(room), let stop = stop(at: cell, in: scene) else { return false }
    state.selection = stop
    return false
  }

  /// The cursor's place for a cell of a scene, from 1; nil if there is nothing to read.
  private func stop(at cell: Point, in scene: ChartScene) -> Int? {
    guard let chart, stops > 0, let index = scene.stop(at: cell) else { return nil }
    guard scene.chart.movesOverPeriods else { return index < stops ? index + 1 : nil }
    guard case .period(let period) = scene.chart.stops[index] else { return nil }
    if chart.movesOverPeriods { return periods.firstIndex(of: period).map { $0 + 1 } }
    // The picture has another form because there is too little room.
    return chart.stops.firstIndex { chart.period(of: $0) == period }.map { $0 + 1 }
  }

  package func resume(_ old: any PanelContent, _ state: inout PanelState, in room: Size) {
    guard let old = old as? ChartPanel, let period = old.period(at: state.selection) else { return }
    state.selection = periods.firstIndex(of: period).map { $0 + 1 } ?? 0
  }

  /// The window of periods from an older chart of the indicator; nil if one of its ends is gone,
  /// because the whole chart is better than an arbitrary part of it.
  func window(_ window: ClosedRange<Int>, of old: ChartPanel) -> ClosedRange<Int>? {
    guard old.periods.indices.contains(window.upperBound),
      let first = periods.firstIndex(of: old.periods[window.lowerBound]),
      let last = periods.firstIndex(of: old.periods[window.upperBound]), first < last
    else { return nil }
    return first...last
  }

  // MARK: Drawing

  /// Draws the picture, or the message that replaces it.
  package func draw(
    _ state: PanelState, isFocused: Bool, glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect
  ) {
    var cursor = Point.zero
    if let scene = scene(rect.size) {
      scene.draw(on: &canvas, at: Point(x: rect.x, y: rect.y))
      cursor = scene.cursorCell
    } else {
      let lines = TextLayout.wrap(emptyText, to: rect.width).prefix(rect.height)
      for (row, line) in lines.enumerated() { canvas.put(line, at: rect.x, rect.y + row, .faint) }
    }
    if isFocused { canvas.cursor = Point(x: rect.x + cursor.x, y: rect.y + cursor.y) }
  }
}
