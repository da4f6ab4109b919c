import Model

/// Setting the chart of an indicator.
extension Updater {
  /// Changes the chart's view; does nothing on other screens.
  mutating func setChart(_ change: (inout ChartView, ChartContent, _ cursor: Int) -> Void) {
    guard case .indicator = state.visit.route,
      case .chart(let content) = composition.content.panels[IndicatorScreen.chartPanel].content
    else {
      state.notice = keys.sentence("There is no chart here", .indicators, "lists the indicators")
      return
    }
    let cursor = state.visit[panel: IndicatorScreen.chartPanel].selection
    change(&state.visit.chart, content, cursor)
  }

  mutating func zoom(in isIn: Bool) {
    var notice: String?
    setChart { view, content, cursor in
      let before = view.window
      defer {
        if content.periods.isEmpty {
          notice = "There are no periods to zoom into."
        } else if view.window == before {
          notice = isIn ? "Fewer periods would say little." : "All periods are shown."
        }
      }
      let shown = view.window ?? 0...max(0, content.periods.count - 1)
      // Where nothing is read the newest stays, which is asked for most.
      let isRead = cursor > 0 && content.chart?.movesOverPeriods == true
      view.zoom(in: isIn, around: isRead ? cursor - 1 : shown.upperBound, of: content.periods.count)
    }
    if let notice { state.notice = notice }
  }

  mutating func pan(by step: Int) {
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
    // What is read out stays in the picture.
    guard case .indicator = state.visit.route, let window = state.visit.chart.window else { return }
    let cursor = state.visit[panel: IndicatorScreen.chartPanel].selection
    guard cursor > 0 else { return }
    state.visit[panel: IndicatorScreen.chartPanel].selection =
      max(window.lowerBound, min(cursor - 1, window.upperBound)) + 1
  }

  /// Lets the next series that is shown stand out, and after the last one none.
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
    guard case .chart(let content) = composition.content.panels[IndicatorScreen.chartPanel].content
    else { return }
    let focused = state.visit.chart.focused
    guard let focused, content.names.indices.contains(focused) else { return }
    state.notice = keys.sentence("\(content.names[focused]) stands out", .hideSeries, "hides it")
  }

  /// Hides the series that stands out; without one, shows all again.
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
      // The last one stays: an empty picture says nothing.
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
    // A place among bars is none among years.
    if case .indicator = state.visit.route {
      state.visit[panel: IndicatorScreen.chartPanel].selection = 0
    }
    if case .indicator = state.visit.route {
      state.notice = "Form: \(state.visit.chart.kind.map(\.rawValue) ?? "as the dossier has it")"
    }
  }

  mutating func nextMeasure() {
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
    guard case .indicator = state.visit.route else { return }
    if isOnlyOne {
      state.notice = "These values have one scale."
      return
    }
    let told =
      switch state.visit.chart.measure {
      case .value: "Values as they are"
      case .log: "An axis of factors of ten"
      case .index: "The first values together are 100"
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
    if case .indicator = state.visit.route {
      state.notice = "Drawn with: \((state.visit.chart.glyphs ?? own).rawValue)"
    }
  }

  /// Asks for an indicator to compare with; a second time, ends the comparison.
  mutating func compare() {
    guard let indicator = state.indicator.flatMap(library.catalogue.indicator) else {
      state.notice = keys.sentence("There is no chart here", .indicators, "lists the indicators")
      return
    }
    if state.visit.chart.compared == nil {
      guard !library.paletteMatches("", beside: indicator.id).isEmpty else {
        state.notice = "No other indicator has periods or names in common with this one."
        return
      }
      state.overlay = .comparison(NameChoice())
    } else {
      keepingPeriod { $0 = ChartView() }
    }
  }

  /// Compares with another indicator.
  mutating func compare(with id: String) {
    if let indicator = state.indicator.flatMap(library.catalogue.indicator),
      let other = library.catalogue.indicator(id),
      let obstacle = indicator.obstacle(beside: other)
    {
      state.notice = obstacle.capitalisedFirst + "."
      return
    }
    keepingPeriod { $0.compared = id }
    guard let content = indicatorChart, content.hasSecondMeasure else { return }
    let key = keys.keyName(for: .chartMeasure)
    state.notice =
      "Two units apart"
      + (content.hasIndexBase && !key.isEmpty ? "; \(key): both from 100." : ".")
  }

  /// Puts a compared indicator on an axis of its own in the same picture, or back below it.
  mutating func toggleSecondAxis() {
    guard let content = indicatorChart, content.hasSecondMeasure else {
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
      ? "Two axes: where curves cross means nothing." : "A picture for each unit."
  }

  /// Changes the chart's view and lets the cursor stand on the period on which it stood, or on
  /// the nearest one, whatever periods the chart has then.
  private mutating func keepingPeriod(_ change: (inout ChartView) -> Void) {
    let cursor = state.visit[panel: IndicatorScreen.chartPanel].selection
    let periods = indicatorChart?.periods ?? []
    let isRead = indicatorChart?.chart?.movesOverPeriods == true
    let period = isRead && periods.indices.contains(cursor - 1) ? periods[cursor - 1] : nil
    change(&state.visit.chart)
    state.visit[panel: IndicatorScreen.chartPanel].selection = 0
    guard let period, let content = indicatorChart, content.chart?.movesOverPeriods == true else {
      return
    }
    func day(_ period: Period) -> Int {
      (Int(period.first.year) * 12 + Int(period.first.month)) * 31 + Int(period.first.day)
    }
    let nearest = content.periods.indices.min {
      (day(content.periods[$0]) - day(period)).magnitude
        < (day(content.periods[$1]) - day(period)).magnitude
    }
    state.visit[panel: IndicatorScreen.chartPanel].selection = nearest.map { $0 + 1 } ?? 0
  }

  private var indicatorChart: ChartContent? {
    guard case .indicator = state.visit.route,
      case .chart(let content) = composition.content.panels[IndicatorScreen.chartPanel].content
    else { return nil }
    return content
  }

  /// Keeps the period that is read inside the window.
  mutating func revealCursor() {
    guard case .indicator = state.visit.route, state.visit.chart.window != nil else { return }
    setChart { view, content, cursor in
      guard cursor > 0, content.chart?.movesOverPeriods == true else { return }
      view.reveal(cursor - 1, of: content.periods.count)
    }
  }
}

extension ChartView.Measure {
  /// What there would be but for values at or below zero; nil where that is not the reason.
  fileprivate func reason(in content: ChartContent) -> String? {
    switch self {
    case .log where content.hasLogarithmicForm && !content.isAboveZero: "factors of ten"
    case .index where content.periods.count > 1 && !content.hasIndexBase: "index"
    default: nil
    }
  }
}
