/// Letters as a search compares them: lower case and without accents.
package enum Folding {
  /// The text in lower case with accents folded: `México` becomes `mexico`.
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for character in text { fold(character, into: &result) }
    return String(result)
  }

  /// Appends the folded scalars of one character.
  static func fold(_ character: Character, into result: inout String.UnicodeScalarView) {
    if let ascii = character.asciiValue {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(ascii)
      result.append(Unicode.Scalar(isUpper ? ascii + 32 : ascii))
      return
    }
    for scalar in character.lowercased().unicodeScalars {
      if let base = bases[scalar] {
        result.append(contentsOf: base.unicodeScalars)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.append(scalar)
      }
    }
  }

  /// Letters whose accents are part of the scalar, by their base letters.
  ///
  /// The standard library does not publish its normalisation, so the precomposed letters of
  /// European languages are listed.
  private static let bases: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
      ("o", "òóôõöøōŏőǒ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔ"),
      ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
      ("'", "’‘"), ("\"", "“”"), ("-", "–—‑"),
    ]
    var result: [Unicode.Scalar: String] = [:]
    for (base, letters) in rows {
      for letter in letters.unicodeScalars { result[letter] = base }
    }
    return result
  }()
}
