/// A typeface of dots for titles: about five wide, seven high, proportional.
///
/// The letters are drawn as text below. Accented letters are
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

  // MARK: Marks

  /// A mark above or below a letter, by the name that Unicode gives it.
  private struct Mark {
    var rows: [String]
    var isBelow = false
  }

  private static let marks: [String: Mark] = [
    "ACUTE": Mark(rows: [".##", "#.."]), "GRAVE": Mark(rows: ["##.", "..#"]),
    "CIRCUMFLEX": Mark(rows: [".#.", "#.#"]), "CARON": Mark(rows: ["#.#", ".#."]),
    "TILDE": Mark(rows: [".#.#", "#.#."]), "DIAERESIS": Mark(rows: ["...", "#.#"]),
    "RING ABOVE": Mark(rows: [".#.", "#.#", ".#."]), "MACRON": Mark(rows: ["...", "###"]),
    "BREVE": Mark(rows: ["#..#", ".##."]), "DOT ABOVE": Mark(rows: [".", "#"]),
    "DOUBLE ACUTE": Mark(rows: [".#.#", "#.#."]),
    "CEDILLA": Mark(rows: [".#.", "##."], isBelow: true),
    "OGONEK": Mark(rows: [".#.", ".##"], isBelow: true),
    "COMMA BELOW": Mark(rows: [".#.", "#.."], isBelow: true),
    "DOT BELOW": Mark(rows: [".", "#"], isBelow: true),
  ]

  /// A letter with its marks; nil if one of them is unknown.
  ///
  /// Unicode's names separate a letter from its marks: LATIN SMALL LETTER E WITH ACUTE.
  static func composed(_ character: Character) -> Letter? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, let (base, own) = parts(first) else { return nil }
    var names = own
    for scalar in scalars.dropFirst() {
      // A variation selector, which changes the look of the character before it.
      if scalar.properties.isVariationSelector { continue }
      guard let name = scalar.properties.name, name.hasPrefix("COMBINING ") else { return nil }
      var mark = String(name.dropFirst("COMBINING ".count))
      if mark.hasSuffix(" ACCENT") { mark.removeLast(" ACCENT".count) }
      names.append(mark)
    }
    let marks = names.compactMap { Self.marks[$0] }
    guard marks.count == names.count else { return nil }
    // A mark takes the place of a dot.
    let isTopped = marks.contains { !$0.isBelow }
    let stem: Character = base == "i" && isTopped ? "ı" : base == "j" && isTopped ? "ȷ" : base
    guard var letter = letters[stem] else { return nil }
    for mark in marks { letter.add(mark.rows, isBelow: mark.isBelow) }
    return letter
  }

  /// A scalar's letter and the names of its marks.
  private static func parts(_ scalar: Unicode.Scalar) -> (base: Character, marks: [String])? {
    if scalar.isASCII { return (Character(scalar), []) }
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard let at = words.firstIndex(of: "LETTER"), at + 3 < words.count, words[at + 2] == "WITH",
      words[at + 1].utf8.count == 1
    else { return nil }
    let letter = words[1] == "SMALL" ? words[at + 1].lowercased() : String(words[at + 1])
    let marks = words[(at + 3)...].split(separator: "AND").map { $0.joined(separator: " ") }
    return (Character(letter), marks)
  }

  // MARK: The letters

  /// The capital letters: seven rows above the base line.
  static let capitals = #"""
    A B C D E F G H I J K L M
    .###. ####. .###. ####. ##### ##### .###. #...# ### ...# #...# #.... #...#
    #...# #...# #...# #...# #.... #.... #...# #...# .#. ...# #..#. #.... ##.##
    #...# #...# #.... #...# #.... #.... #.... #...# .#. ...# #.#.. #.... #.#.#
    ##### ####. #.... #...# ####. ####. #.### ##### .#. ...# ##... #.... #.#.#
    #...# #...# #.... #...# #.... #.... #...# #...# .#. ...# #.#.. #.... #...#
    #...# #...# #...# #...# #.... #.... #...# #...# .#. #..# #..#. #.... #...#
    #...# ####. .###. ####. ##### #.... .#### #...# ### .##. #...# ##### #...#

    N O P Q R S T U V W X Y Z
    #...# .###. ####. .###. ####. .#### ##### #...# #...# #...# #...# #...# #####
    ##..# #...# #...# #...# #...# #.... ..#.. #...# #...# #...# #...# #...# ....#
    #.#.# #...# #...# #...# #...# #.... ..#.. #...# #...# #...# .#.#. .#.#. ...#.
    #.#.# #...# ####. #...# ####. .###. ..#.. #...# #...# #.#.# ..#.. ..#.. ..#..
    #.#.# #...# #.... #.#.# #.#.. ....# ..#.. #...# #...# #.#.# .#.#. ..#.. .#...
    #..## #...# #.... #..#. #..#. ....# ..#.. #...# .#.#. ##.## #...# ..#.. #....
    #...# .###. #.... .##.# #...# ####. ..#.. .###. ..#.. #...# #...# ..#.. #####

    Æ Œ Ø Đ Ð Þ ẞ
    .###### .###### .###.# .####. .####. #.... .###.
    #..#... #..#... #...#. .#...# .#...# #.... #...#
    #..#... #..#... #..### .#...# .#...# ####. #..#.
    ######. #..###. #.#..# ###..# ###..# #...# #.##.
    #..#... #..#... ##...# .#...# .#...# ####. #...#
    #..#... #..#... .#...# .#...# .#...# #.... #...#
    #..#### .###### #.###. .####. .####. #.... #.##.
    """#

  // MARK: Small letters

  /// The small letters; those that reach below the line have nine rows.
  static let small = #"""
    a b c d e f h i k l m
    ..... #.... .... ....# ..... ..## #.... # #... #. .......
    ..... #.... .... ....# ..... .#.. #.... . #... #. .......
    .###. ####. .### .#### .###. ###. ####. # #..# #. ######.
    ....# #...# #... #...# #...# .#.. #...# # #.#. #. #..#..#
    .#### #...# #... #...# ##### .#.. #...# # ##.. #. #..#..#
    #...# #...# #... #...# #.... .#.. #...# # #.#. #. #..#..#
    .#### ####. .### .#### .#### .#.. #...# # #..# .# #..#..#

    n o r s t u v w x z ı
    ..... ..... .... .... .#.. ..... ..... ..... ..... .... .
    ..... ..... .... .... .#.. ..... ..... ..... ..... .... .
    ####. .###. #.## .### ###. #...# #...# #...# #...# #### #
    #...# #...# ##.. #... .#.. #...# #...# #...# .#.#. ..#. #
    #...# #...# #... .##. .#.. #...# #...# #.#.# ..#.. .#.. #
    #...# #...# #... ...# .#.. #...# .#.#. #.#.# .#.#. #... #
    #...# .###. #... ###. ..## .#### ..#.. .#.#. #...# #### #

    g j p q y ȷ
    ..... ..# ..... ..... ..... ..#
    ..... ... ..... ..... ..... ...
    .#### ..# ####. .#### #...# ..#
    #...# ..# #...# #...# #...# ..#
    #...# ..# #...# #...# #...# ..#
    #...# ..# #...# #...# #...# ..#
    .#### ..# ####. .#### .#### ..#
    ....# ..# #.... ....# ....# ..#
    .###. ##. #.... ....# .###. ##.

    æ œ ø đ ð þ ß
    ....... ....... ...... ...##. .#.#. #.... .##..
    ....... ....... ...... ....#. ..#.. #.... #..#.
    .##.##. .##.##. .###.# .####. .#.#. ####. #..#.
    ...#..# #..#..# #..##. #...#. ....# #...# #.#..
    .###### #..#### #.#.#. #...#. .#### #...# #..#.
    #..#... #..#... ##..#. #...#. #...# #...# #..#.
    .###### .##.### .###.. .####. .###. ####. #.#..
    """#

  // MARK: Signs

  /// Digits and signs.
  static let signs = #"""
    0 1 2 3 4 5 6 7 8 9
    .###. .#. .###. ####. ...#. ##### .###. ##### .###. .###.
    #...# ##. #...# ....# ..##. #.... #.... ....# #...# #...#
    #..## .#. ....# ....# .#.#. ####. #.... ...#. #...# #...#
    #.#.# .#. ...#. .###. #..#. ....# ####. ..#.. .###. .####
    ##..# .#. ..#.. ....# ##### ....# #...# ..#.. #...# ....#
    #...# .#. .#... ....# ...#. #...# #...# ..#.. #...# ....#
    .###. ### ##### ####. ...#. .###. .###. ..#.. .###. .###.

    ! ¡ ? ¿ . … : · • - – — + × = ÷
    # . .###. ..... . ..... . . ... ... .... ....... ..... ..... .... ...
    # . #...# ..... . ..... . . ... ... .... ....... ..... ..... .... .#.
    # # ....# ..#.. . ..... # . ### ... .... ....... ..#.. .#.#. #### ...
    # . ...#. ..... . ..... . # ### ### #### ####### ##### ..#.. .... ###
    # # ..#.. ..#.. . ..... . . ### ... .... ....... ..#.. .#.#. #### ...
    . # ..... .#... . ..... . . ... ... .... ....... ..... ..... .... .#.
    # # ..#.. #.... # #.#.# # . ... ... .... ....... ..... ..... .... ...
    . # ..... #...# . ..... . . ... ... .... ....... ..... ..... .... ...
    . # ..... .###. . ..... . . ... ... .... ....... ..... ..... .... ...

    , ; ( ) [ ] { } / \ | _ < > ' ’ ‘ " “ ”
    .. .. .# #. ## ## ..# #.. ....# #.... # ..... ...# #... # .# #. #.# .#.# #.#.
    .. .. #. .# #. .# .#. .#. ....# #.... # ..... ..#. .#.. # .# #. #.# #.#. .#.#
    .. .# #. .# #. .# .#. .#. ...#. .#... # ..... .#.. ..#. . #. .# ... #.#. .#.#
    .. .. #. .# #. .# #.. ..# ..#.. ..#.. # ..... #... ...# . .. .. ... .... ....
    .. .. #. .# #. .# .#. .#. .#... ...#. # ..... .#.. ..#. . .. .. ... .... ....
    .# .# #. .# #. .# .#. .#. #.... ....# # ..... ..#. .#.. . .. .. ... .... ....
    .# .# .# #. ## ## ..# #.. #.... ....# # ..... ...# #... . .. .. ... .... ....
    #. #. .. .. .. .. ... ... ..... ..... # ##### .... .... . .. .. ... .... ....

    « » ‹ › $ % & # @ * ° § € £ ¢
    ..... ..... ... ... ..#.. ##..# .##.. .#.#. .###. ..... .#. .### ..### ..##. ..#..
    ..... ..... ... ... .#### ##..# #..#. .#.#. #...# ..#.. #.# #... .#... .#..# ..#..
    ..#.# #.#.. ..# #.. #.#.. ...#. #..#. ##### #.### #.#.# .#. .##. ####. .#... .####
    .#.#. .#.#. .#. .#. .###. ..#.. .##.. .#.#. #.#.# .###. ... #..# .#... ####. #.#..
    #.#.. ..#.# #.. ..# ..#.# .#... #.#.# ##### #.### #.#.# ... .##. ####. .#... #.#..
    .#.#. .#.#. .#. .#. ####. #..## #..#. .#.#. #.... ..#.. ... ...# .#... .#... .####
    ..#.# #.#.. ..# #.. ..#.. #..## .##.# .#.#. .###. ..... ... ###. ..### ##### ..#..

    ~ ^ ` º ª
    ..... .#. #. .#. ##.
    ..... #.# .# #.# .##
    .#..# ... .. .#. #.#
    #.#.# ... .. ... ###
    #..#. ... .. ### ...
    ..... ... .. ... ###
    ..... ... .. ... ...
    """#
}

extension BigFace.Letter {
  /// Adds a mark above or below the letter's dots, with a free row between.
  mutating func add(_ art: [String], isBelow: Bool) {
    let columns = art.map(\.utf8.count).max() ?? 0
    if columns > width {
      let shift = UInt32((columns - width) / 2)
      rows = rows.map { $0 << shift }
      width = columns
    }
    let shift = UInt32((width - columns + 1) / 2)
    let mark = art.map { BigFace.bits($0) << shift }
    if isBelow {
      while rows.last == 0 { rows.removeLast() }
      rows += mark
    } else {
      while rows.first == 0 {
        rows.removeFirst()
        top += 1
      }
      rows.insert(contentsOf: mark + [0], at: 0)
      top -= mark.count + 1
    }
  }
}
