import Text

/// Sentences and first words of a text.
enum Sentences {
  private static let abbreviations: Set<Substring> = [
    "mr", "mrs", "ms", "dr", "st", "no", "vs", "e.g", "i.e", "u.s", "u.k", "fig", "sec", "art",
    "p", "pp", "sr", "sra", "ee.uu", "etc", "inc", "cf", "vol",
  ]

  /// The first sentence of a text, without the marks of notes.
  static func first(of text: String) -> String {
    let plain = withoutMarks(text)
    var words = plain.split(separator: " ")[...]
    var result: [Substring] = []
    while let word = words.popFirst() {
      result.append(word)
      guard let last = word.last(where: { !"\"”’')".contains($0) }), ".?!".contains(last) else {
        continue
      }
      let stem = Substring(word.lowercased().filter { $0 != "(" }.dropLast())
      if last == ".", abbreviations.contains(stem) || stem.count == 1 { continue }
      break
    }
    return result.joined(separator: " ")
  }

  /// A text without the marks of notes.
  static func withoutMarks(_ text: String) -> String {
    guard text.mentionsNote else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      let digits = rest[open...].dropFirst(2).prefix { $0.isNumber }
      if rest[open...].hasPrefix("[^"), !digits.isEmpty, rest[digits.endIndex...].first == "]" {
        result += rest[..<open]
        rest = rest[digits.endIndex...].dropFirst()
      } else {
        result += rest[...open]
        rest = rest[open...].dropFirst()
      }
    }
    return result + rest
  }

  /// A text's start as a title: at most about 80 characters, cut between words.
  static func title(_ text: String) -> String {
    let sentence = first(of: text)
    var result = ""
    for word in sentence.split(separator: " ") {
      if result.count + word.count > 78 { return result + " …" }
      result += (result.isEmpty ? "" : " ") + word
    }
    while let last = result.last, ".:;,".contains(last) { result.removeLast() }
    return result
  }

  /// How alike two texts are: the share of the shorter one's words that the other one has.
  static func likeness(_ one: String, _ other: String) -> Double {
    let first = Set(Phrases.bare(one).split(separator: " "))
    let second = Set(Phrases.bare(other).split(separator: " "))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    return Double(first.intersection(second).count) / Double(min(first.count, second.count))
  }
}
