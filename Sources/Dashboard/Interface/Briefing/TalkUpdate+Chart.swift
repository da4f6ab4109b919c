import Model

/// A chart on the whole screen, read value by value.
extension TalkUpdater {
  /// Gives the screen to the first chart of the slide, then to the next one, then back.
  mutating func drill() {
    let layout = layout
    let next = (talk.shown.drill?.chart ?? -1) + 1
    let isShown = layout.parts.contains { part in
      guard case .chart(_, let number) = part.content else { return false }
      return number == next && part.step <= talk.step
    }
    guard isShown else {
      if talk.shown.drill == nil { talk.notice = "There is no chart on this slide." }
      talk.shown.drill = nil
      return
    }
    talk.shown.isBlank = false
    let drill = PublicState.Drill(chart: next)
    // The last value is what a reader asks for first.
    talk.shown.drill = PublicState.Drill(chart: next, cursor: stops(drill))
  }

  /// How many periods the cursor of a chart can stand on.
  func stops(_ drill: PublicState.Drill) -> Int {
    let charts = layout.charts
    guard charts.indices.contains(drill.chart),
      let indicator = stage.library.catalogue.indicator(charts[drill.chart])
    else { return 0 }
    return ChartContent(indicator, stage.library).stops
  }

  /// Takes a key that moves the cursor; false for any other.
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
