/// Signs and lists in words, for listeners.
package enum LinearWords {
  /// A text with the signs before and between numbers as words: `≈ −3%` becomes `about minus 3%`,
  /// and `2010–2012` becomes `2010 to 2012`.
  ///
  /// Only for the program's own text; a dossier's words stay as they are.
  package static func value(_ text: String) -> String {
    let signs: Set<Character> = ["≈", ">", "<", "−", "+", "±", "–"]
    guard text.contains(where: signs.contains) else { return text }
    let characters = Array(text)
    var result = ""
    var isSpaceTaken = false
    for (index, character) in characters.enumerated() {
      let isAfterNumber = index > 0 && characters[index - 1].isNumber
      let isFirst = index == 0 || " (".contains(characters[index - 1])
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if isSpaceTaken, character == " " {
        isSpaceTaken = false
        continue
      }
      isSpaceTaken = false
      switch character {
      case "≈", "±":
        result += character == "≈" ? "about " : "plus or minus "
        isSpaceTaken = true
      case ">" where isFirst, "<" where isFirst:
        result += character == ">" ? "over " : "under "
        isSpaceTaken = true
      case "−" where !isAfterNumber, "+" where isFirst && next.isNumber:
        result += character == "−" ? "minus " : "plus "
      case "–" where isAfterNumber && next != " ": result += " to "
      default: result.append(character)
      }
    }
    return result
  }

  /// `A`, `A and B`, `A, B and C`.
  static func list(_ names: [String], _ word: String = "and") -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// `1 figure`, `3 figures`; empty for none.
  package static func count(_ number: Int, _ word: String) -> String {
    number == 0 ? "" : "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  /// A number of things; `none` for none.
  package static func number(_ number: Int) -> String { number == 0 ? "none" : "\(number)" }
}

extension String {
  /// The text with its first letter in lower case, unless it begins with an abbreviation.
  var lowercasedFirst: String {
    let second = dropFirst().first
    return second?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
  }
}
