package import Records

/// What became of every recommendation, for any day.
///
/// The rows are put in order once, in time linear in them but for the sorting; the outcome of one
/// recommendation on one day then takes time in proportion to its own rows.
package struct Outcomes: Sendable {
  /// The rows on one recommendation, each list by the day on which it became known.
  private struct History {
    var assessments: [Assessment] = []
    var responses: [Response] = []
    var deadlines: [Deadline] = []
  }

  private var histories: [String: History] = [:]
  private let followUp: FollowUp
  private let ranks: [String: Int]
  private let kinds: [String: Assessor.Kind]
  private let published: Period.Point?

  /// The history that a dossier knows.
  package init(_ dossier: Dossier) {
    followUp = dossier.followUp
    published = dossier.date?.lastDay
    let assessors = followUp.assessors
    ranks = Dictionary(
      assessors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    kinds = Dictionary(
      assessors.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for row in Self.ordered(followUp.assessments, by: \.date) {
      histories[row.recommendation, default: History()].assessments.append(row)
    }
    for row in Self.ordered(followUp.responses, by: \.date) {
      histories[row.recommendation, default: History()].responses.append(row)
    }
    for row in Self.ordered(followUp.deadlines, by: \.date) {
      histories[row.recommendation, default: History()].deadlines.append(row)
    }
  }

  /// Rows by the last day of their period; those of one day keep their order.
  private static func ordered<Row>(_ rows: [Row], by date: KeyPath<Row, Period>) -> [Row] {
    let days = rows.map { $0[keyPath: date].lastDay }
    return rows.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { rows[$0] }
  }

  /// Whether there is anything to tell.
  package var isEmpty: Bool { histories.isEmpty }

  /// The day to show unless another is asked for: today, or the last day on which the dossier
  /// expects judgements, whichever is earlier.
  package func latestDay(today: Period.Point) -> Period.Point {
    followUp.assessedTo.map { min($0.lastDay, today) } ?? today
  }

  /// The last day on which the dossier knows something: where it says so itself, or that of its
  /// last row.
  package var lastDay: Period.Point {
    latestDay(today: days.last ?? Period.Point(year: 9999, month: 12, day: 31))
  }

  /// The days on which something became known, in order.
  package var days: [Period.Point] {
    var days: Set<Period.Point> = []
    for history in histories.values {
      for row in history.assessments { days.insert(row.date.lastDay) }
      for row in history.responses { days.insert(row.date.lastDay) }
      for row in history.deadlines { days.insert(row.date.lastDay) }
    }
    return days.sorted()
  }

  /// All judgements of a recommendation that were known on a day, the latest first.
  package func judgements(of id: String, on day: Period.Point) -> [Assessment] {
    (histories[id]?.assessments ?? []).prefix { $0.date.lastDay <= day }.reversed()
  }

  /// What had become of a recommendation by the end of a day.
  package func outcome(of id: String, on day: Period.Point) -> Outcome {
    let history = histories[id] ?? History()
    let current = current(history.assessments, on: day)
    let headline = current.first { $0.scope.isWhole } ?? current.first
    let deadlines = history.deadlines.prefix { $0.date.lastDay <= day }
    let inForce = Self.last(deadlines) { $0.addressee }
    let isOpen = headline?.status.group != .closed
    let due = inForce.map(\.due.lastDay).max()
    let isLate =
      headline?.status == .implemented
      && (headline?.since.flatMap { since in
        deadlines.first.map { $0.due.lastDay < since.firstDay }
      } ?? false)
    let responses = Self.last(history.responses.prefix { $0.date.lastDay <= day }) { $0.addressee }
    return Outcome(
      recommendation: id, day: day, judgements: current, headline: headline, responses: responses,
      deadlines: inForce,
      overdueMonths: isOpen ? due.flatMap { $0 < day ? day.months(since: $0) : nil } : nil,
      isLate: isLate, slips: deadlines.count - inForce.count,
      isStale: headline.map { row in
        row.status.group == .open
          && row.date.lastDay.adding(months: followUp.reviewEvery) < day
      } ?? false,
      disputed: current.filter { row in current.contains { row.isDisputed(with: $0) } },
      otherwise: headline.map { headline in current.filter { $0.differs(from: headline) } } ?? [],
      isSelfAssessed: !current.isEmpty && current.allSatisfy { kinds[$0.assessor] == .addressee },
      isUnanswered: isUnanswered(responses, on: day))
  }

  /// The last judgement of each scope by a day, in the order of the assessors, the whole first.
  private func current(_ rows: [Assessment], on day: Period.Point) -> [Assessment] {
    let last = Self.last(rows.prefix { $0.date.lastDay <= day }, by: \.scope)
    return last.enumerated().sorted { left, right in
      key(left.element, left.offset) < key(right.element, right.offset)
    }.map(\.element)
  }

  private func key(_ row: Assessment, _ place: Int) -> (Int, Int, Int) {
    (ranks[row.assessor] ?? .max, row.scope.isWhole ? 0 : 1, place)
  }

  /// The last row of each key, in the order in which the keys first come.
  private static func last<Row, Key: Hashable>(
    _ rows: some Sequence<Row>, by key: (Row) -> Key
  ) -> [Row] {
    var places: [Key: Int] = [:]
    var result: [Row] = []
    for row in rows {
      if let place = places[key(row)] {
        result[place] = row
      } else {
        places[key(row)] = result.count
        result.append(row)
      }
    }
    return result
  }

  private func isUnanswered(_ responses: [Response], on day: Period.Point) -> Bool {
    guard !followUp.responses.isEmpty, let published else { return false }
    return responses.allSatisfy { $0.position == .noReply } && published.adding(months: 6) < day
  }

  // MARK: All of them

  /// The recommendations that are followed: those of the report, and proposals that were judged.
  package func followed(_ items: [Recommendation]) -> [Recommendation] {
    items.filter {
      $0.standing == .recommendation || histories[$0.id]?.assessments.isEmpty == false
    }
  }

  /// How many of some recommendations have each status, in the order of the statuses; those that
  /// none has are left out.
  package func counts(
    of ids: some Sequence<String>, on day: Period.Point
  ) -> [(status: AssessmentStatus, count: Int)] {
    var counts: [AssessmentStatus: Int] = [:]
    for id in ids { counts[outcome(of: id, on: day).status, default: 0] += 1 }
    return AssessmentStatus.allCases.compactMap { status in
      counts[status].map { (status, $0) }
    }
  }

  /// The judgements that became known after one day and up to another, by day, each with what the
  /// same assessor had said before.
  package func changes(after start: Period.Point, to end: Period.Point) -> [OutcomeChange] {
    var changes: [OutcomeChange] = []
    for row in followUp.assessments {
      let day = row.date.lastDay
      guard day > start, day <= end else { continue }
      changes.append(OutcomeChange(before: before(row), assessment: row))
    }
    return changes.enumerated().sorted { left, right in
      (left.element.assessment.date.lastDay, left.offset)
        < (right.element.assessment.date.lastDay, right.offset)
    }.map(\.element)
  }

  /// What the assessor of a row had last said of the same thing.
  private func before(_ row: Assessment) -> Assessment? {
    let rows = histories[row.recommendation]?.assessments ?? []
    guard let place = rows.firstIndex(where: { $0.id == row.id }) else { return nil }
    return rows[..<place].last { $0.scope == row.scope }
  }
}
