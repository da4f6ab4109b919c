/// What was promised or demanded for when; a later row moves the date and keeps the old one.
package struct Deadline: Hashable, Sendable {
  /// The id of the recommendation.
  package var recommendation: String
  /// The id of the addressee; empty for all.
  package var addressee: String
  /// When it is due.
  package var due: Period
  /// Who set the date: `report`, `addressee`, `law`, or the id of an assessor.
  package var setBy: String
  /// When the date was set.
  package var date: Period
  /// What is due, in a few words.
  package var what: String
  /// Where it can be read.
  package var sources: [SourceMention]

  /// A date set on a day.
  package init(
    recommendation: String, addressee: String = "", due: Period, setBy: String, date: Period,
    what: String = "", sources: [SourceMention] = []
  ) {
    self.recommendation = recommendation
    self.addressee = addressee
    self.due = due
    self.setBy = setBy
    self.date = date
    self.what = what
    self.sources = sources
  }
}
