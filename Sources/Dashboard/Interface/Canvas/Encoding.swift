extension Canvas {
  /// The characters alone: a line for each row, without the spaces at its end.
  public func text() -> String {
    var text = ""
    for y in 0..<size.height {
      text += rowText(y)
      text += "\n"
    }
    return text
  }

  /// The characters of a row, without the spaces at its end.
  public func rowText(_ y: Int) -> String {
    var row = ""
    var spaces = 0
    for x in 0..<size.width {
      guard let character = character(at: x, y) else { continue }
      if character == " " {
        spaces += 1
        continue
      }
      if spaces > 0 { row += String(repeating: " ", count: spaces) }
      spaces = 0
      row.append(character)
    }
    return row
  }

  /// The styles alone, for tests: a letter for each cell's role, in upper case with attributes.
  ///
  /// Running text is `.`, accents are digits, other roles the first letter that
  /// tells them apart. A cell in reverse is `#`, an accent with attributes the
  /// letter at its place: `A` for 0.
  public func styleMap() -> String {
    var map = ""
    for y in 0..<size.height {
      var row = ""
      for x in 0..<size.width { row.append(self[x, y].style.letter) }
      while row.last == "." { row.removeLast() }
      map += row + "\n"
    }
    return map
  }
}

extension Style {
  /// The letter of a style in a map of styles.
  var letter: Character {
    if attributes.contains(.reverse) { return "#" }
    let plain = attributes.isEmpty
    switch role {
    case .text: return plain ? "." : "T"
    case .faint: return plain ? "i" : "I"
    case .heading: return plain ? "h" : "H"
    case .border: return plain ? "o" : "O"
    case .focusedBorder: return plain ? "u" : "U"
    case .link: return plain ? "l" : "L"
    case .key: return plain ? "k" : "K"
    case .match: return plain ? "m" : "M"
    case .caution: return plain ? "c" : "C"
    case .fault: return plain ? "x" : "X"
    default:
      let index = Int(role.rawValue) - Int(Role.accent0.rawValue)
      let signs = Array(plain ? "01234567" : "ABCDEFGH")
      return signs.indices.contains(index) ? signs[index] : "?"
    }
  }
}
