package import Records

/// What had become of a recommendation by the end of a day, as far as was known then.
///
/// It is a pure function of the dossier's records and the day, see `Outcomes`; nothing of it is
/// stored. A judgement, response or deadline dated by a month or a year is known from its last day.
package struct Outcome: Sendable {
  /// The id of the recommendation.
  package let recommendation: String
  /// The day by whose end it is told.
  package let day: Period.Point
  /// The current judgements: the last of each assessor on the whole, on a part or on one
  /// addressee's share, in the order of the index's assessors.
  package let judgements: [Assessment]
  /// The judgement that leads: the first assessor's who judges the whole, else the first; nil if
  /// nobody has judged.
  package let headline: Assessment?
  /// What each addressee last said, in the order in which they first spoke.
  package let responses: [Response]
  /// The dates in force, one for each addressee that has one.
  package let deadlines: [Deadline]
  /// How many whole months it is past its last date; nil unless it is open and has passed it.
  package let overdueMonths: Int?
  /// Whether it was implemented after the first date set for it.
  package let isLate: Bool
  /// How often a date was moved.
  package let slips: Int
  /// Whether it is open and the judgement that leads is older than the dossier's review interval.
  package let isStale: Bool
  /// The current judgements that are disputed with another assessor.
  package let disputed: [Assessment]
  /// The current judgements of others that say otherwise than the one that leads, in status or
  /// extent, whenever they were made.
  package let otherwise: [Assessment]
  /// Whether every current judgement is by an assessor who was asked.
  package let isSelfAssessed: Bool
  /// Whether half a year after the report no addressee had answered.
  ///
  /// Never if the dossier records no answer to anything, because then it does not collect them.
  package let isUnanswered: Bool

  /// What has become of it; not assessed if nobody has judged.
  package var status: AssessmentStatus { headline?.status ?? .notAssessed }

  /// Whether more can be expected.
  package var group: AssessmentStatus.Group { status.group }

  /// Whether two assessors disagree.
  package var isDisputed: Bool { !disputed.isEmpty }

  /// Whether it is open and past its date.
  package var isOverdue: Bool { overdueMonths != nil }

  /// Whether the judgement that leads has no source.
  package var isBare: Bool {
    headline.map { $0.status != .notAssessed && $0.sources.isEmpty } ?? false
  }

  /// The status with its extent: `Partly implemented, limited`.
  package var title: String { headline?.title ?? AssessmentStatus.notAssessed.title }

  /// What else is to be said, each in a few words, the most pressing first: `disputed`,
  /// `overdue by 7 months`, `due for review`, `judged differently by others in 2016`.
  package var remarks: [String] {
    var remarks: [String] = []
    if isDisputed { remarks.append("disputed") }
    if let overdueMonths {
      remarks.append(
        overdueMonths == 0
          ? "overdue" : "overdue by \(overdueMonths) month\(overdueMonths == 1 ? "" : "s")")
    }
    if isLate { remarks.append("late") }
    if slips > 0 { remarks.append("date moved \(slips == 1 ? "once" : "\(slips) times")") }
    if isStale { remarks.append("due for review") }
    let apart = otherwise.filter { !disputed.contains($0) }
    if !apart.isEmpty {
      let years = Set(apart.map { Int($0.date.last.year) }).sorted().map(String.init)
      remarks.append("judged differently by others in \(years.joined(separator: ", "))")
    }
    if isSelfAssessed { remarks.append("self-assessed") }
    if isUnanswered { remarks.append("unanswered") }
    if isBare { remarks.append("no source") }
    return remarks
  }
}

extension Assessment {
  /// How many months apart two judgements may be and still be about the same state of affairs.
  private static let disputeMonths = 24

  /// Whether two current judgements contradict each other.
  ///
  /// They do if they are by different assessors, about the same thing, within 24 months, and differ
  /// in group or by two steps of status or of extent.
  func isDisputed(with other: Assessment) -> Bool {
    guard assessor != other.assessor, scope.meets(other.scope), let step = status.step,
      let otherStep = other.status.step
    else { return false }
    let (first, last) = date < other.date ? (date, other.date) : (other.date, date)
    guard last.firstDay <= first.lastDay.adding(months: Self.disputeMonths) else { return false }
    if status.group != other.status.group || abs(step - otherStep) >= 2 { return true }
    guard let extent, let otherExtent = other.extent else { return false }
    return abs(extent.step - otherExtent.step) >= 2
  }

  /// Whether a judgement says something else than another of the same thing.
  func differs(from other: Assessment) -> Bool {
    guard assessor != other.assessor, scope.meets(other.scope), status.step != nil,
      other.status.step != nil
    else { return false }
    return status != other.status || extent != other.extent
  }
}
