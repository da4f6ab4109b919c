import Canvas

/// A number in digits of three rows, drawn with half blocks, and its words beside it.
struct BigFigure {
  /// The words before the number: `up to`.
  private var before = ""
  /// What is drawn large.
  private var figure = ""
  /// The words after it: `million, expected`.
  private var after = ""

  /// The text's number in large digits; nil if it has none.
  init?(_ text: String) {
    guard let start = text.firstIndex(where: { Self.shapes[$0] != nil && $0 != "." && $0 != "," })
    else { return nil }
    let end = text[start...].firstIndex { Self.shapes[$0] == nil } ?? text.endIndex
    before = String(text[..<start])
    figure = String(text[start..<end])
    while let last = figure.last, last == "," || last == "." {
      figure.removeLast()
      after.append(last)
    }
    after += text[end...]
    guard figure.contains(where: \.isNumber) else { return nil }
  }

  /// The columns that everything takes.
  var columns: Int {
    before.columns + after.columns
      + figure.reduce(0) { $0 + (Self.shapes[$1]?.first?.count ?? 0) + 1 }
  }

  /// Draws three rows, with the words on the lowest one.
  package func draw(on canvas: inout Canvas, at x: Int, _ y: Int, _ style: Style) {
    var column = x + canvas.put(before, at: x, y + 2, style)
    for character in figure {
      guard let shape = Self.shapes[character] else { continue }
      let rows = shape.map(Array.init)
      for row in 0..<3 {
        for offset in rows[0].indices {
          let upper = rows[row * 2][offset] == "#"
          let lower = row < 2 ? rows[row * 2 + 1][offset] == "#" : false
          guard upper || lower else { continue }
          canvas.set(column + offset, y + row, upper ? lower ? "█" : "▀" : "▄", style)
        }
      }
      column += rows[0].count + 1
    }
    if after.first == "," { column -= 1 }
    canvas.put(after, at: column, y + 2, style)
  }

  // Five rows of dots for each sign; the sixth half-row stays empty.
  private static let shapes: [Character: [String]] = [
    "0": ["####", "#  #", "#  #", "#  #", "####"], "1": [" ## ", "  # ", "  # ", "  # ", " ###"],
    "2": ["####", "   #", "####", "#   ", "####"], "3": ["####", "   #", " ###", "   #", "####"],
    "4": ["#  #", "#  #", "####", "   #", "   #"], "5": ["####", "#   ", "####", "   #", "####"],
    "6": ["####", "#   ", "####", "#  #", "####"], "7": ["####", "   #", "  # ", "  # ", "  # "],
    "8": ["####", "#  #", "####", "#  #", "####"], "9": ["####", "#  #", "####", "   #", "####"],
    ".": [" ", " ", " ", " ", "#"], ",": [" ", " ", " ", "#", "#"],
    "−": ["   ", "   ", "###", "   ", "   "],
    "%": ["#  #", "  # ", " #  ", "#   ", "#  #"], "$": [" ###", "# # ", " ## ", " # #", "### "],
  ]
}
