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

    /// The sign of the mark in lists; a space if it has none.
    package var sign: String {
      switch self {
      case .disputed: "!"
      case .overdue: ">"
      case .stale: "~"
      case .open, .closed, .otherwise, .unanswered: " "
      }
    }
  }

  /// What is chosen in words: `partly implemented`, `disputed`, `judged by GAO`.
  package func names(in dossier: Dossier) -> [String] {
    AssessmentStatus.furthestFirst.filter(statuses.contains).map { $0.title.lowercased() }
      + Mark.allCases.filter(marks.contains).map { $0.title.lowercased() }
      + dossier.followUp.assessors.filter { assessors.contains($0.id) }
      .map { "judged by \($0.name)" }
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
}
