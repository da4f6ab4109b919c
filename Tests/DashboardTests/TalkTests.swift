import Reading
import Testing

@testable import Browsing
@testable import Canvas
@testable import Query
@testable import Records
@testable import Talk

/// What the keys of a briefing do, and what the others are told.
@Suite struct TalkTests {
  private func place(_ driver: TalkDriver) -> [Int] {
    [driver.talk.shown.slide, driver.talk.shown.step]
  }

  @Test func spaceGoesThroughStepsAndSlidesAndBackComesTheSameWay() {
    var driver = TalkDriver()
    var way = [place(driver)]
    for _ in 0..<5 {
      driver.press("Space")
      way.append(place(driver))
    }
    #expect(way == [[0, 0], [1, 0], [1, 1], [1, 2], [2, 0], [2, 1]])
    for expected in way.dropLast().reversed() {
      driver.press("Backspace")
      #expect(place(driver) == expected)
    }
  }

  /// A chart under a heading that is its own title does not say it again; under another it does.
  @Test func aChartDoesNotRepeatTheHeading() throws {
    let indicator = try #require(builtInReading.dossier.indicators.first { $0.id == "fertility" })
    for (heading, count) in [(indicator.title, 1), ("Families grew small", 1)] {
      let slide = Slide(
        id: "one", heading: [Span(heading)],
        elements: [SlideElement(.inclusion(.chart(indicator: indicator.id)))])
      let driver = TalkDriver(Deck(id: "deck", title: "Deck", slides: [slide]), 90, 29)
      let found = driver.text.split(separator: "\n").count { $0.contains(indicator.title) }
      #expect(found == count, "\(driver.text)")
    }
  }

  @Test func aTallSlideShowsAllScreensBeforeTheNextSlide() {
    var driver = TalkDriver(BriefingDecks.torture, 40, 12)
    driver.press("6 Enter")
    var screens: [String] = []
    while driver.talk.shown.slide == 5, screens.count < 50 {
      screens.append(driver.text)
      driver.press("PgDn")
    }
    #expect(screens.count == 7)
    #expect(screens.allSatisfy { $0.contains("Sixty lines") })
    #expect(screens[0].contains("1/7 ↓"))
    for item in 1...60 { #expect(screens.contains { $0.contains("item\(item)x") }) }
    driver.press("PgUp")
    #expect(driver.text == screens.last)
  }

  @Test func blankComesAndGoesWithBothKeysAndForwardShowsTheSlideAgain() {
    var driver = TalkDriver()
    driver.press("Space b")
    #expect(driver.text.allSatisfy { $0 == "\n" })
    driver.press(".")
    #expect(driver.text.contains("Three points"))
    driver.press(". Space")
    #expect(place(driver) == [1, 0])
  }

  @Test func anAnswerLeadsBackToWhereTheTalkWas() {
    for key in ["Esc", "-", "Space Space Space Space Space Space"] {
      var driver = TalkDriver()
      driver.press("Space Space : e c o n o m i c s - 3 Enter")
      #expect(
        driver.talk.shown.answer?.reference == Reference(.recommendation, "economics-3"))
      #expect(driver.text.contains("Open up North American trade in services"))
      driver.press(key == "Esc" || key == "-" ? key : "")
      while driver.talk.shown.answer != nil { driver.press("Space") }
      #expect(place(driver) == [1, 1])
    }
  }

  @Test func aCutLeavesTheMustShowSlidesAndSpreadsTheMinutes() {
    var driver = TalkDriver()
    driver.send(.time(1_000_000))
    driver.press("Space c Backspace Backspace 5 Enter")
    #expect(driver.talk.shown.cutSlide == 1)
    #expect(driver.text.contains("5 minutes for this slide and the must-show slide to come."))
    #expect(TalkPace(driver.talk, driver.stage).left == 300)
    var seen: [Int] = []
    for _ in 0..<20 {
      seen.append(driver.talk.shown.slide)
      driver.press("Space")
    }
    #expect(Set(seen) == [1, 3])
    #expect(driver.text.contains("This is the last slide"))
    // Of a slide from before the cut nobody says that it may take no time.
    driver.press("t Home")
    driver.send(.time(1_030_000))
    #expect(driver.text.contains("slide ") && !driver.text.contains(" of 0:00"))
    driver.press("c Enter")
    #expect(driver.talk.shown.cutSlide == nil)
  }

  @Test func slidesKeepTheirNumbersThroughACut() {
    var driver = TalkDriver()
    driver.press("3 Enter")
    #expect(driver.text.contains("3 / 10"))
    driver.press("c Backspace Backspace 5 Enter Esc")
    #expect(driver.text.contains("3 / 4"))
    driver.press("o")
    #expect(driver.text.contains("10 slides, 6 left out"))
    #expect(driver.text.contains(" 3 now ") && driver.text.contains(" left out "))
    driver.press("Esc 2 Enter")
    #expect(driver.talk.shown.slide == 1 && driver.text.contains("2 / 4"))
    driver.press("4 Enter")
    #expect(driver.talk.shown.slide == 3 && driver.text.contains("4 / 4"))
    // A slide that was left out is shown all the same when it is asked for.
    driver.press("o Down Enter")
    let slide = driver.talk.shown.slide
    #expect(slide > 3 && driver.text.contains("5 / 5"), "\(driver.text)")
    driver.press("Backspace")
    #expect(driver.text.contains("4 / 4"))
  }

  @Test func aDeckNamesRecordsAsTheDashboardDoes() {
    var deck = BriefingDecks.sample
    let id = Span("economics-3", target: .record(Reference(.recommendation, "economics-3")))
    let chart = Span(
      "indicator:us-content", target: .record(Reference(.indicator, "us-content")))
    let own = Span("open services", target: .record(Reference(.recommendation, "economics-3")))
    deck.slides[1].elements = [
      SlideElement(
        .columns([[SlideElement(.block(.list(start: nil, items: [[.paragraph([id])]])))]])),
      SlideElement(.block(.quote([.paragraph([own, Span(", "), chart])]))),
    ]
    deck.slides[1].notes = [SpeakerNote([.paragraph([Span("See "), id])])]
    var driver = TalkDriver(deck)
    driver.press("Space n")
    #expect(driver.text.contains("• 1.3") && driver.text.contains("See 1.3"), "\(driver.text)")
    #expect(driver.text.contains("open services, U.S. content"), "\(driver.text)")
    #expect(!driver.text.contains("economics-3"))
  }

  @Test func theFirstDigitTakesThePlaceOfTheSuggestedMinutes() {
    var driver = TalkDriver()
    driver.press("Space c")
    guard case .minutes(let suggested) = driver.talk.overlay else {
      Issue.record("no question for minutes")
      return
    }
    #expect(!suggested.text.isEmpty)
    driver.press("2 5")
    #expect(driver.talk.overlay == .minutes(LineEditor("25")))
    driver.press("Enter")
    #expect(driver.talk.course.cut?.length == 25 * 60_000)
  }

  @Test func minutesOfACutAreSharedByTheRestOfTheSlideAndTheMustShowSlidesToCome() {
    var driver = TalkDriver()
    driver.send(.time(1_000_000))
    // Ahead to the fourth slide and back: what it took is not of the slides before the third.
    driver.press("Space 4 Enter")
    driver.send(.time(1_040_000))
    driver.press("2 Enter")
    driver.send(.time(1_060_000))
    driver.press("c Backspace Backspace 2 Enter")
    driver.send(.time(1_070_000))
    let pace = TalkPace(driver.talk, driver.stage)
    #expect(pace.elapsed == 70)
    #expect(pace.left == 110)
    #expect(pace.onSlide == 30)
    #expect(pace.behind == 0)
    let budget = pace.budget ?? 0
    driver.press("]")
    let next = TalkPace(driver.talk, driver.stage)
    #expect(driver.talk.shown.slide == 3)
    // The slide took 20 seconds before the cut, and both together have the two minutes.
    #expect(abs(budget - 20 + (next.budget ?? 0) - 120) <= 1)
    #expect(abs((next.behind ?? 0) - (30 - budget)) <= 1)
    driver.send(.time(1_200_000))
    #expect(TalkPace(driver.talk, driver.stage).left == -20)
  }

  @Test func theTimeLeftIsThatOfTheDeckWhateverItsSlidesAskFor() {
    var deck = BriefingDecks.sample
    for index in deck.slides.indices { deck.slides[index].minutes = 1 }
    var driver = TalkDriver(deck)
    #expect(TalkPace(driver.talk, driver.stage).left == 900)
    driver.send(.time(1_000_000))
    driver.press("Space")
    driver.send(.time(1_100_000))
    let pace = TalkPace(driver.talk, driver.stage)
    #expect(pace.left == 800)
    #expect(pace.budget == 60)
    #expect(pace.behind == 0)
  }

  @Test(arguments: [Double.infinity, .nan, -1, 1e300])
  func theClockStandsAnyNumberOfMinutes(_ minutes: Double) {
    var deck = BriefingDecks.sample
    deck.minutes = minutes
    deck.slides[2].minutes = minutes
    var driver = TalkDriver(deck)
    driver.send(.time(1_000_000))
    driver.press("t Space 3 Enter")
    driver.send(.time(PrivateState.timeLimit))
    #expect(driver.text.contains("elapsed"))
    let erase = String(repeating: "Backspace ", count: 12)
    driver.press("c \(erase) 2 Enter")
    driver.talk.notice = nil
    #expect(driver.text.contains("CUT"))
  }

  @Test func thePaceIsThatOfTheRehearsal() {
    var driver = TalkDriver()
    driver.talk.rehearsal = Rehearsal(
      deck: "sample", start: 0,
      times: [
        Rehearsal.Time(slide: "title", seconds: 10),
        Rehearsal.Time(slide: "three-points", seconds: 20),
      ])
    driver.send(.time(1_000_000))
    driver.press("Space")
    driver.send(.time(1_025_000))
    #expect(TalkPace(driver.talk, driver.stage).behindRehearsal == 0)
    driver.send(.time(1_037_000))
    #expect(TalkPace(driver.talk, driver.stage).behindRehearsal == 7)
  }

  @Test func anAnswerNamesWhatItIsAndWhereItIs() {
    var driver = TalkDriver(BriefingDecks.sample, 120, 40)
    driver.press("Space : e c o n o m i c s - 3")
    let basis = AnswerSlide.basis(Reference(.recommendation, "economics-3"), driver.stage.library)
    #expect(basis.hasPrefix("Recommendation 1.3 · 1 Econom") && basis.hasSuffix("of the report"))
    #expect(driver.text.contains(basis))
    driver.press("Enter")
    #expect(driver.text.contains(basis) && driver.text.contains("answer · 2 / 10"))
    driver.press("Esc")
    #expect(!driver.text.contains(basis))
    #expect(AnswerSlide.basis(Reference(.indicator, "none"), driver.stage.library).isEmpty)
  }

  @Test(arguments: [Talk.Seat.presenter, .console])
  func theClockKeyStartsTheClockOnTheFirstSlide(_ seat: Talk.Seat) {
    var driver = TalkDriver(seat: seat)
    driver.send(.time(1_000_000))
    driver.press("t")
    #expect(driver.talk.course.started == 1_000_000)
    #expect(driver.talk.showsClock == (seat == .presenter))
    driver.send(.time(1_020_000))
    driver.press("t Space")
    #expect(driver.talk.course.started == 1_000_000)
    #expect(driver.talk.course.times == [20_000] && !driver.talk.showsClock)
  }

  @Test func theClockStartsWhenTheTitleIsLeftAndSlidesKeepTheirTimes() {
    var deck = BriefingDecks.sample
    deck.slides[0].elements.append(BriefingDecks.block(BriefingDecks.bullets("later"), step: 1))
    var driver = TalkDriver(deck)
    driver.send(.time(900_000))
    // Steps, the dark, an answer and the overview leave nobody's slide.
    driver.press("Space b b : b o r d e r Enter Esc o Esc Home")
    driver.send(.time(1_000_000))
    #expect(driver.talk.shown.slide == 0)
    #expect(TalkPace(driver.talk, driver.stage).elapsed == nil)
    driver.press("Space Space")
    driver.send(.time(1_090_000))
    driver.press("3 Enter")
    driver.send(.time(1_100_000))
    let pace = TalkPace(driver.talk, driver.stage)
    #expect(pace.elapsed == 100)
    #expect(pace.left == 800)
    #expect(pace.onSlide == 10)
    #expect(pace.budget == 180)
    #expect(driver.talk.course.times == [0, 90_000])
  }

  @Test func searchingShowsNothingToOthersUntilEnter() {
    var driver = TalkDriver(seat: .console)
    driver.press("/ s e c u Down n")
    #expect(driver.takeEffects() == [])
    driver.press(": b o r Esc Esc o l l Esc")
    #expect(driver.takeEffects() == [])
    driver.press("/ t r a d e l i n e Backspace Backspace Backspace Backspace Enter")
    #expect(driver.effects.count == 1)
  }

  @Test func aChartIsReadValueByValueOnEveryScreen() throws {
    var driver = TalkDriver()
    driver.press("8 Enter Tab Tab Tab")
    // A chart as an answer is read at once, bars from the first one, and one key leads back.
    driver.press(": u s - c o n t e n t Enter")
    #expect(driver.talk.shown.drill == PublicState.Drill(chart: 0, cursor: 1))
    let read = driver.text
    driver.press("l")
    #expect(driver.talk.shown.drill?.cursor == 2 && driver.text != read)
    driver.press("d")
    #expect(driver.talk.shown.drill?.cursor == 2)
    for key in ["Esc", "Space", "Backspace"] {
      driver.press(key)
      #expect(driver.talk.shown.answer == nil && driver.talk.shown.drill == nil)
      #expect(place(driver) == [9, 0])
      driver.press(": \(lineIndicator.map { "\($0)" }.joined(separator: " ")) Enter")
    }
    // Over time the last value comes first.
    let last = try #require(driver.talk.shown.drill?.cursor)
    driver.press("l")
    #expect(driver.talk.shown.drill?.cursor == last)
    driver.press("h h")
    let drill = try #require(driver.talk.shown.drill)
    #expect(drill.cursor == last - 2 && drill.cursor > 1)
    var follower = TalkDriver(seat: .follower)
    follower.send(.received(driver.talk.shown, nil))
    let period = follower.text
    driver.press("h")
    follower.send(.received(driver.talk.shown, nil))
    #expect(period != follower.text)
  }

  @Test func whatWasChosenIsDoneAgainOnTopOfWhatAnotherHasShown() {
    for (keys, isThere) in [
      ("/ c o i n Enter", { (talk: Talk) in talk.shown.slide == 5 }),
      (": e c o n o m i c s - 3 Enter", { $0.shown.answer?.reference.id == "economics-3" }),
      ("5 Enter", { $0.shown.slide == 4 }),
      ("c 5 Enter", { $0.course.cut != nil && $0.shown.cutSlide == 2 }),
    ] as [(String, (Talk) -> Bool)] {
      var console = TalkDriver(seat: .console)
      console.send(.time(1_000_000))
      console.press(keys)
      guard let chosen = console.talk.chosen else {
        Issue.record("\(keys) chose nothing")
        continue
      }
      // Meanwhile the presenter went to the third slide, and the next search is being typed.
      var presenter = TalkDriver()
      presenter.send(.time(1_000_000))
      presenter.press("Space ]")
      console.press("/ o n e")
      console.send(.received(presenter.talk.shown, presenter.talk.course))
      #expect(console.talk.shown.slide == 2)
      console.send(.again(.choice(chosen)))
      #expect(isThere(console.talk), "\(keys)")
      guard case .overview(let line, true, _) = console.talk.overlay else {
        Issue.record("the search is gone")
        continue
      }
      #expect(line.text == "one")
      console.send(.again(.key(.character(" "))))
      #expect(console.talk.overlay == .overview(line, isTyping: true, selection: 0))
    }
  }

  @Test func aPresenterWhoTakesUpWithAnotherStateOfTheDeckTellsSo() {
    var presenter = TalkDriver()
    var before = presenter.talk.shown
    before.edition.deckHash = "old"
    before.slide = 3
    presenter.send(.received(before, presenter.talk.course))
    guard case .share(let shown, _)? = presenter.takeEffects().first else {
      Issue.record("nothing was told")
      return
    }
    #expect(shown.edition == presenter.stage.edition && shown.slide == 3)
    presenter.send(.received(shown, presenter.talk.course))
    #expect(presenter.takeEffects().isEmpty)
    // A console goes by what the presenter shows.
    var console = TalkDriver(seat: .console)
    console.send(.received(before, console.talk.course))
    #expect(console.takeEffects().isEmpty && console.talk.shown.edition.deckHash == "old")
  }

  @Test func aFollowerMayReadAheadOnASlideOnly() {
    var presenter = TalkDriver(BriefingDecks.torture, 120, 40)
    var follower = TalkDriver(BriefingDecks.torture, 40, 12, seat: .follower)
    presenter.press("6 Enter")
    follower.send(.received(presenter.talk.shown, nil))
    let first = follower.text
    follower.press("Space")
    #expect(follower.text != first)
    #expect(follower.text.contains("Sixty lines"))
    follower.press("Space Space Space Space Space Space Space Space Space Space Space")
    #expect(follower.text.contains("Sixty lines"))
    #expect(follower.takeEffects() == [])
    presenter.press("]")
    follower.send(.received(presenter.talk.shown, nil))
    #expect(follower.text.contains("Nothing behind it"))
  }

  @Test func whatOthersSendStaysWithinTheDeck() {
    var driver = TalkDriver(seat: .follower)
    var shown = PublicState(driver.stage.edition)
    shown.slide = 99_999
    shown.step = 99_999
    shown.place = 1_000_000
    shown.drill = PublicState.Drill(chart: 99_999, cursor: 99_999)
    shown.answer = PublicState.Answer(Reference(.indicator, "no-such"), place: 1_000_000)
    driver.send(.received(shown, nil))
    #expect(driver.text.contains("no indicator"))
    shown.answer = nil
    driver.send(.received(shown, nil))
    #expect(driver.talk.shown.slide == 9)
  }

  @Test func bothControllersAgreeAfterEachKey() {
    var presenter = TalkDriver(BriefingDecks.sample, 100, 30)
    var console = TalkDriver(seat: .console)
    let keys = "Space Space ] d Esc b b 4 Enter Tab [ Home".split(separator: " ")
    for (index, key) in keys.enumerated() {
      if index.isMultiple(of: 2) {
        presenter.press(String(key))
        console.send(.received(presenter.talk.shown, presenter.talk.course))
      } else {
        console.press(String(key))
        presenter.send(.received(console.talk.shown, console.talk.course))
      }
      #expect(presenter.talk.shown == console.talk.shown)
      #expect(presenter.talk.course == console.talk.course)
    }
  }

  private let lineIndicator = "truck-crossings"

  @Test func theKeyThatLeavesLeavesWhenPressedTwice() {
    var driver = TalkDriver()
    driver.press("q")
    #expect(driver.talk.overlay == .leaving)
    _ = driver.takeEffects()
    driver.press("q")
    #expect(driver.takeEffects().contains(.leave))
    driver.press("q Esc")
    #expect(driver.talk.overlay == nil)
    #expect(!driver.takeEffects().contains(.leave))
  }

  @Test func aThemeKeyLeavesTheClockAlone() {
    var driver = TalkDriver()
    driver.send(.time(1_700_000_000_000))
    driver.press("Space")
    driver.send(.time(1_700_000_060_000))
    let course = driver.talk.course
    _ = driver.takeEffects()
    driver.press("T")
    #expect(driver.takeEffects() == [.nextTheme])
    #expect(driver.talk.course == course)
  }

  @Test func aYearTypedOnAChartIsReadThere() throws {
    var driver = TalkDriver(BriefingDecks.sample, 160, 45)
    driver.press("g 3 Enter d")
    let last = try #require(driver.talk.shown.drill?.cursor)
    driver.press("2 0 0 5 Enter")
    let cursor = try #require(driver.talk.shown.drill?.cursor)
    #expect(cursor < last)
    #expect(SlideText.readOut(driver.talk, driver.stage)?.contains("2005") == true)
    driver.press("1 4 9 2 Enter")
    #expect(driver.talk.shown.drill?.cursor == cursor)
    #expect(driver.talk.notice?.contains("1492") == true)
    // Fewer digits are a slide's number, as everywhere.
    driver.press("2 Enter")
    #expect(driver.talk.shown.slide == 1 && driver.talk.shown.drill == nil)
  }

  @Test func aFaultIsSaidUntilItIsMended() {
    var driver = TalkDriver()
    driver.send(.fault("Still shown as it was: talk.md:3"))
    #expect(driver.text.contains("Still shown as it was"))
    driver.send(.fault(nil))
    #expect(driver.talk.notice == nil)
    // Another notice that came later stays.
    driver.send(.fault("a fault"))
    driver.send(.notice("something else"))
    driver.send(.fault(nil))
    #expect(driver.talk.notice == "something else")
  }
}
