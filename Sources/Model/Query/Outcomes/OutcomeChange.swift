package import Records

/// A judgement beside what the same assessor had said of the same thing before.
package struct OutcomeChange: Sendable {
  /// The judgement before; nil if this is the first.
  package let before: Assessment?
  /// The new judgement.
  package let assessment: Assessment

  /// What moved: `In progress → Implemented`; `first: In progress`; `still In progress`.
  package var title: String {
    guard let before else { return "first: \(assessment.title)" }
    return before.title == assessment.title
      ? "still \(assessment.title)" : "\(before.title) → \(assessment.title)"
  }
}
