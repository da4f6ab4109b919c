import Browsing
import Canvas
import Charts

/// A line of a slide: pieces of text, each from a column of its own.
struct SlideLine: Hashable {
  /// A piece of text.
  struct Piece: Hashable {
    /// The column in which it starts.
    var x: Int
    /// The columns that it is aligned in; nil if it is as wide as it is.
    package var width: Int?
    /// Where it is in its columns.
    var alignment = TextLayout.Alignment.left
    package var text: StyledLine
  }

  /// The pieces from left to right; none is an empty line.
  var pieces: [Piece] = []
  /// A rule of so many columns that takes the whole line.
  private(set) var rule: Rule?

  /// A rule's columns and look.
  struct Rule: Hashable {
    var columns: Int
    var style: Style
  }

  /// A line with no text.
  static let empty = SlideLine()

  /// Some lines with no text.
  static func empty(_ count: Int) -> [SlideLine] { Array(repeating: .empty, count: count) }

  /// A line of one piece.
  init(_ text: StyledLine, at x: Int = 0) { pieces = [Piece(x: x, text: text)] }

  /// A line of pieces.
  init(_ pieces: [Piece] = []) { self.pieces = pieces }

  /// A horizontal rule.
  init(rule columns: Int, _ style: Style) { rule = Rule(columns: max(0, columns), style: style) }

  /// Whether nothing is on it.
  var isEmpty: Bool { pieces.isEmpty && rule == nil }

  /// The text without styles.
  package var text: String {
    pieces.map(\.text.text).filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The line with some columns before it.
  func indented(by columns: Int) -> SlideLine {
    var line = self
    for index in line.pieces.indices { line.pieces[index].x += columns }
    return line
  }

  /// The line in another style.
  func restyled(_ style: Style) -> SlideLine {
    var line = self
    for index in line.pieces.indices {
      line.pieces[index].text.runs = line.pieces[index].text.runs.map {
        StyledRun($0.text, style)
      }
    }
    return line
  }

  /// Draws the line with its top left at a cell.
  package func draw(
    _ lettering: Lettering, _ glyphs: Glyphs, on canvas: inout Canvas, at x: Int, _ y: Int,
    limit: Int
  ) {
    if let rule {
      let sign: Unicode.Scalar = glyphs.chart.isASCII ? "-" : lettering.isBig ? "━" : "─"
      canvas.fill(Rect(x: x, y: y, width: min(rule.columns, limit), height: 1), sign, rule.style)
    }
    for piece in pieces {
      var start = piece.x
      if let width = piece.width, piece.alignment != .left {
        let free = max(0, width - lettering.columns(piece.text.text))
        start += piece.alignment == .right ? free : free / 2
      }
      guard start < limit else { continue }
      lettering.draw(piece.text, on: &canvas, at: x + start, y, limit: limit - start)
    }
  }
}

extension Lettering {
  /// The rows of each line and of all lines together, counted from the top of the first.
  ///
  /// Empty lines and rules are as high as a cell in every size.
  func rows(of lines: [SlideLine]) -> (starts: [Int], height: Int) {
    var starts: [Int] = []
    var row = lines.first.map { rowsAbove($0.text) } ?? 0
    var bottom = row
    for line in lines {
      starts.append(row)
      bottom = row + (line.pieces.isEmpty ? 1 : capRows + rowsBelow(line.text))
      row += line.pieces.isEmpty ? 1 + (line.isEmpty ? 0 : pitch - capRows - rowsBelow) : pitch
    }
    return (starts, bottom)
  }

  /// The free rows below a text that lines of the next one stay away, besides those between parts.
  var leading: Int { pitch - capRows - rowsBelow }
}
