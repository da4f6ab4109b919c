import Records

/// Values of BibTeX fields, with TeX's special characters escaped.
package enum BibTeX {
  /// A text in braces; empty for an empty text.
  package static func escaped(_ text: String) -> String { text.isEmpty ? "" : "{\(inner(text))}" }

  /// A title in double braces, so that no style changes its capitals.
  package static func title(_ text: String) -> String { text.isEmpty ? "" : "{{\(inner(text))}}" }

  /// An institution, in double braces so that it is not split like a person's name.
  static func institution(_ text: String) -> String { title(text) }

  /// Names of people joined by `and`; a name that contains a comma or an `and` is kept together.
  package static func names(_ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let parts = names.map { name in
      let isWhole = name.contains(",") || name.lowercased().contains(" and ")
      return isWhole ? "{\(inner(name))}" : inner(name)
    }
    return "{\(parts.joined(separator: " and "))}"
  }

  /// The fields `year` and `month` of a period, otherwise a text as the year.
  static func date(_ period: Period?, else text: String) -> [(String, String)] {
    guard let period else { return [("year", escaped(text))] }
    guard !period.isRange, period.kind == .month || period.kind == .day else {
      return [("year", escaped(period.title))]
    }
    let month = Int(period.first.month) - 1
    return [
      ("year", "{\(period.first.year)}"),
      ("month", months.indices.contains(month) ? months[month] : ""),
    ]
  }

  /// A web address; braces, backslashes and spaces in it are percent-encoded.
  static func address(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": result += "%7B"
      case "}": result += "%7D"
      case "\\": result += "%5C"
      case " ": result += "%20"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "{\(result)}"
  }

  /// A key of letters, digits and hyphens.
  package static func key(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  private static func inner(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      // BibTeX counts braces even after a backslash, so they are written by name.
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "$", "&", "%", "#", "_": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
