extension BigFace {
  /// A mark above or below a letter, by the name that Unicode gives it.
  private struct Mark {
    package var rows: [String]
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
