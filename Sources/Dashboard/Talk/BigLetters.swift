import Canvas
import Charts

/// A title in big letters for a room: wrapped between words, never cut.
struct BigLetters: Hashable {
  /// The size of a dot of the typeface.
  enum Scale: CaseIterable {
    /// Two columns and a row.
    case double
    /// A column and half a row.
    case half
    /// Half a column and half a row.
    case quarter
    /// A column and a row, for ASCII.
    case whole

    /// The dots side by side in a cell, in halves: 1 if a dot takes two columns.
    var halvesAcross: Int { self == .quarter ? 4 : self == .double ? 1 : 2 }
    /// The dots above each other in a cell.
    var down: Int { self == .half || self == .quarter ? 2 : 1 }

    /// The columns that some dots take.
    func columns(_ dots: Int) -> Int { (2 * dots + halvesAcross - 1) / halvesAcross }
    /// The dots that fit into columns.
    func dots(_ columns: Int) -> Int { columns * halvesAcross / 2 }
  }

  /// A letter and the dots before it.
  struct Placed: Hashable {
    var x: Int
    var letter: BigFace.Letter
  }

  /// A line of letters.
  struct Line: Hashable {
    var letters: [Placed] = []
    package var width = 0

    /// The first row and the row below the last one, each the start of a cell.
    package func rows(_ scale: Scale) -> Range<Int> {
      var top = 0
      var bottom = 7
      for placed in letters {
        top = min(top, placed.letter.top)
        bottom = max(bottom, placed.letter.bottom)
      }
      let down = scale.down
      // Rounding away from zero keeps the letters of all lines on the same half of a cell.
      return -((-top + down - 1) / down * down)..<(bottom + down - 1) / down * down
    }
  }

  /// How large the letters are.
  let scale: Scale
  /// The lines from top to bottom.
  let lines: [Line]

  /// The most characters that are set in big letters.
  static let limit = 120

  /// The title in the largest letters that fit; nil if none fit or the typeface lacks a letter.
  ///
  /// - Parameter glyphs: The characters that may be drawn: quadrants need more than half blocks.
  init?(_ title: String, in size: Size, glyphs: GlyphSet) {
    guard let words = Self.words(title) else { return nil }
    let scales: [Scale] =
      switch glyphs {
      case .ascii: [.whole]
      case .half: [.double, .half]
      default: [.double, .half, .quarter]
      }
    for scale in scales {
      guard let lines = Self.lines(words, within: scale.dots(size.width)) else { continue }
      if Self.height(lines, scale) <= size.height {
        self.scale = scale
        self.lines = lines
        return
      }
    }
    return nil
  }

  /// The columns of the widest line.
  package var width: Int { scale.columns(lines.map(\.width).max() ?? 0) }

  /// The rows of all lines, with a free row between lines.
  package var height: Int { Self.height(lines, scale) }

  private static func height(_ lines: [Line], _ scale: Scale) -> Int {
    let rows = lines.reduce(0) { $0 + $1.rows(scale).count / scale.down }
    return rows + max(0, lines.count - 1)
  }

  /// A word in letters, and whether a space precedes it.
  private struct Word {
    var letters: [BigFace.Letter] = []
    var isSpaced = true

    package var width: Int {
      letters.reduce(0) { $0 + $1.width } + max(0, letters.count - 1) * BigFace.letterSpace
    }
  }

  /// The words, also broken after hyphens and dashes; nil if the typeface lacks a letter.
  private static func words(_ title: String) -> [Word]? {
    guard !title.isEmpty, title.count <= limit else { return nil }
    var words: [Word] = []
    var word = Word()
    func end(_ isSpaced: Bool) {
      if !word.letters.isEmpty { words.append(word) }
      word = Word(isSpaced: isSpaced || word.letters.isEmpty)
    }
    for character in title {
      if character.isWhitespace {
        end(true)
        continue
      }
      guard let letter = BigFace.letter(character) else { return nil }
      word.letters.append(letter)
      if "-–—/".contains(character) { end(false) }
    }
    end(true)
    return words.isEmpty ? nil : words
  }

  /// The words in as few lines as possible, of similar length; nil if a word does not fit.
  private static func lines(_ words: [Word], within width: Int) -> [Line]? {
    let longest = words.map(\.width).max() ?? 0
    guard longest <= width else { return nil }
    let fewest = filled(words, width)
    // The narrowest width with as few lines.
    var (low, high) = (longest, width)
    while low < high {
      let middle = (low + high) / 2
      if filled(words, middle).count <= fewest.count { high = middle } else { low = middle + 1 }
    }
    return filled(words, low)
  }

  private static func filled(_ words: [Word], _ width: Int) -> [Line] {
    var lines: [Line] = []
    var line = Line()
    for word in words {
      let space = word.isSpaced ? BigFace.wordSpace : BigFace.letterSpace
      if line.width > 0, line.width + space + word.width > width {
        lines.append(line)
        line = Line()
      }
      var x = line.width == 0 ? 0 : line.width + space
      for letter in word.letters {
        line.letters.append(Placed(x: x, letter: letter))
        x += letter.width + BigFace.letterSpace
      }
      line.width = x - BigFace.letterSpace
    }
    lines.append(line)
    return lines
  }

  // MARK: Drawing

  /// Draws the letters with their top left at a cell.
  package func draw(on canvas: inout Canvas, at x: Int, _ y: Int, _ style: Style) {
    var row = y
    for line in lines {
      let dots = line.rows(scale)
      for top in stride(from: dots.lowerBound, to: dots.upperBound, by: scale.down) {
        for placed in line.letters {
          draw(placed.letter, placed.x, top, on: &canvas, at: x, row, style)
        }
        row += 1
      }
      row += 1
    }
  }

  /// Draws the part of a letter in one row of cells.
  private func draw(
    _ letter: BigFace.Letter, _ left: Int, _ top: Int, on canvas: inout Canvas, at x: Int,
    _ y: Int, _ style: Style
  ) {
    let first = scale == .quarter ? left / 2 : scale.columns(left)
    let last = scale.columns(left + letter.width)
    for column in first..<max(first, last) {
      var pattern: UInt8 = 0
      switch scale {
      case .double: pattern = letter.hasDot(column / 2 - left, top) ? 3 : 0
      case .whole: pattern = letter.hasDot(column - left, top) ? 3 : 0
      case .half:
        if letter.hasDot(column - left, top) { pattern |= 1 }
        if letter.hasDot(column - left, top + 1) { pattern |= 2 }
      case .quarter:
        for bit in 0..<4 where letter.hasDot(2 * column + bit % 2 - left, top + bit / 2) {
          pattern |= 1 << UInt8(bit)
        }
      }
      guard pattern != 0 else { continue }
      canvas.set(x + column, y, scalar(pattern, on: canvas, x + column, y), style)
    }
  }

  /// The character of a pattern, combined with the half cell of the letter before it.
  private func scalar(_ pattern: UInt8, on canvas: Canvas, _ x: Int, _ y: Int) -> Unicode.Scalar {
    switch scale {
    case .whole: return "#"
    case .double: return "█"
    case .half: return GlyphSet.half.scalar(pattern)
    case .quarter:
      // Two letters may share a cell, each with one half.
      let there = GlyphSet.quadrant.table.firstIndex { Character($0) == canvas.character(at: x, y) }
      return GlyphSet.quadrant.scalar(pattern | UInt8(there ?? 0))
    }
  }
}
