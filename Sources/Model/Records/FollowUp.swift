/// What the dossier knows of what became of its recommendations.
///
/// Only what somebody said is kept here; whether something is open, late or disputed follows from it
/// for any day, see `Outcome`.
package struct FollowUp: Sendable {
  /// Who judges, in the order that settles which judgement leads.
  package var assessors: [Assessor] = []
  /// After how many months a judgement is stale.
  package var reviewEvery = 12
  /// The last day on which judgements are expected; nil for today.
  package var assessedTo: Period?
  /// The judgements, in the order of the table.
  package var assessments: [Assessment] = []
  /// What addressees said, in the order of the table.
  package var responses: [Response] = []
  /// The dates that were set, in the order of the table.
  package var deadlines: [Deadline] = []

  /// Nothing known.
  package init() {}

  /// Whether nothing is known.
  package var isEmpty: Bool { assessments.isEmpty && responses.isEmpty && deadlines.isEmpty }

  /// The name of an assessor; the id itself when the index does not list it.
  package func assessor(_ id: String) -> String { assessors.first { $0.id == id }?.name ?? id }
}
