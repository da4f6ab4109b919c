extension Canvas {
  /// The characters only: a line for each row, without the spaces at its end.
  package func text() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * cells.count)
    for y in 0..<size.height {
      appendRow(y, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The characters for output without reverse video: those of `text()`, with one exception.
  ///
  /// A partly filled block in reverse video would show the opposite, so the nearest block filled
  /// from above or from the right replaces it.
  package var printed: String {
    var canvas = self
    for y in 0..<size.height {
      for x in 0..<size.width where self[x, y].style.attributes.contains(.reverse) {
        guard let scalar = self[x, y].glyph.scalar, let other = Self.complement(of: scalar) else {
          continue
        }
        canvas.set(x, y, other == "█" ? filling(of: x, y) : other, self[x, y].style)
      }
    }
    return canvas.text()
  }

  /// The filling of the bar whose end is a reversed block: the character to its right or above.
  private func filling(of x: Int, _ y: Int) -> Unicode.Scalar {
    let isAcross = (self[x, y].glyph.scalar?.value ?? 0) > 0x2588
    let (column, row) = isAcross ? (x + 1, y) : (x, y - 1)
    guard column < size.width, row >= 0, self[column, row].style.role == self[x, y].style.role,
      let scalar = self[column, row].glyph.scalar, "█▒▓░▚═".unicodeScalars.contains(scalar)
    else { return "█" }
    return scalar
  }

  /// The block whose filled half or edge is the other's empty one; nil if there is none.
  private static func complement(of block: Unicode.Scalar) -> Unicode.Scalar? {
    func nearest(_ eighths: UInt32, _ edge: Unicode.Scalar, _ half: Unicode.Scalar)
      -> Unicode.Scalar
    {
      eighths < 3 ? edge : eighths < 7 ? half : "█"
    }
    switch block.value {
    case 0x2581...0x2587: return nearest(0x2588 - block.value, "▔", "▀")
    case 0x2589...0x258f: return nearest(block.value - 0x2588, "▕", "▐")
    default: return nil
    }
  }

  /// The characters of a row, without the spaces at its end.
  package func rowText(_ y: Int) -> String {
    var bytes: [UInt8] = []
    appendRow(y, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendRow(_ y: Int, to bytes: inout [UInt8]) {
    guard y >= 0, y < size.height else { return }
    var end = (y + 1) * size.width
    while end > y * size.width, cells[end - 1].glyph == .space { end -= 1 }
    for index in (y * size.width)..<end { append(cells[index].glyph, to: &bytes) }
  }

  /// Adds the UTF-8 of a cell's content; nothing for the right half of a wide character.
  func append(_ glyph: Glyph, to bytes: inout [UInt8]) {
    let value = glyph.raw
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else if value >= 0x800, value < 0x1_0000 {
      // Nearly every character of a picture takes three bytes.
      bytes.append(UInt8(truncatingIfNeeded: 0xe0 | value >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3f))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3f))
    } else if let scalar = glyph.scalar {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    } else if glyph != .continuation {
      let index = Int(value & ~Glyph.clusterBit)
      bytes.append(contentsOf: index < clusters.count ? Array(clusters[index].utf8) : [0x20])
    }
  }

  /// The styles only, for tests: a letter for each cell's role, in upper case if it has attributes.
  ///
  /// Running text is `.`, accents are digits, series letters from the end of the alphabet, other
  /// roles the first letter that distinguishes them. A cell in reverse is `#`, an accent with
  /// attributes the letter at its place: `A` for 0.
  package func styleMap() -> String {
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
      let signs = Array(plain ? "012345pqrsvwyz" : "ABCDEFPQRSVWYZ")
      return signs.indices.contains(index) ? signs[index] : "?"
    }
  }
}
