package import Records

/// What became of every recommendation, for any day.
///
/// The rows are put in order once; a summary of one recommendation on one day then takes time in
/// proportion to its own rows, and no memory.
package struct Outcomes: Sendable {
  /// The rows on one recommendation, each list by the day on which it became known.
  private struct History {
    /// The judgements; their slots are numbered in the order in which they are shown.
    var judgements: [JudgementKey] = []
    var slots = 0
    var responses: [Response] = []
    var deadlines: [Deadline] = []
  }

  private var places: [String: Int] = [:]
  private var histories: [History] = []
  private let followUp: FollowUp
  private let kinds: [String: Assessor.Kind]
  /// The numbers of assessors: those of the index in its order, then others.
  private var assessors: [String: Int] = [:]
  private let published: Period.Point?
  /// All judgements by the day on which they became known; rows of one day in their order.
  private let order: [JudgementKey]
  /// The days on which something became known, in order.
  package let days: [Period.Point]

  /// The history that a dossier knows.
  package init(_ dossier: Dossier) {
    let followUp = dossier.followUp
    self.followUp = followUp
    published = dossier.date?.lastDay
    kinds = Dictionary(
      followUp.assessors.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    var numbers = Dictionary(
      followUp.assessors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var addressees = ["": 0]
    func number(_ id: String, in numbers: inout [String: Int], from first: Int) -> Int {
      if let number = numbers[id] { return number }
      numbers[id] = first + numbers.count
      return first + numbers.count - 1
    }
    let named = followUp.assessors.count
    var keys = followUp.assessments.indices.map { row in
      let judgement = followUp.assessments[row]
      return JudgementKey(
        judgement, row: row,
        assessor: number(judgement.assessor, in: &numbers, from: named),
        addressee: number(judgement.addressee, in: &addressees, from: 0),
        reviewEvery: followUp.reviewEvery)
    }
    keys.sort { ($0.day, $0.row) < ($1.day, $1.row) }
    order = keys
    assessors = numbers
    var known = Set(keys.map { followUp.assessments[Int($0.row)].date.lastDay })
    for key in keys {
      let place = Self.place(followUp.assessments[Int(key.row)].recommendation, &places, &histories)
      histories[place].judgements.append(key)
    }
    for row in Self.ordered(followUp.responses, by: \.date) {
      known.insert(row.date.lastDay)
      histories[Self.place(row.recommendation, &places, &histories)].responses.append(row)
    }
    for row in Self.ordered(followUp.deadlines, by: \.date) {
      known.insert(row.date.lastDay)
      histories[Self.place(row.recommendation, &places, &histories)].deadlines.append(row)
    }
    days = known.sorted()
    for place in histories.indices { Self.number(&histories[place], named: named) }
  }

  private static func place(
    _ id: String, _ places: inout [String: Int], _ histories: inout [History]
  ) -> Int {
    if let place = places[id] { return place }
    places[id] = histories.count
    histories.append(History())
    return histories.count - 1
  }

  /// Rows by the last day of their period; those of one day keep their order.
  private static func ordered<Row>(_ rows: [Row], by date: KeyPath<Row, Period>) -> [Row] {
    let days = rows.map { $0[keyPath: date].lastDay }
    return rows.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { rows[$0] }
  }

  /// Numbers the slots of a history: by assessor, the whole before parts and shares, then by which
  /// came first.
  ///
  /// - Parameter named: How many assessors the index names; the others have no order.
  private static func number(_ history: inout History, named: Int) {
    var firsts: [Int] = []
    var slots: [Int] = []
    for (place, key) in history.judgements.enumerated() {
      let slot = firsts.firstIndex { first in
        let other = history.judgements[first]
        return other.assessor == key.assessor && other.addressee == key.addressee
          && other.part == key.part
      }
      slots.append(slot ?? firsts.count)
      if slot == nil { firsts.append(place) }
    }
    let ranked = firsts.indices.sorted { left, right in
      func rank(_ slot: Int) -> (Int, Int, Int) {
        let key = history.judgements[firsts[slot]]
        return (min(Int(key.assessor), named), key.isWhole ? 0 : 1, slot)
      }
      return rank(left) < rank(right)
    }
    var numbers = [Int32](repeating: 0, count: ranked.count)
    for (number, slot) in ranked.enumerated() { numbers[slot] = Int32(number) }
    for place in history.judgements.indices {
      history.judgements[place].slot = numbers[slots[place]]
    }
    history.slots = firsts.count
  }

  /// Whether there is anything to tell.
  package var isEmpty: Bool { histories.isEmpty }

  /// The day to show unless another is asked for: today, or the last day on which the dossier
  /// expects judgements, whichever is earlier.
  ///
  /// A row of a later day counts as expected.
  package func latestDay(today: Period.Point) -> Period.Point {
    guard let expected = followUp.assessedTo?.lastDay else { return today }
    return min(max(expected, days.last ?? expected), today)
  }

  /// The last day on which the dossier knows something: where it says so itself, or that of its
  /// last row.
  package var lastDay: Period.Point {
    latestDay(today: days.last ?? Period.Point(year: 9999, month: 12, day: 31))
  }

  /// All judgements of a recommendation that were known on a day, the latest first.
  package func judgements(of id: String, on day: Period.Point) -> [Assessment] {
    (places[id].map { histories[$0].judgements } ?? []).prefix { $0.day <= day.order }.reversed()
      .map { followUp.assessments[Int($0.row)] }
  }

  /// Whether an assessor had judged a recommendation by a day.
  package func hasJudged(_ assessor: String, _ id: String, by day: Period.Point) -> Bool {
    guard let place = places[id], let number = assessors[assessor] else { return false }
    return histories[place].judgements.contains { $0.day <= day.order && $0.assessor == number }
  }

  /// The ids of those who had judged a recommendation by a day.
  package func assessors(of id: String, by day: Period.Point) -> Set<String> {
    guard let place = places[id] else { return [] }
    return Set(
      histories[place].judgements.prefix { $0.day <= day.order }
        .map { followUp.assessments[Int($0.row)].assessor })
  }

  /// The current judgements on a day, in order: the last one of each slot.
  private func withCurrent<Result>(
    _ history: History, on day: Int32, _ body: (UnsafeBufferPointer<JudgementKey>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: JudgementKey.self, capacity: history.slots) { current in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: history.slots) { last in
        last.initialize(repeating: -1)
        return history.judgements.withUnsafeBufferPointer { keys in
          for place in keys.indices {
            if keys[place].day > day { break }
            last[Int(keys[place].slot)] = Int32(place)
          }
          var count = 0
          for place in last where place >= 0 {
            current.initializeElement(at: count, to: keys[Int(place)])
            count += 1
          }
          return body(UnsafeBufferPointer(rebasing: current[..<count]))
        }
      }
    }
  }

  /// The judgement that leads among the current ones.
  private func headline(_ current: UnsafeBufferPointer<JudgementKey>) -> JudgementKey? {
    current.first(where: \.isWhole) ?? current.first
  }

  /// The judgement of a recommendation that leads on a day; nil if nobody had judged.
  package func leading(of id: String, on day: Period.Point) -> Assessment? {
    guard let place = places[id] else { return nil }
    return withCurrent(histories[place], on: day.order) { current in
      headline(current).map { followUp.assessments[Int($0.row)] }
    }
  }

  /// What had become of a recommendation by the end of a day, in short.
  package func summary(of id: String, on day: Period.Point) -> OutcomeSummary {
    guard let place = places[id] else {
      return OutcomeSummary(isUnanswered: isUnanswered([], on: day))
    }
    return summary(histories[place], on: day)
  }

  private func summary(_ history: History, on day: Period.Point) -> OutcomeSummary {
    withCurrent(history, on: day.order) { current in
      let headline = headline(current)
      var summary = OutcomeSummary()
      summary.status = headline?.status ?? .notAssessed
      summary.extent = headline?.extent
      summary.isStale = headline?.isStale(on: day.order) ?? false
      summary.isDisputed = current.contains { row in current.contains(where: row.isDisputed) }
      summary.isJudgedOtherwise =
        headline.map { headline in current.contains { $0.differs(from: headline) } } ?? false
      if !history.deadlines.isEmpty {
        summary.isOverdue = overdueMonths(history, summary.group, on: day) != nil
      }
      if !followUp.responses.isEmpty {
        summary.isUnanswered = isUnanswered(responses(history, on: day), on: day)
      }
      return summary
    }
  }

  /// What had become of a recommendation by the end of a day.
  package func outcome(of id: String, on day: Period.Point) -> Outcome {
    let history = places[id].map { histories[$0] } ?? History()
    return withCurrent(history, on: day.order) { current in
      func rows(_ keys: some Sequence<JudgementKey>) -> [Assessment] {
        keys.map { followUp.assessments[Int($0.row)] }
      }
      let headline = headline(current)
      let judgements = rows(current)
      let leading = headline.map { followUp.assessments[Int($0.row)] }
      let deadlines = history.deadlines.prefix { $0.date.lastDay <= day }
      let isLate =
        leading?.status == .implemented
        && (leading?.since.flatMap { since in
          deadlines.first.map { $0.due.lastDay < since.firstDay }
        } ?? false)
      let summary = summary(history, on: day)
      return Outcome(
        recommendation: id, day: day, summary: summary, judgements: judgements,
        headline: leading, responses: responses(history, on: day),
        deadlines: Self.last(deadlines) { $0.addressee },
        overdueMonths: overdueMonths(history, summary.group, on: day), isLate: isLate,
        slips: deadlines.count - Set(deadlines.map(\.addressee)).count,
        disputed: rows(current.filter { row in current.contains(where: row.isDisputed) }),
        otherwise: rows(
          headline.map { headline in current.filter { $0.differs(from: headline) } } ?? []),
        isSelfAssessed: !judgements.isEmpty
          && judgements.allSatisfy { kinds[$0.assessor] == .addressee })
    }
  }

  private func overdueMonths(
    _ history: History, _ group: AssessmentStatus.Group, on day: Period.Point
  ) -> Int? {
    guard group != .closed else { return nil }
    let known = Self.last(history.deadlines.prefix { $0.date.lastDay <= day }) { $0.addressee }
    guard let due = known.map(\.due.lastDay).max(), due < day else { return nil }
    return day.months(since: due)
  }

  private func responses(_ history: History, on day: Period.Point) -> [Response] {
    Self.last(history.responses.prefix { $0.date.lastDay <= day }) { $0.addressee }
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
    items.filter(isFollowed)
  }

  /// Whether a recommendation is followed.
  package func isFollowed(_ item: Recommendation) -> Bool {
    if histories.isEmpty { return false }
    return item.standing == .recommendation
      || places[item.id].map { !histories[$0].judgements.isEmpty } ?? false
  }

  /// The status of a recommendation on a day in words, with its remarks; empty if it is not
  /// followed.
  package func status(of item: Recommendation, on day: Period.Point) -> String {
    guard isFollowed(item) else { return "" }
    let outcome = outcome(of: item.id, on: day)
    return ([outcome.title.lowercased()] + outcome.remarks).joined(separator: ", ")
  }

  /// How many of some recommendations have each status, in the order of the statuses; those that
  /// none has are left out.
  package func counts(
    of ids: some Sequence<String>, on day: Period.Point
  ) -> [(status: AssessmentStatus, count: Int)] {
    var counts: [AssessmentStatus: Int] = [:]
    for id in ids { counts[summary(of: id, on: day).status, default: 0] += 1 }
    return AssessmentStatus.allCases.compactMap { status in
      counts[status].map { (status, $0) }
    }
  }

  /// How many judgements had become known by a day.
  package func judgementCount(by day: Period.Point) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if order[middle].day <= day.order { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The judgements that became known after one day and up to another, by day, each with what the
  /// same assessor had said before.
  ///
  /// - Parameter most: The most that are told, which are the latest; nil for all.
  package func changes(
    after start: Period.Point, to end: Period.Point, most: Int? = nil
  ) -> [OutcomeChange] {
    let last = judgementCount(by: end)
    let first = min(judgementCount(by: start), last)
    return order[max(first, most.map { last - $0 } ?? first)..<last].map { key in
      let row = followUp.assessments[Int(key.row)]
      return OutcomeChange(before: before(key, row.recommendation), assessment: row)
    }
  }

  /// What the assessor of a row had last said of the same thing.
  private func before(_ row: JudgementKey, _ id: String) -> Assessment? {
    guard let keys = places[id].map({ histories[$0].judgements }),
      let place = keys.firstIndex(where: { $0.row == row.row })
    else { return nil }
    return keys[..<place].last { $0.slot == keys[place].slot }
      .map { followUp.assessments[Int($0.row)] }
  }
}
