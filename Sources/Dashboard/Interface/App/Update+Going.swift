import Model

/// Going from screen to screen.
extension Updater {
  /// Shows a screen and remembers where one was.
  mutating func go(to route: Route, query: RecommendationQuery? = nil, anchor: Reference? = nil) {
    if state.visit.route == route, query == nil, anchor == nil { return }
    state.history.leave(state.visit)
    state.visit = Visit(route)
    state.visit.anchor = anchor
    if let query { state.visit.query = query }
    if case .chapter = route { state.visit.focus = ChapterScreen.textPanel }
    if route == .recommendations, query == nil {
      // What the report lists comes first; its proposals are a choice away.
      state.visit.query = RecommendationQuery(standing: .recommendation, grouping: .chapter)
    }
  }

  /// Shows a record at its place.
  mutating func open(_ reference: Reference) {
    guard let record = library.catalogue[reference] else {
      state.notice = "There is no record \(reference)."
      return
    }
    if case .section(let section) = record {
      go(to: .chapter(section.chapter), anchor: reference)
    } else if let route = Route(of: reference) {
      go(to: route)
    }
  }

  mutating func goToChapter(_ number: Int) {
    guard let chapter = library.dossier.chapters.first(where: { $0.number == number }) else {
      state.notice = "There is no chapter \(number)."
      return
    }
    go(to: .chapter(chapter.id))
  }

  mutating func goBack() {
    if ListScreens.hasFacets(state.visit.route), state.visit.focus == ListScreens.facetPanel {
      state.visit.focus = 0
      return
    }
    if let earlier = state.history.back(from: state.visit) {
      state.visit = earlier
    } else if state.visit.route != .overview {
      state.visit = Visit(.overview)
    } else {
      state.notice = "There is nothing to go back to."
    }
  }

  mutating func goForward() {
    if let later = state.history.forward(from: state.visit) {
      state.visit = later
    } else {
      state.notice = "There is nothing to go forward to."
    }
  }

  /// Back, and out of the overview.
  mutating func leave() {
    if state.visit.route == .overview { quit() } else { goBack() }
  }

  /// Opens what is selected in the panel that has the keyboard.
  mutating func openSelected() {
    let composition = composition
    let panel = composition.focus
    let selection = state.visit[panel: panel].selection
    switch composition.content.panels[panel].content {
    case .list(let list):
      if list.rows.indices.contains(selection), let destination = list.rows[selection].destination {
        follow(destination)
      }
    case .document:
      guard let placement = composition.placement(of: panel),
        let layout = composition.layout(of: placement),
        layout.links.indices.contains(selection - 1)
      else { return moveFocus(by: 1) }
      switch layout.links[selection - 1].target {
      case .record(let reference): open(reference)
      case .address(let address):
        effects.append(.copy(address))
        state.notice = "Copied: \(address)"
      }
    case .matrix(let matrix):
      let cell = matrix.cell(selection)
      follow(matrix.destinations[cell.row][cell.column])
    case .chart: moveFocus(by: 1)
    }
  }

  mutating func follow(_ destination: Destination) {
    switch destination {
    case .route(let route): go(to: route)
    case .record(let reference): open(reference)
    case .panel(let panel): state.visit.focus = panel
    case .query(let query):
      if ListScreens.hasFacets(state.visit.route) {
        // Narrowing a list down is no new place.
        state.visit.query = query
        state.visit[panel: 0] = PanelState()
      } else {
        go(to: .recommendations, query: query)
      }
    }
  }
}
