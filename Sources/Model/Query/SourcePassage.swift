package import Records

/// The lines of the original that a locator names, with some lines around them.
package struct SourcePassage: Hashable, Sendable {
  /// A line of the original.
  package struct Line: Hashable, Sendable, Identifiable {
    /// Its number, counted from 1.
    package var number: Int
    /// Its text, safe to show.
    package var text: String
    /// Whether it is one of the named lines, not only near them.
    package var isNamed: Bool

    /// The line's number.
    package var id: Int { number }
  }

  /// Where the passage was found.
  package enum Standing: Hashable, Sendable {
    /// Where the locator says, with its words if it has any.
    case inPlace
    /// The words are elsewhere in this copy.
    case moved
    /// At least half of the words are in these lines; all of them are nowhere.
    case similar
    /// The words are not in this copy; the lines are those of the locator.
    case unconfirmed
    /// The lines are not in this copy.
    case outside
  }

  /// Where it was found.
  package var standing: Standing
  /// The lines that are shown as the passage.
  package var lines: ClosedRange<Int>
  /// The lines and those around them; empty if the place is outside the text.
  package var text: [Line]
}

extension OriginalText {
  /// The lines of a locator; if its words are elsewhere in this copy, the nearest lines.
  ///
  /// - Parameter context: How many lines before and after to add.
  package func passage(_ locator: Locator, context: Int = 2) -> SourcePassage {
    // A page alone cannot be found in a text that has none.
    var lines = locator.lines ?? 0...0
    var standing = SourcePassage.Standing.inPlace
    if !locator.words.isEmpty, !contains(locator.words, in: lines) {
      let whole = nearest(locator.words, to: lines.lowerBound)
      if let found = whole ?? nearestPart(of: locator.words, to: lines.lowerBound) {
        standing = whole == nil ? .similar : .moved
        // The passage has the same length as there; its words are usually at its start.
        let length = min(lines.count - 1, lineCount - found.lowerBound)
        lines = found.lowerBound...max(found.upperBound, found.lowerBound + length)
      } else {
        standing = .unconfirmed
      }
    }
    guard lines.lowerBound >= 1, lines.lowerBound <= lineCount else {
      return SourcePassage(standing: .outside, lines: lines, text: [])
    }
    let named = lines.clamped(to: 1...lineCount)
    let context = min(max(0, context), 1000)
    let first = max(1, named.lowerBound - context)
    let last = min(lineCount, named.upperBound + context)
    let text = (first...last).map {
      SourcePassage.Line(number: $0, text: line($0), isNamed: named.contains($0))
    }
    return SourcePassage(standing: standing, lines: named, text: text)
  }
}
