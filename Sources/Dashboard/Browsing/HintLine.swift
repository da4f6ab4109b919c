import Canvas
import Importing

/// The bottom line: a message, the search that is being typed, or the keys that are useful now.
enum HintLine {
  package static func draw(
    _ state: State, _ keys: DashboardKeys, _ screen: Screen, on canvas: inout Canvas
  ) {
    let y = canvas.size.height - 1
    let width = canvas.size.width
    if state.isTypingSearch, state.overlay == nil {
      canvas.put("/", at: 1, y, Style(.key, .bold))
      InputView.draw(state.search, at: 2, y, width: width - 3, on: &canvas)
      return
    }
    if case .export(let export, let line) = state.overlay {
      ask("Save \(export.title) as: ", line, on: &canvas)
      return
    }
    if case .value(_, let field, let line) = state.overlay {
      let form = [.authors, .themes].contains(field) ? ", with ; between them" : ""
      ask("\(field.title)\(form): ", line, on: &canvas)
      return
    }
    if !state.number.isEmpty {
      tell(number(state, keys, screen), on: &canvas)
      return
    }
    if let notice = state.notice {
      tell(notice, on: &canvas)
      return
    }
    var x = 1
    let hints = hints(state, keys, screen).filter { !$0.key.isEmpty }
    for hint in fitting(hints, keys.keyName(for: .help), width - 2) {
      canvas.put(hint.key, at: x, y, Style(.key, .bold))
      canvas.put(hint.text, at: x + hint.key.columns + 1, y, .faint)
      x += hint.columns + 2
    }
  }

  /// A question with the line that answers it; the end of a long question gives way.
  private static func ask(_ question: String, _ line: LineEditor, on canvas: inout Canvas) {
    let (width, y) = (canvas.size.width, canvas.size.height - 1)
    let shown = TextLayout.truncate(question, to: max(8, width / 2))
    canvas.put(shown, at: 1, y, Style(.key, .bold))
    InputView.draw(
      line, at: 1 + shown.columns, y, width: width - 2 - shown.columns, on: &canvas)
  }

  /// What a number that is being typed can become.
  private static func number(
    _ state: State, _ keys: DashboardKeys, _ screen: Screen
  ) -> String {
    let number = state.number
    let moves = keys.keyNames(for: .moveDown, .moveUp)
    var told = moves.isEmpty ? [] : ["\(moves) move by it"]
    let last = keys.keyName(for: .last)
    if !last.isEmpty { told.append("\(last) goes to line \(number)") }
    let open = keys.keyName(for: .open)
    if number.count == 1, !open.isEmpty { told.append("\(open) opens chapter \(number)") }
    if screen.isOnYears { told.append("four digits are a year") }
    return "\(number): \(told.joined(separator: ", "))."
  }

  /// A message; if it is longer than the line, it covers rows of the panels above until the next
  /// key.
  private static func tell(_ notice: String, on canvas: inout Canvas) {
    let (width, height) = (canvas.size.width, canvas.size.height)
    let lines = TextLayout.wrap(notice, to: width - 2).suffix(max(1, height / 2))
    let top = height - lines.count
    canvas.fill(Rect(x: 0, y: top, width: width, height: lines.count))
    for (row, line) in lines.enumerated() {
      canvas.put(TextLayout.truncate(line, to: width - 2), at: 1, top + row, Style(.text, .bold))
    }
  }

  /// A key, and a word for what it does.
  private struct Hint {
    package var key: String
    package var text: String
    /// The columns of both with a space between them.
    var columns: Int { key.columns + 1 + text.columns }
  }

  /// The first hints that fit into a width.
  ///
  /// The hint for help, which lists all keys, is always among them if it is one of the hints.
  private static func fitting(_ hints: [Hint], _ help: String, _ width: Int) -> [Hint] {
    func fits(_ hints: [Hint]) -> Bool {
      hints.reduce(-2) { $0 + 2 + $1.columns } <= width
    }
    var count = hints.count
    while count > 0, !fits(Array(hints[..<count])) { count -= 1 }
    let shown = Array(hints[..<count])
    guard let missing = hints[count...].first(where: { $0.key == help }) else { return shown }
    for kept in stride(from: count, through: 0, by: -1) where fits(shown[..<kept] + [missing]) {
      return shown[..<kept] + [missing]
    }
    return shown
  }

  /// The keys that are useful now, the most important first.
  private static func hints(
    _ state: State, _ keys: DashboardKeys, _ screen: Screen
  ) -> [Hint] {
    switch state.overlay {
    case .palette, .comparison, .decks:
      return [
        Hint(key: "Enter", text: "go"), Hint(key: "Up Down", text: "choose"),
        Hint(key: "Esc", text: "close"),
      ]
    case .judgement(let form):
      var hints = [
        Hint(key: "Enter", text: form.enterHint),
        Hint(key: "Esc", text: "back"),
      ]
      if form.isChoosing {
        hints.insert(Hint(key: "Up Down", text: "choose"), at: 1)
      }
      return hints
    case .help:
      return [
        Hint(key: keys.keyNames(for: .moveDown, .moveUp), text: "scroll"),
        Hint(key: keys.keyName(for: .back), text: "close"),
      ]
    case .export, .value, nil: break
    }
    if screen.focused.part == .choices {
      return [
        Hint(key: keys.keyName(for: .open), text: "choose"),
        Hint(key: keys.keyName(for: .back), text: "to the list"),
        Hint(key: keys.keyName(for: .clearFilter), text: "show all"),
        Hint(key: keys.keyName(for: .export), text: "save the list"),
      ]
    }
    var actions: [Action] = []
    let isAlone = screen.content.panels.count == 1
    let room = screen.placement(of: screen.focus)?.inside.size ?? state.size
    if screen.focused.content.isOpenable(in: room, alone: isAlone) { actions.append(.open) }
    if !isAlone { actions.append(.nextPanel) }
    switch state.visit.route {
    case .overview:
      actions += [
        .help, .search, .recommendations, .indicators, .timeline, .outcomes, .matrix, .links,
        .index, .leave,
      ]
    case .recommendations:
      actions += [.back, .filter, .sort, .group, .export, .matrix, .search, .help]
    case .indicators, .timeline, .index:
      actions += [.back, .filter, .sort, .search, .help, .overview]
    case .outcomes: actions += [.back, .earlierDay, .laterDay, .search, .help, .overview]
    case .matrix: actions += [.back, .search, .help, .overview, .recommendations]
    case .review:
      actions =
        [.accept, .reject, .putOff, .undo, .help, .changeAddressee, .changeThemes]
        + [.changeTitle, .acceptAll, .merge, .split, .nextPanel, .back]
    default:
      actions += [.back, .search, .copyCitation, .help, .overview, .recommendations, .indicators]
    }
    // A focused chart is read value by value.
    var hints: [Hint] = []
    if state.visit.route == .matrix {
      hints = [Hint(key: keys.keyName(for: .sort), text: "rows and columns")]
    }
    if screen.focused.part == .chart, let chart = screen.content.chart {
      hints =
        chart.stops > 0
        ? [Hint(key: keys.keyNames(for: .moveLeft, .moveRight), text: "read values")] : []
      let settings: [(Action, Bool)] = [
        (.zoomIn, !chart.periods.isEmpty), (.focusSeries, chart.names.count > 1),
        (.chartMeasure, chart.measures.count > 1), (.chartKind, chart.kinds.count > 1),
        (.compare, true),
      ]
      actions = settings.compactMap { $1 ? $0 : nil } + actions
    }
    return hints
      + actions.compactMap { action in
        keys.binding(for: action).flatMap { binding in
          binding.hint.map { Hint(key: binding.keys.first?.description ?? "", text: $0) }
        }
      }
  }
}
