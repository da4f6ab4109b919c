/// A typeface of dots for titles: about five wide, seven high, proportional.
///
/// The letters are drawn as text in `BigFace+Capitals` and its neighbours. Accented letters are
/// composed of a letter and marks, so that every Latin letter with the usual marks exists.
enum BigFace {
  /// A letter as dots.
  struct Letter: Hashable {
    /// The dots side by side.
    package var width: Int
    /// The first row; 0 is the top of a capital, 6 is on the base line, accents are above 0.
    var top: Int
    /// The rows from the top; bit x is the dot in column x.
    package var rows: [UInt32]

    /// The row below the last one.
    var bottom: Int { top + rows.count }

    /// Whether there is a dot in a column and a row.
    func hasDot(_ x: Int, _ y: Int) -> Bool {
      guard x >= 0, x < width, y >= top, y < bottom else { return false }
      return rows[y - top] & (1 << UInt32(x)) != 0
    }
  }

  /// The dots between two letters.
  static let letterSpace = 1
  /// The dots between two words.
  static let wordSpace = 4

  /// The letter of a character; nil if the typeface can neither draw nor compose it.
  static func letter(_ character: Character) -> Letter? {
    if let letter = letters[character] { return letter }
    return composed(character)
  }

  /// The letters that are not composed.
  static let letters: [Character: Letter] = {
    var letters = read(capitals)
    letters.merge(read(small)) { first, _ in first }
    letters.merge(read(signs)) { first, _ in first }
    for (sign, other) in [("\u{2011}", "-"), ("−", "–"), ("‒", "–"), ("⁄", "/"), ("′", "'")] {
      letters[Character(sign)] = letters[Character(other)]
    }
    return letters
  }()

  /// Reads groups of letters side by side, each under its character.
  private static func read(_ art: String) -> [Character: Letter] {
    var letters: [Character: Letter] = [:]
    var names: [Character] = []
    for line in art.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: " ")
      if cells.isEmpty {
        names = []
      } else if names.isEmpty {
        names = cells.compactMap(\.first)
      } else {
        for (name, cell) in zip(names, cells) {
          var letter = letters[name] ?? Letter(width: cell.utf8.count, top: 0, rows: [])
          letter.rows.append(bits(cell))
          letters[name] = letter
        }
      }
    }
    return letters
  }

  /// A row of art as bits.
  static func bits(_ row: some StringProtocol) -> UInt32 {
    var bits: UInt32 = 0
    for (x, byte) in row.utf8.prefix(32).enumerated() where byte == UInt8(ascii: "#") {
      bits |= 1 << UInt32(x)
    }
    return bits
  }
}
