import Records

/// What of a judgement decides outcomes, as numbers that compare quickly.
struct JudgementKey: Sendable {
  /// The judgement's place in the table.
  let row: Int32
  /// The last day of its date, from which it is known.
  let day: Int32
  /// Whose judgement of what: the place among the scopes of its recommendation.
  var slot: Int32 = 0
  let status: AssessmentStatus
  let extent: AssessmentExtent?
  /// The number of its assessor.
  let assessor: Int32
  /// The number of the addressee whose share is judged; 0 for all.
  let addressee: Int32
  /// The part that is judged; 0 for all.
  let part: Int32
  /// Where its date begins, and up to when a judgement that begins later can contradict it.
  private let start: Int32
  private let disputableTo: Int32
  /// The last day on which it is not stale.
  private let freshTo: Int32

  /// How many months apart two judgements may be and still be about the same state of affairs.
  private static let disputeMonths = 24

  init(
    _ judgement: Assessment, row: Int, assessor: Int, addressee: Int, reviewEvery: Int
  ) {
    let last = judgement.date.lastDay
    self.row = Int32(row)
    day = last.order
    status = judgement.status
    extent = judgement.extent
    self.assessor = Int32(assessor)
    self.addressee = Int32(addressee)
    part = Int32(clamping: judgement.part ?? 0)
    start = judgement.date.firstDay.order
    disputableTo = last.adding(months: Self.disputeMonths).order
    freshTo = last.adding(months: reviewEvery).order
  }

  /// Whether all of the recommendation is judged.
  var isWhole: Bool { addressee == 0 && part == 0 }

  /// Whether it is open and too old on a day.
  func isStale(on day: Int32) -> Bool { status.group == .open && freshTo < day }

  /// Whether both are about the same thing at least in part, by different assessors who can tell.
  private func canBeCompared(with other: JudgementKey) -> Bool {
    assessor != other.assessor
      && (addressee == 0 || other.addressee == 0 || addressee == other.addressee)
      && (part == 0 || other.part == 0 || part == other.part)
      && status.step != nil && other.status.step != nil
  }

  /// Whether two current judgements contradict each other.
  ///
  /// They do if they are by different assessors, about the same thing, within 24 months, and differ
  /// in group or by two steps of status or of extent.
  func isDisputed(with other: JudgementKey) -> Bool {
    guard canBeCompared(with: other), start <= other.disputableTo, other.start <= disputableTo,
      let step = status.step, let otherStep = other.status.step
    else { return false }
    if status.group != other.status.group || abs(step - otherStep) >= 2 { return true }
    guard let extent, let otherExtent = other.extent else { return false }
    return abs(extent.step - otherExtent.step) >= 2
  }

  /// Whether it says something else than another of the same thing.
  func differs(from other: JudgementKey) -> Bool {
    canBeCompared(with: other) && (status != other.status || extent != other.extent)
  }
}

extension Period.Point {
  /// A number that orders days as they follow one another.
  var order: Int32 { Int32(year) * 512 + Int32(month) * 32 + Int32(day) }
}
