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
    return dossier
  }

  private func row(_ random: inout SeededRandom) -> Assessment {
    Assessment(
      id: "j\(random.next())", recommendation: "r\(random.int(1...3))",
      part: random.int(0...4) == 0 ? random.int(1...2) : nil,
      addressee: random.int(0...4) == 0 ? "north" : "",
      date: date(&random), assessor: ["w", "x", "y", "z"][random.int(0...3)],
      status: AssessmentStatus.allCases[random.int(0...7)],
      extent: random.int(0...1) == 0
        ? nil : AssessmentExtent.allCases.randomElement(using: &random),
      sources: [SourceMention("s")])
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
        #expect(outcome.isStale == slow.isStale, comment)
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
