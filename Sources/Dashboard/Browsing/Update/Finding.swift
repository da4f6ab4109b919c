import Canvas
import Query
import Records

/// Searching, and the palette and help overlays.
extension Updater {
  package mutating func startSearch() {
    if state.visit.route != .search { go(to: .search) }
    state.search = LineEditor()
    searchChanged()
    focus(.main)
    state.isTypingSearch = true
  }

  /// Handles a key while the search line is being typed.
  mutating func type(_ key: Key) {
    switch key {
    case .enter, .tab: state.isTypingSearch = false
    case .escape, .control("c"):
      state.isTypingSearch = false
      if state.search.isEmpty { goBack() }
    case .down: perform(.moveDown)
    case .up: perform(.moveUp)
    case .backspace where state.search.isEmpty:
      state.isTypingSearch = false
      goBack()
    default:
      let before = state.search.text
      _ = state.search.take(key)
      if state.search.text != before { searchChanged() }
    }
  }

  /// Resets the list of results for new words.
  package mutating func searchChanged() {
    startListOver()
    state.resultIndex = -1
  }

  /// Opens the result a number of places after the last opened one.
  mutating func openResult(by step: Int) {
    let hits = library.searchIndex.search(state.search.text).groups.flatMap(\.hits)
    guard !hits.isEmpty else {
      state.notice = keys.sentence("There is no search yet", .search, "starts a search")
      return
    }
    state.resultIndex = ((state.resultIndex + step) % hits.count + hits.count) % hits.count
    let hit = hits[state.resultIndex]
    open(hit.reference)
    state.notice = "Result \(state.resultIndex + 1) of \(hits.count): \(hit.title)"
  }

  mutating func paste(_ text: String) {
    if state.isTypingSearch {
      state.search.insert(text)
      searchChanged()
      return
    }
    switch state.overlay {
    case .palette(var choice):
      choice.insert(text)
      state.overlay = .palette(choice)
    case .comparison(var choice):
      choice.insert(text)
      state.overlay = .comparison(choice)
    case .decks(var choice, let subject):
      choice.insert(text)
      state.overlay = .decks(choice, from: subject)
    case .judgement(var form):
      form.insert(text)
      state.overlay = .judgement(form)
    case .export(let export, var line):
      line.insert(text)
      state.overlay = .export(export, line)
    case .value(let id, let field, var line):
      line.insert(text)
      state.overlay = .value(id, field, line)
    case .help, nil: break
    }
  }

  /// Handles a key while an overlay is open.
  mutating func takeInOverlay(_ key: Key) {
    switch state.overlay {
    case .help(let scroll): takeInHelp(key, scroll)
    case .export(let export, let line): take(key, naming: export, line)
    case .judgement(let form): take(key, judging: form)
    case .value(let id, let field, let line): take(key, changing: id, field, line)
    case .palette(let choice):
      take(key, in: choice, library.paletteGroups(choice)) { .palette($0) }
    case .comparison(let choice):
      let matches = library.paletteMatches(choice.line.text, beside: state.indicator)
      take(key, in: choice, matches) { .comparison($0) }
    case .decks(let choice, let subject):
      let matches = library.deckMatches(choice.line.text, from: subject)
      take(key, in: choice, matches) { .decks($0, from: subject) }
    case nil: break
    }
  }

  private mutating func take(
    _ key: Key, in choice: NameChoice, _ matches: [Palette.Match],
    _ overlay: (NameChoice) -> Overlay
  ) {
    var choice = choice
    let isComparison = if case .comparison = state.overlay { true } else { false }
    switch choice.take(key, among: matches.count) {
    case .open: state.overlay = overlay(choice)
    case .closed: state.overlay = nil
    case .chosen(let index):
      state.overlay = nil
      switch matches[index].entry.choice {
      case .more(let kind):
        choice.unfolded.insert(kind)
        state.overlay = overlay(choice)
      case .record(let reference) where isComparison: compare(with: reference.id)
      case .record(let reference): open(reference)
      case .action(let action): perform(action)
      case .deck(let id): effects.append(.present(id, from: presented))
      case .day(let day): show(by: day)
      case .theme(let name): use(library.preferences.themes.first { $0.name == name })
      }
    }
  }

  private mutating func takeInHelp(_ key: Key, _ scroll: Int) {
    let lines = HelpView.lines(keys, screen, width: state.size.width).count
    let height = HelpView.height(state.size)
    var wanted = scroll
    switch keys.action(for: key) {
    case .moveDown: wanted += 1
    case .moveUp: wanted -= 1
    case .pageDown: wanted += height - 1
    case .pageUp: wanted -= height - 1
    case .halfPageDown: wanted += height / 2
    case .halfPageUp: wanted -= height / 2
    case .first: wanted = 0
    case .last: wanted = lines
    case .quit: return quit()
    case .back, .leave, .help, .open:
      state.overlay = nil
      return
    default: break
    }
    state.overlay = .help(scroll: max(0, min(wanted, lines - height)))
  }
}
