/// A passage that may be a recommendation, with the rule that found it.
package struct Candidate: Sendable {
  /// How much the rule can be trusted.
  package enum Tier: String, CaseIterable, Sendable {
    /// The report labels it as a recommendation.
    case sure
    /// It stands where recommendations stand.
    case likely
    /// The text recommends something in passing.
    case mentioned
  }

  /// How sure it is.
  package var tier: Tier
  /// The rule that found it, in a word or two.
  package var rule: String
  /// Its label as printed: `Recommendation 1`, `3a`; empty if it has none.
  package var label: String
  /// Its text, as printed.
  package var paragraphs: [SourceBlock]
  /// The chapter that it stands in, counted from 0.
  package var chapter: Int
  /// Whether it stands in a summary, an annex or another copy of the list.
  package var isCopy: Bool
  /// Where it stands again.
  package var copies: [SourceBlock] = []
  /// Who is asked, in the report's words; empty if the rule found nobody.
  package var addressee = ""

  /// What it asks, on one line, without its label.
  package var text: String { paragraphs.map(\.text).joined(separator: " ") }
  /// Its lines in the plain text.
  package var lines: ClosedRange<Int> {
    let first = paragraphs.map(\.lines.lowerBound).min() ?? 1
    return first...max(first, paragraphs.map(\.lines.upperBound).max() ?? first)
  }
}
