import Model

/// The clock, the times of slides, and the cut.
extension TalkUpdater {
  /// The talk starts when the slide it opened on is left; nobody has to start a clock.
  ///
  /// While people still come in, the title stands there and no time is spent.
  mutating func startClock() {
    guard talk.course.started == nil, talk.now > 0 else { return }
    talk.course.started = talk.now
    talk.course.since = talk.now
  }

  /// Adds the time on the slide that is left to what it took before.
  mutating func leaveSlide() {
    let slide = talk.shown.slide
    guard let since = talk.course.since, slide < PrivateState.slideLimit else { return }
    while talk.course.times.count <= slide { talk.course.times.append(0) }
    let spent = max(0, talk.now - since)
    talk.course.times[slide] = min(PrivateState.spanLimit, talk.course.times[slide] + spent)
    talk.course.since = talk.now
  }

  /// Starts the clock where it does not run; else shows it on the slides, or hides it.
  mutating func takeClockKey() {
    let isStart = talk.course.started == nil && talk.now > 0
    if isStart {
      startClock()
      talk.notice = "The clock runs."
    } else if talk.seat == .console {
      talk.notice = keys.sentence("The clock runs already", .restartClock, "starts it anew")
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
    talk.notice = "The clock starts anew."
  }

  /// Asks how many minutes are left; what is left by the plan stands there already.
  mutating func askForMinutes() {
    talk.overlay = .minutes(LineEditor(suggestedMinutes))
  }

  /// The minutes that stand in the question at first: what is left; none where a cut is to be ended.
  var suggestedMinutes: String {
    guard talk.course.cut == nil else { return "" }
    return "\(TalkPace(talk, stage).left.map { max(1, $0 / 60) } ?? 5)"
  }

  /// Cuts the talk to its must-show slides; no minutes take the cut back.
  mutating func cut(_ text: String) {
    let digits = text.filter { $0 != " " }
    guard !digits.isEmpty else {
      talk.course.cut = nil
      talk.shown.cutSlide = nil
      talk.notice = "All slides are shown again."
      return
    }
    guard let minutes = Double(digits), minutes.isFinite, minutes > 0, minutes <= 1000 else {
      talk.notice = "“\(digits)” is no number of minutes."
      return
    }
    startClock()
    // What the slide took until now is not of the minutes that are left.
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
