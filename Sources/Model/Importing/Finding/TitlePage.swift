import Reading
import Records
import Text

/// Who wrote a report and when, as its first blocks say.
struct TitlePage {
  /// The authors, in order.
  private(set) var authors: [String] = []
  /// The date as a period; empty if no block states one.
  private(set) var date = ""

  /// Looks through a report's first blocks.
  init(_ blocks: some Sequence<SourceBlock>) {
    for block in blocks.prefix(40) {
      if authors.isEmpty { authors = Self.authors(block.text) }
      if date.isEmpty { date = Self.date(block.text) }
    }
  }

  /// The names after "By" or "Authors:".
  private static func authors(_ text: String) -> [String] {
    guard text.count < 300 else { return [] }
    let openings = ["by ", "authors: ", "author: ", "por ", "autores: ", "autor: ", "autora: "]
    let folded = Folding.fold(text)
    guard let opening = openings.first(where: { folded.hasPrefix($0) }) else { return [] }
    var rest = String(text.dropFirst(opening.count))
    for joint in [" and ", " & ", " y ", "; "] {
      rest = rest.split(separator: joint, omittingEmptySubsequences: true).joined(separator: ",")
    }
    let names = rest.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    let isNames = names.allSatisfy { name in
      let words = name.split(separator: " ")
      return (2...5).contains(words.count)
        && words.filter { $0.count > 3 }.allSatisfy {
          $0.first?.isUppercase == true
        } && !name.contains(where: \.isNumber)
    }
    return isNames && names.count <= 20 ? names : []
  }

  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "enero": 1,
    "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
  ]

  /// The first date in a short text: `August 5, 2019`, `5 de agosto de 2019`, `2026-03-03`.
  static func date(_ text: String) -> String {
    guard text.count < 200 else { return "" }
    for word in text.split(whereSeparator: { " |()[],;".contains($0) }) where word.count == 10 {
      let parts = word.split(separator: "-")
      if parts.count == 3, parts[0].count == 4, Period(String(word)) != nil { return String(word) }
    }
    let words = Phrases.bare(text).split(separator: " ").map(String.init).filter { $0 != "de" }
    for (index, word) in words.enumerated() {
      guard let month = months[word] else { continue }
      let after = words.dropFirst(index + 1).prefix(2)
      guard
        let year = after.first(where: {
          $0.count == 4 && Int($0).map { (1800...2200).contains($0) } == true
        })
      else { continue }
      let between = after.prefix { $0 != year }
      var day = between.first.flatMap { Int($0) }
      if between.isEmpty, index > 0 { day = Int(words[index - 1]) }
      let start = "\(year)-\(month < 10 ? "0" : "")\(month)"
      if let day, (1...31).contains(day) {
        let whole = start + "-\(day < 10 ? "0" : "")\(day)"
        if Period(whole) != nil { return whole }
      }
      return start
    }
    return ""
  }
}
