/// What has become of a recommendation, in one of eight words.
///
/// The raw value is the word of a dossier's table. How the words of other trackers map to these is
/// in `TrackerWords`.
package enum AssessmentStatus: String, CaseIterable, Sendable {
  case notAssessed = "not-assessed"
  case noAction = "no-action"
  case inProgress = "in-progress"
  case partlyImplemented = "partly-implemented"
  case implemented
  case notImplemented = "not-implemented"
  case resolvedOtherwise = "resolved-otherwise"
  /// Done or begun, and then undone.
  case reversed

  /// Whether more can be expected.
  package enum Group: String, CaseIterable, Sendable {
    case unknown, open, closed
  }

  /// Whether more can be expected of a recommendation with this status.
  package var group: Group {
    switch self {
    case .notAssessed: .unknown
    case .noAction, .inProgress, .partlyImplemented: .open
    case .implemented, .notImplemented, .resolvedOtherwise, .reversed: .closed
    }
  }

  /// The status as shown: `Partly implemented`.
  package var title: String {
    switch self {
    case .notAssessed: "Not assessed"
    case .noAction: "No action"
    case .inProgress: "In progress"
    case .partlyImplemented: "Partly implemented"
    case .implemented: "Implemented"
    case .notImplemented: "Not implemented"
    case .resolvedOtherwise: "Resolved otherwise"
    case .reversed: "Reversed"
    }
  }

  /// The status for narrow columns, in words of at most nine letters: `Not impl.`.
  package var shortTitle: String {
    switch self {
    case .notAssessed: "Not assessed"
    case .noAction: "No action"
    case .inProgress: "In progress"
    case .partlyImplemented: "Partly"
    case .implemented: "Impl."
    case .notImplemented: "Not impl."
    case .resolvedOtherwise: "Otherwise"
    case .reversed: "Reversed"
    }
  }

  /// How far it got, in steps from 0 for nothing to 3 for all of it; nil if it is not known.
  ///
  /// What was refused or undone is as far as what was never begun.
  package var step: Int? {
    switch self {
    case .notAssessed: nil
    case .noAction, .notImplemented, .reversed: 0
    case .inProgress: 1
    case .partlyImplemented: 2
    case .implemented, .resolvedOtherwise: 3
    }
  }
}

/// How far something under way has got, as in the European Union's five steps of progress.
package enum AssessmentExtent: String, CaseIterable, Sendable {
  case limited, some, substantial

  /// The place among the three, from 1.
  package var step: Int {
    switch self {
    case .limited: 1
    case .some: 2
    case .substantial: 3
    }
  }
}

/// How sure an assessor is.
package enum AssessmentConfidence: String, CaseIterable, Sendable {
  case high, medium, low
}
