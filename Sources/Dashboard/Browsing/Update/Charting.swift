import Charts
import Records

/// Changes to the chart of an indicator.
extension Updater {
  /// Changes the chart's view; does nothing on other screens.
  mutating func setChart(_ change: (inout ChartView, ChartPanel, _ cursor: Int) -> Void) {
    guard let chart else {
      state.notice = keys.sentence("There is no chart here", .indicators, "lists the indicators")
      return
    }
    change(&state.visit.chart, chart, cursor)
  }

  /// The chart that can be configured; nil on other screens.
  private var chart: ChartPanel? { screen.content.chart }

  /// The position of the chart's cursor, counted from 1; 0 if it has none and on other screens.
  private var cursor: Int {
    get { screen.content.index(of: .chart).map { state.visit[panel: $0].selection } ?? 0 }
    set {
      if let panel = screen.content.index(of: .chart) {
        state.visit[panel: panel].selection = newValue
      }
    }
  }

  package mutating func zoom(in isIn: Bool) {
    var notice: String?
    setChart { view, content, cursor in
      let before = view.window
      defer {
        if content.periods.isEmpty {
          notice = "There are no periods to zoom in on."
        } else if view.window == before {
          notice = isIn ? "Fewer periods would show little." : "All periods are shown."
        }
      }
      let shown = view.window ?? 0...max(0, content.periods.count - 1)
      // Without a cursor the newest values stay visible, because they are wanted most often.
      let isRead = content.period(at: cursor) != nil
      view.zoom(in: isIn, around: isRead ? cursor - 1 : shown.upperBound, of: content.periods.count)
    }
    if let notice { state.notice = notice }
  }

  package mutating func pan(by step: Int) {
    var notice: String?
    setChart { view, content, _ in
      let before = view.window
      view.pan(by: step, of: content.periods.count)
      guard view.window == before else { return }
      notice =
        content.periods.isEmpty
        ? "There are no periods to move along."
        : before == nil
          ? "All periods are shown." : "There are no \(step < 0 ? "earlier" : "later") periods."
    }
    if let notice { state.notice = notice }
    // The period at the cursor stays visible.
    guard let window = state.visit.chart.window, cursor > 0 else { return }
    cursor = max(window.lowerBound, min(cursor - 1, window.upperBound)) + 1
  }

  /// Highlights the next visible series; after the last one, none.
  mutating func focusSeries() {
    var isAlone = false
    setChart { view, content, _ in
      isAlone = content.names.count == 1
      guard !isAlone else { return }
      let shown = content.names.indices.filter { !view.hidden.contains($0) }
      view.focused = shown.first { $0 > view.focused ?? -1 }
    }
    if isAlone { state.notice = "There is only one series." } else { tellFocus() }
  }

  private mutating func tellFocus() {
    guard let chart, let focused = state.visit.chart.focused, chart.names.indices.contains(focused)
    else { return }
    state.notice = keys.sentence("\(chart.names[focused]) is highlighted", .hideSeries, "hides it")
  }

  /// Hides the highlighted series; without one, shows all again.
  mutating func hideSeries() {
    var notice: String?
    let keys = keys
    setChart { view, content, _ in
      guard let focused = view.focused else {
        if content.names.count < 2 {
          notice = "There is only one series."
        } else if view.hidden.isEmpty {
          notice = keys.sentence("Nothing is hidden", .focusSeries, "chooses a series to hide")
        }
        view.hidden = []
        return
      }
      // The last one cannot be hidden, because the picture would be empty.
      if view.hidden.count + 1 < content.names.count {
        view.hidden.insert(focused)
      } else {
        notice = "The last series stays."
      }
      view.focused = nil
    }
    if let notice { state.notice = notice }
  }

  mutating func nextKind() {
    setChart { view, content, _ in
      let kinds = content.kinds
      guard let index = kinds.firstIndex(of: view.kind ?? content.ownKind) else { return }
      let next = kinds[(index + 1) % kinds.count]
      view.kind = next == content.ownKind ? nil : next
    }
    // A position among bars has no meaning among years.
    cursor = 0
    if chart != nil {
      state.notice = "Form: \(state.visit.chart.kind.map(\.rawValue) ?? "as the dossier has it")"
    }
  }

  package mutating func nextMeasure() {
    var reasons: [String] = []
    var isOnlyOne = false
    setChart { view, content, _ in
      let all = content.measureOrder
      let start = all.firstIndex(of: view.measure) ?? 0
      let next = (1...all.count).map { all[(start + $0) % all.count] }
      let index = next.firstIndex(where: content.measures.contains) ?? 0
      view.measure = next[index]
      isOnlyOne = content.measures.count == 1
      reasons = next[..<index].compactMap { $0.reason(in: content) }
    }
    guard chart != nil else { return }
    if isOnlyOne {
      state.notice = "No other scale for these values."
      return
    }
    let told =
      switch state.visit.chart.measure {
      case .value: "Values as they are"
      case .log: "Logarithmic axis"
      case .index: "First values set to 100"
      case .change: "Change from the period before"
      }
    let missing =
      reasons.isEmpty ? "" : "; no \(reasons.joined(separator: " or ")) at or below zero"
    state.notice = told + missing + "."
  }

  mutating func nextGlyphs() {
    let own = library.glyphs.chart
    let sets = library.glyphs.chartChoices
    setChart { view, _, _ in
      let index = sets.firstIndex(of: view.glyphs ?? own) ?? 0
      view.glyphs = sets[(index + 1) % sets.count]
    }
    if chart != nil {
      state.notice = "Drawn with: \((state.visit.chart.glyphs ?? own).rawValue)"
    }
  }

  /// Asks for an indicator to compare with; ends the comparison if there is one.
  package mutating func compare() {
    guard let indicator = state.indicator.flatMap(library.catalogue.indicator) else {
      state.notice = keys.sentence("There is no chart here", .indicators, "lists the indicators")
      return
    }
    if state.visit.chart.compared == nil {
      guard !library.paletteMatches("", beside: indicator.id).isEmpty else {
        state.notice = "Nothing to compare: no other indicator shares its years or categories."
        return
      }
      state.overlay = .comparison(NameChoice())
    } else {
      keepingPeriod { $0 = ChartView() }
    }
  }

  /// Compares with another indicator.
  package mutating func compare(with id: String) {
    if let indicator = state.indicator.flatMap(library.catalogue.indicator),
      let other = library.catalogue.indicator(id),
      let obstacle = indicator.obstacle(beside: other)
    {
      state.notice = obstacle.capitalizedFirst + "."
      return
    }
    keepingPeriod { $0.compared = id }
    guard let chart, chart.hasSecondMeasure else { return }
    let key = keys.keyName(for: .chartMeasure)
    state.notice =
      "Two units apart"
      + (chart.hasIndexBase && !key.isEmpty ? "; \(key): both from 100." : ".")
  }

  /// Gives a compared indicator its own axis in the same picture, or moves it back below.
  mutating func toggleSecondAxis() {
    guard let chart, chart.hasSecondMeasure else {
      state.notice = keys.sentence(
        "A second axis is for another indicator in another unit", .compare, "compares with one")
      return
    }
    setChart { view, _, _ in
      view.hasSecondAxis.toggle()
      view.measure = .value
    }
    state.notice =
      state.visit.chart.hasSecondAxis
      ? "Two axes: where the lines cross has no meaning." : "One chart for each unit."
  }

  /// Changes the chart's view and keeps the cursor on its period, or on the nearest one that the
  /// chart then has.
  private mutating func keepingPeriod(_ change: (inout ChartView) -> Void) {
    let period = chart?.period(at: cursor)
    change(&state.visit.chart)
    cursor = 0
    guard let period, let content = chart, content.chart?.movesOverPeriods == true else { return }
    func day(_ period: Period) -> Int {
      (Int(period.first.year) * 12 + Int(period.first.month)) * 31 + Int(period.first.day)
    }
    let nearest = content.periods.indices.min {
      (day(content.periods[$0]) - day(period)).magnitude
        < (day(content.periods[$1]) - day(period)).magnitude
    }
    cursor = nearest.map { $0 + 1 } ?? 0
  }

  /// Shows the value at the cursor: in the window of the chart and in the table.
  mutating func revealCursor() {
    if let chart, let period = chart.period(at: cursor),
      let panel = screen.content.index(of: .values), let list = screen.content.list(.values),
      let row = ValuesTable.row(of: period, in: list)
    {
      state.visit[panel: panel].selection = row
    }
    guard state.visit.chart.window != nil else { return }
    setChart { view, content, cursor in
      guard content.period(at: cursor) != nil else { return }
      view.reveal(cursor - 1, of: content.periods.count)
    }
  }
}

extension ChartView.Measure {
  /// What values at or below zero prevent; nil if they are not the reason.
  fileprivate func reason(in content: ChartPanel) -> String? {
    switch self {
    case .log where content.hasLogarithmicForm && !content.isAboveZero: "logarithmic axis"
    case .index where content.periods.count > 1 && !content.hasIndexBase: "index"
    default: nil
    }
  }
}
