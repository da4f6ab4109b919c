package import Records
import Text

/// The words in which known trackers say what became of a recommendation, and what they are here.
///
/// A word is compared without case, hyphens and punctuation. Where a tracker's word covers two of
/// ours, the more cautious one is taken, and `isLoose` says so.
package struct TrackerWords: Sendable {
  /// What a word of a tracker is here.
  package struct Meaning: Hashable, Sendable {
    package var status: AssessmentStatus
    package var extent: AssessmentExtent?
    /// Whether the tracker's word covers more than ours.
    package var isLoose: Bool

    init(_ status: AssessmentStatus, _ extent: AssessmentExtent? = nil, isLoose: Bool = false) {
      self.status = status
      self.extent = extent
      self.isLoose = isLoose
    }
  }

  /// A tracker whose tables can be imported.
  package enum Tracker: String, CaseIterable, Sendable {
    /// U.S. Government Accountability Office: the recommendations database.
    case gao
    /// European Commission and Parliament: country-specific recommendations.
    case csr
    /// Open Government Partnership: commitments assessed by the Independent Reporting Mechanism.
    case ogp
    /// United Nations Universal Human Rights Index and IMPACT OSS.
    case uhri
    /// The words of a dossier's own table.
    case own
  }

  /// What a word of a tracker means; nil if the tracker does not use it.
  package static func meaning(of word: String, in tracker: Tracker) -> Meaning? {
    table(tracker)[key(word)]
  }

  /// What a word means in whichever tracker uses it.
  static func any(_ word: String) -> Meaning? {
    Tracker.allCases.lazy.compactMap { meaning(of: word, in: $0) }.first
  }

  /// The words of a tracker, for a message.
  package static func words(of tracker: Tracker) -> [String] { table(tracker).keys.sorted() }

  private static func key(_ word: String) -> String {
    Folding.fold(word).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func table(_ tracker: Tracker) -> [String: Meaning] {
    switch tracker {
    case .gao: gao
    case .csr: csr
    case .ogp: ogp
    case .uhri: uhri
    case .own: own
    }
  }

  /// GAO, "Recommendations Database", status legend of its report pages.
  private static let gao: [String: Meaning] = [
    "open": Meaning(.inProgress, isLoose: true),
    "open partially addressed": Meaning(.partlyImplemented),
    "closed implemented": Meaning(.implemented),
    "closed not implemented": Meaning(.notImplemented),
    "priority open": Meaning(.inProgress, isLoose: true),
  ]

  /// European Commission, country reports: the assessment categories of the 2016 European Semester.
  private static let csr: [String: Meaning] = [
    "no progress": Meaning(.noAction),
    "limited progress": Meaning(.inProgress, .limited),
    "some progress": Meaning(.partlyImplemented, .some),
    "substantial progress": Meaning(.partlyImplemented, .substantial),
    "full progress": Meaning(.implemented), "fully addressed": Meaning(.implemented),
    "full implementation": Meaning(.implemented),
    "not assessed": Meaning(.notAssessed),
  ]

  /// Open Government Partnership, IRM procedures manual: levels of completion.
  private static let ogp: [String: Meaning] = [
    "not started": Meaning(.noAction),
    "limited": Meaning(.inProgress, .limited),
    "substantial": Meaning(.partlyImplemented, .substantial),
    "complete": Meaning(.implemented), "completed": Meaning(.implemented),
    "withdrawn": Meaning(.notImplemented), "no evidence available": Meaning(.notAssessed),
  ]

  /// IMPACT OSS, guide to its national recommendations tracking database.
  private static let uhri: [String: Meaning] = [
    "not started": Meaning(.noAction), "planned": Meaning(.noAction, isLoose: true),
    "in progress": Meaning(.inProgress), "ongoing": Meaning(.inProgress),
    "partially implemented": Meaning(.partlyImplemented),
    "implemented": Meaning(.implemented), "completed": Meaning(.implemented),
    "not implemented": Meaning(.notImplemented), "discontinued": Meaning(.notImplemented),
    "no data": Meaning(.notAssessed),
  ]

  private static let own = Dictionary(
    uniqueKeysWithValues: AssessmentStatus.allCases.map { (key($0.rawValue), Meaning($0)) })
}
