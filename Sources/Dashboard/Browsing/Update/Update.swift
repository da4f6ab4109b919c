import Canvas
import Records

/// Changes the state according to a message and returns what the outside world has to do.
///
/// The only place where the state changes. It draws nothing; a message that does not apply changes
/// nothing.
package func update(
  _ state: inout State, _ message: Message, _ library: Library
) -> [Effect] {
  var updater = Updater(state: state, library: library, keys: library.keys)
  updater.take(message)
  updater.settle()
  state = updater.state
  return updater.effects
}

/// Adjusts a state that was saved or belongs to another dossier.
package func settle(_ state: inout State, _ library: Library) {
  var updater = Updater(state: state, library: library, keys: library.keys)
  updater.settle()
  state = updater.state
}

/// The work of one `update`.
package struct Updater {
  package var state: State
  let library: Library
  let keys: DashboardKeys
  package var effects: [Effect] = []

  /// An updater for a state.
  package init(state: State, library: Library, keys: DashboardKeys, effects: [Effect] = []) {
    self.state = state
    self.library = library
    self.keys = keys
    self.effects = effects
  }

  /// The current screen.
  var screen: Screen { Screen(state, library) }

  mutating func take(_ message: Message) {
    switch message {
    case .key(let key):
      state.notice = nil
      if state.overlay != nil { return takeInOverlay(key) }
      if state.isTypingSearch { return type(key) }
      if takeDigit(key) { return }
      let number = Int(state.number)
      state.number = ""
      if let number, take(key, after: number) { return }
      let own = state.visit.route == .review ? keys.action(for: key, in: .review) : nil
      if let action = own ?? keys.action(for: key, in: .moving) { perform(action) }
    case .paste(let text): paste(text)
    case .resize(let size): resize(to: size)
    case .click(let point): click(point)
    case .scroll(let point, let rows): scroll(point, rows)
    case .action(let action): perform(action)
    case .open(let reference): open(reference)
    case .notice(let text): state.notice = text
    }
  }

  mutating func perform(_ action: Action) {
    switch action {
    case .moveDown: move(.rows(1))
    case .moveUp: move(.rows(-1))
    case .moveRight: move(.sideways(1))
    case .moveLeft: move(.sideways(-1))
    case .pageDown: move(.pages(1))
    case .pageUp: move(.pages(-1))
    case .halfPageDown: move(.pages(0.5))
    case .halfPageUp: move(.pages(-0.5))
    case .first: move(.first)
    case .last: move(.last)
    case .nextPanel: moveFocus(by: 1)
    case .previousPanel: moveFocus(by: -1)
    case .wholePanel: state.visit.isWhole.toggle()
    case .open: openSelected()
    case .back, .historyBack: goBack()
    case .historyForward: goForward()
    case .leave: leave()
    case .overview: go(to: .overview)
    case .recommendations: go(to: .recommendations)
    case .matrix: go(to: .matrix)
    case .links: go(to: .links)
    case .outcomes: go(to: .outcomes)
    case .review: go(to: .review)
    case .accept, .acceptAll, .reject, .rejectAll, .putOff, .undo, .merge, .split, .changeTitle,
      .changeAddressee, .changeThemes, .changeLabel, .changeKind:
      review(action)
    case .earlierDay: goToDay(isLater: false)
    case .laterDay: goToDay(isLater: true)
    case .judge: startJudging()
    case .takeBack: takeBackJudgement()
    case .indicators: go(to: .indicators)
    case .timeline: go(to: .timeline)
    case .index: go(to: .index)
    case .chapter(let number): goToChapter(number)
    case .faults: go(to: .faults)
    case .bookmarks: go(to: .bookmarks)
    case .search: startSearch()
    case .nextResult: openResult(by: 1)
    case .previousResult: openResult(by: -1)
    case .palette: state.overlay = .palette(NameChoice())
    case .help: state.overlay = .help(scroll: 0)
    case .filter: filter()
    case .clearFilter: clearFilter()
    case .sort: sort()
    case .group: group()
    case .zoomIn: zoom(in: true)
    case .zoomOut: zoom(in: false)
    case .panLeft: pan(by: -1)
    case .panRight: pan(by: 1)
    case .focusSeries: focusSeries()
    case .hideSeries: hideSeries()
    case .chartKind: nextKind()
    case .chartMeasure: nextMeasure()
    case .chartGlyphs: nextGlyphs()
    case .compare: compare()
    case .secondAxis: toggleSecondAxis()
    case .copyCitation: copyCitation()
    case .copyBibtex: copyBibTeX()
    case .copyCommand: copyCommand()
    case .export: startExport()
    case .edit: editFile()
    case .original: readOriginal()
    case .bookmark: toggleBookmark()
    case .present:
      if library.dossier.decks.isEmpty {
        effects.append(.present(nil, from: presented))
      } else {
        state.overlay = .decks(NameChoice(), from: presented)
      }
    case .mouse:
      state.isMouseOn.toggle()
      state.notice =
        state.isMouseOn
        ? keys.sentence("The mouse is on", .mouse, "turns it off") : "The mouse is off."
      effects.append(.setMouse(state.isMouseOn))
    case .theme: nextTheme()
    case .redraw: effects.append(.redraw)
    case .quit: quit()
    }
  }

  private mutating func nextTheme() {
    let themes = library.preferences.themes
    guard !themes.isEmpty else { return }
    let index = themes.firstIndex { $0.name == state.theme }
    use(themes[((index ?? -1) + 1) % themes.count])
  }

  mutating func use(_ theme: ThemeDefinition?) {
    guard let theme else { return }
    state.theme = theme.name
    state.notice = "Theme: \(theme.name)."
    effects.append(.setTheme(theme))
  }

  package mutating func quit() { effects += [.save(state.saved), .quit] }
}
