/// What an addressee says that it will do with a recommendation.
package struct Response: Hashable, Sendable {
  /// What was said, in the words of the trackers of the United Nations and of audit offices.
  package enum Position: String, CaseIterable, Sendable {
    case accepted
    case acceptedInPart = "accepted-in-part"
    case noted, rejected
    case noReply = "no-reply"

    /// The position as shown.
    package var title: String {
      switch self {
      case .accepted: "Accepted"
      case .acceptedInPart: "Accepted in part"
      case .noted: "Noted"
      case .rejected: "Rejected"
      case .noReply: "No reply"
      }
    }
  }

  /// The id of the recommendation.
  package var recommendation: String
  /// The id of the addressee.
  package var addressee: String
  /// When it was said.
  package var date: Period
  /// What was said.
  package var position: Position
  /// The same in a sentence.
  package var statement: String
  /// Where it can be read.
  package var sources: [SourceMention]
  /// What readers must know about it.
  package var note: String

  /// A response of an addressee on a day.
  package init(
    recommendation: String, addressee: String, date: Period, position: Position,
    statement: String = "", sources: [SourceMention] = [], note: String = ""
  ) {
    self.recommendation = recommendation
    self.addressee = addressee
    self.date = date
    self.position = position
    self.statement = statement
    self.sources = sources
    self.note = note
  }
}
