import Query
import Records

/// Going through the days on which it became known what became of recommendations.
extension Updater {
  /// Tells outcomes by a day from now on.
  mutating func show(by day: Period.Point) {
    state.asOf = day < library.latestDay ? day : nil
    state.notice = keys.sentence(
      "As of \(day.title) in every view", .laterDay, "goes on, and in the end to the latest day")
  }

  /// Goes to the nearest day before or after the shown one on which something became known.
  mutating func goToDay(isLater: Bool) {
    let day = state.day(library)
    let days = library.outcomes.days.filter { $0 <= library.latestDay }
    guard !days.isEmpty else {
      state.notice = "The dossier does not say what became of its recommendations."
      return
    }
    if let next = isLater ? days.first(where: { $0 > day }) : days.last(where: { $0 < day }) {
      // The last day is the latest one, with which the screens start.
      state.asOf = next == days.last ? nil : next
      let count =
        library.outcomes.judgementCount(by: next)
        - library.outcomes.judgementCount(by: next.before)
      state.notice =
        state.asOf == nil
        ? "As of \(next.title), the latest day."
        : keys.sentence(
          "As of \(next.title); \(count) new judgement\(count == 1 ? "" : "s")",
          .clearFilter, "leads back to the latest day")
    } else if isLater, state.asOf != nil {
      state.asOf = nil
    } else {
      state.notice = isLater ? "This is the latest day." : "Nothing was judged before this day."
    }
  }
}
