import Browsing
import Canvas
import Charts
import Records

/// A chart on the whole screen, read value by value.
extension TalkUpdater {
  /// Shows the first chart of the slide on the whole screen, then the next one, then the slide.
  mutating func drill() {
    let layout = layout
    let next = (talk.shown.drill?.chart ?? -1) + 1
    let isShown = layout.parts.contains { part in
      guard case .chart(_, let number) = part.content else { return false }
      return number == next && part.step <= talk.step
    }
    guard isShown else {
      if talk.shown.drill == nil { talk.notice = "There is no chart on this slide." }
      // A chart that is the whole answer has no slide to return to.
      if talk.shown.answer?.reference.kind != .indicator { talk.shown.drill = nil }
      return
    }
    talk.shown.isBlank = false
    open(next)
  }

  /// Shows a chart on the whole screen; over time it is read from its last value, otherwise from
  /// its first bar.
  mutating func open(_ chart: Int) {
    guard let content = content(of: chart) else { return }
    let first = content.chart?.movesOverPeriods == true ? content.stops : min(1, content.stops)
    talk.shown.drill = PublicState.Drill(chart: chart, cursor: first)
  }

  /// How many periods, bars or rows the cursor of a chart can be on.
  package func stops(_ drill: PublicState.Drill) -> Int { content(of: drill.chart)?.stops ?? 0 }

  private func content(of chart: Int) -> ChartPanel? {
    let charts = layout.charts
    guard charts.indices.contains(chart),
      let indicator = stage.library.catalogue.indicator(charts[chart])
    else { return nil }
    return ChartPanel(indicator, stage.library)
  }

  /// Handles a key that moves the cursor; false for any other.
  mutating func takeInChart(_ key: Key) -> Bool {
    guard let drill = talk.shown.drill else { return false }
    let stops = stops(drill)
    var cursor = drill.cursor
    switch key {
    case .left, .character("h"): cursor -= 1
    case .right, .character("l"): cursor += 1
    case .home: cursor = 1
    case .end: cursor = stops
    default: return false
    }
    talk.shown.drill?.cursor = stops == 0 ? 0 : max(1, min(cursor, stops))
    return true
  }
}
