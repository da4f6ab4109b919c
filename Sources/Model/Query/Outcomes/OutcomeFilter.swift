package import Records

/// Which recommendations to show by what became of them.
package struct OutcomeFilter: Hashable, Sendable {
  /// A mark of an outcome that can be asked for.
  package enum Mark: String, CaseIterable, Sendable {
    case open, closed, disputed, stale, overdue, otherwise, unanswered

    /// The mark as shown.
    package var title: String {
      switch self {
      case .open: "Open"
      case .closed: "Closed"
      case .disputed: "Disputed"
      case .stale: "Due for review"
      case .overdue: "Overdue"
      case .otherwise: "Judged differently"
      case .unanswered: "Unanswered"
      }
    }
  }

  /// The statuses, one of which must be the leading one; empty for all.
  package var statuses: Set<AssessmentStatus> = []
  /// The marks, at least one of which must apply; empty for all.
  package var marks: Set<Mark> = []
  /// The ids of assessors, at least one of whom must have judged; empty for all.
  package var assessors: Set<String> = []

  /// A filter that lets everything through.
  package init() {}

  /// Whether anything is left out.
  package var isFiltering: Bool { !statuses.isEmpty || !marks.isEmpty || !assessors.isEmpty }

  /// Whether an outcome matches.
  package func matches(_ outcome: Outcome) -> Bool {
    (statuses.isEmpty || statuses.contains(outcome.status))
      && (marks.isEmpty || marks.contains { outcome.has($0) })
      && (assessors.isEmpty || outcome.judgements.contains { assessors.contains($0.assessor) })
  }
}

extension Outcome {
  /// Whether a mark applies.
  package func has(_ mark: OutcomeFilter.Mark) -> Bool {
    switch mark {
    case .open: group == .open
    case .closed: group == .closed
    case .disputed: isDisputed
    case .stale: isStale
    case .overdue: isOverdue
    case .otherwise: !otherwise.isEmpty
    case .unanswered: isUnanswered
    }
  }
}
