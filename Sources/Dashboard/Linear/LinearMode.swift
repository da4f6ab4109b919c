package import Browsing
package import Canvas
package import Records
import Text

/// The dashboard as a dialogue in lines: a page, a typed line, an answer.
///
/// For screen readers, printers and pipes. Nothing is drawn: output is never changed, and every
/// answer follows the previous one. The state is the dashboard's own, so places and bookmarks are
/// shared.
package struct LinearMode {
  /// The answer to a line.
  package struct Answer: Sendable {
    /// Lines to print, none wider than the width, without control characters.
    package var lines: [String]
    /// What the outside world has to do.
    package var effects: [Effect]
  }

  /// The widest line.
  package var width: Int
  /// How many lines are printed at a time; nil for all.
  package var height: Int?
  /// The state of the dashboard.
  package internal(set) var state: State
  private(set) var library: Library
  private let charset: Charset
  /// The page whose numbers are valid.
  var page = LinearPage()
  /// Whether choices are listed instead of a page; `back` leaves them.
  var isMenu = false
  /// The lists of choices that were left by choosing, by the length of the history, so that `back`
  /// returns to them.
  var menus: [Int: LinearPage] = [:]
  /// The text of the current answer.
  var said: [String] = []
  var effects: [Effect] = []
  /// Lines of the last answer that were not printed yet.
  private(set) var rest: [String] = []

  /// A dialogue at the overview, or at the saved place.
  package init(_ library: Library, saved: SavedState, width: Int, charset: Charset) {
    self.library = library
    self.width = width
    self.charset = charset
    // At this size every panel has a place, and pages do not depend on the size in which the
    // dashboard was left.
    var saved = saved
    saved.size = nil
    state = State(size: Size(width: 120, height: 40), saved: saved)
    settle(&state, library)
  }

  /// Begins at a record instead of the last place.
  package mutating func start(at reference: Reference) { run { $0.open(reference) } }

  /// The first page.
  package mutating func start() -> Answer {
    read()
    said.append("")
    said.append("Type a number, or 'help' for the commands.")
    return answer()
  }

  /// The prompt.
  package var prompt: String { rest.isEmpty ? "> " : "\(rest.count) more lines> " }

  /// A line of a script as it is echoed, so that its answer can be recognized.
  package func echo(_ line: String) -> [String] {
    lines(of: "> " + CleanText.line(String(line.prefix(LineEditor.limit))))
  }

  /// Continues with a reloaded dossier at the same place; the last printed numbers stay valid.
  package mutating func reload(_ new: Library) {
    Browsing.reload(&state, from: library, to: new)
    library = new
  }

  /// Answers a line.
  package mutating func take(_ line: String) -> Answer {
    said = []
    effects = []
    let line = CleanText.line(String(line.prefix(LineEditor.limit)))
    let words = line.split(separator: " ")
    guard let first = words.first else {
      goOn()
      return answer()
    }
    let argument = words.dropFirst().joined(separator: " ")
    if let number = Int(first), words.count == 1 {
      choose(number)
    } else if first.hasPrefix("/") {
      perform(.search, line.drop { $0 == " " || $0 == "/" }.description)
    } else if let command = LinearCommand(word: first) {
      perform(command, argument)
    } else {
      let known = LinearCommand.allCases.map(\.rawValue)
      let hint = Spelling.nearest(to: first.lowercased(), in: known)
      say(
        "There is no command '\(first)'"
          + (hint.map { "; did you mean '\($0)'?" } ?? "; 'help' lists the commands."))
    }
    return answer()
  }

  /// Prints the rest of the last answer.
  mutating func goOn() {
    if rest.isEmpty { say("Nothing more here. 'again' reads the page once more.") }
  }

  /// The content that the dashboard would show.
  package var content: ScreenContent { ScreenContent(state, library) }

  /// Adds a sentence to the answer.
  mutating func say(_ text: String) { said.append(text) }

  /// Prints the page of the state and makes its numbers valid.
  mutating func read() {
    page = LinearPage(state, library)
    isMenu = false
    let depth = state.history.past.count
    menus = menus.filter { $0.key < depth }
    said += page.paragraphs
  }

  /// Lists choices instead of a page.
  mutating func list(_ title: String, _ rows: [(String, LinearChoice)]) {
    var menu = LinearPage()
    menu.say("\(title): \(LinearWords.number(rows.count)).")
    for row in rows { menu.offer(LinearWords.value(row.0), row.1) }
    show(menu)
  }

  /// Prints choices and makes their numbers valid.
  mutating func show(_ menu: LinearPage) {
    page = menu
    isMenu = true
    menus[state.history.past.count] = menu
    said += menu.paragraphs
  }

  /// A text wrapped to the width.
  package func lines(of text: String) -> [String] {
    let shown = charset.text(for: CleanText.line(text.replacing(" · ", with: ", ")))
    return shown.isEmpty ? [""] : TextLayout.wrap(shown, to: max(8, width)).map(\.trimmingEnd)
  }

  private mutating func answer() -> Answer {
    // New output replaces the rest of the last answer; an empty line alone continues it.
    var lines = rest
    if !said.isEmpty {
      lines = []
      for text in said { lines += self.lines(of: text) }
    }
    let count = height.map { min(lines.count, max(1, $0)) } ?? lines.count
    // A single remaining line is not worth a prompt.
    let isNearlyAll = lines.count - count <= 1
    rest = isNearlyAll ? [] : Array(lines[count...])
    return Answer(lines: isNearlyAll ? lines : Array(lines[..<count]), effects: effects)
  }

  // MARK: Commands

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
    case .between: go(.links)
    case .outcomes:
      if !words.isEmpty, !state.showsOutcomes(by: words, library) {
        return say("'\(words)' is not a day. Write 2016, 2016-06 or 2016-06-18.")
      }
      go(.outcomes)
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

  /// Changes the state as the dashboard would, and prints the dashboard's notice.
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

  /// Changes the state and prints the page; prints a sentence if nothing changed.
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
    change("You are already in chapter \(number).") { $0.goToChapter(number) }
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
    say("Help: type a number to open what it is next to, or a word, which may be shortened.")
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
