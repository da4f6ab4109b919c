extension Canvas {
  /// The canvas with escape sequences for colours and attributes (SGR), ended by a reset.
  ///
  /// Rows are cut after their last visible cell, and each ends without any
  /// attribute, so that a pager may break between them.
  ///
  /// - Parameter colour: The SGR parameters of a role's colour, such as
  ///   `38;5;26`; empty for the terminal's own.
  public func ansi(colour: (Role) -> String) -> String {
    let colours = Role.allCases.map(colour)
    var text = ""
    for y in 0..<size.height {
      var current = ""
      // Whether the style being written shows on spaces too.
      var hasMark = false
      for x in 0..<visibleColumns(y) {
        guard let character = character(at: x, y) else { continue }
        let code = sgr(self[x, y].style, colours)
        if code != current, character != " " || isMarked(x, y) || hasMark {
          text += "\u{1b}[0\(code.isEmpty ? "" : ";" + code)m"
          current = code
          hasMark = isMarked(x, y)
        }
        text.append(character)
      }
      if !current.isEmpty { text += "\u{1b}[0m" }
      text += "\n"
    }
    return text + "\u{1b}[0m"
  }

  /// The columns up to the last cell of a row that can be seen.
  func visibleColumns(_ y: Int) -> Int {
    var columns = size.width
    while columns > 0, self[columns - 1, y].glyph == .space, !isMarked(columns - 1, y) {
      columns -= 1
    }
    return columns
  }

  /// Whether a cell shows even when it is empty.
  func isMarked(_ x: Int, _ y: Int) -> Bool {
    !self[x, y].style.attributes.isDisjoint(with: [.reverse, .underline])
  }

  private func sgr(_ style: Style, _ colours: [String]) -> String {
    var codes: [String] = []
    let attributes = style.attributes
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.italic) { codes.append("3") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    let colour = colours[Int(style.role.rawValue)]
    if !colour.isEmpty { codes.append(colour) }
    return codes.joined(separator: ";")
  }
}
