/// What one assessor says of a recommendation on one day.
package struct Assessment: Hashable, Sendable, Identifiable {
  /// The id, unique in the table; by default its recommendation, assessor and date.
  package var id: String
  /// The id of the recommendation.
  package var recommendation: String
  /// The number of the part that is judged, from 1; nil for all of it.
  package var part: Int?
  /// The id of the one addressee whose share is judged; empty for all.
  package var addressee: String
  /// The day or month that the judgement describes.
  package var date: Period
  /// When this state was reached; nil if that is not known.
  package var since: Period?
  /// The id of the assessor.
  package var assessor: String
  /// The judgement.
  package var status: AssessmentStatus
  /// How far it got, for what is under way.
  package var extent: AssessmentExtent?
  /// What the judgement rests on, in a sentence.
  package var evidence: String
  /// The sources of the evidence.
  package var sources: [SourceMention]
  /// The ids of the events that show it.
  package var events: [String]
  /// The ids of the indicators that show it.
  package var indicators: [String]
  /// How sure the assessor is; nil if not stated.
  package var confidence: AssessmentConfidence?
  /// What readers must know about it.
  package var note: String

  /// A judgement; what is not needed for its status can be set later.
  package init(
    id: String = "", recommendation: String, part: Int? = nil, addressee: String = "",
    date: Period, since: Period? = nil, assessor: String, status: AssessmentStatus,
    extent: AssessmentExtent? = nil, evidence: String = "", sources: [SourceMention] = [],
    events: [String] = [], indicators: [String] = [], confidence: AssessmentConfidence? = nil,
    note: String = ""
  ) {
    self.id = id.isEmpty ? "\(recommendation)-\(assessor)-\(date)" : id
    self.recommendation = recommendation
    self.part = part
    self.addressee = addressee
    self.date = date
    self.since = since
    self.assessor = assessor
    self.status = status
    self.extent = extent
    self.evidence = evidence
    self.sources = sources
    self.events = events
    self.indicators = indicators
    self.confidence = confidence
    self.note = note
  }

  /// The status with its extent: `Partly implemented, limited`.
  package var title: String {
    extent.map { "\(status.title), \($0.rawValue)" } ?? status.title
  }

  /// What exactly is judged: a later judgement with the same scope takes its place.
  package var scope: Scope { Scope(assessor: assessor, addressee: addressee, part: part) }

  /// Whose judgement of what: an assessor's of the whole, of one part, or of one addressee's share.
  package struct Scope: Hashable, Sendable {
    package var assessor: String
    package var addressee: String
    package var part: Int?

    /// Whether all of the recommendation is judged.
    package var isWhole: Bool { addressee.isEmpty && part == nil }

    /// Whether two judgements are about the same thing at least in part.
    package func meets(_ other: Scope) -> Bool {
      (addressee.isEmpty || other.addressee.isEmpty || addressee == other.addressee)
        && (part == nil || other.part == nil || part == other.part)
    }
  }
}
