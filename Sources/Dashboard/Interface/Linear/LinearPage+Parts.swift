import Model

/// The parts of a page: the panels of the dashboard's screen, but for looks at what is selected.
extension LinearPage {
  struct Part {
    /// The panel of the dashboard's screen.
    var panel: Int
    /// What the part is called.
    var title: String
  }

  /// The parts of a screen, the one that is read first coming first.
  static func parts(_ state: State, _ content: ScreenContent) -> [Part] {
    let panels: [Int] =
      switch state.visit.route {
      case .overview: [0, 1, 2, 3]
      case .chapter: [1, 2, 3, 4]
      case .indicator: [0, 1, 2, 3]
      case .recommendations, .indicators, .timeline, .index, .recommendation, .record: [0, 1]
      case .matrix, .search, .original, .bookmarks, .faults: [0]
      }
    return panels.filter(content.panels.indices.contains).map { panel in
      Part(panel: panel, title: title(panel, state.visit.route, content))
    }
  }

  private static func title(_ panel: Int, _ route: Route, _ content: ScreenContent) -> String {
    switch (route, panel) {
    case (.chapter, ChapterScreen.textPanel): "Text"
    case (.recommendation, 0), (.record, 0): "Text"
    case (.indicator, IndicatorScreen.chartPanel): "Values"
    case (.faults, _): "Faults"
    // What narrows a list down is said with its count.
    case (.recommendations, 0): "List"
    default: content.panels[panel].title
    }
  }

  /// The sentence that names the other parts; empty where there are none.
  static func others(_ parts: [Part], but panel: Int) -> String {
    guard parts.count > 1 else { return "" }
    // Of a list that can be narrowed down it is better known by its command.
    if panel == 0, parts.count == 2, parts[1].panel == ListScreens.facetPanel,
      parts[1].title == "Narrow down"
    {
      return "'filter' narrows the list down."
    }
    let told = parts.enumerated().filter { $0.element.panel != panel }
      .map { "part \($0.offset + 1), \($0.element.title)" }
    return "Also here: \(told.joined(separator: "; "))."
  }
}
