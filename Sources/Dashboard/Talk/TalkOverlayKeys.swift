import Browsing
import Canvas

/// The overlays at one end: the overview, records by name, numbers, help.
extension TalkUpdater {
  mutating func openOverview(isTyping: Bool) {
    let current = SlideGrid.matches("", stage).firstIndex(of: talk.shown.slide) ?? 0
    talk.overlay = .overview(
      LineEditor(), isTyping: isTyping, selection: isTyping ? 0 : current)
  }

  mutating func takeInOverlay(_ key: Key) {
    switch talk.overlay {
    case .overview(let line, let isTyping, let selection):
      takeInOverview(key, line, isTyping, selection)
    case .records(let choice): take(key, in: choice)
    case .number(let digits): takeInNumber(key, digits)
    case .minutes(let line): takeInMinutes(key, line)
    case .help(let scroll): takeInHelp(key, scroll)
    case .leaving: takeInLeaving(key)
    case nil: break
    }
  }

  mutating func paste(_ text: String) {
    let text = String(text.prefix(LineEditor.limit))
    switch talk.overlay {
    case .overview(var line, true, _):
      line.insert(text)
      talk.overlay = .overview(line, isTyping: true, selection: 0)
    case .records(var choice):
      choice.insert(text)
      talk.overlay = .records(choice)
    default: break
    }
  }

  private mutating func takeInOverview(
    _ key: Key, _ line: LineEditor, _ isTyping: Bool, _ selection: Int
  ) {
    let matches = SlideGrid.matches(line.text, stage)
    let columns = SlideGrid.columns(talk.size)
    var wanted = selection
    switch key {
    case .escape, .control("c"):
      talk.overlay = nil
      return
    case .enter:
      talk.overlay = nil
      if matches.indices.contains(selection) { choose(.slide(matches[selection])) }
      return
    case .down: wanted += columns
    case .up: wanted -= columns
    case .tab: wanted += 1
    case .backTab: wanted -= 1
    case .pageDown: wanted += columns * SlideGrid.rows(talk.size)
    case .pageUp: wanted -= columns * SlideGrid.rows(talk.size)
    case _ where isTyping:
      var line = line
      let before = line.text
      if key == .backspace, line.isEmpty {
        talk.overlay = nil
      } else if line.take(key) {
        talk.overlay = .overview(
          line, isTyping: true, selection: line.text == before ? selection : 0)
      }
      return
    case _ where keys.action(for: key, in: [talk.seat]) == .search:
      talk.overlay = .overview(line, isTyping: true, selection: 0)
      return
    default:
      // As in the lists of the dashboard, and as on the slides.
      switch (stage.library.keys.action(for: key), keys.action(for: key, in: [talk.seat])) {
      case (.moveDown, _): wanted += columns
      case (.moveUp, _): wanted -= columns
      case (.first, _): wanted = 0
      case (.last, _): wanted = matches.count
      case (.moveRight, _), (_, .forward): wanted += 1
      case (.moveLeft, _), (_, .back): wanted -= 1
      case (_, .overview), (_, .leave), (_, .returnToTalk):
        talk.overlay = nil
        return
      default: return
      }
    }
    // One row down from the last full row leads to the last slide.
    let last = max(0, matches.count - 1)
    talk.overlay = .overview(
      line, isTyping: isTyping, selection: max(0, min(wanted, last)))
  }

  private mutating func take(_ key: Key, in choice: NameChoice) {
    var choice = choice
    let matches = stage.records(choice.line.text)
    switch choice.take(key, among: matches.count) {
    case .open: talk.overlay = .records(choice)
    case .closed: talk.overlay = nil
    case .chosen(let index):
      talk.overlay = nil
      if case .record(let reference) = matches[index].entry.choice { choose(.answer(reference)) }
    }
  }

  private mutating func takeInNumber(_ key: Key, _ digits: String) {
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber:
      talk.overlay = .number(String((digits + String(digit)).suffix(4)))
    case .backspace:
      talk.overlay = digits.count < 2 ? nil : .number(String(digits.dropLast()))
    case _ where isGoing(key):
      talk.overlay = nil
      // Pressed twice, the key leads to the start, as gg does in vi.
      if digits.isEmpty {
        if key != .enter, let first = talk.slides(stage).first { choose(.slide(first)) }
        return
      }
      guard let number = Int(digits) else { return }
      if talk.shown.drill != nil, digits.utf8.count == 4 { return choose(.year(number)) }
      let slides = talk.slides(stage)
      // The numbers are those of the footer.
      if slides.indices.contains(number - 1) {
        choose(.slide(slides[number - 1]))
      } else {
        talk.notice = "There are \(slides.count) slides, none has number \(number)."
      }
    default: talk.overlay = nil
    }
  }

  /// Whether a key goes to the number that was typed.
  private func isGoing(_ key: Key) -> Bool {
    let action = keys.action(for: key, in: [talk.seat])
    return key == .enter || action == .jump || action == .last
  }

  private mutating func takeInMinutes(_ key: Key, _ line: LineEditor) {
    var line = line
    switch key {
    case .escape, .control("c"): talk.overlay = nil
    case .enter:
      talk.overlay = nil
      choose(.minutes(line.text))
    case .character(let character)
    where !(character.isASCII && character.isNumber || character == "."):
      break
    default:
      // The first digit replaces the suggestion.
      if case .character = key, line.text == suggestedMinutes { line = LineEditor() }
      if line.take(key) { talk.overlay = .minutes(line) }
    }
  }

  private mutating func takeInHelp(_ key: Key, _ scroll: Int) {
    let lines = TalkHelp.lines(keys, talk.seat, width: talk.size.width).count
    let height = TalkHelp.height(talk.size)
    var wanted = scroll
    // In the dashboard Escape is a way back, which turns a page here.
    if key == .escape { return talk.overlay = nil }
    switch stage.library.keys.action(for: key) {
    case .moveDown, .open: wanted += 1
    case .moveUp: wanted -= 1
    case .pageDown: wanted += height - 1
    case .pageUp, .back: wanted -= height - 1
    case .first: wanted = 0
    case .last: wanted = lines
    default:
      talk.overlay = nil
      return
    }
    talk.overlay = .help(scroll: max(0, min(wanted, lines - height)))
  }

  private mutating func takeInLeaving(_ key: Key) {
    talk.overlay = nil
    // The key that asked is an answer too; it ends nothing for others.
    if keys.action(for: key, in: [talk.seat]) == .leave {
      return effects.append(talk.isAlone ? .end : .leave)
    }
    switch key {
    case .character("e"), .character("y"): effects.append(.end)
    case .character("w"): effects.append(.leave)
    default: break
    }
  }
}
