import Model

/// Searching, and the palette and help that lie over a screen.
extension Updater {
  mutating func startSearch() {
    if state.visit.route != .search { go(to: .search) }
    state.search = LineEditor()
    searchChanged()
    focus(.main)
    state.isTypingSearch = true
  }

  /// Takes a key while the search line is being typed.
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

  /// Starts the list of results over for new words.
  mutating func searchChanged() {
    startListOver()
    state.resultIndex = -1
  }

  /// Opens the result so many after the one that was opened last.
  mutating func openResult(by step: Int) {
    let hits = library.searchIndex.search(state.search.text).groups.flatMap(\.hits)
    guard !hits.isEmpty else {
      state.notice = keys.sentence("Nothing is searched for", .search, "starts a search")
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
    } else if case .palette(var line, _) = state.overlay {
      line.insert(text)
      state.overlay = .palette(line, selection: 0)
    } else if case .comparison(var line, _) = state.overlay {
      line.insert(text)
      state.overlay = .comparison(line, selection: 0)
    }
  }

  /// Takes a key while something lies over the screen.
  mutating func takeInOverlay(_ key: Key) {
    switch state.overlay {
    case .help(let scroll): takeInHelp(key, scroll)
    case .palette(let line, let selection):
      let matches = library.paletteMatches(line.text)
      choose(key, line, selection, among: matches) { .palette($0, selection: $1) }
    case .comparison(let line, let selection):
      let matches = library.paletteMatches(line.text, beside: state.indicator)
      choose(key, line, selection, among: matches) { .comparison($0, selection: $1) }
    case nil: break
    }
  }

  private mutating func takeInHelp(_ key: Key, _ scroll: Int) {
    let lines = HelpView.lines(keys, width: state.size.width).count
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

  /// Takes a key in an overlay of names: edits the line, moves the selection, or takes a name.
  private mutating func choose(
    _ key: Key, _ line: LineEditor, _ selection: Int, among matches: [Palette.Match],
    _ overlay: (LineEditor, Int) -> Overlay
  ) {
    var line = line
    let last = max(0, matches.count - 1)
    switch key {
    case .escape, .control("c"), .control("p"): state.overlay = nil
    case .backspace where line.isEmpty: state.overlay = nil
    case .enter:
      // Where nothing fits, what was typed stays to be mended.
      guard matches.indices.contains(selection) else { return }
      let isComparison = if case .comparison = state.overlay { true } else { false }
      state.overlay = nil
      switch matches[selection].entry.choice {
      case .record(let reference) where isComparison: compare(with: reference.id)
      case .record(let reference): open(reference)
      case .action(let action): perform(action)
      }
    case .down, .tab, .control("n"): state.overlay = overlay(line, min(selection + 1, last))
    case .up, .backTab: state.overlay = overlay(line, max(0, selection - 1))
    case .pageDown: state.overlay = overlay(line, min(selection + 10, last))
    case .pageUp: state.overlay = overlay(line, max(0, selection - 10))
    default:
      let before = line.text
      guard line.take(key) else { return }
      state.overlay = overlay(line, line.text == before ? selection : 0)
    }
  }
}
