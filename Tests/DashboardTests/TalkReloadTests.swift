import Testing

@testable import Browsing
@testable import Canvas
@testable import Linear
@testable import Records
@testable import Talk

/// That a talk keeps its place when its deck changes.
@Suite struct TalkReloadTests {
  private func deck(_ ids: [String], steps: Int = 1) -> Deck {
    Deck(
      id: "deck", title: "Deck", minutes: 10,
      slides: ids.map { id in
        Slide(
          id: id, heading: [Span(id)],
          elements: (0..<steps).map {
            BriefingDecks.block(BriefingDecks.bullets("\(id) \($0)"), step: $0)
          }, isMust: id == "end")
      })
  }

  /// Shows a new deck in place of the old one; what the others are told.
  private func show(_ driver: inout TalkDriver, to ids: [String], steps: Int = 1) -> [TalkEffect] {
    let new = Stage(deck(ids, steps: steps), driver.stage.library, deckHash: "new")
    let effects = reload(&driver.talk, from: driver.stage, to: new)
    let canvas = PresenterView.draw(driver.talk, new)
    #expect(canvas.size == driver.talk.size)
    return effects
  }

  @Test func theSlideIsFoundByItsIdAndElseByItsNumber() {
    for (ids, expected) in [
      (["new", "a", "b", "end"], 2), (["b", "end"], 0), (["a", "c", "end"], 1), (["a"], 0),
    ] {
      var driver = TalkDriver(deck(["a", "b", "end"]))
      driver.press("2 Enter")
      let effects = show(&driver, to: ids)
      #expect(driver.talk.shown.slide == expected, "\(ids)")
      #expect(driver.talk.shown.edition.deckHash == "new")
      #expect(effects == [.share(driver.talk.shown, driver.talk.course)])
    }
  }

  @Test func aStepThatIsGoneIsTheLastOneThatThereIs() {
    var driver = TalkDriver(deck(["a", "b"], steps: 4))
    driver.press("2 Enter Space Space Space")
    #expect(driver.talk.shown.step == 3)
    _ = show(&driver, to: ["a", "b"], steps: 2)
    #expect(driver.talk.shown.step == 1)
  }

  @Test func timesAndTheCutGoWithTheirSlides() {
    var driver = TalkDriver(deck(["a", "b", "c", "end"]))
    driver.send(.time(1_000_000))
    driver.press("Space Space c 5 Enter")
    driver.talk.course.times = [1000, 2000, 3000]
    _ = show(&driver, to: ["b", "new", "a", "c", "end"])
    #expect(driver.talk.course.times == [2000, 0, 1000, 3000])
    #expect(driver.talk.shown.cutSlide == 3 && driver.talk.course.cut?.slide == 3)
    #expect(driver.talk.shown.slide == 3)
  }

  @Test func whatLiesOverTheSlideStaysAndNobodyButThePresenterTells() {
    for seat in [Talk.Seat.presenter, .console] {
      var driver = TalkDriver(deck(["a", "b", "end"]), seat: seat)
      driver.press("/ e n d")
      let effects = show(&driver, to: ["end", "a"])
      guard case .overview(let line, true, 0)? = driver.talk.overlay else {
        Issue.record("the words that were typed are gone")
        continue
      }
      #expect(line.text == "end")
      #expect(effects.isEmpty == (seat == .console))
    }
  }
}
