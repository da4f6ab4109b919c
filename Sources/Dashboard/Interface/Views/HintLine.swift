/// The bottom line: a message, the search that is being typed, or the keys that help here.
enum HintLine {
  static func draw(
    _ state: State, _ keys: KeyMap, _ composition: Composition, on canvas: inout Canvas
  ) {
    let y = canvas.size.height - 1
    let width = canvas.size.width
    if state.isTypingSearch, state.overlay == nil {
      canvas.put("/", at: 1, y, Style(.key, .bold))
      InputView.draw(state.search, at: 2, y, width: width - 3, on: &canvas)
      return
    }
    if let notice = state.notice {
      canvas.put(TextLayout.truncate(notice, to: width - 2), at: 1, y, Style(.text, .bold))
      return
    }
    var x = 1
    for (key, hint) in hints(state, keys, composition) where !key.isEmpty {
      let used = key.columns + 1 + hint.columns
      guard x + used < width else { break }
      canvas.put(key, at: x, y, Style(.key, .bold))
      canvas.put(hint, at: x + key.columns + 1, y, .faint)
      x += used + 2
    }
  }

  /// The keys that help at a moment, the most needed first.
  private static func hints(
    _ state: State, _ keys: KeyMap, _ composition: Composition
  ) -> [(String, String)] {
    switch state.overlay {
    case .palette, .comparison:
      return [("Enter", "go"), ("Up Down", "choose"), ("Esc", "close")]
    case .help:
      return [
        (keys.keyNames(for: .moveDown, .moveUp), "scroll"), (keys.keyName(for: .back), "close"),
      ]
    case nil: break
    }
    if ListScreens.hasFacets(state.visit.route), composition.focus == ListScreens.facetPanel {
      return [
        (keys.keyName(for: .open), "choose"), (keys.keyName(for: .back), "to the list"),
        (keys.keyName(for: .clearFilter), "show all"),
      ]
    }
    var actions: [Action] = [.open, .nextPanel]
    switch state.visit.route {
    case .overview:
      actions += [
        .help, .search, .recommendations, .matrix, .indicators, .timeline, .index, .leave,
      ]
    case .recommendations: actions += [.back, .filter, .sort, .group, .matrix, .search, .help]
    case .indicators, .timeline, .index: actions += [.back, .filter, .search, .help, .overview]
    default:
      actions += [.back, .search, .copyCitation, .help, .overview, .recommendations, .indicators]
    }
    // A chart that has the keyboard is read value by value.
    var hints: [(String, String)] = []
    if case .indicator = state.visit.route,
      case .chart(let chart) = composition.content.panels[composition.focus].content
    {
      hints = chart.stops > 0 ? [(keys.keyNames(for: .moveLeft, .moveRight), "read values")] : []
      actions = [.zoomIn, .focusSeries, .chartMeasure, .chartKind, .compare] + actions
    }
    return hints
      + actions.compactMap { action in
        keys.binding(for: action).flatMap { binding in
          binding.hint.map { (binding.keys.first?.description ?? "", $0) }
        }
      }
  }
}
