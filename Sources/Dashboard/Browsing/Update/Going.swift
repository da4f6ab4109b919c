import Canvas
package import Query
package import Records

/// Going from screen to screen.
extension Updater {
  /// Shows a screen and adds the current one to the history.
  package mutating func go(
    to route: Route, query: RecommendationQuery? = nil, anchor: Reference? = nil
  ) {
    if state.visit.route == route, query == nil, anchor == nil { return }
    state.history.leave(state.visit)
    state.visit = Visit(route)
    state.visit.anchor = anchor
    state.visit.query = query ?? Visit.firstQuery(of: route)
    let content = screen.content
    state.visit.focus = content.start
    if let main = content.index(of: .main) {
      state.visit[panel: main].selection = content.selection
    }
  }

  /// Shows a record in its place.
  package mutating func open(_ reference: Reference) {
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

  package mutating func goToChapter(_ number: Int) {
    guard let chapter = library.dossier.chapters.first(where: { $0.number == number }) else {
      state.notice = "There is no chapter \(number)."
      return
    }
    go(to: .chapter(chapter.id))
  }

  package mutating func goBack() {
    if state.visit.isWhole {
      state.visit.isWhole = false
      return
    }
    if screen.focused.part == .choices { return focus(.main) }
    if let earlier = state.history.back(from: state.visit) {
      state.visit = earlier
    } else if state.visit.route != .overview {
      state.visit = Visit(.overview)
    } else {
      state.notice = "There is nothing to go back to."
    }
  }

  package mutating func goForward() {
    if let later = state.history.forward(from: state.visit) {
      state.visit = later
    } else {
      state.notice = "There is nothing to go forward to."
    }
  }

  /// Goes back; leaves the program from the overview.
  mutating func leave() {
    if state.visit.route == .overview, !state.visit.isWhole { quit() } else { goBack() }
  }

  /// Opens the selection in the focused panel.
  mutating func openSelected() {
    let screen = screen
    guard let placement = screen.placement(of: screen.focus) else { return }
    let destination = screen.content(placement).destination(
      state.visit[panel: placement.panel], in: placement.inside.size)
    if let destination { follow(destination) }
  }

  package mutating func follow(_ destination: Destination) {
    switch destination {
    case .route(let route): go(to: route)
    case .record(let reference): open(reference)
    case .panel(let part): focus(part)
    case .nextPanel: moveFocus(by: 1)
    case .address(let address):
      effects.append(.browse(address))
    case .query(let query):
      // Filtering a list does not make a new place.
      guard canFilter else { return go(to: .recommendations, query: query) }
      state.visit.query = query
      startListOver()
    case .choose(let choice):
      if state.visit.chosen.remove(choice) == nil { state.visit.chosen.insert(choice) }
      startListOver()
    case .fold(let part, _):
      if state.visit.unfolded.remove(part) == nil { state.visit.unfolded.insert(part) }
    }
  }

  /// Whether the screen's list can be filtered.
  var canFilter: Bool { screen.content.index(of: .choices) != nil }
}
