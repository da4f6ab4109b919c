import Browsing
import Records

/// Going from screen to screen, step to step and slide to slide.
extension TalkUpdater {
  /// The screen of the slide that is shown.
  private var screen: Int { layout.screen(at: talk.place, step: talk.step) }

  /// The screen of a follower who follows the presenter.
  private var followedScreen: Int {
    talk.showsText ? FollowerView.textScreen(talk) : screen
  }

  mutating func goForward() {
    let layout = layout
    if talk.seat == .follower {
      let last = talk.showsText ? FollowerView.textScreens(talk) - 1 : layout.lastScreen(talk.step)
      talk.ownScreen = min(last, (talk.ownScreen ?? followedScreen) + 1)
      return
    }
    guard !isCovered() else { return }
    let screen = screen
    if screen < layout.lastScreen(talk.step) { return show(screen + 1, layout) }
    // After an answer the talk continues where it was.
    if talk.shown.answer != nil { return returnToTalk() }
    let slide = stage.deck.slides[stage.clamped(talk.shown.slide)]
    if talk.shown.step + 1 < slide.steps {
      talk.shown.step += 1
      show(layout.firstScreen(talk.shown.step), layout)
      return
    }
    guard let next = talk.slides(stage).first(where: { $0 > talk.shown.slide }) else {
      talk.notice = "This is the last slide."
      return
    }
    go(to: next)
  }

  mutating func goBack() {
    let layout = layout
    if talk.seat == .follower {
      talk.ownScreen = max(0, (talk.ownScreen ?? followedScreen) - 1)
      return
    }
    guard !isCovered() else { return }
    let screen = screen
    let first = talk.shown.answer == nil ? layout.firstScreen(talk.shown.step) : 0
    if screen > first { return show(screen - 1, layout) }
    if talk.shown.answer != nil { return returnToTalk() }
    if talk.shown.step > 0 {
      talk.shown.step -= 1
      show(layout.lastScreen(talk.shown.step), layout)
      return
    }
    guard let previous = talk.slides(stage).last(where: { $0 < talk.shown.slide }) else { return }
    go(to: previous)
    // Going back shows the slide as it was left.
    talk.shown.step = stage.deck.slides[previous].steps - 1
    let before = self.layout
    show(before.lastScreen(talk.shown.step), before)
  }

  /// Removes what covers the slide, a blank screen or a chart; false if nothing does.
  private mutating func isCovered() -> Bool {
    let isCovered = talk.shown.isBlank || talk.shown.drill != nil
    talk.shown.isBlank = false
    closeChart()
    return isCovered
  }

  private mutating func show(_ screen: Int, _ layout: SlideLayout) {
    let place = layout.place(ofScreen: screen)
    if talk.shown.answer == nil {
      talk.shown.place = place
    } else {
      talk.shown.answer?.place = place
    }
  }

  /// Shows a slide from its start.
  package mutating func go(to slide: Int) {
    let slide = stage.clamped(slide)
    talk.shown.isBlank = false
    talk.shown.answer = nil
    talk.shown.drill = nil
    if slide != talk.shown.slide {
      startClock()
      leaveSlide()
      talk.notesScroll = 0
    }
    talk.shown.slide = slide
    talk.shown.step = 0
    talk.shown.place = 0
  }

  mutating func goToSlide(by step: Int) {
    let slides = talk.slides(stage)
    let current = talk.shown.slide
    if step > 0 {
      if let next = slides.first(where: { $0 > current }) { go(to: next) }
    } else if talk.shown.step > 0 || talk.shown.answer != nil {
      go(to: current)
    } else if let previous = slides.last(where: { $0 < current }) {
      go(to: previous)
    }
  }

  mutating func goToEnd(isLast: Bool) {
    let slides = talk.slides(stage)
    if let slide = isLast ? slides.last : slides.first { go(to: slide) }
  }

  /// Goes back from the topmost: the chart, the answer, the blank screen.
  mutating func returnToTalk() {
    if talk.shown.drill != nil {
      closeChart()
    } else if talk.shown.answer != nil {
      talk.shown.answer = nil
    } else {
      talk.shown.isBlank = false
    }
  }

  /// Removes a chart from the screen, and an answer that consists of only this chart.
  private mutating func closeChart() {
    guard talk.shown.drill != nil else { return }
    talk.shown.drill = nil
    if talk.shown.answer?.reference.kind == .indicator { talk.shown.answer = nil }
  }

  /// Shows a record on the screen; a chart fills it, ready to be read value by value.
  mutating func answer(with reference: Reference) {
    talk.shown.answer = PublicState.Answer(reference)
    talk.shown.drill = nil
    talk.shown.isBlank = false
    if reference.kind == .indicator { open(0) }
  }
}
