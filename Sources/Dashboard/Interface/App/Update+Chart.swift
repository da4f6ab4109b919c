import Model

/// Setting the chart of an indicator.
extension Updater {
  /// Changes the chart's view; does nothing on other screens.
  mutating func setChart(_ change: (inout ChartView, ChartContent, _ cursor: Int) -> Void) {
    guard case .indicator = state.visit.route,
      case .chart(let content) = composition.content.panels[IndicatorScreen.chartPanel].content
    else {
      state.notice = "There is no chart here; i lists the indicators."
      return
    }
    let cursor = state.visit[panel: IndicatorScreen.chartPanel].selection
    change(&state.visit.chart, content, cursor)
  }

  mutating func zoom(in isIn: Bool) {
    setChart { view, content, cursor in
      let shown = view.window ?? 0...max(0, content.periods.count - 1)
      let middle = (shown.lowerBound + shown.upperBound) / 2
      let isRead = cursor > 0 && content.chart?.movesOverPeriods == true
      view.zoom(in: isIn, around: isRead ? cursor - 1 : middle, of: content.periods.count)
    }
  }

  mutating func pan(by step: Int) {
    setChart { view, content, _ in view.pan(by: step, of: content.periods.count) }
  }

  /// Lets the next series that is shown stand out, and after the last one none.
  mutating func focusSeries() {
    setChart { view, content, _ in
      let shown = content.names.indices.filter { !view.hidden.contains($0) }
      view.focused = shown.first { $0 > view.focused ?? -1 }
    }
    tellFocus()
  }

  private mutating func tellFocus() {
    guard case .chart(let content) = composition.content.panels[IndicatorScreen.chartPanel].content
    else { return }
    let focused = state.visit.chart.focused
    guard let focused, content.names.indices.contains(focused) else { return }
    state.notice = "\(content.names[focused]) stands out; C hides it."
  }

  /// Hides the series that stands out; without one, shows all again.
  mutating func hideSeries() {
    setChart { view, content, _ in
      guard let focused = view.focused else {
        view.hidden = []
        return
      }
      // The last one stays: an empty picture says nothing.
      if view.hidden.count + 1 < content.names.count { view.hidden.insert(focused) }
      view.focused = nil
    }
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
    setChart { view, content, _ in
      let measures = content.measures
      let index = measures.firstIndex(of: view.measure) ?? 0
      view.measure = measures[(index + 1) % measures.count]
    }
    guard case .indicator = state.visit.route else { return }
    state.notice =
      switch state.visit.chart.measure {
      case .value: "Values as they are."
      case .log: "An axis of factors of ten."
      case .index: "The first values together are 100."
      case .change: "Change from the period before."
      }
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
    guard case .indicator = state.visit.route else {
      state.notice = "There is no chart here; i lists the indicators."
      return
    }
    if state.visit.chart.compared == nil {
      state.overlay = .comparison(LineEditor(), selection: 0)
    } else {
      state.visit.chart = ChartView()
      state.visit[panel: IndicatorScreen.chartPanel].selection = 0
    }
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
