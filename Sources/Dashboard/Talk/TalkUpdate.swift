import Browsing
import Canvas
import Charts
import Records

/// Changes a talk according to a message and returns what the loop has to do.
///
/// This is the only place where a talk changes. A message that does not apply changes nothing;
/// places that others send are limited to what the deck has.
package func update(
  _ talk: inout Talk, _ message: TalkMessage, _ stage: Stage
) -> [TalkEffect] {
  var updater = TalkUpdater(talk: talk, stage: stage, keys: stage.library.talkKeys)
  updater.take(message)
  if case .received(let shown, _) = message {
    updater.shareEdition(of: shown)
  } else {
    updater.shareChanges(from: talk)
  }
  talk = updater.talk
  return updater.effects
}

/// The work of one update of a talk.
struct TalkUpdater {
  var talk: Talk
  let stage: Stage
  let keys: TalkKeys
  var effects: [TalkEffect] = []

  mutating func take(_ message: TalkMessage) {
    switch message {
    case .key(let key): take(key)
    case .paste(let text): paste(text)
    case .resize(let size): resize(to: size)
    case .time(let now): talk.now = max(0, min(now, PrivateState.timeLimit))
    case .action(let action): perform(action)
    case .received(let shown, let course): receive(shown, course)
    case .text(let lines):
      // Without the deck, only the text shows that the slide has changed.
      if talk.text != lines { talk.ownScreen = nil }
      talk.text = lines
    case .audience(let audience): talk.audience = audience
    case .connection(let isUp): talk.isConnected = isUp
    case .notice(let text): talk.notice = text
    case .fault(let text):
      if talk.notice == talk.fault || text != nil { talk.notice = text }
      talk.fault = text
    case .choice(let choice): choose(choice)
    case .again(let message):
      // A key for the slide must not end up in the words of a search.
      let overlay = talk.overlay
      talk.overlay = nil
      take(message)
      talk.overlay = overlay
    }
  }

  /// Does what was chosen in an overlay.
  mutating func choose(_ choice: TalkChoice) {
    talk.chosen = choice
    switch choice {
    case .slide(let slide): go(to: slide)
    case .year(let year): read(year: year)
    case .answer(let reference): answer(with: reference)
    case .minutes(let text): cut(text)
    }
  }

  private mutating func take(_ key: Key) {
    talk.notice = nil
    talk.chosen = nil
    if talk.overlay != nil { return takeInOverlay(key) }
    if talk.seat != .follower {
      if case .character(let digit) = key, digit.isASCII, digit.isNumber {
        talk.overlay = .number(String(digit))
        return
      }
      if talk.shown.drill != nil, takeInChart(key) { return }
    }
    if let action = keys.action(for: key, in: [talk.seat]) { perform(action) }
  }

  mutating func perform(_ action: TalkAction) {
    switch action {
    case .forward: goForward()
    case .back: goBack()
    case .nextSlide: goToSlide(by: 1)
    case .previousSlide: goToSlide(by: -1)
    case .first: goToEnd(isLast: false)
    case .last: goToEnd(isLast: true)
    case .jump: talk.overlay = .number("")
    case .blank: talk.shown.isBlank.toggle()
    case .overview: openOverview(isTyping: false)
    case .search: openOverview(isTyping: true)
    case .answer: talk.overlay = .records(NameChoice())
    case .returnToTalk: returnToTalk()
    case .drill: drill()
    case .notes:
      talk.showsNotes.toggle()
      settleStage()
    case .scrollNotes: talk.notesScroll += max(1, NotesView.height(talk) - 1)
    case .clock: takeClockKey()
    case .restartClock: restartClock()
    case .cut: askForMinutes()
    case .roam:
      talk.isRoaming.toggle()
      effects.append(talk.isRoaming ? .roam : .rejoin)
    case .help: talk.overlay = .help(scroll: 0)
    case .theme: effects.append(.nextTheme)
    case .redraw: effects.append(.redraw)
    case .leave:
      if talk.seat == .follower { effects.append(.leave) } else { talk.overlay = .leaving }
    }
  }

  /// Tells the others if this end has changed what they see.
  fileprivate mutating func shareChanges(from before: Talk) {
    guard talk.seat != .follower else { return }
    if talk.shown != before.shown || talk.course != before.course {
      effects.append(.share(talk.shown, talk.course))
    }
  }

  /// Tells the others which dossier and deck are shown if a presenter who continues a briefing has
  /// other versions of them.
  fileprivate mutating func shareEdition(of shown: PublicState) {
    guard talk.seat == .presenter, shown.edition != stage.edition else { return }
    talk.shown.edition = stage.edition
    effects.append(.share(talk.shown, talk.course))
  }

  private mutating func resize(to size: Size) {
    talk.size = size
    talk.ownScreen = nil
    settleStage()
  }

  /// Screens are counted on the presenter's screen.
  mutating func settleStage() {
    guard talk.seat == .presenter else { return }
    let area = PresenterView.slideArea(talk)
    talk.course.stage = Size(
      width: min(1000, max(1, area.width)), height: min(1000, max(1, area.height)))
  }

  /// Adopts what another end shows, as far as the deck has it.
  private mutating func receive(_ shown: PublicState, _ course: PrivateState?) {
    let old = talk.shown
    talk.shown = shown
    talk.hasBegun = true
    talk.obstacle = obstacle(shown.edition, stage.edition)
    if talk.showsText {
      // The presenter's slide number stays as it was sent, because this end's deck has other
      // slides.
      if old.slide != shown.slide || old.answer != shown.answer { talk.ownScreen = nil }
      return
    }
    talk.shown.slide = stage.clamped(shown.slide)
    let steps = stage.deck.slides[talk.shown.slide].steps
    talk.shown.step = max(0, min(shown.step, steps - 1))
    if var drill = shown.drill {
      let layout = layout
      if layout.charts.isEmpty {
        talk.shown.drill = nil
      } else {
        drill.chart = max(0, min(drill.chart, layout.charts.count - 1))
        drill.cursor = max(0, min(drill.cursor, stops(drill)))
        talk.shown.drill = drill
      }
    }
    if let course, talk.seat != .follower {
      let own = talk.course.stage
      talk.course = course
      if talk.seat == .presenter { talk.course.stage = own }
    }
    let isSame = old.slide == talk.shown.slide && old.step == talk.shown.step
    if !isSame || old.place != talk.shown.place || old.answer != talk.shown.answer {
      talk.ownScreen = nil
    }
    if old.slide != talk.shown.slide { talk.notesScroll = 0 }
  }

  /// What prevents one edition from showing another; an unknown digest is ignored.
  private func obstacle(_ theirs: Edition, _ ours: Edition) -> Talk.Obstacle? {
    func differ(_ left: String, _ right: String) -> Bool {
      !left.isEmpty && !right.isEmpty && left != right
    }
    if theirs.dossier != ours.dossier { return .otherDossier }
    if theirs.deck != ours.deck || differ(theirs.deckHash, ours.deckHash) { return .otherDeck }
    return differ(theirs.dossierHash, ours.dossierHash) ? .otherState : nil
  }

  /// The layout of what is on the screen.
  var layout: SlideLayout { stage.layout(talk.subject(stage), talk.viewSize) }

  // MARK: Charts

  /// Shows the first chart of the slide on the whole screen, then the next one, then the slide.
  mutating func drill() {
    let layout = layout
    let next = (talk.shown.drill?.chart ?? -1) + 1
    let isShown = layout.parts.contains { part in
      guard case .chart(_, let number) = part.content else { return false }
      return number == next && part.step <= talk.step
    }
    guard isShown else {
      if talk.shown.drill == nil { talk.notice = "There is no chart on this slide." }
      // A chart that is the whole answer has no slide to return to.
      if talk.shown.answer?.reference.kind != .indicator { talk.shown.drill = nil }
      return
    }
    talk.shown.isBlank = false
    open(next)
  }

  /// Shows a chart on the whole screen; over time it is read from its last value, otherwise from
  /// its first bar.
  mutating func open(_ chart: Int) {
    guard let content = content(of: chart) else { return }
    let first = content.chart?.movesOverPeriods == true ? content.stops : min(1, content.stops)
    talk.shown.drill = PublicState.Drill(chart: chart, cursor: first)
  }

  /// How many periods, bars or rows the cursor of a chart can be on.
  package func stops(_ drill: PublicState.Drill) -> Int { content(of: drill.chart)?.stops ?? 0 }

  /// Moves the cursor of the chart on the whole screen to a year.
  mutating func read(year: Int) {
    guard let drill = talk.shown.drill, let content = content(of: drill.chart) else { return }
    guard let stop = content.stop(in: year) else {
      talk.notice = "This chart has no value for \(year)."
      return
    }
    talk.shown.drill?.cursor = stop
  }

  private func content(of chart: Int) -> ChartPanel? {
    let charts = layout.charts
    guard charts.indices.contains(chart),
      let indicator = stage.library.catalogue.indicator(charts[chart])
    else { return nil }
    return ChartPanel(indicator, stage.library)
  }

  /// Handles a key that moves the cursor; false for any other.
  mutating func takeInChart(_ key: Key) -> Bool {
    guard let drill = talk.shown.drill else { return false }
    let stops = stops(drill)
    var cursor = drill.cursor
    switch stage.library.keys.action(for: key) {
    case .moveLeft: cursor -= 1
    case .moveRight: cursor += 1
    case .first: cursor = 1
    case .last: cursor = stops
    default: return false
    }
    talk.shown.drill?.cursor = stops == 0 ? 0 : max(1, min(cursor, stops))
    return true
  }
}

extension Talk {
  /// The cells of the slide by which screens are counted here.
  var viewSize: Size { seat == .follower ? FollowerView.slideArea(self).size : course.stage }
}
