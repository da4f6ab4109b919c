import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// What became of recommendations on a day, from its definition.
@Suite struct OutcomeTests {
  private func day(_ text: String) -> Period.Point {
    PeriodReader.dossier.period(text)?.lastDay ?? Period.Point(year: 0)
  }

  private func row(
    _ assessor: String, _ date: String, _ status: AssessmentStatus,
    _ extent: AssessmentExtent? = nil, addressee: String = "", since: String? = nil
  ) -> Assessment {
    Assessment(
      recommendation: "a", addressee: addressee, date: Period(date) ?? .year(0),
      since: since.flatMap { Period($0) }, assessor: assessor, status: status, extent: extent,
      evidence: "Seen.", sources: [SourceMention("s")])
  }

  private func outcomes(
    _ rows: [Assessment], responses: [Response] = [], deadlines: [Deadline] = []
  ) -> Outcomes {
    var dossier = Dossier()
    dossier.date = Period("2013-05")
    dossier.followUp.assessors = [
      Assessor(id: "x", name: "X", kind: .author), Assessor(id: "y", name: "Y"),
      Assessor(id: "z", name: "Z", kind: .addressee),
    ]
    dossier.followUp.assessments = rows
    dossier.followUp.responses = responses
    dossier.followUp.deadlines = deadlines
    return Outcomes(dossier)
  }

  private func outcome(_ rows: [Assessment], on date: String) -> Outcome {
    outcomes(rows).outcome(of: "a", on: day(date))
  }

  @Test func isNotKnownBeforeTheLastDayOfItsMonth() {
    let rows = [row("x", "2016-06", .inProgress)]
    #expect(outcome(rows, on: "2016-06-29").status == .notAssessed)
    #expect(outcome(rows, on: "2016-06-30").status == .inProgress)
  }

  @Test func theFirstAssessorLeadsHoweverOldTheJudgement() {
    let rows = [row("y", "2018", .noAction), row("x", "2016", .implemented)]
    #expect(outcome(rows, on: "2020").status == .implemented)
    #expect(outcome(rows, on: "2020").judgements.map(\.assessor) == ["x", "y"])
  }

  @Test func aJudgementOfTheWholeLeadsOneOfAShare() {
    let rows = [row("x", "2016", .implemented, addressee: "north"), row("y", "2016", .noAction)]
    #expect(outcome(rows, on: "2016").status == .noAction)
  }

  @Test(arguments: [
    // Another group.
    ("2016-01", AssessmentStatus.partlyImplemented, nil as AssessmentExtent?, true),
    // Two steps of status.
    ("2016-01", .noAction, nil, true),
    // One step, and the same.
    ("2016-01", .inProgress, nil, false), ("2016-01", .implemented, nil, false),
    // Too far apart.
    ("2013-11-30", .noAction, nil, false), ("2013-12-31", .noAction, nil, true),
  ])
  func disputes(
    _ date: String, _ status: AssessmentStatus, _ extent: AssessmentExtent?, _ isDisputed: Bool
  ) {
    let other: AssessmentStatus =
      status == .noAction || status == .inProgress
      ? .partlyImplemented : .implemented
    let rows = [row("x", "2015-12-31", other), row("y", date, status, extent)]
    #expect(outcome(rows, on: "2017").isDisputed == isDisputed)
    #expect(outcome(rows, on: "2017").disputed.count == (isDisputed ? 2 : 0))
  }

  @Test func twoStepsOfExtentAreADispute() {
    let low = row("x", "2016", .partlyImplemented, .limited)
    let high = row("y", "2016", .partlyImplemented, .substantial)
    let mid = row("y", "2016", .partlyImplemented, .some)
    #expect(outcome([low, high], on: "2016").isDisputed)
    #expect(!outcome([low, mid], on: "2016").isDisputed)
    #expect(outcome([low, mid], on: "2016").otherwise == [mid])
    #expect(outcome([low, mid], on: "2016").remarks == ["judged differently by others in 2016"])
  }

  @Test func nobodyDisputesWithoutAJudgement() {
    #expect(
      !outcome([row("x", "2016", .implemented), row("y", "2016", .notAssessed)], on: "2016")
        .isDisputed)
  }

  @Test func isStaleWhenOpenAndOld() {
    #expect(!outcome([row("x", "2016-01-31", .inProgress)], on: "2017-01-31").isStale)
    #expect(outcome([row("x", "2016-01-31", .inProgress)], on: "2017-02-01").isStale)
    #expect(!outcome([row("x", "2016-01-31", .implemented)], on: "2020").isStale)
  }

  @Test func countsWhatIsOverdueLateAndSlipped() {
    func due(_ date: String, set: String) -> Deadline {
      Deadline(
        recommendation: "a", due: Period(date) ?? .year(0), setBy: "law",
        date: Period(set) ?? .year(0))
    }
    let deadlines = [due("2015-06", set: "2014"), due("2016-06", set: "2015")]
    let open = outcomes([row("x", "2014", .inProgress)], deadlines: deadlines)
    #expect(open.outcome(of: "a", on: day("2014-12-31")).overdueMonths == nil)
    #expect(open.outcome(of: "a", on: day("2015-08-30")).overdueMonths == 2)
    #expect(open.outcome(of: "a", on: day("2015-12-31")).slips == 1)
    #expect(open.outcome(of: "a", on: day("2016-06-30")).overdueMonths == nil)
    #expect(open.outcome(of: "a", on: day("2016-07-01")).overdueMonths == 0)
    let done = outcomes(
      [row("x", "2016", .implemented, since: "2016-01")], deadlines: deadlines)
    #expect(done.outcome(of: "a", on: day("2016")).isLate)
    #expect(done.outcome(of: "a", on: day("2017")).overdueMonths == nil)
  }

  @Test func isUnansweredHalfAYearAfterTheReport() {
    func answer(_ id: String, _ position: Response.Position) -> Response {
      Response(recommendation: id, addressee: "n", date: .year(2013), position: position)
    }
    let some = outcomes([], responses: [answer("b", .noted), answer("c", .noReply)])
    #expect(some.outcome(of: "a", on: day("2013-12-01")).isUnanswered)
    #expect(!some.outcome(of: "a", on: day("2013-11-30")).isUnanswered)
    #expect(!some.outcome(of: "b", on: day("2014")).isUnanswered)
    #expect(some.outcome(of: "c", on: day("2014")).isUnanswered)
    #expect(!outcomes([]).outcome(of: "a", on: day("2014")).isUnanswered)
  }

  @Test func isSelfAssessedOnlyIfNobodyElseJudges() {
    #expect(outcome([row("z", "2016", .implemented)], on: "2016").isSelfAssessed)
    #expect(
      !outcome([row("z", "2016", .implemented), row("y", "2016", .noAction)], on: "2016")
        .isSelfAssessed)
  }

  @Test func tellsWhatMoved() {
    let rows = [
      row("x", "2016", .inProgress), row("y", "2016-05", .noAction), row("x", "2018", .implemented),
      row("x", "2019", .implemented),
    ]
    let all = outcomes(rows).changes(after: day("2015"), to: day("2020"))
    #expect(
      all.map(\.title) == [
        "first: No action", "first: In progress", "In progress → Implemented",
        "still Implemented",
      ])
    #expect(outcomes(rows).changes(after: day("2016"), to: day("2018")).count == 1)
    #expect(outcomes(rows).days == ["2016-05", "2016", "2018", "2019"].map(day))
  }
}
