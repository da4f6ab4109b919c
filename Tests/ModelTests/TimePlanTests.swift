import Testing

@testable import Query
@testable import Records

/// Budgets share a talk's time, a cut spreads what is left, and the pace says how late it is.
@Suite struct TimePlanTests {
  private func deck(
    _ minutes: Double?, _ own: [Double?], steps: [Int] = [], must: Set<Int> = []
  ) -> Deck {
    let slides = own.indices.map { index in
      let last = steps.indices.contains(index) ? steps[index] - 1 : 0
      return Slide(
        id: "s\(index)", elements: [SlideElement(.inclusion(.matrix), step: last)],
        minutes: own[index], isMust: must.contains(index))
    }
    return Deck(id: "a", title: "A", minutes: minutes, slides: slides)
  }

  @Test func whatIsLeftIsSharedBySteps() {
    let plan = TimePlan(deck(10, [2, nil, nil], steps: [1, 1, 3]))
    #expect(plan.budgets == [120, 120, 360])
    #expect(plan.seconds == 600)
  }

  @Test func ownMinutesStandWhenTheyFit() {
    #expect(TimePlan(deck(10, [2, 3])).budgets == [120, 180])
    #expect(TimePlan(deck(nil, [2, nil])).budgets == [120, nil])
    #expect(TimePlan(deck(nil, [2, nil])).seconds == nil)
    #expect(TimePlan(deck(nil, [2, nil]), minutes: 5).budgets == [120, 180])
  }

  @Test func tooMuchIsShortenedInProportion() {
    #expect(TimePlan(deck(2, [3, 1])).budgets == [90, 30])
    #expect(TimePlan(deck(4, [4, 4, nil])).budgets == [80, 80, 80])
  }

  @Test(arguments: [Double.nan, .infinity, -1, 0])
  func numbersThatAreNone(_ minutes: Double) {
    #expect(TimePlan(deck(minutes, [minutes, nil])).budgets == [nil, nil])
    #expect(TimePlan(deck(minutes, [])).budgets == [])
  }

  @Test func aCutKeepsTheMustShowSlides() {
    let deck = deck(15, [3, 3, 3, 3, 3], must: [2, 4])
    let plan = TimePlan(deck).cut(deck, to: 300, from: 1, spent: [200, 180])
    #expect(plan.isShown == [true, true, true, false, true])
    #expect(plan.budgets == [200, 180, 150, 0, 150])
    #expect(plan.seconds == 680)
    let early = TimePlan(deck).cut(deck, to: 450, from: 1, spent: [200, 90])
    #expect(early.budgets == [200, 180, 180, 0, 180])
  }

  @Test func aCutWithoutMustShowSlidesKeepsAll() {
    let deck = deck(nil, [nil, nil, nil], steps: [1, 1, 2])
    let plan = TimePlan(deck).cut(deck, to: 400, from: 0, spent: [])
    #expect(plan.isShown == [true, true, true])
    #expect(plan.budgets == [100, 100, 200])
    #expect(TimePlan(deck).cut(deck, to: 400, from: 9, spent: []) == TimePlan(deck))
    #expect(TimePlan(deck).cut(deck, to: -5, from: 2, spent: [1, 1]).budgets == [1, 1, 0])
  }

  @Test func paceAgainstTheBudget() {
    let plan = TimePlan(deck(6, [1, 2, 3]))
    func late(_ slide: Int, _ elapsed: Double) -> Double? {
      plan.pace(on: slide, onSlide: 0, elapsed: elapsed).late
    }
    #expect(late(1, 60) == 0)
    #expect(late(1, 180) == 0)
    #expect(late(1, 200) == 20)
    #expect(late(1, 40) == -20)
    let pace = plan.pace(on: 2, onSlide: 200, elapsed: 400)
    #expect(pace.left == -40)
    #expect(pace.leftOnSlide == -20)
    #expect(plan.pace(on: 7, onSlide: 0, elapsed: 0).late == nil)
    #expect(TimePlan(deck(nil, [nil, 1])).pace(on: 1, onSlide: 0, elapsed: 5).late == nil)
  }

  @Test func paceAgainstARehearsal() {
    let run = Rehearsal(
      deck: "a", start: 0,
      times: [
        .init(slide: "s0", seconds: 50), .init(slide: "s2", seconds: 30),
        .init(slide: "s0", seconds: 10),
      ])
    let plan = TimePlan(run, of: deck(6, [1, 2, 3]))
    #expect(plan.budgets == [60, 0, 30])
    #expect(plan.pace(on: 2, onSlide: 10, elapsed: 75).late == 0)
    #expect(plan.pace(on: 2, onSlide: 10, elapsed: 100).late == 10)
  }

  @Test func rehearsalsAreLines() throws {
    let run = Rehearsal(
      deck: "fifteen", start: 1_700_000_000,
      times: [.init(slide: "a", seconds: 12.34), .init(slide: "b-2", seconds: 60)])
    #expect(run.line == "rehearsal fifteen 1700000000 a=12.3 b-2=60.0")
    let copy = try #require(Rehearsal(line: run.line))
    #expect(copy.times.map(\.seconds) == [12.3, 60])
    for bad in [
      "", "rehearsal", "rehearsal A 1", "rehearsal a x", "rehearsal a 1 b", "rehearsal a 1 b=",
      "rehearsal a 1 b=-1", "rehearsal a 1 b=inf", "rehearsal a 1 b=1=2", "rehearsal a 1 b=9999999",
      "rehearsal a 99999999999999999999", "rehearsal a 1 \u{1b}=1",
    ] { #expect(Rehearsal(line: bad) == nil, "\(bad)") }
  }

  @Test func changesBetweenRuns() {
    let first = Rehearsal(
      deck: "a", start: 0, times: [.init(slide: "x", seconds: 10), .init(slide: "y", seconds: 5)])
    let second = Rehearsal(
      deck: "a", start: 9, times: [.init(slide: "x", seconds: 12), .init(slide: "z", seconds: 1)])
    let changes = second.changes(since: first)
    #expect(changes.map(\.slide) == ["x", "z", "y"])
    #expect(changes.map(\.difference) == [2, nil, nil])
  }

  /// 10.4 and 11.6 are told as 0:10 and 0:12, and 0.4 and 0.3 are both 0:00.
  @Test func aDifferenceIsOfTheTimesAsTheyAreReported() {
    #expect(Rehearsal.difference(10.4, 11.6) == 2)
    #expect(Rehearsal.difference(0.4, 0.3) == 0)
    #expect(Rehearsal.difference(nil, 3) == nil)
  }
}
