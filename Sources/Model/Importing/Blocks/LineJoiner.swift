import Text

/// Joins the lines of a paragraph, with care for hyphens at their ends.
///
/// A hyphen stays unless the word without it occurs elsewhere in the report and the word with it
/// does not: "outof-hours" is worse than "co-operation".
struct LineJoiner {
  private var words: Set<String> = []

  /// A joiner for a report with these lines.
  init(_ lines: some Sequence<String>) {
    for line in lines {
      for word in line.split(whereSeparator: { !($0.isLetter || $0 == "-") }) where word.count > 3 {
        words.insert(word.lowercased())
      }
    }
  }

  /// The lines as one.
  func join(_ lines: some Sequence<String>) -> String {
    var result = ""
    for line in lines {
      let line = line.trimmed
      if line.isEmpty { continue }
      if result.isEmpty {
        result = line
      } else if result.hasSuffix("-"), line.first?.isLetter == true, result.count > 1 {
        if isSoft(result, line) { result.removeLast() }
        result += line
      } else {
        result += " " + line
      }
    }
    return result
  }

  private func isSoft(_ start: String, _ end: String) -> Bool {
    let isWord: (Character) -> Bool = { $0.isLetter || $0 == "-" }
    let head = String(start.reversed().prefix(while: isWord).reversed()).lowercased()
    let tail = String(end.prefix(while: isWord)).lowercased()
    return end.first?.isLowercase == true && words.contains(head.dropLast() + tail)
      && !words.contains(head + tail)
  }
}
