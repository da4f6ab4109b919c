package import Browsing
import Records

/// What the commands do.
extension LinearMode {
  mutating func perform(_ command: LinearCommand, _ words: String) {
    switch command {
    case .open: open(words)
    case .back: back()
    case .forward: change("Forward leads nowhere from here.") { $0.goForward() }
    case .more: goOn()
    case .next: step(1)
    case .previous: step(-1)
    case .again: read()
    case .part: part(words)
    case .links: links()
    case .where: tellPlace()
    case .overview: go(.overview)
    case .chapter: chapter(words)
    case .recommendations: go(.recommendations)
    case .matrix: go(.matrix)
    case .indicators: go(.indicators)
    case .timeline: go(.timeline)
    case .index: go(.index)
    case .bookmarks: go(.bookmarks)
    case .faults: go(.faults)
    case .sources:
      list(
        "Sources",
        library.dossier.sources.map {
          ("\($0.producer), \($0.title)", .destination(.record($0.reference)))
        })
    case .search: search(words)
    case .find: find(words)
    case .filter: filter(words)
    case .all, .sort, .group: arrange(command)
    case .value, .zoom, .earlier, .later, .measure, .series, .compare: chart(command, words)
    case .cite, .bibtex, .original, .mark: record(command, words)
    case .help: help(words)
    case .quit: run { $0.quit() }
    }
  }

  /// Changes the state as the dashboard would, and says what the dashboard would tell.
  @discardableResult
  mutating func run(_ change: (inout Updater) -> Void) -> Bool {
    let before = state.visit
    var updater = Updater(state: state, library: library, keys: .standard)
    updater.state.notice = nil
    change(&updater)
    updater.settle()
    state = updater.state
    for effect in updater.effects {
      if case .copy(let text) = effect { say(text) } else { effects.append(effect) }
    }
    return state.visit != before
  }

  /// Changes the state and reads the page; says a sentence where nothing changed.
  mutating func change(_ otherwise: String, _ change: (inout Updater) -> Void) {
    if run(change) {
      read()
    } else {
      say(state.notice ?? otherwise)
    }
  }

  package mutating func go(_ route: Route) {
    run { $0.go(to: route) }
    read()
  }

  private mutating func back() {
    if isMenu { return read() }
    let isMoved = run { $0.goBack() }
    if isMoved, let menu = menus[state.history.past.count] { return show(menu) }
    if isMoved { read() } else { say(state.notice ?? "This is the start.") }
  }

  private mutating func chapter(_ words: String) {
    guard let number = Int(words) else {
      return say("Say which chapter: 'chapter 1'. 'overview' lists them.")
    }
    change("You are in chapter \(number) already.") { $0.goToChapter(number) }
  }

  private mutating func part(_ words: String) {
    let content = content
    let parts = content.parts
    if words.isEmpty {
      let told = parts.enumerated().map {
        "\($0.offset + 1) \(content.panels[$0.element].spokenName)"
      }
      return say("Parts: \(told.joined(separator: ", ")). 'part 1' reads the first.")
    }
    guard let number = Int(words), parts.indices.contains(number - 1) else {
      return say("There is no part \(words). The page has \(parts.count).")
    }
    run { $0.state.visit.focus = parts[number - 1] }
    read()
  }

  private mutating func links() {
    if page.choices.isEmpty { return say("No number on this page leads anywhere.") }
    say("Numbers on this page: \(page.choices.count).")
    for choice in page.choices { say("\(choice.number). \(choice.title)") }
  }

  private mutating func tellPlace() {
    say("You are at: \(LinearPage.subject(state, content, library)).")
    guard let past = state.history.past.last else { return }
    var earlier = state
    earlier.visit = past
    let before = LinearPage.subject(earlier, ScreenContent(earlier, library), library)
    say("Back leads to: \(before).")
  }

  private mutating func help(_ words: String) {
    if let command = LinearCommand(word: words) { return say(command.explanation) }
    say("Help: type a number to open what it stands by, or a word, which may be cut short.")
    for group in LinearCommand.groups {
      if words.isEmpty {
        say("\(group.title): \(LinearWords.list(group.commands.map(\.rawValue))).")
      } else {
        say("")
        say("\(group.title):")
        for command in group.commands { say(command.explanation) }
      }
    }
    if words.isEmpty { say("'help open' explains open; 'help words' explains every word.") }
  }
}
