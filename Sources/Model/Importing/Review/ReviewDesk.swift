import Records
import Text

/// A review with the text that the report's lines are counted in.
package struct ReviewDesk: Sendable {
  /// The review.
  package var review: Review
  /// The lines of the original; empty if the text is not at hand.
  package let original: [String]

  /// A line of the original beside a candidate.
  package struct PassageLine: Hashable, Sendable {
    /// Its number, counted from 1.
    package let number: Int
    /// Its text.
    package let text: String
    /// Whether it is the candidate's own.
    package let isOwn: Bool
  }

  /// A desk.
  ///
  /// - Parameter original: The bytes of the text beside the folder; empty if it is not there.
  package init(_ review: Review, original: [UInt8]) {
    self.review = review
    self.original = original.isEmpty ? [] : SourceLines(original).lines
  }

  /// The original's lines at a candidate, with some before and after; empty without the text or the
  /// lines.
  ///
  /// - Parameter margin: How many lines there are before and after.
  package func passage(of item: Review.Item, margin: Int) -> [PassageLine] {
    let lines = item.isReport ? 1...20 : item.candidate.place?.lines
    guard let lines, lines.lowerBound <= original.count else { return [] }
    let first = max(1, lines.lowerBound - margin)
    let last = min(original.count, min(lines.upperBound, lines.lowerBound + 400) + margin)
    return (first...last).map {
      PassageLine(
        number: $0, text: original[$0 - 1], isOwn: !item.isReport && lines.contains($0))
    }
  }

  /// A candidate's text for readers, one paragraph each.
  package static func paragraphs(_ item: Review.Item) -> [String] {
    FileParts(item.candidate.text).units.map { MarkdownText.plain($0.text) }
  }

  /// How far the review is: `12 of 47, about 4 minutes`.
  ///
  /// - Parameter pace: The seconds that a decision takes.
  package func progress(pace: Double = ReviewDesk.usualPace) -> String {
    let (done, all) = review.progress
    let rest = all - done
    if rest == 0 { return "\(done) of \(all), all decided" }
    let minutes = max(1, Int((Double(rest) * pace / 60).rounded(.up)))
    return "\(done) of \(all), about \(minutes) minute\(minutes == 1 ? "" : "s")"
  }

  /// The seconds that a decision usually takes: reading a sentence and its surroundings.
  package static let usualPace = 7.0
}
