package import Records

/// What had become of a recommendation by a day, as far as lists and filters need it.
///
/// It takes no memory of its own, so that thousands can be worked out between two frames; `Outcome`
/// has the judgements behind it.
package struct OutcomeSummary: Hashable, Sendable {
  /// The status of the judgement that leads; not assessed if nobody has judged.
  package var status = AssessmentStatus.notAssessed
  /// How far it got, by the judgement that leads.
  package var extent: AssessmentExtent?
  /// Whether two assessors disagree.
  package var isDisputed = false
  /// Whether it is open and past its date.
  package var isOverdue = false
  /// Whether it is open and the judgement that leads is older than the dossier's review interval.
  package var isStale = false
  /// Whether others say otherwise than the judgement that leads, whenever they judged.
  package var isJudgedOtherwise = false
  /// Whether half a year after the report no addressee had answered.
  ///
  /// Never if the dossier records no answer to anything, because then it does not collect them.
  package var isUnanswered = false

  /// Whether more can be expected.
  package var group: AssessmentStatus.Group { status.group }

  /// Whether a mark applies.
  package func has(_ mark: OutcomeFilter.Mark) -> Bool {
    switch mark {
    case .open: group == .open
    case .closed: group == .closed
    case .disputed: isDisputed
    case .stale: isStale
    case .overdue: isOverdue
    case .otherwise: isJudgedOtherwise
    case .unanswered: isUnanswered
    }
  }

  /// The marks that a list shows after the status, the most pressing first, in a sign each: `!`
  /// disputed, `>` overdue, `~` stale.
  package var signs: String {
    [OutcomeFilter.Mark.disputed, .overdue, .stale].filter(has).map(\.sign).joined()
  }
}

/// What had become of all recommendations by a day.
package struct DayOutcomes: Sendable {
  /// The history.
  package let outcomes: Outcomes
  /// The day by whose end it is told.
  package let day: Period.Point

  /// The outcomes by a day.
  package init(_ outcomes: Outcomes, by day: Period.Point) {
    self.outcomes = outcomes
    self.day = day
  }

  /// The outcomes by the last day on which a dossier knows something.
  package init(_ dossier: Dossier) {
    outcomes = Outcomes(dossier)
    day = outcomes.lastDay
  }

  /// What had become of a recommendation.
  package func summary(of id: String) -> OutcomeSummary { outcomes.summary(of: id, on: day) }

  /// Whether a recommendation matches a filter.
  package func matches(_ filter: OutcomeFilter, _ id: String) -> Bool {
    guard filter.isFiltering else { return true }
    if !filter.statuses.isEmpty || !filter.marks.isEmpty {
      let summary = summary(of: id)
      guard filter.statuses.isEmpty || filter.statuses.contains(summary.status),
        filter.marks.isEmpty || filter.marks.contains(where: summary.has)
      else { return false }
    }
    return filter.assessors.isEmpty
      || filter.assessors.contains { outcomes.hasJudged($0, id, by: day) }
  }
}
