package import Records
import Text

/// A piece of a line with one style and at most one target.
package struct StyledRun: Hashable, Sendable {
  /// The text, without line ends.
  package var text: String
  /// How it looks.
  package var style: Style
  /// Where it leads, so that views can select it.
  package var target: Target?

  /// A piece of a line.
  package init(_ text: String, _ style: Style = .text, target: Target? = nil) {
    self.text = text
    self.style = style
    self.target = target
  }
}

/// A line of text in several styles.
package struct StyledLine: Hashable, Sendable {
  /// The pieces from left to right.
  package var runs: [StyledRun]

  /// A line of pieces.
  package init(_ runs: [StyledRun] = []) { self.runs = runs }

  /// A line of one piece.
  package init(_ text: String, _ style: Style = .text) { runs = [StyledRun(text, style)] }

  /// The columns that the line takes.
  package var columns: Int { runs.reduce(0) { $0 + $1.text.columns } }

  /// The text without styles.
  package var text: String { runs.reduce(into: "") { $0 += $1.text } }
}

extension TextLayout {
  /// Prose in lines of at most a width, each run with the span's style and target.
  ///
  /// - Parameters:
  ///   - base: The style of plain text. Links take the role of links, emphasis is underlined if a
  ///     theme has no italics, code stays plain.
  ///   - measuring: How wide a character is; nil for its columns.
  package static func wrap(
    _ spans: [Span], to width: Int, _ base: Style = .text,
    measuring: ((Character) -> Int)? = nil
  ) -> [StyledLine] {
    var characters: [Character] = []
    var owners: [Int] = []
    for (number, span) in spans.enumerated() {
      for character in span.text {
        characters.append(span.isLineBreak ? "\n" : character)
        owners.append(number)
      }
    }
    characters = fitted(characters, to: width)
    return LineBreaks.ranges(characters, width: width, measuring: measuring).map { range in
      var line = StyledLine()
      var index = range.lowerBound
      while index < range.upperBound {
        let owner = owners[index]
        var end = index + 1
        while end < range.upperBound, owners[end] == owner { end += 1 }
        let span = spans[owner]
        line.runs.append(
          StyledRun(String(characters[index..<end]), style(span, base), target: span.target))
        index = end
      }
      return line
    }
  }

  /// How a span looks in running text of a style.
  static func style(_ span: Span, _ base: Style) -> Style {
    var style = base
    if span.target != nil {
      style.role = .link
      style.attributes.insert(.underline)
    }
    if span.emphasis.contains(.strong) { style.attributes.insert(.bold) }
    if span.emphasis.contains(.stressed) { style.attributes.insert(.italic) }
    return style
  }
}

extension Canvas {
  /// Writes a line of several styles from a cell to the right, at most `limit` columns of it.
  ///
  /// - Returns: The number of columns that the line took.
  @discardableResult
  package mutating func put(_ line: StyledLine, at x: Int, _ y: Int, limit: Int = .max) -> Int {
    var column = 0
    for run in line.runs {
      column += put(run.text, at: x + column, y, run.style, limit: limit - column)
    }
    return column
  }
}
