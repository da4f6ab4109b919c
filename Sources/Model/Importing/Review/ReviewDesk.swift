import Records
import Text

/// A review with the text that the report's lines are counted in.
package struct ReviewDesk: Sendable {
  /// The review.
  package var review: Review
  /// The lines of the original; empty if the text is not at hand.
  package let original: [String]

  /// A paragraph of the original beside a candidate.
  package struct Passage: Hashable, Sendable {
    /// Its text.
    package var text: String
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

  /// The original's paragraphs at a candidate, with some lines before and after; empty without the
  /// text or the lines.
  ///
  /// - Parameter margin: How many lines there are before and after.
  package func passage(of item: Review.Item, margin: Int) -> [Passage] {
    let lines = item.isReport ? 1...20 : item.candidate.place?.lines
    guard let lines, lines.lowerBound <= original.count else { return [] }
    let first = max(1, lines.lowerBound - margin)
    let own = min(lines.upperBound, lines.lowerBound + 400)
    let last = min(original.count, own + margin)
    var result: [Passage] = []
    var isOpen = false
    for number in first...last {
      let line = original[number - 1].trimmed
      let isOwn = !item.isReport && lines.contains(number)
      if line.isEmpty {
        isOpen = false
      } else if isOpen, let end = result.indices.last, result[end].isOwn == isOwn {
        result[end].text += " " + line
      } else {
        result.append(Passage(text: line, isOwn: isOwn))
        isOpen = true
      }
    }
    return result
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
