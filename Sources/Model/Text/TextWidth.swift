/// The columns that text takes in a terminal.
package enum TextWidth {
  /// The columns of a text.
  package static func columns(of text: some StringProtocol) -> Int {
    var bytes = 0
    for byte in text.utf8 {
      if byte >= 0x80 { return text.reduce(0) { $0 + columns(of: $1) } }
      bytes += 1
    }
    return bytes
  }

  /// The columns of a character.
  ///
  /// They are the `wcwidth` of its first scalar and of those that follow in a column of their own:
  /// the vowel signs of Indic scripts, the second letter of a flag. Accents take none, and a picture
  /// takes its own two, whatever tone or company follows it. Control characters count 1, because a
  /// canvas draws them as a space.
  package static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    // Most characters are one scalar.
    if character.utf8.count < 4 { return columns(of: first) }
    return pieces(of: character).reduce(0) { $0 + ($1.first.map(columns) ?? 0) }
  }

  /// A character in the parts that have columns of their own, in order.
  package static func pieces(of character: Character) -> [String.UnicodeScalarView] {
    var pieces: [String.UnicodeScalarView] = []
    for scalar in character.unicodeScalars {
      if let last = pieces.last, !isApart(scalar, from: last) {
        pieces[pieces.count - 1].append(scalar)
      } else {
        pieces.append(String.UnicodeScalarView([scalar]))
      }
    }
    return pieces
  }

  /// Whether a scalar takes columns beside what precedes it in its character.
  private static func isApart(
    _ scalar: Unicode.Scalar, from piece: String.UnicodeScalarView
  ) -> Bool {
    guard let first = piece.first, columns(of: scalar) > 0, columns(of: first) > 0 else {
      return false
    }
    // What is joined to a picture or colours it has no columns where terminals know it.
    return piece.last != "\u{200d}" && !scalar.properties.isEmojiModifier
  }

  /// The columns of a scalar: 0 for combining and invisible ones, 2 for wide ones.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    // Letters, and the most common characters of text and pictures: dashes, quotes, boxes, blocks,
    // Braille.
    switch scalar.value {
    case 0..<0x300, 0x2010...0x2027, 0x2500...0x259f, 0x2800...0x28ff: return 1
    default: break
    }
    if WideRanges.contains(scalar.value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return (0x1160...0x11ff).contains(scalar.value) ? 0 : 1
    }
  }

  /// As much of a text from its start as some columns hold.
  package static func prefix(of text: String, columns limit: Int) -> Substring {
    var room = limit
    return text.prefix { character in
      room -= columns(of: character)
      return room >= 0
    }
  }
}

/// The scalars that take two columns: East Asian Wide and Fullwidth, and emoji shown as pictures.
enum WideRanges {
  /// Range starts and ends in order, from Unicode's EastAsianWidth.txt (W and F).
  private static let ranges: [(UInt32, UInt32)] = [
    (0x1100, 0x115f), (0x231a, 0x231b), (0x2329, 0x232a), (0x23e9, 0x23ec), (0x23f0, 0x23f0),
    (0x23f3, 0x23f3), (0x25fd, 0x25fe), (0x2614, 0x2615), (0x2648, 0x2653), (0x267f, 0x267f),
    (0x2693, 0x2693), (0x26a1, 0x26a1), (0x26aa, 0x26ab), (0x26bd, 0x26be), (0x26c4, 0x26c5),
    (0x26ce, 0x26ce), (0x26d4, 0x26d4), (0x26ea, 0x26ea), (0x26f2, 0x26f3), (0x26f5, 0x26f5),
    (0x26fa, 0x26fa), (0x26fd, 0x26fd), (0x2705, 0x2705), (0x270a, 0x270b), (0x2728, 0x2728),
    (0x274c, 0x274c), (0x274e, 0x274e), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
    (0x27b0, 0x27b0), (0x27bf, 0x27bf), (0x2b1b, 0x2b1c), (0x2b50, 0x2b50), (0x2b55, 0x2b55),
    (0x2e80, 0x2e99), (0x2e9b, 0x2ef3), (0x2f00, 0x2fd5), (0x2ff0, 0x2ffb), (0x3000, 0x3029),
    (0x302e, 0x303e),
    (0x3041, 0x3096), (0x309b, 0x30ff), (0x3105, 0x312f), (0x3131, 0x318e), (0x3190, 0x31e3),
    (0x31f0, 0x321e), (0x3220, 0x4dbf), (0x4e00, 0xa48c), (0xa490, 0xa4c6),
    (0xa960, 0xa97c), (0xac00, 0xd7a3), (0xf900, 0xfaff), (0xfe10, 0xfe19), (0xfe30, 0xfe52),
    (0xfe54, 0xfe66), (0xfe68, 0xfe6b), (0xff01, 0xff60), (0xffe0, 0xffe6), (0x16fe0, 0x16fe4),
    (0x16ff0, 0x16ff1), (0x17000, 0x187f7), (0x18800, 0x18cd5), (0x18d00, 0x18d08),
    (0x1aff0, 0x1aff3), (0x1aff5, 0x1affb), (0x1affd, 0x1affe), (0x1b000, 0x1b122),
    (0x1b150, 0x1b152), (0x1b164, 0x1b167), (0x1b170, 0x1b2fb), (0x1f004, 0x1f004),
    (0x1f0cf, 0x1f0cf), (0x1f18e, 0x1f18e), (0x1f191, 0x1f19a), (0x1f200, 0x1f202),
    (0x1f210, 0x1f23b), (0x1f240, 0x1f248), (0x1f250, 0x1f251), (0x1f260, 0x1f265),
    (0x1f300, 0x1f320), (0x1f32d, 0x1f335), (0x1f337, 0x1f37c), (0x1f37e, 0x1f393),
    (0x1f3a0, 0x1f3ca), (0x1f3cf, 0x1f3d3), (0x1f3e0, 0x1f3f0), (0x1f3f4, 0x1f3f4),
    (0x1f3f8, 0x1f43e), (0x1f440, 0x1f440), (0x1f442, 0x1f4fc), (0x1f4ff, 0x1f53d),
    (0x1f54b, 0x1f54e), (0x1f550, 0x1f567), (0x1f57a, 0x1f57a), (0x1f595, 0x1f596),
    (0x1f5a4, 0x1f5a4), (0x1f5fb, 0x1f64f), (0x1f680, 0x1f6c5), (0x1f6cc, 0x1f6cc),
    (0x1f6d0, 0x1f6d2), (0x1f6d5, 0x1f6d7), (0x1f6dd, 0x1f6df), (0x1f6eb, 0x1f6ec),
    (0x1f6f4, 0x1f6fc), (0x1f7e0, 0x1f7eb), (0x1f7f0, 0x1f7f0), (0x1f90c, 0x1f93a),
    (0x1f93c, 0x1f945), (0x1f947, 0x1f9ff), (0x1fa70, 0x1fa74), (0x1fa78, 0x1fa7c),
    (0x1fa80, 0x1fa86), (0x1fa90, 0x1faac), (0x1fab0, 0x1faba), (0x1fac0, 0x1fac5),
    (0x1fad0, 0x1fad9), (0x1fae0, 0x1fae7), (0x1faf0, 0x1faf6), (0x20000, 0x2fffd),
    (0x30000, 0x3fffd),
  ]

  static func contains(_ value: UInt32) -> Bool {
    if value < 0x1100 { return false }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if value > ranges[middle].1 { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && value >= ranges[low].0
  }
}
