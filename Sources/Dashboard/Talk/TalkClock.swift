import Browsing
import Records

/// The clock, the times of slides, and the cut.
extension TalkUpdater {
  /// The talk starts when its first slide is left; nobody has to start a clock.
  ///
  /// While people come in, the title is shown and no time passes.
  mutating func startClock() {
    guard talk.course.started == nil, talk.now > 0 else { return }
    talk.course.started = talk.now
    talk.course.since = talk.now
  }

  /// Adds the time on the slide that is left to its earlier time.
  mutating func leaveSlide() {
    let slide = talk.shown.slide
    guard let since = talk.course.since, slide < PrivateState.slideLimit else { return }
    while talk.course.times.count <= slide { talk.course.times.append(0) }
    let spent = max(0, talk.now - since)
    talk.course.times[slide] = min(PrivateState.spanLimit, talk.course.times[slide] + spent)
    talk.course.since = talk.now
  }

  /// Starts the clock if it is not running; otherwise shows or hides it on the slides.
  mutating func takeClockKey() {
    let isStart = talk.course.started == nil && talk.now > 0
    if isStart {
      startClock()
      talk.notice = "The clock is running."
    } else if talk.seat == .console {
      talk.notice = keys.sentence("The clock is already running", .restartClock, "restarts it")
    }
    guard talk.seat == .presenter else { return }
    talk.showsClock = isStart || !talk.showsClock
    settleStage()
  }

  mutating func restartClock() {
    talk.course.times = []
    talk.course.cut = nil
    talk.shown.cutSlide = nil
    talk.course.started = talk.now > 0 ? talk.now : nil
    talk.course.since = talk.course.started
    talk.notice = "The clock has been restarted."
  }

  /// Asks how many minutes are left and suggests what the plan says.
  mutating func askForMinutes() {
    talk.overlay = .minutes(LineEditor(suggestedMinutes))
  }

  /// The minutes suggested in the question: what is left; none to end a cut.
  var suggestedMinutes: String {
    guard talk.course.cut == nil else { return "" }
    return "\(TalkPace(talk, stage).left.map { max(1, $0 / 60) } ?? 5)"
  }

  /// Cuts the talk to its must-show slides; without minutes the cut is undone.
  mutating func cut(_ text: String) {
    let digits = text.filter { $0 != " " }
    guard !digits.isEmpty else {
      talk.course.cut = nil
      talk.shown.cutSlide = nil
      talk.notice = "All slides are shown again."
      return
    }
    guard let minutes = Double(digits), minutes.isFinite, minutes > 0, minutes <= 1000 else {
      talk.notice = "“\(digits)” is not a number of minutes."
      return
    }
    startClock()
    // The slide's time until now is not part of the minutes that are left.
    leaveSlide()
    let slide = talk.shown.slide
    let times = talk.course.times
    talk.course.cut = PrivateState.Cut(
      start: talk.now, length: Int(minutes * 60_000), slide: slide,
      spent: slide < times.count ? times[slide] : 0)
    talk.shown.cutSlide = slide
    let rest = talk.slides(stage).filter { $0 > slide }
    let time = "\(digits) minute\(digits == "1" ? "" : "s")"
    if rest.contains(where: { stage.deck.slides[$0].isMust }) {
      let count = rest.count == 1 ? "the must-show slide" : "\(rest.count) must-show slides"
      talk.notice = "\(time) for this slide and \(count) to come."
    } else {
      talk.notice = "\(time). No slide to come is marked as must-show, so all stay."
    }
  }
}
