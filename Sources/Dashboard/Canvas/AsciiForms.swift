/// Replacements for characters that ASCII lacks: one character for each.
enum AsciiForms {
  /// Characters by their replacement, which is the first of each list.
  private static let lists: [String] = [
    "*•◦‣▪▫■□●◆◇◈★☆✓✔◉⁂∗", "o○°◌◯", ">…⋯→⇒⟶➔➜➤▶▸►▻›❯↗↘↦⇨", "<←⇐⟵◀◂◄◅‹❮↖↙↩⇦",
    "^↑⇑▲△▴▵⌃", "v↓⇓▼▽▾▿⌄", "-‐‑‒–—―−⁃↔⇔", "'‘’‚‛′ʼ`´", "\"“”„‟«»″", "~≈∼", ".·‧⋅∙", "x×✗✘✕✖",
    "/÷⁄∕", "+±", "<≤", ">≥", "!≠¡", "?¿", "|¦∣↕", "=≡", "c¢©", "L£", "Y¥", "E€", "S§", "P¶", "R®",
    "T™", "N№",
    "a\u{aa}", "o\u{ba}", "0⁰₀", "1¹₁", "2²₂", "3³₃", "4⁴₄", "5⁵₅", "6⁶₆", "7⁷₇", "8⁸₈", "9⁹₉",
    "%‰", "+†‡",
    "D∆Δ", "S∑Σ", "u\u{b5}μ", "_␣",
    " \u{a0}\u{2002}\u{2003}\u{2007}\u{2008}\u{2009}\u{200a}\u{202f}\u{205f}\u{3000}",
  ]

  static let signs: [Unicode.Scalar: Unicode.Scalar] = {
    var signs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for list in lists {
      guard let replacement = list.unicodeScalars.first else { continue }
      for scalar in list.unicodeScalars.dropFirst() { signs[scalar] = replacement }
    }
    return signs
  }()

  /// The base letter of a Latin letter, read from its name: LATIN SMALL LETTER E WITH ACUTE.
  static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN",
      let at = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }),
      at + 1 < words.count
    else { return nil }
    var letter = words[at + 1]
    if ["DOTLESS", "LONG", "SHARP", "CLOSED", "OPEN"].contains(letter), at + 2 < words.count {
      letter = words[at + 2]
    }
    // A ligature or a letter with its own name (AE, THORN) keeps the name's first letter.
    let base = letter == "SCHWA" ? "E" : letter.prefix(1)
    return (words[1] == "SMALL" ? base.lowercased() : String(base)).unicodeScalars.first
  }

  static func line(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254c, 0x254d, 0x2550, 0x2574, 0x2576,
      0x2578, 0x257a, 0x257c, 0x257e:
      "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250a, 0x250b, 0x254e, 0x254f, 0x2551, 0x2575, 0x2577,
      0x2579, 0x257b, 0x257d, 0x257f:
      "|"
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "X"
    default: "+"
    }
  }

  /// A block is a hash if it is at least half full, otherwise a point.
  static func block(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x2581...0x2583, 0x258d...0x258f, 0x2591, 0x2594...0x2598, 0x259d: "."
    default: "#"
    }
  }

  /// Braille is a hash if it has at least four dots.
  static func braille(_ value: UInt32) -> Unicode.Scalar {
    switch (value & 0xff).nonzeroBitCount {
    case 0: " "
    case 1...3: "."
    default: "#"
    }
  }
}
