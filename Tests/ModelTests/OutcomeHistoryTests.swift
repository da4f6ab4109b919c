import TestSupport
import Testing

@testable import Query
@testable import Reading
@testable import Records

/// Properties of outcomes over made-up histories.
@Suite struct OutcomeHistoryTests {
  /// A dossier with judgements of every kind on a few recommendations.
  private func history(_ random: inout SeededRandom) -> Dossier {
    var dossier = Dossier()
    dossier.date = Period("2013-05")
    dossier.followUp.reviewEvery = random.int(1...36)
    dossier.followUp.assessors = ["w", "x", "y", "z"].map {
      Assessor(id: $0, name: $0, kind: Assessor.Kind.allCases[random.int(0...2)])
    }
    for _ in 0..<random.int(1...60) { dossier.followUp.assessments.append(row(&random)) }
    for _ in 0..<random.int(0...8) {
      dossier.followUp.responses.append(
        Response(
          recommendation: "r\(random.int(1...3))", addressee: ["", "n", "s"][random.int(0...2)],
          date: date(&random),
          position: Response.Position.allCases.randomElement(using: &random) ?? .noted))
    }
    for _ in 0..<random.int(0...8) {
      dossier.followUp.deadlines.append(
        Deadline(
          recommendation: "r\(random.int(1...3))", addressee: ["", "n", "s"][random.int(0...2)],
          due: date(&random), setBy: "law", date: date(&random)))
    }
    return dossier
  }

  private func row(_ random: inout SeededRandom) -> Assessment {
    Assessment(
      id: "j\(random.next())", recommendation: "r\(random.int(1...3))",
      part: random.int(0...4) == 0 ? random.int(1...2) : nil,
      addressee: random.int(0...4) == 0 ? "north" : "",
      date: date(&random), since: random.int(0...1) == 0 ? nil : date(&random),
      assessor: ["w", "x", "y", "z"][random.int(0...3)],
      status: AssessmentStatus.allCases[random.int(0...7)],
      extent: random.int(0...1) == 0
        ? nil : AssessmentExtent.allCases.randomElement(using: &random),
      sources: random.int(0...5) == 0 ? [] : [SourceMention("s")])
  }

  private func date(_ random: inout SeededRandom) -> Period {
    let year = Int16(random.int(2013...2024))
    let month = UInt8(random.int(1...12))
    switch random.int(0...2) {
    case 0: return Period(kind: .year, first: Period.Point(year: year))
    case 1: return Period(kind: .month, first: Period.Point(year: year, month: month))
    default:
      let day = UInt8(random.int(1...28))
      return Period(kind: .day, first: Period.Point(year: year, month: month, day: day))
    }
  }

  private func day(_ random: inout SeededRandom) -> Period.Point {
    Period.Point(
      year: Int16(random.int(2013...2025)), month: UInt8(random.int(1...12)),
      day: UInt8(random.int(1...28)))
  }

  private func say(_ outcome: Outcome) -> String {
    "\(outcome.title) \(outcome.judgements.map(\.id)) \(outcome.remarks)"
  }

  @Test(arguments: Trials.seeds(400))
  func aLaterJudgementChangesNoEarlierDay(_ seed: UInt64) {
    var random = SeededRandom(seed)
    var dossier = history(&random)
    let before = Outcomes(dossier)
    var added = row(&random)
    added.date = date(&random)
    // Anywhere in the table: rows of two branches are merged in any order.
    let place = random.int(0...dossier.followUp.assessments.count)
    dossier.followUp.assessments.insert(added, at: place)
    let after = Outcomes(dossier)
    for _ in 0..<40 {
      let day = day(&random)
      guard day < added.date.lastDay else { continue }
      for id in ["r1", "r2", "r3"] {
        let was = say(before.outcome(of: id, on: day))
        #expect(was == say(after.outcome(of: id, on: day)), "seed \(seed), \(id) on \(day.title)")
      }
    }
  }

  @Test(arguments: Trials.seeds(400))
  func everyWordFollowsFromItsDefinition(_ seed: UInt64) {
    var random = SeededRandom(seed)
    let dossier = history(&random)
    let outcomes = Outcomes(dossier)
    for _ in 0..<20 {
      let day = day(&random)
      for id in ["r1", "r2", "r3"] {
        let slow = SlowOutcome(dossier, id, day)
        let outcome = outcomes.outcome(of: id, on: day)
        let comment: Testing.Comment = "seed \(seed), \(id) on \(day.title)"
        #expect(Set(outcome.judgements.map(\.id)) == Set(slow.current.map(\.id)), comment)
        #expect(outcome.headline?.id == slow.headline?.id, comment)
        #expect(outcome.summary.isStale == slow.isStale, comment)
        #expect(outcome.summary == outcomes.summary(of: id, on: day), comment)
        #expect(outcome.summary.status == slow.headline?.status ?? .notAssessed, comment)
        #expect(outcome.summary.isDisputed == !slow.disputed.isEmpty, comment)
        #expect(outcome.summary.isJudgedOtherwise == !slow.otherwise.isEmpty, comment)
        #expect(Set(outcome.otherwise.map(\.id)) == slow.otherwise, comment)
        #expect(outcome.summary.isOverdue == slow.isOverdue, comment)
        #expect((outcome.overdueMonths != nil) == slow.isOverdue, comment)
        #expect(outcome.isLate == slow.isLate, comment)
        #expect(outcome.slips == slow.slips, comment)
        #expect(outcome.summary.isUnanswered == slow.isUnanswered, comment)
        #expect(outcome.isBare == slow.isBare, comment)
        #expect(Set(outcome.disputed.map(\.id)) == slow.disputed, comment)
        #expect(outcome.isSelfAssessed == slow.isSelfAssessed, comment)
      }
    }
  }
}

/// The words of an outcome, worked out row by row as the format's document defines them.
private struct SlowOutcome {
  var current: [Assessment] = []
  var headline: Assessment?
  var isStale = false
  var disputed: Set<String> = []
  var isSelfAssessed = false
  var otherwise: Set<String> = []
  var isOverdue = false
  var isLate = false
  var slips = 0
  var isUnanswered = false
  var isBare = false

  init(_ dossier: Dossier, _ id: String, _ day: Period.Point) {
    let rows = dossier.followUp.assessments.enumerated()
      .filter { $0.element.recommendation == id && $0.element.date.lastDay <= day }
    for (place, row) in rows {
      let isReplaced = rows.contains { other in
        other.element.assessor == row.assessor && other.element.part == row.part
          && other.element.addressee == row.addressee
          && (other.element.date.lastDay, other.offset) > (row.date.lastDay, place)
      }
      if !isReplaced { current.append(row) }
    }
    for assessor in dossier.followUp.assessors where headline == nil {
      headline = current.first {
        $0.assessor == assessor.id && $0.part == nil && $0.addressee.isEmpty
      }
    }
    if headline == nil {
      // Parts and shares lead only if nobody judges the whole; then the earliest one of the first
      // assessor does.
      for assessor in dossier.followUp.assessors where headline == nil {
        let own = Set(current.filter { $0.assessor == assessor.id }.map(\.scope))
        let first = rows.sorted {
          ($0.element.date.lastDay, $0.offset) < ($1.element.date.lastDay, $1.offset)
        }
        .first { own.contains($0.element.scope) }
        headline = current.first { $0.scope == first?.element.scope }
      }
    }
    let open: Set<AssessmentStatus> = [.noAction, .inProgress, .partlyImplemented]
    if let headline, open.contains(headline.status) {
      let months = dossier.followUp.reviewEvery
      isStale = headline.date.lastDay.adding(months: months) < day
    }
    for one in current {
      for other in current where Self.differ(one, other) { disputed.insert(one.id) }
    }
    let asked = Set(dossier.followUp.assessors.filter { $0.kind == .addressee }.map(\.id))
    isSelfAssessed = !current.isEmpty && Set(current.map(\.assessor)).isSubset(of: asked)
    if let headline {
      otherwise = Set(current.filter { Self.saysOtherwise($0, headline) }.map(\.id))
      isBare = headline.status != .notAssessed && headline.sources.isEmpty
    }
    takeDates(dossier, id, day)
  }

  private mutating func takeDates(_ dossier: Dossier, _ id: String, _ day: Period.Point) {
    let dates = dossier.followUp.deadlines.enumerated()
      .filter { $0.element.recommendation == id && $0.element.date.lastDay <= day }
    let inForce = dates.filter { offset, date in
      !dates.contains { other in
        other.element.addressee == date.addressee
          && (other.element.date.lastDay, other.offset) > (date.date.lastDay, offset)
      }
    }
    slips = dates.count - inForce.count
    let isClosed = headline?.status.group == .closed
    // The last of the dates in force counts.
    isOverdue = !isClosed && !inForce.isEmpty && inForce.allSatisfy { $0.element.due.lastDay < day }
    let first = dates.min {
      ($0.element.date.lastDay, $0.offset) < ($1.element.date.lastDay, $1.offset)
    }
    if let first, let since = headline?.since, headline?.status == .implemented {
      isLate = first.element.due.lastDay < since.firstDay
    }
    let answers = dossier.followUp.responses.enumerated()
      .filter { $0.element.recommendation == id && $0.element.date.lastDay <= day }
    let lastAnswers = answers.filter { offset, answer in
      !answers.contains { other in
        other.element.addressee == answer.addressee
          && (other.element.date.lastDay, other.offset) > (answer.date.lastDay, offset)
      }
    }
    let half = dossier.date?.lastDay.adding(months: 6)
    isUnanswered =
      !dossier.followUp.responses.isEmpty && half.map { $0 < day } == true
      && lastAnswers.allSatisfy { $0.element.position == .noReply }
  }

  private static func saysOtherwise(_ one: Assessment, _ other: Assessment) -> Bool {
    let isOfTheSame =
      (one.addressee.isEmpty || other.addressee.isEmpty || one.addressee == other.addressee)
      && (one.part == nil || other.part == nil || one.part == other.part)
    return one.assessor != other.assessor && isOfTheSame
      && one.status != .notAssessed && other.status != .notAssessed
      && (one.status != other.status || one.extent != other.extent)
  }

  private static let steps: [AssessmentStatus: Int] = [
    .noAction: 0, .notImplemented: 0, .reversed: 0, .inProgress: 1, .partlyImplemented: 2,
    .implemented: 3, .resolvedOtherwise: 3,
  ]

  private static func differ(_ one: Assessment, _ other: Assessment) -> Bool {
    if one.assessor == other.assessor { return false }
    if !one.addressee.isEmpty, !other.addressee.isEmpty, one.addressee != other.addressee {
      return false
    }
    if let part = one.part, let second = other.part, part != second { return false }
    guard let left = steps[one.status], let right = steps[other.status] else { return false }
    let early = min(one.date, other.date)
    let late = max(one.date, other.date)
    if early.lastDay.adding(months: 24) < late.firstDay { return false }
    if one.status.group != other.status.group || abs(left - right) > 1 { return true }
    let extents = [one.extent, other.extent]
    return extents.contains(.limited) && extents.contains(.substantial)
  }
}
